import type { StudyAnswer } from "@/lib/answer/study-answer";
import type { Profile } from "@/lib/case/schema";
import { getKind } from "@/lib/study/kind";
import { type Deviations, listDeviations } from "@/lib/wording/deviations";

/** What a study says for a case, with what names the case's diagnosis. */
export type ShownStudy = StudyAnswer & { profile: Pick<Profile, "diagnosis"> };

/** One line of the table: it also says how the study deviates from the patient, as far as the head of its group does not. */
export type StudyRow = ShownStudy & { deviations: Deviations };

/** What the rows can be grouped by: how they match, or the kind of sheet. */
export const groupings = {
  group: ({ group }: StudyAnswer): string => group,
  kind: ({ study }: StudyAnswer): string => getKind(study),
};
export type Grouping = keyof typeof groupings;

/** The lines of a table, in the order of the answer. */
export function toRows(
  studies: readonly StudyAnswer[],
  profile: ShownStudy["profile"],
  groupBy: Grouping = "group",
): StudyRow[] {
  const getGroup = groupings[groupBy];
  const rows = new Map<StudyAnswer, StudyRow>();
  for (const name of new Set(studies.map(getGroup))) {
    const group = studies.filter((found) => getGroup(found) === name);
    const deviations = listDeviations(group, profile);
    group.forEach((found, index) => {
      rows.set(found, { ...found, profile, deviations: deviations[index] ?? { own: [], isSaidInHead: false } });
    });
  }
  return studies.flatMap((found) => rows.get(found) ?? []);
}
