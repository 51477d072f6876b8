import type { CaseFacts } from "@/lib/case/facts";
import { diagnosisNames, getQuestion } from "@/lib/case/questions";
import { getShare } from "@/lib/match/share";
import type { StudySummary } from "@/lib/study/summary";
import { type Feature, features, type PatientDiagnosis, patientDiagnoses } from "@/lib/vocabulary/feature";

/** Features that say little of one report: nearly all have them, or another column tells them. */
const untold: readonly Feature[] = [
  "muscle",
  "skin",
  "juvenile",
  "elderly",
  "pregnancy",
  "postpartum",
  "steroidFree",
  "necrotising",
  "amyopathic",
];

/**
 * Who the patients of a report were before immunoglobulin, as far as its sheet says and the case does not: "42 years",
 * "Dermatomyositis", "Untreated"; what holds of most and not of all of them says so.
 */
export function listBefore({ traits }: Pick<CaseFacts, "traits">, study: StudySummary): string[] {
  const { age, diagnoses, treated } = study.participants;
  const years = age.mean ?? age.median;
  const named = patientDiagnoses.filter((diagnosis) => diagnosis in diagnoses && !traits.has(diagnosis));
  return [
    ...(years === null ? [] : [`${years} years${treated === 1 ? "" : " on average"}`]),
    ...named.map((diagnosis: PatientDiagnosis) => {
      const count = diagnoses[diagnosis];
      return `${diagnosisNames[diagnosis]}${count && count !== treated ? `: ${count} of ${treated}` : ""}`;
    }),
    ...features.flatMap((feature) => {
      if (untold.includes(feature) || traits.has(feature)) return [];
      const { share } = getShare(study, feature);
      const { label } = getQuestion(feature);
      return share === "all" ? [label] : share === "most" ? [`${label}: most`] : [];
    }),
  ];
}
