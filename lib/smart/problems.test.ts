import { describe, expect, test } from "vitest";
import { describeFailure, describeProblem, LaunchError, type LaunchProblem, type ReadFailure } from "./problems";
import { readKinds } from "./scopes";

const system = "Test hospital";
/** One of each kind: a new kind without an entry is a type error. */
const problems: { [Kind in LaunchProblem["kind"]]: Extract<LaunchProblem, { kind: Kind }> } = {
  "none-configured": { kind: "none-configured" },
  "unreadable-address": { kind: "unreadable-address" },
  "unknown-issuer": { kind: "unknown-issuer", issuer: "https://unknown.example/fhir" },
  unreachable: { kind: "unreachable", system },
  "no-configuration": { kind: "no-configuration", system },
  "no-pkce": { kind: "no-pkce", system },
  "foreign-token-address": { kind: "foreign-token-address", system, origin: "https://login.example" },
  "storage-blocked": { kind: "storage-blocked" },
  "state-unknown": { kind: "state-unknown" },
  "state-expired": { kind: "state-expired" },
  "state-used": { kind: "state-used" },
  refused: { kind: "refused", system },
  "authorisation-failed": { kind: "authorisation-failed", system, error: "server_error" },
  "token-refused": { kind: "token-refused", system },
  "no-patient": { kind: "no-patient", system },
  "record-unreadable": { kind: "record-unreadable", system },
  "insecure-page": { kind: "insecure-page" },
  unexpected: { kind: "unexpected" },
};

describe.each(Object.values(problems))("$kind", (problem) => {
  const { what, remedy } = describeProblem(problem);

  test("says in short sentences what is wrong and what to do", () => {
    for (const sentence of `${what} ${remedy}`.split(/(?<=\.) /)) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
    }
  });

  test("names what it is about", () => {
    for (const [name, value] of Object.entries(problem)) if (name !== "kind") expect(what).toContain(value);
  });
});

test("no two problems say the same", () => {
  const said = Object.values(problems).map((problem) => describeProblem(problem).what);
  expect(new Set(said).size).toBe(18);
});

test("an error carries its problem and its sentence, and no token or address of the patient", () => {
  const error = new LaunchError(problems["token-refused"]);
  expect(error.message).toBe("Test hospital did not confirm the access that it gave.");
  expect(error.problem).toEqual(problems["token-refused"]);
});

test("what was not read is named, each kind and reason in its own words", () => {
  const reasons: ReadFailure["reason"][] = ["not-allowed", "not-offered", "failed", "too-many"];
  const lines = readKinds.flatMap((kind) => reasons.map((reason) => describeFailure({ kind, reason })));
  expect(new Set(lines).size).toBe(24);
  expect(describeFailure({ kind: "AllergyIntolerance", reason: "not-allowed" })).toBe(
    "Allergies: not read: the record system did not allow it.",
  );
});
