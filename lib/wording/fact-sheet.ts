import { getQuestion } from "@/lib/case/questions";
import { allowsPercent } from "@/lib/format/numbers";
import { pluralise, stripFullStop } from "@/lib/format/text";
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
    formatCourseDose(gPerKgPerCourse),
    gPerKgPerDay !== null && `${gPerKgPerDay} g/kg a day`,
    formatDays(days),
    formatFrequency(intervalWeeks),
  ]);
}

/** The phases of a regimen whose dose changes with time, in order: "start: 2 g/kg a course, every 4 weeks"; else none. */
export function listPhases(regimen: Treatment["regimen"]): string[] {
  return (regimen?.phases ?? []).map(({ gPerKgPerCourse, days, everyWeeks, when }) => {
    const dose = joinKnown([formatCourseDose(gPerKgPerCourse), formatDays(days), formatFrequency(everyWeeks)]);
    return dose ? `${when}: ${dose}` : when;
  });
}

const formatCourseDose = (gPerKg: number | null) => gPerKg !== null && `${gPerKg} g/kg a course`;
const formatDays = (days: number | null) => days !== null && pluralise(days, "day", "days");

/** Whether a guideline still holds, as a sentence: "Replaced by: The 2024 update."; null where its sheet does not say. */
export function formatGuidelineStatus(guideline: Study["guideline"]): string | null {
  if (!guideline?.status) return null;
  const { status, by } = guideline;
  const sentences = {
    current: "Current.",
    replaced: by ? `Replaced by: ${stripFullStop(by)}.` : "Replaced by a later one, which its sheet does not name.",
    retired: "Retired: no longer considered current.",
  };
  return sentences[status];
}

/** "time: 6 months after the last course" */
function formatMonths({ value, from }: NonNullable<Outcome["months"]>): string {
  const origins = {
    "last course": "after the last course",
    "first course": "after the first course",
    onset: "after onset",
  };
  return `time: ${pluralise(value, "month", "months")}${from ? ` ${origins[from]}` : ", counted from a point not stated"}`;
}

/** "of the 19 counted as “major response”": the patients of another outcome of the sheet, where one is counted among them. */
function formatCountedAmong(outcomes: readonly Outcome[], { of, result }: Outcome): string | null {
  const counted = of && outcomes.find(({ id }) => id === of);
  if (!counted || result.kind !== "proportion") return null;
  return `of the ${result.total} counted as “${counted.plain ?? counted.label}”`;
}

/** What a sheet holds of an outcome beside the figure itself, in short phrases. */
export function listOutcomeNotes({ outcomes }: Pick<Study, "outcomes">, outcome: Outcome): string[] {
  const { harm, criterion, months, organ, degree, subgroup, result, comparator, p } = outcome;
  const countedAmong = formatCountedAmong(outcomes, outcome);
  const isCount = result.kind === "proportion";
  return [
    ...(countedAmong ? [countedAmong] : []),
    ...(organ ? [organNames[organ]] : []),
    ...(harm ? [`kind of harm: ${harmNames[harm].toLowerCase()}`] : []),
    ...(criterion ? [`criterion of the relapse: ${criterionNames[criterion]}`] : []),
    ...(months ? [formatMonths(months)] : []),
    ...(degree ? [degreeNames[degree]] : []),
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
