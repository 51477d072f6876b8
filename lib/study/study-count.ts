import { formatThousands } from "@/lib/format/numbers";
import { selectFirstReports } from "./cohort";
import type { Study } from "./schema";

type Report = Pick<Study, "id" | "cohort">;

/** How many groups of patients some studies are of; null where each is of its own, so that they are as many. */
export function countGroups(studies: readonly Report[]): number | null {
  const groups = selectFirstReports(studies).length;
  return groups === studies.length ? null : groups;
}

/** "29 studies": each published report is one, whether or not another is of the same patients. */
export function countStudies(count: number): string {
  return `${formatThousands(count)} ${count === 1 ? "study" : "studies"}`;
}

/** "29 studies"; "29 studies of 26 groups of patients" where several are of the same patients. */
export function countStudiesAndGroups(studies: readonly Report[]): string {
  const groups = countGroups(studies);
  if (groups === null) return countStudies(studies.length);
  return `${countStudies(studies.length)} of ${groups === 1 ? "the same patients" : describeGroups(groups)}`;
}

/** "26 groups of patients" */
export function describeGroups(groups: number): string {
  return `${formatThousands(groups)} ${groups === 1 ? "group" : "groups"} of patients`;
}
