import type { StudyAnswer } from "./study-answer";

type Reasons = Pick<StudyAnswer, "reasons">;

/** Whether only most of the patients of a study were like this one, in something that was answered yes. */
export function isMixed({ reasons }: Reasons): boolean {
  return reasons.some(({ patient, relation }) => patient === "yes" && relation === "mostly");
}

/** Whether most of its patients were like this one in each of several answers of yes: in all of them at once it may be few. */
export function isMixedInSeveral({ reasons }: Reasons): boolean {
  return (
    reasons.filter(({ patient, role, relation }) => patient === "yes" && role !== "follows" && relation === "mostly")
      .length > 1
  );
}

/**
 * What a count of patients is of, as the end of a sentence: " like this"; ", most like this" where studies have others too;
 * ", not all like this" where it is not known that most are.
 */
export function endWithAlike(describing: readonly Reasons[]): string {
  if (describing.some(isMixedInSeveral)) return ", not all like this";
  const haveOthers = describing.some(({ reasons }) =>
    reasons.some(({ patient, role, relation }) => relation === "mostly" && (patient === "yes" || role !== "follows")),
  );
  return haveOthers ? ", most like this" : " like this";
}
