import { joinWithAnd, pluralise } from "@/lib/format/text";
import type { Feature, PatientDiagnosis } from "./feature";

/** The parts of a feature's name that sentences are made of. */
type Phrase = {
  /** what is reported or not: "lung disease not reported" */
  name: string;
  /** what is not split from other patients, where the name is no such word: "amyopathic not split in what was read" */
  split?: string;
  /** what a study is about: "15 studies of interstitial lung disease" */
  topic: string;
  /** what a patient has ("interstitial lung disease") or is ("pregnant") */
  has?: string;
  is?: string;
  /** what an answer of no says, where neither "not" nor "no" before the words above does: "not skin only" */
  lack?: string;
  /** what patients are called none of whom has it or is it: "adults only" */
  others?: string;
};

const phrases: Record<Feature, Phrase> = {
  pregnancy: { name: "pregnancy", topic: "pregnancy", is: "pregnant", others: "no pregnant patients" },
  juvenile: { name: "age under 18", topic: "children", is: "under 18", others: "adults only" },
  skinOnly: {
    name: "skin disease alone",
    topic: "skin disease alone",
    has: "skin disease alone",
    lack: "not skin only",
    others: "no skin-only patients",
  },
  ild: { name: "lung disease", topic: "interstitial lung disease", has: "interstitial lung disease" },
  refractory: {
    name: "earlier treatment failure",
    topic: "refractory disease",
    has: "refractory disease",
    lack: "not refractory",
  },
  firstLine: {
    name: "untreated disease",
    topic: "untreated disease",
    has: "untreated disease",
    lack: "treated before",
  },
  steroidDependent: { name: "steroid dependence", topic: "steroid dependence", has: "steroid-dependent disease" },
  steroidFree: {
    name: "treatment without corticosteroid",
    topic: "treatment without corticosteroid",
    is: "without corticosteroid",
    has: "no corticosteroid",
  },
  amyopathic: {
    name: "amyopathic disease",
    split: "amyopathic",
    topic: "amyopathic disease",
    has: "amyopathic disease",
    lack: "not amyopathic",
  },
  muscle: { name: "muscle disease", topic: "muscle disease", has: "muscle disease" },
  skin: { name: "skin disease", topic: "skin disease", has: "skin disease" },
  dysphagia: { name: "dysphagia", topic: "dysphagia", has: "dysphagia" },
  rapidlyProgressiveIld: {
    name: "rapid progression of lung disease",
    topic: "rapidly progressive lung disease",
    has: "rapidly progressive lung disease",
  },
  calcinosis: { name: "calcinosis", topic: "calcinosis", has: "calcinosis" },
  cardiac: { name: "heart involvement", topic: "heart involvement", has: "heart involvement" },
  malignancy: { name: "malignancy", topic: "malignancy", has: "malignancy" },
  elderly: { name: "age of 65 or over", topic: "age 65 or over", is: "65 or over" },
  overlapCtd: { name: "overlap disease", topic: "overlap disease", has: "overlap disease" },
  antiMda5: { name: "anti-MDA5 antibody", topic: "anti-MDA5 antibody", has: "anti-MDA5 antibody" },
  antisynthetase: {
    name: "antisynthetase antibody",
    topic: "antisynthetase antibody",
    has: "antisynthetase antibody",
  },
  oedema: { name: "severe oedema", topic: "severe oedema", has: "severe oedema" },
  criticalIllness: {
    name: "intensive care",
    topic: "intensive care or ventilation",
    is: "in intensive care or ventilated",
  },
  postpartum: {
    name: "a recent birth or pregnancy loss",
    topic: "the year after a pregnancy",
    is: "within a year of a pregnancy or breast-feeding",
  },
  onImmunoglobulin: {
    name: "earlier immunoglobulin",
    topic: "patients already on immunoglobulin",
    is: "already on immunoglobulin",
  },
  antiSrp: { name: "anti-SRP antibody", topic: "anti-SRP antibody", has: "anti-SRP antibody" },
  antiHmgcr: { name: "anti-HMGCR antibody", topic: "anti-HMGCR antibody", has: "anti-HMGCR antibody" },
  antiTif1: { name: "anti-TIF1-gamma antibody", topic: "anti-TIF1-gamma antibody", has: "anti-TIF1-gamma antibody" },
  antiNxp2: { name: "anti-NXP2 antibody", topic: "anti-NXP2 antibody", has: "anti-NXP2 antibody" },
  antiMi2: { name: "anti-Mi-2 antibody", topic: "anti-Mi-2 antibody", has: "anti-Mi-2 antibody" },
  necrotising: { name: "necrotising myopathy", topic: "necrotising myopathy", has: "necrotising myopathy" },
};

const diagnosisPhrases: Record<PatientDiagnosis, string> = {
  DM: "dermatomyositis",
  PM: "polymyositis",
  CADM: "clinically amyopathic dermatomyositis",
  JDM: "juvenile dermatomyositis",
  IMNM: "necrotising myopathy",
  ASyS: "antisynthetase syndrome",
  overlap: "overlap myositis",
  IBM: "inclusion body myositis",
};

/** What sentences about a study speak of: a feature, or the patient's diagnosis. */
export type Subject = Feature | { diagnosis: PatientDiagnosis };

function getPhrase(subject: Subject): Phrase {
  if (typeof subject === "string") return phrases[subject];
  const name = diagnosisPhrases[subject.diagnosis];
  return { name, topic: name, has: name, ...(subject.diagnosis === "CADM" && { split: "amyopathic" }) };
}

