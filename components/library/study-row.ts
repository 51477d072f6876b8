import type { StudyAnswer } from "@/lib/answer/study-answer";
import type { Profile } from "@/lib/case/schema";

/** One line of the table: what a study says for a case, with what names the case's diagnosis. */
export type StudyRow = StudyAnswer & { profile: Pick<Profile, "diagnosis"> };

/** The lines of a table, in the order of the answer. */
export function toRows(studies: readonly StudyAnswer[], profile: StudyRow["profile"]): StudyRow[] {
  return studies.map((found) => ({ ...found, profile }));
}
