import { capitalise } from "@/lib/format/text";
import { type Diagnosis, diagnoses, type Feature, type MainFeature, mainFeatures } from "@/lib/vocabulary/feature";
import { formatTopic } from "@/lib/vocabulary/phrases";
import type { Origin, Profile } from "./schema";

/** What a question says on the form, in the table and on paper. */
type QuestionText = {
  /** the question's name on screen: "Interstitial lung disease" */
  label: string;
  /** what counts, in one sentence */
  hint: string;
};

/** One question about the patient. */
export type Question = QuestionText & { feature: Feature };

/** Questions that stand together in the form. */
export type QuestionGroup = { title: string; questions: readonly Question[] };

const mainQuestions: Record<MainFeature, QuestionText> = {
  pregnancy: { label: "Pregnant", hint: "Pregnant now." },
  juvenile: { label: "Under 18", hint: "Younger than 18 years." },
  skinOnly: {
    label: "Skin only",
    hint: "Skin disease alone: no muscle disease or only minor, and no lung disease.",
  },
  ild: { label: "Interstitial lung disease", hint: "Any interstitial lung disease due to myositis." },
  refractory: { label: "Refractory", hint: "Failed or relapsed under at least one earlier systemic treatment." },
};

/** Groups of the questions beyond the five, in the order of the form. */
const groupTitles = {
  treatment: "Treatment so far",
  organs: "Organs",
  patient: "Patient and other disease",
  antibodies: "Antibodies and type",
} as const;

type GroupName = keyof typeof groupTitles;

const moreQuestions: Record<Exclude<Feature, MainFeature>, QuestionText & { group: GroupName }> = {
  firstLine: {
    group: "treatment",
    label: "Untreated",
    hint: "No systemic treatment yet: immunoglobulin would be the first.",
  },
  steroidDependent: {
    group: "treatment",
    label: "Steroid-dependent",
    hint: "Disease returns when the corticosteroid is lowered.",
  },
  steroidFree: {
    group: "treatment",
    label: "Avoid corticosteroid",
    hint: "Immunoglobulin would be given without corticosteroid.",
  },
  amyopathic: {
    group: "organs",
    label: "Amyopathic",
    hint: "Typical skin disease with no muscle weakness; lungs may be affected. Holds hypomyopathic disease.",
  },
  muscle: {
    group: "organs",
    label: "Muscle disease",
    hint: "Weakness or other signs of active muscle disease.",
  },
  skin: { group: "organs", label: "Skin disease", hint: "Active skin disease, with or without muscle disease." },
  dysphagia: { group: "organs", label: "Dysphagia", hint: "Trouble swallowing due to myositis." },
  rapidlyProgressiveIld: {
    group: "organs",
    label: "Rapidly progressive lung disease",
    hint: "Interstitial lung disease that worsens within weeks.",
  },
  calcinosis: { group: "organs", label: "Calcinosis", hint: "Calcium deposits in skin or muscle." },
  cardiac: {
    group: "organs",
    label: "Heart involvement",
    hint: "Myocarditis or other heart disease due to myositis.",
  },
  elderly: { group: "patient", label: "65 or over", hint: "Aged 65 years or more." },
  malignancy: { group: "patient", label: "Malignancy", hint: "A cancer now or in the history." },
  overlapCtd: { group: "patient", label: "Overlap disease", hint: "Another connective tissue disease as well." },
  antiMda5: { group: "antibodies", label: "Anti-MDA5", hint: "Anti-MDA5 antibody present." },
  antisynthetase: {
    group: "antibodies",
    label: "Antisynthetase antibody",
    hint: "Anti-Jo-1 or another antisynthetase antibody present.",
  },
  necrotising: {
    group: "antibodies",
    label: "Necrotising myopathy",
    hint: "Immune-mediated necrotising myopathy, or anti-SRP or anti-HMGCR antibody.",
  },
};

const moreFeatures = Object.keys(moreQuestions) as (keyof typeof moreQuestions)[];
const questions: Record<Feature, QuestionText> = { ...mainQuestions, ...moreQuestions };

/** The question that asks for a feature. */
export function getQuestion(feature: Feature): Question {
  const { label, hint } = questions[feature];
  return { feature, label, hint };
}

/** The questions every case begins with. */
export const mainGroup: QuestionGroup = { title: "The five questions", questions: mainFeatures.map(getQuestion) };

/** The further questions, in the order of the form. */
export const moreGroups: readonly QuestionGroup[] = Object.entries(groupTitles).map(([name, title]) => ({
  title,
  questions: moreFeatures.filter((feature) => moreQuestions[feature].group === name).map(getQuestion),
}));

/** All questions, grouped as the form shows them. */
export const questionGroups: readonly QuestionGroup[] = [mainGroup, ...moreGroups];

/** Diagnoses as the form lists them, in its order. */
export const diagnosisNames = Object.fromEntries(
  diagnoses.map((diagnosis) => [diagnosis, capitalise(formatTopic({ diagnosis }))]),
) as Record<Diagnosis, string>;

/** One statement about the patient, in the form's words: "Skin only: yes", "Age: 42 years". */
export function formatStatement(profile: Profile, origin: Origin): string {
  if (origin === "age") return `Age: ${profile.ageYears} years`;
  if (origin === "diagnosis")
    return `Diagnosis: ${profile.diagnosis ? diagnosisNames[profile.diagnosis] : "not stated"}`;
  return `${getQuestion(origin).label}: ${profile.features[origin] ?? "not stated"}`;
}

/** Every statement about the patient, for the print and for copies, in the form's order. */
export function formatCase(profile: Profile): string[] {
  const questionFeatures = questionGroups.flatMap(({ questions }) => questions.map(({ feature }) => feature));
  const origins: Origin[] = [
    ...(profile.ageYears === null ? [] : (["age"] as const)),
    ...questionFeatures.filter((feature) => profile.features[feature]),
    ...(profile.diagnosis ? (["diagnosis"] as const) : []),
  ];
  return [
    ...origins.map((origin) => formatStatement(profile, origin)),
    ...(profile.weightKg === null ? [] : [`Weight: ${profile.weightKg} kg`]),
  ];
}
