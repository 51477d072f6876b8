import type { YesNo } from "@/lib/case/schema";
import type { Feature, PatientDiagnosis } from "@/lib/vocabulary/feature";

/** Where an answer was read in the record. */
export type Source = {
  /** "Condition" */
  resourceType: string;
  /** the id of the resource; null where it has none */
  id: string | null;
  /** address of the code system; null where words were read */
  system: string | null;
  code: string | null;
  /** what the record calls it, at most 200 characters; null where it gives no words */
  display: string | null;
  /** whether the meaning of the code is verified in the table of codes; false for words */
  isVerified: boolean;
  /** a code of the table, words of the record, or one of the resources that a rule was applied to */
  kind: "code" | "text" | "rule";
  /** the day that the record gives: of onset, result, order or start; as precise as recorded (2026-11), null where it gives none */
  date: string | null;
};

/**
 * How far the record supports an answer.
 * - recorded: a verified code, a date or a measurement says so
 * - mentioned: words, a code that is not verified, or an undated or unconfirmed resource say so: to be confirmed
 * - contradicted: the record says something else too; each value is a proposal of its own, and nobody has chosen
 */
export type ProposalStatus = "recorded" | "mentioned" | "contradicted";

/** What a proposal answers: a question, the diagnosis, the age in whole years, or the weight in kg. */
export type ProposedValue =
  | { aspect: Feature; value: YesNo }
  | { aspect: "diagnosis"; value: PatientDiagnosis }
  | { aspect: "ageYears"; value: number }
  | { aspect: "weightKg"; value: number };

/** One answer that the record offers, with all it was read from. Nothing counts before a clinician confirms it. */
export type Proposal = ProposedValue & {
  status: ProposalStatus;
  /** at least one */
  sources: Source[];
  /** why it is proposed, as one or two sentences for the screen */
  reason: string;
};

/** A resource that speaks of an answer and sets none, with the reason as a sentence: an ended pregnancy, a unit nobody knows. */
export type NotCounted = { aspect: ProposedValue["aspect"]; source: Source; reason: string };

/** What matters beside the answers: an allergy to immunoglobulin, a record that could not be read in part. */
export type Note = { text: string; source: Source | null };

/** Everything that a record offers about one patient. */
export type Proposals = {
  /** in the order of the vocabulary, then diagnosis, age and weight; contradicting values of one aspect follow each other */
  proposals: Proposal[];
  /** whether the record holds a myositis that the library is about, or inclusion body myositis, and where */
  myositis: { status: "recorded" | "mentioned" | "none"; sources: Source[] };
  notCounted: NotCounted[];
  notes: Note[];
};

/** Whose record is read, and for which day. */
export type ReadingOptions = {
  /** the logical id, "123" or "Patient/123"; null: the one Patient among the resources */
  patientId: string | null;
  /** the address of the FHIR server that was asked for the record, where it is known: Patient/1 of another is somebody else */
  server?: string | null;
  /** the day for which the answers hold, as 2026-11-26 */
  on: string;
};
