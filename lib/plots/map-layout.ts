import type { ShareThreshold } from "@/lib/browse/map-state";
import { type Filters, noFilters, shareChoices } from "@/lib/browse/table-state";
import { findContradictions } from "@/lib/case/contradictions";
import { groupTitles } from "@/lib/case/questions";
import { emptyProfile } from "@/lib/case/schema";
import { countPatientsTreated } from "@/lib/study/cohort";
import type { Level } from "@/lib/study/kind";
import { antibodies, type Feature, type Share } from "@/lib/vocabulary/feature";
import type { OutcomeDomain } from "@/lib/vocabulary/outcomes";

/** The outcomes that the map crosses with features, in the order of its columns, by the names of these. */
export const mapDomainNames = {
  response: "Response",
  relapse: "Relapse",
  survival: "Survival",
  "steroid-sparing": "Steroid saved",
  "adverse-event": "Harm",
  "pregnancy-outcome": "Pregnancy",
} as const satisfies Partial<Record<OutcomeDomain, string>>;
export type MapDomain = keyof typeof mapDomainNames;
export const mapDomains = Object.keys(mapDomainNames) as MapDomain[];

/** The rows of the map in their groups: every feature once. */
export const mapGroups: readonly { title: string; features: readonly Feature[] }[] = [
  { title: "Patient", features: ["pregnancy", "postpartum", "juvenile", "elderly"] },
  {
    title: groupTitles.disease,
    features: [
      "skinOnly",
      "ild",
      "rapidlyProgressiveIld",
      "muscle",
      "skin",
      "dysphagia",
      "cardiac",
      "calcinosis",
      "oedema",
      "malignancy",
      "criticalIllness",
      "amyopathic",
      "necrotising",
      "overlapCtd",
    ],
  },
  {
    title: groupTitles.treatment,
    features: ["refractory", "firstLine", "steroidDependent", "steroidFree", "onImmunoglobulin"],
  },
  { title: "Antibodies", features: antibodies },
];
const mapFeatures = mapGroups.flatMap(({ features }) => features);

/** What the map needs of a treatment study, and what the card of a cell says of it. */
export type MappedStudy = {
  id: string;
  cohort: string | null;
  participants: { treated: number | null };
  /** "Bounfour 2014" */
  name: string;
  /** "Retrospective cohort" */
  design: string;
  level: Level;
  /** the features that at least some of its patients have */
  shares: Partial<Record<Feature, Share>>;
  /** what it reports in each domain, a phrase each; a domain that it does not report is absent */
  results: Partial<Record<MapDomain, readonly string[]>>;
  /** the domains in which the first of these phrases is a count */
  counted: readonly MapDomain[];
};

/**
 * One cell: its studies by level of evidence, those that count the domain before those that tell it in words, then by
 * size; and the patients they gave immunoglobulin, one report per cohort.
 */
export type MapCell = {
  /** the one feature of a row of outcomes, or the two of a pair */
  features: readonly Feature[];
  /** the domain that its studies report; null where any will do */
  domain: MapDomain | null;
  studies: readonly MappedStudy[];
  patients: number;
  /** how many of the studies do not say how many they treated */
  uncounted: number;
  /** the best level of evidence among the studies; null where there are none */
  level: Level | null;
  /** false where no patient can have both: then there is nothing to study, and no gap */
  canBe: boolean;
};

/** One row of the map, by its feature. */
export type MapRow = { feature: Feature; cells: readonly MapCell[] };

/** The columns of the features by outcomes: every study first, then those that report a domain in whatever form. */
export const outcomeColumns: readonly { domain: MapDomain | null; name: string }[] = [
  { domain: null, name: "Any" },
  ...mapDomains.map((domain) => ({ domain, name: mapDomainNames[domain] })),
];

