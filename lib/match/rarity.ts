import { selectOneReportPerCohort } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import { type Aspect, diagnoses, features } from "@/lib/vocabulary/feature";
import { countMinPatientsWith, getDiagnosisShare } from "./share";

/** How much a match on each aspect tells: the information, in nats, of finding it in one patient of the library. */
export type Rarity = (aspect: Aspect, diagnosis: string | null) => number;

/**
 * Measures how rare each feature and diagnosis is among the treated patients of the library, one report per cohort:
 * minus the logarithm of the share of patients known to have it. Rarity is counted, so that no weight is invented.
 * @param studies the treatment studies of the library
 */
export function measureRarity(studies: readonly StudySummary[]): Rarity {
  const reports = selectOneReportPerCohort(studies);
  const patients = Math.max(1, sum(reports.map(({ participants }) => participants.treated ?? 0)));
  const calculateInformation = (known: number) => -Math.log(Math.min(1, Math.max(1, known) / patients));
  const informationOf = new Map<string, number>([
    ...features.map(
      (feature) =>
        [feature, calculateInformation(sum(reports.map((study) => countMinPatientsWith(study, feature))))] as const,
    ),
    ...diagnoses.map(
      (diagnosis) =>
        [
          diagnosis,
          calculateInformation(sum(reports.map((study) => getDiagnosisShare(study, diagnosis).count?.n ?? 0))),
        ] as const,
    ),
  ]);
  return (aspect, diagnosis) => informationOf.get(aspect === "diagnosis" ? (diagnosis ?? "") : aspect) ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
