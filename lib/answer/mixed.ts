import type { StudyAnswer } from "./study-answer";

/** Whether only most of the patients of a study were like this one, in something that was answered yes. */
export function isMixed({ reasons }: Pick<StudyAnswer, "reasons">): boolean {
  return reasons.some(({ patient, relation }) => patient === "yes" && relation === "mostly");
}

/** What a count of patients is of, behind it: " like this", and ", most like this" where studies have other patients too. */
export function describeAlike(describing: readonly Pick<StudyAnswer, "reasons">[]): string {
  return describing.some(isMixed) ? ", most like this" : " like this";
}
