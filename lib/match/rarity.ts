import { sum } from "@/lib/format/numbers";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import { getConcept, type Trait } from "@/lib/vocabulary/concepts";
import { diagnoses, features } from "@/lib/vocabulary/feature";
import { countMinPatientsWith } from "./share";

/** How much a match on each trait tells: the information, in nats, of finding it in one patient of the library. */
export type Rarity = (trait: Trait) => number;

const measured: readonly Trait[] = [...features, ...diagnoses];

/**
 * Measures how rare each trait is among the treated patients of the library, one report per cohort: minus the logarithm
 * of the share of patients known to have it. Rarity is counted, so that no weight is invented.
 * @param studies the treatment studies of the library
 */
export function measureRarity(studies: readonly StudySummary[]): Rarity {
  const reports = selectOneReportPerCohort(studies);
  const patients = Math.max(1, sum(reports.map(({ participants }) => participants.treated ?? 0)));
  // One study after another: what it says of all traits is then at hand.
  const known = new Float64Array(measured.length);
  for (const study of reports) {
    for (let index = 0; index < measured.length; index += 1) {
      known[index] = (known[index] as number) + countMinPatientsWith(study, measured[index] as Trait);
    }
  }
  const information = new Map(
    measured.map((trait, index) => [trait, -Math.log(Math.min(1, Math.max(1, known[index] as number) / patients))]),
  );
  return (trait) => information.get(getConcept(trait)) ?? 0;
}
