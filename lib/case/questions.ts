import type { Diagnosis, Feature } from "@/lib/vocabulary/feature";
import type { Origin, Profile } from "./schema";

/** One question about the patient, in the words the form, the table and the print share. */
export type Question = {
  feature: Feature;
  /** the question's name on screen: "Interstitial lung disease" */
  label: string;
  /** what counts, in one sentence */
  hint: string;
};

/** Questions that stand together in the form. */
export type QuestionGroup = { title: string; questions: readonly Question[] };

/** The five questions every case begins with. */
export const mainGroup: QuestionGroup = {
  title: "The five questions",
  questions: [
    { feature: "pregnancy", label: "Pregnant", hint: "Pregnant now." },
    { feature: "juvenile", label: "Under 18", hint: "Younger than 18 years." },
    {
      feature: "skinOnly",
      label: "Skin only",
      hint: "Skin disease alone: no muscle disease or only minor, and no lung disease.",
    },
    { feature: "ild", label: "Interstitial lung disease", hint: "Any interstitial lung disease due to myositis." },
    {
      feature: "refractory",
      label: "Refractory",
      hint: "Failed or relapsed under at least one earlier systemic treatment.",
    },
  ],
};

/** What may be said beyond the five. */
export const moreGroups: readonly QuestionGroup[] = [
  {
    title: "Treatment so far",
    questions: [
      {
        feature: "firstLine",
        label: "Untreated",
        hint: "No systemic treatment yet: immunoglobulin would be the first.",
      },
      {
        feature: "steroidDependent",
        label: "Steroid-dependent",
        hint: "Disease returns when the corticosteroid is lowered.",
      },
      {
        feature: "steroidFree",
        label: "Corticosteroid to be avoided",
        hint: "Immunoglobulin would be given without corticosteroid.",
      },
    ],
  },
  {
    title: "Organs",
    questions: [
      {
        feature: "amyopathic",
        label: "Amyopathic",
        hint: "Typical skin disease with no muscle weakness; lungs may be affected. Holds hypomyopathic disease.",
      },
      { feature: "muscle", label: "Muscle disease", hint: "Weakness or other signs of active muscle disease." },
      { feature: "skin", label: "Skin disease", hint: "Active skin disease, with or without muscle disease." },
      { feature: "dysphagia", label: "Dysphagia", hint: "Trouble swallowing due to myositis." },
      {
        feature: "rapidlyProgressiveIld",
        label: "Rapidly progressive lung disease",
        hint: "Interstitial lung disease that worsens within weeks.",
      },
      { feature: "calcinosis", label: "Calcinosis", hint: "Calcium deposits in skin or muscle." },
      { feature: "cardiac", label: "Heart involvement", hint: "Myocarditis or other heart disease due to myositis." },
    ],
  },
  {
    title: "Patient and other disease",
    questions: [
      { feature: "elderly", label: "65 or over", hint: "Aged 65 years or more." },
      { feature: "malignancy", label: "Malignancy", hint: "A cancer now or in the history." },
      { feature: "overlapCtd", label: "Overlap disease", hint: "Another connective tissue disease as well." },
    ],
  },
  {
    title: "Antibodies and type",
    questions: [
      { feature: "antiMda5", label: "Anti-MDA5", hint: "Anti-MDA5 antibody present." },
      {
        feature: "antisynthetase",
        label: "Antisynthetase antibody",
        hint: "Anti-Jo-1 or another antisynthetase antibody present.",
      },
      {
        feature: "necrotising",
        label: "Necrotising myopathy",
        hint: "Immune-mediated necrotising myopathy, or anti-SRP or anti-HMGCR antibody.",
      },
    ],
  },
];

/** All questions, grouped as the form shows them. */
export const questionGroups: readonly QuestionGroup[] = [mainGroup, ...moreGroups];

const byFeature = new Map(questionGroups.flatMap(({ questions }) => questions).map((q) => [q.feature, q]));

/** The question that asks for a feature. Every feature has one; a missing one is our mistake and throws. */
export function getQuestion(feature: Feature): Question {
  const question = byFeature.get(feature);
  if (!question) throw new RangeError(`questionFor: no question asks for ${feature}`);
  return question;
}

/** Diagnoses as the form lists them, in its order. */
export const diagnosisNames: Record<Diagnosis, string> = {
  DM: "Dermatomyositis",
  PM: "Polymyositis",
  CADM: "Clinically amyopathic dermatomyositis",
  JDM: "Juvenile dermatomyositis",
  IMNM: "Necrotising myopathy",
  ASyS: "Antisynthetase syndrome",
  overlap: "Overlap myositis",
};

/** One thing that was said of the patient, in the form's words: "Skin only: yes", "Age: 42 years". */
export function formatStatement(profile: Profile, origin: Origin): string {
  if (origin === "age") return `Age: ${profile.ageYears} years`;
  if (origin === "diagnosis")
    return `Diagnosis: ${profile.diagnosis ? diagnosisNames[profile.diagnosis] : "not stated"}`;
  return `${getQuestion(origin).label}: ${profile.features[origin] ?? "not stated"}`;
}

/** Everything that was said of the patient, for the print and for copies, in the form's order. */
export function formatCase(profile: Profile): string[] {
  const asked = questionGroups.flatMap(({ questions }) => questions.map(({ feature }) => feature));
  const said: Origin[] = [
    ...(profile.ageYears === null ? [] : (["age"] as const)),
    ...asked.filter((feature) => profile.features[feature]),
    ...(profile.diagnosis ? (["diagnosis"] as const) : []),
  ];
  return [
    ...said.map((origin) => formatStatement(profile, origin)),
    ...(profile.weightKg === null ? [] : [`Weight: ${profile.weightKg} kg`]),
  ];
}