/** Features by outcomes, in the order of the groups; a cell for each of `outcomeColumns`. */
export function createOutcomeMap(studies: readonly MappedStudy[], threshold: ShareThreshold): MapRow[] {
  const ordered = orderStudies(studies);
  return mapFeatures.map((feature) => {
    const studiesWithFeature = ordered.filter((study) => hasFeature(study, feature, threshold));
    const cells = outcomeColumns.map(({ domain }) =>
      createCell({
        features: [feature],
        domain,
        studies: domain ? studiesWithFeature.filter(({ results }) => results[domain]) : studiesWithFeature,
        canBe: domain !== "pregnancy-outcome" || canHaveBeenPregnant(feature),
      }),
    );
    return { feature, cells };
  });
}

/** Every pair of features once, in the row of the later of the two: the studies whose patients have both. */
export function createPairMap(studies: readonly MappedStudy[], threshold: ShareThreshold): MapRow[] {
  const ordered = orderStudies(studies);
  return mapFeatures.map((feature, place) => {
    const studiesWithFeature = ordered.filter((study) => hasFeature(study, feature, threshold));
    const cells = mapFeatures.slice(0, place).map((other) =>
      createCell({
        features: [feature, other],
        domain: null,
        studies: studiesWithFeature.filter((study) => hasFeature(study, other, threshold)),
        canBe: canBeTogether(feature, other),
      }),
    );
    return { feature, cells };
  });
}

/** The cell of a feature in each row of a map of pairs, whichever of the two it stands under; without its own row. */
export function selectPairsWith(rows: readonly MapRow[], chosen: Feature): MapRow[] {
  const all = rows.flatMap(({ cells }) => cells).filter(({ features }) => features.includes(chosen));
  return rows.flatMap(({ feature }) => {
    const cells = feature === chosen ? [] : all.filter(({ features }) => features.includes(feature));
    return cells.length > 0 ? [{ feature, cells }] : [];
  });
}

/** By what a reader trusts more: level of evidence, then patients, never by a result. */
function orderStudies(studies: readonly MappedStudy[]): MappedStudy[] {
  const size = ({ participants }: MappedStudy) => participants.treated ?? 0;
  return [...studies].sort((a, b) => a.level - b.level || size(b) - size(a) || (a.id < b.id ? -1 : 1));
}

function hasFeature({ shares }: MappedStudy, feature: Feature, threshold: ShareThreshold): boolean {
  return (shareChoices[threshold] as readonly Share[]).includes(shares[feature] ?? "unclear");
}

/** Whether one patient can have both features: by definition of the terms, and as a fact of life. */
function canBeTogether(a: Feature, b: Feature): boolean {
  return findContradictions({ ...emptyProfile, features: { [a]: "yes", [b]: "yes" } }).length === 0;
}

function canHaveBeenPregnant(feature: Feature): boolean {
  return canBeTogether(feature, "pregnancy") || canBeTogether(feature, "postpartum");
}

function createCell(cell: Pick<MapCell, "features" | "domain" | "studies" | "canBe">): MapCell {
  const { domain, studies } = cell;
  const isToldInWords = ({ counted }: MappedStudy) => domain !== null && !counted.includes(domain);
  const ordered = studies.toSorted((a, b) => a.level - b.level || Number(isToldInWords(a)) - Number(isToldInWords(b)));
  return { ...cell, studies: ordered, ...countPatientsTreated(studies), level: ordered[0]?.level ?? null };
}

/** What a cell shows: patients as a circle, a gap that somebody could fill, or nothing where nobody can be. */
export function getCellKind({ studies, canBe }: MapCell): "circle" | "gap" | "blank" {
  if (!canBe) return "blank";
  return studies.length > 0 ? "circle" : "gap";
}

/** What the table is asked so that it lists exactly the studies of a cell. */
export function createCellFilters(
  { features, domain }: Pick<MapCell, "features" | "domain">,
  threshold: ShareThreshold,
): Filters {
  return {
    ...noFilters,
    kinds: ["treatment"],
    features: Object.fromEntries(features.map((feature) => [feature, threshold])),
    reports: domain ? [domain] : [],
  };
}