/** "pregnancy", "interstitial lung disease": what a study is about. */
export function formatTopic(subject: Subject): string {
  return getPhrase(subject).topic;
}

/** "lung disease not in the abstract", "amyopathic not split in what was read": how a study is silent about something. */
export function formatSilence(subject: Subject, silence: string): string {
  return formatSilences([subject], silence);
}

/** "lung disease and dysphagia not reported": the same of several subjects about which a study is silent in one way. */
export function formatSilences(subjects: readonly Subject[], silence: string): string {
  const names = subjects
    .map(getPhrase)
    .map(({ name, split = name }) => (silence.startsWith("not split") ? split : name));
  return `${joinWithAnd(names)} ${silence}`;
}

/** "nobody pregnant", "nobody with interstitial lung disease": the study says so. */
export function formatNoPatients(subject: Subject): string {
  const { is, has } = getPhrase(subject);
  return is ? `nobody ${is}` : `nobody with ${has}`;
}

/** "adults only", "no skin-only patients": a study whose patients are all unlike those, said of its patients. */
export function formatOnlyOthers(subject: Subject): string {
  const { others } = getPhrase(subject);
  const having = formatWith(subject);
  return others ?? `no patients ${having}`;
}

/** "nobody known to be pregnant": some studies say so and some are silent. */
export function formatNoKnownPatients(subject: Subject): string {
  const { is, has } = getPhrase(subject);
  return is ? `nobody known to be ${is}` : `nobody known to have ${has}`;
}

/**
 * "patients with dysphagia in 1 of 11 studies", "only some patients under 18": patients who have it are known, and
 * perhaps not those who have the rest.
 * @param studies with some such patients, of how many
 */
export function formatSomePatients(subject: Subject, studies: number, of: number): string {
  const having = formatWith(subject);
  return of === 1 ? `only some patients ${having}` : `patients ${having} in ${studies} of ${of} studies`;
}

/** "with dysphagia", "under 18": after a number of patients. */
export function formatWith(subject: Subject): string {
  const { is, has } = getPhrase(subject);
  return is ?? `with ${has}`;
}

/** "not pregnant", "no lung disease": what an answer of no says of the patient. */
export function formatLack(feature: Feature): string {
  const { lack, is, name } = phrases[feature];
  return lack ?? (is ? `not ${is}` : `no ${name}`);
}

/** "patients with skin disease alone", "patients who were pregnant" */
export function formatPatientsWith(subject: Subject): string {
  const { is, has } = getPhrase(subject);
  return is ? `patients who were ${is}` : `patients with ${has}`;
}

/** Features that the noun, its adjective or the age already say. */
const namedByNoun: readonly Subject[] = ["pregnancy", "juvenile", "elderly"];

/** What patients had and were, in the past: "had anti-MDA5 antibody and were under 18". */
export function formatHad(subjects: readonly Subject[], isOne: boolean): string {
  const listed = subjects.map(getPhrase);
  const has = listed.flatMap(({ has }) => has ?? []);
  const is = listed.flatMap(({ is, has }) => (has ? [] : (is ?? [])));
  return joinWithAnd([
    ...(has.length > 0 ? [`had ${joinWithAnd(has)}`] : []),
    ...(is.length > 0 ? [`${isOne ? "was" : "were"} ${joinWithAnd(is)}`] : []),
  ]);
}

/** A feature or a diagnosis, by its name in the sheets, as sentences speak of it. */
export function toSubject(name: Feature | PatientDiagnosis): Subject {
  return name in phrases ? (name as Feature) : { diagnosis: name as PatientDiagnosis };
}

/**
 * The patient in words, from what was answered yes: "a pregnant patient with interstitial lung disease".
 * @param without what was answered no and belongs to the sentence: "…, without lung disease", "…, not under 18"
 */
export function formatPatient(subjects: readonly Subject[], without: readonly Feature[] = []): string {
  const isIncluded = (feature: Feature) => subjects.includes(feature);
  const has = subjects.flatMap((subject) => getPhrase(subject).has ?? []);
  const noun = isIncluded("juvenile") ? "child" : "patient";
  const adjective = isIncluded("pregnancy") ? "pregnant " : "";
  const age = isIncluded("elderly") ? " aged 65 or over" : "";
  const is = subjects.flatMap((subject) => {
    const phrase = getPhrase(subject);
    return phrase.has || namedByNoun.includes(subject) ? [] : (phrase.is ?? []);
  });
  const described = `a ${adjective}${noun}${age}${has.length > 0 ? ` with ${joinWithAnd(has)}` : ""}`;
  const lacks = without.map((feature) => {
    const { is, has } = getPhrase(feature);
    return is ? `not ${is}` : `without ${has}`;
  });
  return [`${described}${is.length > 0 ? ` ${joinWithAnd(is)}` : ""}`, ...lacks].join(", ");
}

/**
 * "3 patients (1 study gives no number)": the patients of some studies, and how many of these do not say how many they
 * treated. Where none says it, they must not read as studies of nobody.
 */
export function formatPatientsTreated(patients: number, uncounted: number): string {
  if (patients === 0 && uncounted > 0) return "number of patients not given";
  const silent = uncounted > 0 ? ` (${pluralise(uncounted, "study gives", "studies give")} no number)` : "";
  return `${pluralise(patients, "patient", "patients")}${silent}`;
}
