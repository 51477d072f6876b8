import { sum } from "@/lib/format/numbers";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import { getConcept, type Trait } from "@/lib/vocabulary/concepts";
import { diagnoses, features } from "@/lib/vocabulary/feature";
import { countMinPatientsWith } from "./share";

/** How much a match on each trait tells: the information, in nats, of finding it in one patient of the library. */
export type Rarity = (trait: Trait) => number;

/**
 * Measures how rare each trait is among the treated patients of the library, one report per cohort: minus the logarithm
 * of the share of patients known to have it. Rarity is counted, so that no weight is invented.
 * @param studies the treatment studies of the library
 */
export function measureRarity(studies: readonly StudySummary[]): Rarity {
  const reports = selectOneReportPerCohort(studies);
  const patients = Math.max(1, sum(reports.map(({ participants }) => participants.treated ?? 0)));
  const measure = (trait: Trait) => {
    const known = sum(reports.map((study) => countMinPatientsWith(study, trait)));
    return -Math.log(Math.min(1, Math.max(1, known) / patients));
  };
  const information = new Map<Trait, number>([...features, ...diagnoses].map((trait) => [trait, measure(trait)]));
  return (trait) => information.get(getConcept(trait)) ?? 0;
}
