/**
 * What answers a case and draws the answer, in one: the page of an empty case is shown without it, and fetches it then.
 */
export { AnswerParts } from "@/components/answer/answer-parts";
export { describeVerdict } from "@/components/answer/describe-verdict";
export { listShownSections } from "@/components/answer/shown-sections";
export { answerCase } from "@/lib/answer/answer";
export { prepareLibrary } from "@/lib/answer/library";
export { AnswerActions } from "./answer-actions";
