import { getQuestion } from "@/lib/case/questions";
import { allowsPercent } from "@/lib/format/numbers";
import { listDiagnosisCounts } from "@/lib/study/format";
import { formatFrequency } from "@/lib/study/regimen-text";
import type { Outcome, Study } from "@/lib/study/schema";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { criterionNames, degreeNames, harmNames, organNames } from "@/lib/vocabulary/outcomes";
import { formatPatientsWith, toSubject } from "@/lib/vocabulary/phrases";

type Treatment = Study["treatment"];
type Participants = Study["participants"];

/** The known parts, joined by commas; null if none is known, so that the caller can write "not reported". */
function joinKnown(parts: readonly (string | null | false | undefined)[]): string | null {
  return parts.filter(Boolean).join(", ") || null;
}

const formatNamedNumber = (name: string, value: number | null, unit = "") =>
  value !== null && `${name} ${value}${unit}`;

/** "adults, mean 46 (SD 12) years, 19 to 70 years" */
export function formatAge({ group, mean, median, sd, min, max }: Participants["age"]): string | null {
  const groups = { adult: "adults", juvenile: "children", mixed: "adults and children", unclear: null };
  return joinKnown([
    groups[group],
    formatNamedNumber("mean", mean, " years"),
    formatNamedNumber("median", median, " years"),
    formatNamedNumber("standard deviation", sd, " years"),
    (min !== null || max !== null) && `${min ?? "?"} to ${max ?? "?"} years`,
  ]);
}

/** "20 and 7": women and men, as far as they were counted. */
export function formatSex({ female, male }: Participants): string | null {
  return female === null && male === null ? null : `${female ?? "not stated"} and ${male ?? "not stated"}`;
}

/** "DM 27, PM (not counted)" */
export function formatDiagnoses(diagnoses: Participants["diagnoses"]): string | null {
  return joinKnown(listDiagnosisCounts(diagnoses));
}

/** The numbers of a regimen, as far as its sheet gives them: "2 g/kg a course, 1 g/kg a day, 2 days, every 4 weeks". */
export function formatRegimen(regimen: Treatment["regimen"]): string | null {
  if (!regimen) return null;
  const { gPerKgPerCourse, gPerKgPerDay, days, intervalWeeks } = regimen;
  return joinKnown([
    gPerKgPerCourse !== null && `${gPerKgPerCourse} g/kg a course`,
    gPerKgPerDay !== null && `${gPerKgPerDay} g/kg a day`,
    days !== null && (days === 1 ? "1 day" : `${days} days`),
    formatFrequency(intervalWeeks),
  ]);
}

/** The doses of a regimen that changes, in their order: "2 g/kg (start), 1 g/kg every 4 weeks (from week 28)". */
export function formatPhases(regimen: Treatment["regimen"]): string | null {
  return joinKnown(
    (regimen?.phases ?? []).map(({ gPerKgPerCourse, days, everyWeeks, when }) =>
      [
        gPerKgPerCourse === null ? "no dose given" : `${gPerKgPerCourse} g/kg`,
        days !== null && (days === 1 ? "on 1 day" : `over ${days} days`),
        formatFrequency(everyWeeks),
        `(${when})`,
      ]
        .filter(Boolean)
        .join(" "),
    ),
  );
}

/** What the immunoglobulin was compared with; "none" where the design has no comparison group, null where it is not said. */
export function formatComparator({ treatment, design }: Pick<Study, "treatment" | "design">): string | null {
  return treatment.comparator ?? (design.controlled ? null : "none");
}

const directions = {
  benefit: "counts what is hoped for",
  harm: "counts harm",
  neutral: "neither good nor bad",
} as const;

/** What a sheet holds of an outcome beside the figure itself, in short phrases. */
export function listOutcomeNotes(study: Pick<Study, "headline" | "outcomes">, outcome: Outcome): string[] {
  const { id, plain, organ, degree, harm, criterion, months, direction, subgroup, result, comparator, p } = outcome;
  const total = study.outcomes.find((counted) => counted.id === outcome.of);
  const isCount = result.kind === "proportion";
  return [
    ...(plain ? [`in plain words: ${plain}`] : []),
    ...(Object.values(study.headline).includes(id) ? ["shown first in tables and answers"] : []),
    ...(organ ? [organNames[organ]] : []),
    ...(degree ? [`degree: ${degreeNames[degree]}`] : []),
    ...(harm ? [`kind of harm: ${harmNames[harm].toLowerCase()}`] : []),
    ...(criterion ? [`relapse by this criterion: ${criterionNames[criterion]}`] : []),
    ...(months ? [`${months.value} months${months.from ? ` from ${months.from}` : ""}`] : []),
    ...(total ? [`counted among “${total.label}”`] : []),
    directions[direction],
    ...(subgroup ? [`counted among ${formatPatientsWith(toSubject(subgroup))}`] : []),
    ...(isCount && result.reportedPercent !== null && allowsPercent(result.total)
      ? [`printed in the source as ${result.reportedPercent}%`]
      : []),
    ...(isCount && result.derived ? ["count worked out, not printed"] : []),
    // Where there is a comparison, its own line gives the p value.
    ...(isCount && p && !comparator ? [`p as reported ${p}`] : []),
  ];
}

/** Every feature that a sheet reports, with its question's name. */
export function listReportedFeatures(study: Pick<Study, "features">): {
  feature: Feature;
  label: string;
  reported: NonNullable<Study["features"][Feature]>;
}[] {
  return features.flatMap((feature) => {
    const reported = study.features[feature];
    return reported ? [{ feature, label: getQuestion(feature).label, reported }] : [];
  });
}
