import { capitalise } from "@/lib/format/text";
import { featureOfDiagnosis } from "@/lib/vocabulary/concepts";
import {
  type Antibody,
  antibodies,
  type Feature,
  type MainFeature,
  mainFeatures,
  type PatientDiagnosis,
  patientDiagnoses,
} from "@/lib/vocabulary/feature";
import { formatTopic } from "@/lib/vocabulary/phrases";
import { type Origin, type Profile, setAnswer } from "./schema";

/** What a question says on the form, in the table and on paper. */
type QuestionText = {
  /** the question's name on screen: "Interstitial lung disease" */
  label: string;
  /**
   * the name in the form, on chips and on buttons, if the label is too long for one line of a phone, or does not hold the
   * words that a doctor looks for
   */
  formName?: string;
  /** what counts, in one sentence */
  hint: string;
};

/** One question about the patient; `formName` is its name where it is answered, `label` in sentences and tables. */
export type Question = Required<QuestionText> & { feature: Feature };

/** Questions that stand together in the form. */
export type QuestionGroup = { title: string; questions: readonly Question[] };

const mainQuestions: Record<MainFeature, QuestionText> = {
  pregnancy: { label: "Pregnant", hint: "Pregnant now." },
  juvenile: { label: "Under 18", hint: "Younger than 18 years." },
  skinOnly: {
    label: "Skin only",
    hint: "Skin disease alone: no muscle disease or only minor, and no lung disease.",
  },
  ild: {
    label: "Interstitial lung disease",
    formName: "Lung disease (ILD)",
    hint: "Any interstitial lung disease due to myositis.",
  },
  refractory: { label: "Refractory", hint: "Failed or relapsed under at least one earlier systemic treatment." },
};

/** Groups of the questions beyond the five, in the order of the form. */
export const groupTitles = {
  disease: "Disease",
  antibody: "Antibody",
  treatment: "Treatment so far",
  person: "Person",
} as const;

type GroupName = keyof typeof groupTitles;

const moreQuestions: Record<Exclude<Feature, MainFeature>, QuestionText & { group: GroupName }> = {
  muscle: {
    group: "disease",
    label: "Muscle disease",
    hint: "Weakness or other signs of active muscle disease.",
  },
  skin: { group: "disease", label: "Skin disease", hint: "Active skin disease, with or without muscle disease." },
  dysphagia: { group: "disease", label: "Dysphagia", hint: "Trouble swallowing due to myositis." },
  rapidlyProgressiveIld: {
    group: "disease",
    label: "Rapidly progressive lung disease",
    hint: "Interstitial lung disease that worsens within weeks.",
  },
  cardiac: {
    group: "disease",
    label: "Heart involvement",
    hint: "Myocarditis or other heart disease due to myositis.",
  },
  calcinosis: { group: "disease", label: "Calcinosis", hint: "Calcium deposits in skin or muscle." },
  oedema: { group: "disease", label: "Severe oedema", hint: "Severe swelling under the skin, or of the whole body." },
  malignancy: {
    group: "disease",
    label: "Malignancy",
    hint: "An active cancer, or myositis associated with one. A past cancer does not count.",
  },
  criticalIllness: {
    group: "disease",
    label: "In intensive care or ventilated",
    hint: "Now, when immunoglobulin would be given.",
  },
  amyopathic: {
    group: "disease",
    label: "Amyopathic",
    hint: "Typical skin disease with no muscle weakness; lungs may be affected. Holds hypomyopathic disease.",
  },
  necrotising: { group: "disease", label: "Necrotising myopathy", hint: "Immune-mediated necrotising myopathy." },
  overlapCtd: { group: "disease", label: "Overlap disease", hint: "Another connective tissue disease as well." },
  antiMda5: { group: "antibody", label: "Anti-MDA5", hint: "Anti-MDA5 antibody present." },
  antisynthetase: {
    group: "antibody",
    label: "Antisynthetase antibody",
    hint: "Anti-Jo-1 or another antisynthetase antibody present.",
  },
  antiSrp: { group: "antibody", label: "Anti-SRP", hint: "Anti-SRP antibody present." },
  antiHmgcr: { group: "antibody", label: "Anti-HMGCR", hint: "Anti-HMGCR antibody present." },
  antiTif1: { group: "antibody", label: "Anti-TIF1-gamma", hint: "Anti-TIF1-gamma antibody present." },
  antiNxp2: { group: "antibody", label: "Anti-NXP2", hint: "Anti-NXP2 antibody present." },
  antiMi2: { group: "antibody", label: "Anti-Mi-2", hint: "Anti-Mi-2 antibody present." },
  firstLine: {
    group: "treatment",
    label: "Untreated",
    formName: "Untreated (first treatment)",
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
  onImmunoglobulin: {
    group: "treatment",
    label: "Already on immunoglobulin",
    hint: "Given now: the question is a switch of route or product, or upkeep.",
  },
  elderly: { group: "person", label: "65 or over", hint: "Aged 65 years or more." },
  postpartum: {
    group: "person",
    label: "After a pregnancy, or breast-feeding",
    hint: "Gave birth, lost or ended a pregnancy within the last 12 months, or is breast-feeding.",
  },
};

const moreFeatures = Object.keys(moreQuestions) as (keyof typeof moreQuestions)[];
const questions: Record<Feature, QuestionText> = { ...mainQuestions, ...moreQuestions };

/** The question that asks for a feature. */
export function getQuestion(feature: Feature): Question {
  const { label, formName = label, hint } = questions[feature];
  return { feature, label, formName, hint };
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

/** Features that the form asks for as the diagnosis. */
const askedAsDiagnosis: readonly Feature[] = Object.values(featureOfDiagnosis).filter(
  (feature) => feature !== "antisynthetase",
);

/**
 * Whether a question stands in the form of this case by itself. Antibodies are asked as one choice and some features as
 * the diagnosis, so their questions stand there only where an answer of a link is not seen in those choices: a "no", a
 * second antibody, a feature beside another diagnosis.
 */
export function isAskedSingly({ features: given }: Profile, feature: Feature): boolean {
  const isAntibody = (antibodies as readonly Feature[]).includes(feature);
  if (!isAntibody) return !askedAsDiagnosis.includes(feature) || given[feature] !== undefined;
  return given[feature] === "no" || (given[feature] === "yes" && listAntibodies({ features: given }).length > 1);
}

/** The antibodies that were answered yes. */
export function listAntibodies({ features: given }: Pick<Profile, "features">): Antibody[] {
  return antibodies.filter((antibody) => given[antibody] === "yes");
}

/** The profile with one antibody, or none stated; what was answered no stays. */
export function setAntibody(profile: Profile, chosen: Antibody | null): Profile {
  const cleared = listAntibodies(profile).reduce((kept, antibody) => setAnswer(kept, antibody, "unknown"), profile);
  return chosen ? setAnswer(cleared, chosen, "yes") : cleared;
}

/** Diagnoses as the form lists them, in its order. */
export const diagnosisNames = Object.fromEntries(
  patientDiagnoses.map((diagnosis) => [diagnosis, capitalise(formatTopic({ diagnosis }))]),
) as Record<PatientDiagnosis, string>;

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
