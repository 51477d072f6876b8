import { formatThousands } from "@/lib/format/numbers";
import { selectFirstReports } from "./cohort";
import type { Study } from "./schema";

type Report = Pick<Study, "id" | "cohort">;

/** How many groups of patients some reports are of; null where each is of its own, so that they are as many. */
export function countGroups(reports: readonly Report[]): number | null {
  const groups = selectFirstReports(reports).length;
  return groups === reports.length ? null : groups;
}

/** What a number of these is of: "studies", or "reports" where several are of the same patients, who are no further study. */
export function nameReports(reports: readonly Report[], count = reports.length): string {
  const [one, many] = countGroups(reports) === null ? ["study", "studies"] : ["report", "reports"];
  return count === 1 ? one : many;
}

/** "29 studies"; "29 reports" where several are of the same patients. */
export function countReports(reports: readonly Report[]): string {
  return `${formatThousands(reports.length)} ${nameReports(reports)}`;
}

/** "29 studies"; "29 reports of 26 groups of patients" where several are of the same patients. */
export function countReportsAndGroups(reports: readonly Report[]): string {
  const groups = countGroups(reports);
  return groups === null ? countReports(reports) : `${countReports(reports)} of ${describeGroups(groups)}`;
}

/** "26 groups of patients"; "the same patients" where all reports are of one group */
export function describeGroups(groups: number): string {
  return groups === 1 ? "the same patients" : `${formatThousands(groups)} groups of patients`;
}
