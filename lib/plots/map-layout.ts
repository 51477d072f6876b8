import type { ShareThreshold } from "@/lib/browse/map-state";
import { type Filters, noFilters, shareChoices } from "@/lib/browse/table-state";
import { getShare } from "@/lib/match/share";
import { countPatientsTreated } from "@/lib/study/cohort";
import { getKind } from "@/lib/study/kind";
import { getReportedDomains, type StudySummary } from "@/lib/study/summary";
import { type Feature, features, type Share } from "@/lib/vocabulary/feature";
import type { OutcomeDomain } from "@/lib/vocabulary/outcomes";

/** What the map needs of a study; every sheet and every summary is one. */
export type MappedStudy = Pick<
  StudySummary,
  "id" | "cohort" | "design" | "treatment" | "participants" | "features" | "outcomes" | "reads" | "reports"
>;

/** The outcomes that the map crosses with features, in the order of its columns. */
export const mapDomains = [
  "response",
  "relapse",
  "survival",
  "steroid-sparing",
  "adverse-event",
  "pregnancy-outcome",
] as const satisfies readonly OutcomeDomain[];
export type MapDomain = (typeof mapDomains)[number];

/**
 * One cell: how many treatment studies, and the patients they gave immunoglobulin, one report per cohort. `uncounted`
 * of the studies do not say how many they treated.
 */
export type MapCell = { studies: number; patients: number; uncounted: number };
type MapRow = { feature: Feature; all: MapCell; cells: Record<MapDomain, MapCell> };

/** Features by outcome domains: the treatment studies that have the feature and report the domain, in whatever form. */
export function createOutcomeMap(studies: readonly MappedStudy[], threshold: ShareThreshold): MapRow[] {
  const treating = studies.filter((study) => getKind(study) === "treatment");
  const reportedDomains = new Map(treating.map((study) => [study.id, getReportedDomains(study)]));
  return features.map((feature) => {
    const studiesWithFeature = treating.filter((study) => hasFeature(study, feature, threshold));
    const cells = mapDomains.map((domain) => [
      domain,
      createCell(studiesWithFeature.filter(({ id }) => reportedDomains.get(id)?.[domain])),
    ]);
    return { feature, all: createCell(studiesWithFeature), cells: Object.fromEntries(cells) };
  });
}

/** Two features and who has both; a pair that no study describes is a gap. */
type PairCell = { a: Feature; b: Feature; cell: MapCell };

/** Every pair of features once, by the first feature: the treatment studies whose patients have both. */
export function createPairMap(
  studies: readonly MappedStudy[],
  threshold: ShareThreshold,
): { feature: Feature; pairs: PairCell[] }[] {
  const treating = studies.filter((study) => getKind(study) === "treatment");
  return features.map((a, place) => {
    const studiesWithFeature = treating.filter((study) => hasFeature(study, a, threshold));
    const pairs = features.slice(0, place).map((b) => ({
      a,
      b,
      cell: createCell(studiesWithFeature.filter((study) => hasFeature(study, b, threshold))),
    }));
    return { feature: a, pairs };
  });
}

function hasFeature(study: MappedStudy, feature: Feature, threshold: ShareThreshold): boolean {
  return (shareChoices[threshold] as readonly Share[]).includes(getShare(study, feature).share);
}

function createCell(studies: readonly MappedStudy[]): MapCell {
  return { studies: studies.length, ...countPatientsTreated(studies) };
}

/** What the table is asked so that it lists exactly the studies of a cell. */
export function createCellFilters(
  selected: readonly Feature[],
  threshold: ShareThreshold,
  domain?: MapDomain,
): Filters {
  return {
    ...noFilters,
    kinds: ["treatment"],
    features: Object.fromEntries(selected.map((feature) => [feature, threshold])),
    reports: domain ? [domain] : [],
  };
}
