import type { CodedText, Meaning } from "./concept";
import type { RecordedDate } from "./dates";
import { getString, type Resource } from "./json";
import type { NotCounted, Note, ProposedValue, Source } from "./proposals";

/** One resource that speaks for one answer. */
export type Evidence = {
  proposed: ProposedValue;
  source: Source;
  /** whether it is enough to record the answer; else it is only mentioned */
  isFirm: boolean;
  /** why, as a sentence */
  reason: string;
};

/** What the readers of the resources have found so far. */
export type Findings = {
  evidence: Evidence[];
  /** a myositis that the library is about, or inclusion body myositis */
  myositis: { source: Source; isFirm: boolean }[];
  notCounted: NotCounted[];
  notes: Note[];
};

/** Reasons that several readers give. */
export const reasons = {
  words: "Named in words, without a verified code: to be confirmed.",
  unverifiedCode: "The meaning of the code is not verified: to be confirmed.",
  notFinal: "The result is not final: to be confirmed.",
  mayBeOver: "A birth, or the end of a pregnancy, may be dated after it: to be confirmed.",
  undated: "The record gives no date for it: to be confirmed.",
  takenBack: "Its words rule it out or leave it open.",
  mayBeTakenBack: "It has a code, and its words rule it out or leave it open: to be confirmed.",
  future: "It is dated after the day of this case.",
  error: "It was entered in error.",
  notTheirs: "It does not say that it is about this patient.",
} as const;

/** Notes a resource that speaks of an answer and sets none. */
export function setAside({ notCounted }: Findings, aspect: NotCounted["aspect"], source: Source, reason: string): void {
  notCounted.push({ aspect, source, reason });
}

/** Why a code is not enough to record an answer; null where its meaning is verified. */
export const doubtCode = ({ isVerified }: Pick<Meaning, "isVerified">) => (isVerified ? null : reasons.unverifiedCode);

/** A source that a code was read from. */
export function citeCode(resource: Resource, meaning: Meaning, date: RecordedDate | null): Source {
  const { system, code, display, isVerified } = meaning;
  return { ...cite(resource, date), system, code, display, isVerified, kind: "code" };
}

/** A source that words were read from. */
export function citeWords(resource: Resource, { words }: Pick<CodedText, "words">, date: RecordedDate | null): Source {
  return { ...cite(resource, date), system: null, code: null, display: words, isVerified: false, kind: "text" };
}

/** The best that a concept offers as a source: a verified code, any code, or its words. */
export function citeConcept(resource: Resource, concept: CodedText, date: RecordedDate | null): Source {
  const meaning = concept.meanings.find(({ isVerified }) => isVerified) ?? concept.meanings[0];
  return meaning ? citeCode(resource, meaning, date) : citeWords(resource, concept, date);
}

function cite(resource: Resource, date: RecordedDate | null): Pick<Source, "resourceType" | "id" | "date"> {
  return { resourceType: resource.resourceType, id: getString(resource.id), date: date?.text ?? null };
}
