/** What answers a case, and draws what stands below every answer. An empty case needs no more. */
export { GeneralParts } from "@/components/answer/general-parts";
export { createEntry, listGeneralSections } from "@/components/answer/general-sections";
export { answerCase } from "@/lib/answer/answer";
export { prepareLibrary } from "@/lib/answer/library";

/** What draws the answer to a case of which something is stated. */
export const fetchDescribedCode = () => import("./described-code");
