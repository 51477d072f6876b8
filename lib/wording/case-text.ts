import type { CaseFacts } from "@/lib/case/facts";
import { listImplyingStatements } from "@/lib/case/implications";
import { diagnosisNames, getQuestion, questionGroups } from "@/lib/case/questions";
import { type Origin, type Profile, setAnswer, type YesNo } from "@/lib/case/schema";
import { capitalise, joinWithAnd, uncapitalise } from "@/lib/format/text";
import { type Feature, mainFeatures } from "@/lib/vocabulary/feature";
import { formatLack } from "@/lib/vocabulary/phrases";

/** One thing that is stated of the patient. */
export type StatedFact = {
  origin: Origin | "weight";
  /** "Skin only", "Not pregnant", "62 kg" */
  text: string;
  /** asked by one of the five questions, so that it is seen there */
  isMain: boolean;
  /** the case without it */
  without: Profile;
};

/** Everything that is stated of the patient, in the form's order. */
export function listStatedFacts(profile: Profile): StatedFact[] {
  const { features, diagnosis, ageYears, weightKg } = profile;
  const asked = questionGroups.flatMap(({ questions }) => questions.map(({ feature }) => feature));
  return [
    ...asked.flatMap((feature): StatedFact[] => {
      const answer = features[feature];
      if (answer === undefined) return [];
      const text = answer === "yes" ? getQuestion(feature).formName : capitalise(formatLack(feature));
      const isMain = (mainFeatures as readonly Feature[]).includes(feature);
      return [{ origin: feature, text, isMain, without: setAnswer(profile, feature, "unknown") }];
    }),
    ...(diagnosis === null
      ? []
      : [createFact("diagnosis", diagnosisNames[diagnosis], { ...profile, diagnosis: null })]),
    ...(ageYears === null ? [] : [createFact("age", `${ageYears} years`, { ...profile, ageYears: null })]),
    ...(weightKg === null ? [] : [createFact("weight", `${weightKg} kg`, { ...profile, weightKg: null })]),
  ];
}

function createFact(origin: StatedFact["origin"], text: string, without: Profile): StatedFact {
  return { origin, text, isMain: false, without };
}

/** Letters of what is stated that a bar has room for, on four lines of the narrowest phone. */
const MAX_LETTERS = 80;

/**
 * What is stated, answers of yes first, each whole: "Skin only", "Refractory". What has no room is counted at the end: "3
 * more".
 */
export function listStatedInShort(profile: Profile): string[] {
  const isNo = ({ origin }: StatedFact) => profile.features[origin as Feature] === "no";
  const texts = listStatedFacts(profile)
    .sort((a, b) => Number(isNo(a)) - Number(isNo(b)))
    .map(({ text }) => text);
  const fitting = texts.findIndex((_, place) => texts.slice(0, place + 1).join(" · ").length > MAX_LETTERS);
  return fitting === -1 ? texts : [...texts.slice(0, fitting), `${texts.length - fitting} more`];
}

/** Words beyond which what a patient has and has not are two sentences. */
const MAX_WORDS = 20;

/**
 * The patient as stated, what is answered yes first: "Refractory; not pregnant, not under 18, no lung disease." The weight
 * is left out, for it matches nothing.
 * @returns "" where nothing else is stated
 */
export function describeStatedCase(profile: Profile): string {
  const matched = listStatedFacts(profile).filter(({ origin }) => origin !== "weight");
  const isAnswered = ({ origin }: StatedFact, answer: YesNo) => profile.features[origin as Feature] === answer;
  // A sentence has space for the long name.
  const name = (fact: StatedFact) => (isAnswered(fact, "yes") ? getQuestion(fact.origin as Feature).label : fact.text);
  const join = (facts: readonly StatedFact[]) =>
    facts.map((fact, place) => (place === 0 ? name(fact) : uncapitalise(name(fact)))).join(", ");
  const lacks = matched.filter((fact) => isAnswered(fact, "no"));
  const parts = [join(matched.filter((fact) => !lacks.includes(fact))), join(lacks)].filter((part) => part !== "");
  const inOne = parts.map((part, place) => (place === 0 ? part : uncapitalise(part))).join("; ");
  if (parts.length === 0) return "";
  return inOne.split(" ").length > MAX_WORDS ? `${parts.join(". ")}.` : `${inOne}.`;
}

/**
 * An answer that follows from others, with what it follows from: "No: follows from “skin only”".
 * @returns null where the question is answered, or where nothing follows
 */
export function describeImplied(profile: Profile, feature: Feature, implied: "yes" | "no" | undefined): string | null {
  if (implied === undefined) return null;
  const origins = listImplyingStatements(profile, feature);
  if (origins.length === 0) return null;
  return `${capitalise(implied)}: follows from ${joinWithAnd(origins.map((origin) => nameOrigin(profile, origin)))}`;
}

function nameOrigin(profile: Profile, origin: Origin): string {
  if (origin === "diagnosis" || origin === "age") return `the ${origin}`;
  // What stands in brackets says the same again.
  const name = getQuestion(origin).formName.replace(/ \(.*\)$/, "");
  return `“${profile.features[origin] === "no" ? formatLack(origin) : uncapitalise(name)}”`;
}

/** What was stated and cannot both be true of one patient, a sentence each, for paper and letter. */
export function describeContradictions({ contradictions }: Pick<CaseFacts, "contradictions">): string[] {
  return contradictions.map(({ text }) => `Contradiction: ${text} Both were matched as stated.`);
}
