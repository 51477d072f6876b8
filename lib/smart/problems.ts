import type { ReadKind } from "./scopes";

/** What can keep a launch from its end. `system` is the name of the record system, where it is known. */
export type LaunchProblem =
  | { kind: "none-configured" }
  | { kind: "unreadable-address" }
  | { kind: "unknown-issuer"; issuer: string }
  | { kind: "unreachable"; system: string }
  | { kind: "no-configuration"; system: string }
  | { kind: "no-pkce"; system: string }
  | { kind: "foreign-token-address"; system: string; origin: string }
  | { kind: "storage-blocked" }
  | { kind: "state-unknown" }
  | { kind: "state-expired" }
  | { kind: "state-used" }
  | { kind: "refused"; system: string }
  | { kind: "authorisation-failed"; system: string; error: string }
  | { kind: "token-refused"; system: string }
  | { kind: "no-patient"; system: string }
  | { kind: "record-unreadable"; system: string }
  | { kind: "insecure-page" }
  | { kind: "unexpected" };

/** A launch that came to its end before the record was read. */
export class LaunchError extends Error {
  readonly problem: LaunchProblem;

  constructor(problem: LaunchProblem, options?: ErrorOptions) {
    super(describeProblem(problem).what, options);
    this.name = "LaunchError";
    this.problem = problem;
  }
}

const again = "Open Myomatch again from the record.";
const configured = "The people who run this site can change that.";

/** A problem in plain sentences: what is wrong, and what to do. Entering the case by hand is always possible. */
export function describeProblem(problem: LaunchProblem): { what: string; remedy: string } {
  switch (problem.kind) {
    case "none-configured":
      return {
        what: "This site is not connected with any record system.",
        remedy: `Enter the case by hand. ${configured}`,
      };
    case "unreadable-address":
      return { what: "The record system opened Myomatch with an address that is not complete.", remedy: again };
    case "unknown-issuer":
      return {
        what: `This site does not read the record system at ${problem.issuer}.`,
        remedy: `Nothing was sent there. ${configured}`,
      };
    case "unreachable":
      return { what: `${problem.system} does not answer.`, remedy: `Check the network. ${again}` };
    case "no-configuration":
      return {
        what: `${problem.system} does not say how Myomatch can ask for access (no SMART configuration).`,
        remedy: "Tell the people who run the record system.",
      };
    case "no-pkce":
      return {
        what: `${problem.system} does not offer the protection that a launch needs (PKCE with S256).`,
        remedy: "Nothing was asked for. Tell the people who run the record system.",
      };
    case "foreign-token-address":
      return {
        what: `${problem.system} gives access at ${problem.origin}, which this site does not know.`,
        remedy: `Nothing was sent there. ${configured}`,
      };
    case "storage-blocked":
      return {
        what: "This browser keeps nothing for Myomatch, so a launch cannot be followed to its end.",
        remedy: "Allow this site to keep data, or open Myomatch in a window of its own.",
      };
    case "state-unknown":
      return {
        what: "This answer of a record system does not belong to a launch from this window.",
        remedy: `It was not used. ${again}`,
      };
    case "state-expired":
      return { what: "This launch took more than ten minutes, and has expired.", remedy: again };
    case "state-used":
      return { what: "This launch was used before.", remedy: again };
    case "refused":
      return {
        what: `Access to the record was refused in ${problem.system}.`,
        remedy: "Nothing was read. Enter the case by hand, or open Myomatch again from the record.",
      };
    case "authorisation-failed":
      return {
        what: `${problem.system} did not give access (${problem.error}).`,
        remedy: `Nothing was read. ${again}`,
      };
    case "token-refused":
      return {
        what: `${problem.system} did not confirm the access that it gave.`,
        remedy: `Nothing was read. ${again}`,
      };
    case "no-patient":
      return {
        what: `${problem.system} did not say which patient is meant.`,
        remedy: "Nothing was read. Open a patient's record, and Myomatch from there.",
      };
    case "record-unreadable":
      return { what: `Nothing of the record could be read from ${problem.system}.`, remedy: again };
    case "insecure-page":
      return {
        what: "This page was opened without encryption (http), and a launch needs https.",
        remedy: `Nothing was asked for. ${configured}`,
      };
    case "unexpected":
      return {
        what: "The launch stopped because of an error in Myomatch.",
        remedy: `Enter the case by hand. ${again} If it stops again, tell the people who run this site.`,
      };
  }
}

/** What kept a launch from its end, whatever was thrown: an error that nobody foresaw has a sentence too. */
export function getProblem(error: unknown): LaunchProblem {
  return error instanceof LaunchError ? error.problem : { kind: "unexpected" };
}

/** Why one kind of resource could not be read, or not to its end. */
export type ReadFailure = { kind: ReadKind; reason: "not-allowed" | "not-offered" | "failed" | "too-many" };

/** The kinds of resource as a clinician calls them. */
export const kindNames: Record<ReadKind, string> = {
  Patient: "Birth date",
  Condition: "Diagnoses",
  Observation: "Results and observations",
  MedicationRequest: "Prescriptions",
  MedicationStatement: "Medication list",
  AllergyIntolerance: "Allergies",
};

const failureWords: Record<ReadFailure["reason"], string> = {
  "not-allowed": "not read: the record system did not allow it",
  "not-offered": "not read: the record system does not offer this list",
  failed: "not read to the end: the record system gave no usable answer",
  "too-many": "read in part: there are more than Myomatch reads",
};

/** What was not read, as a line: "Allergies: not read: …". */
export function describeFailure({ kind, reason }: ReadFailure): string {
  return `${kindNames[kind]}: ${failureWords[reason]}.`;
}
