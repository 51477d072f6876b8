/** What draws the answer to a case of which something is stated. */
export { AnswerParts } from "@/components/answer/answer-parts";
export { describeVerdict } from "@/components/answer/describe-verdict";
export { listShownSections } from "@/components/answer/shown-sections";
export { AnswerActions } from "./answer-actions";
