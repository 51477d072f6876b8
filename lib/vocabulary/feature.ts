/** The five questions every case begins with, in the order they are asked. */
export const mainFeatures = ["pregnancy", "juvenile", "skinOnly", "ild", "refractory"] as const;

/** Everything a fact sheet may say of its patients and a clinician of one patient. Names are those of the fact sheets. */
export const features = [
  ...mainFeatures,
  "firstLine",
  "steroidDependent",
  "steroidFree",
  "amyopathic",
  "muscle",
  "skin",
  "dysphagia",
  "rapidlyProgressiveIld",
  "calcinosis",
  "cardiac",
  "malignancy",
  "elderly",
  "overlapCtd",
  "oedema",
  "criticalIllness",
  "postpartum",
  "onImmunoglobulin",
  "antiMda5",
  "antisynthetase",
  "antiSrp",
  "antiHmgcr",
  "antiTif1",
  "antiNxp2",
  "antiMi2",
  "necrotising",
] as const;

/** How many of a study's patients have a feature: "most" is over half, "unclear" is not reported. */
export const shares = ["all", "most", "some", "none", "unclear"] as const;
export type Share = (typeof shares)[number];

/** Antibodies of myositis, of which a patient seldom has more than one: the form asks for them as one choice. */
export const antibodies = [
  "antiMda5",
  "antisynthetase",
  "antiSrp",
  "antiHmgcr",
  "antiTif1",
  "antiNxp2",
  "antiMi2",
] as const satisfies readonly Feature[];
export type Antibody = (typeof antibodies)[number];

export type MainFeature = (typeof mainFeatures)[number];
export type Feature = (typeof features)[number];

/** What a study can have in common with a patient: a feature, or the diagnosis as a whole. */
export const aspects = [...features, "diagnosis"] as const;
export type Aspect = (typeof aspects)[number];

/** Diagnoses that patients of the library have. CADM (clinically amyopathic DM) holds amyopathic and hypomyopathic disease. */
export const diagnoses = ["DM", "PM", "CADM", "JDM", "IMNM", "ASyS", "overlap"] as const;
export type Diagnosis = (typeof diagnoses)[number];

/** What a patient may be said to have: inclusion body myositis too, which is answered as out of scope. */
export const patientDiagnoses = [...diagnoses, "IBM"] as const;
export type PatientDiagnosis = (typeof patientDiagnoses)[number];

/** What a study counts beyond those: patients whose kind is not given. */
export const countedDiagnoses = [...patientDiagnoses, "unspecified"] as const;
export type CountedDiagnosis = (typeof countedDiagnoses)[number];
