import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { codes, systems } from "@/lib/fhir/codes";
import { bundle, code, condition, patient, patientId } from "@/lib/fhir/fixtures";
import { type Card, call, clearSettings, type Json, reasonsOf, sendFeedback } from "./fixtures";

beforeEach(clearSettings);
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The invariants of CDS Hooks for a response, by their ids; the words are those of the standard. */
function checkResponse(body: Json): void {
  const cards = (body.cards ?? []) as (Card & {
    suggestions?: { isRecommended?: boolean; actions?: Json[]; actionSelectionBehavior?: string }[];
    selectionBehavior?: string;
    overrideReasons?: Json[];
    links?: { type: string; appContext?: string }[];
    source: Json;
  })[];
  const systemActions = (body.systemActions ?? []) as Json[];
  for (const card of cards) {
    const suggestions = card.suggestions ?? [];
    const actions = [...suggestions.flatMap((suggestion) => suggestion.actions ?? []), ...systemActions];
    if (card.selectionBehavior === "at-most-one")
      expect(suggestions.filter(({ isRecommended }) => isRecommended).length, "cds-resp-1").toBeLessThanOrEqual(1);
    for (const action of actions) {
      if (action.type === "delete")
        expect(action.resourceId !== undefined && action.resource === undefined, "cds-resp-2").toBe(true);
      expect(action.description, "cds-resp-5").toBeDefined();
    }
    for (const link of card.links ?? []) {
      if (link.type !== "smart") expect(link.appContext, "cds-resp-3").toBeUndefined();
      expect(["absolute", "smart"]).toContain(link.type);
    }
    for (const reason of card.overrideReasons ?? []) expect(reason.display, "cds-resp-4").toBeDefined();
    if (suggestions.length > 0) expect(card.selectionBehavior, "cds-resp-6").toBeDefined();
    for (const { actionSelectionBehavior } of suggestions)
      expect([undefined, "all", "any", "at-most-one"], "cds-resp-7").toContain(actionSelectionBehavior);
    expect(card.summary.length).toBeLessThan(140);
    expect(card.indicator).toBe("info");
    expect(card.source.label).toMatch(/\S/);
    expect(card.uuid).toMatch(/^[0-9a-f-]{36}$/);
  }
  expectNothingEmpty(body);
}

/** JSON of CDS Hooks holds no null and nothing empty, but for an empty list of cards. */
function expectNothingEmpty(value: unknown, key = ""): void {
  expect(value).not.toBeNull();
  expect(value).not.toBe("");
  if (typeof value !== "object") return;
  const members = Object.entries(value as Json);
  if (key !== "cards") expect(members).not.toHaveLength(0);
  for (const [name, member] of members) expectNothingEmpty(member, name);
}

const conditionCodes = codes.filter(({ system }) => system === systems.snomed || system === systems.icd10cm);
const myositisCodes = conditionCodes.filter(({ concept }) => concept.includes("myositis"));
const anyCondition = fc
  .record({
    row: fc.oneof(fc.constantFrom(...conditionCodes), fc.constantFrom(...myositisCodes)),
    status: fc.constantFrom("active", "active", "active", "resolved", "remission", "recurrence", "odd"),
    onsetDateTime: fc.constantFrom("2026-10-01", "2019", "2099-01-01", undefined),
    subject: fc.constantFrom(
      { reference: `Patient/${patientId}` },
      { reference: `https://ehr.example/Patient/${patientId}` },
      { reference: "Patient/other" },
      undefined,
    ),
    text: fc.option(fc.constantFrom("Polymyositis", "No dermatomyositis", "Antisynthetase syndrome", "?"), {
      nil: undefined,
    }),
  })
  .map(({ row, status, text, ...more }) =>
    condition({ ...code(row.code, row.system, row.display), ...(text !== undefined && { text }) }, more, status),
  );
const anyPart = fc.oneof(
  { weight: 5, arbitrary: fc.array(anyCondition, { maxLength: 5 }).map((conditions) => bundle(...conditions)) },
  { weight: 1, arbitrary: fc.constantFrom(null, { resourceType: "OperationOutcome" }, undefined) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const anyCall = fc.record(
  {
    hook: fc.constantFrom("patient-view", "patient-view", "patient-view", "order-select"),
    hookInstance: fc.uuid(),
    fhirServer: fc.constantFrom("https://ehr.example/fhir", "nowhere"),
    fhirAuthorization: fc.option(
      fc.record(
        {
          access_token: fc.constant("token"),
          token_type: fc.constant("Bearer"),
          expires_in: fc.constant(300),
          scope: fc.constantFrom("patient/Condition.rs", "user/*.rs"),
          subject: fc.constant("client"),
          patient: fc.constantFrom(patientId, "other"),
        },
        { requiredKeys: ["access_token", "token_type"] },
      ),
      // most calls have none: one with it is often refused, and cards are to be looked at too
      { nil: undefined, freq: 2 },
    ),
    context: fc.constantFrom({ patientId, userId: "Practitioner/1" }, { userId: "Practitioner/1" }),
    prefetch: fc.record(
      { patient: fc.constantFrom(patient(), null, patient("2015")), conditions: anyPart },
      { requiredKeys: ["conditions"] },
    ),
  },
  { requiredKeys: ["hook", "hookInstance", "context"] },
);

describe("whatever is called", () => {
  test("the invariants of the standard hold for every reply to 1,000 calls", async () => {
    const seen = { cards: 0, empty: 0, refused: 0, withoutServer: 0, withoutPatient: 0 };
    await fc.assert(
      fc.asyncProperty(anyCall, async (body) => {
        const reply = await call(body);
        expect([200, 400, 412]).toContain(reply.status);
        if (reply.status !== 200) {
          seen.refused += 1;
          expect(reasonsOf(reply).length).toBeGreaterThan(0);
          expectNothingEmpty(reply.body);
        } else {
          checkResponse(reply.body);
          expect(reply.body.cards?.length).toBeLessThanOrEqual(1);
          seen[reply.body.cards?.length === 1 ? "cards" : "empty"] += 1;
        }
        if (body.fhirAuthorization && body.fhirServer === undefined) {
          seen.withoutServer += 1;
          expect(reply.status, "cds-r-1").toBe(400);
        }
        // The scopes of version 1 and 2 begin with a small letter, so the standard's expression asks nothing of them.
        if (body.fhirAuthorization?.scope?.startsWith("patient/") && !body.fhirAuthorization.patient)
          seen.withoutPatient += 1;
        if (body.fhirAuthorization?.patient === "other") expect(reply.status, "cds-r-2").toBe(400);
      }),
      { numRuns: 1000 },
    );
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(10);
    // A thousand answers take long on a busy machine.
  }, 180_000);

  test("feedback that breaks a rule of the standard is refused, and no other", async () => {
    const anyItem = fc.record(
      {
        card: fc.uuid(),
        outcome: fc.constantFrom("accepted", "overridden", "ignored"),
        outcomeTimestamp: fc.constant("2026-11-26T05:00:00Z"),
        acceptedSuggestions: fc.constant([{ id: "s" }]),
        overrideReason: fc.record(
          { reason: fc.constant({ code: "r" }), userComment: fc.constant("c") },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ["card", "outcome", "outcomeTimestamp"] },
    );
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(anyItem, { minLength: 1, maxLength: 2 }), async (feedback) => {
        const isGood = feedback.every(
          ({ outcome, acceptedSuggestions, overrideReason }) =>
            outcome !== "ignored" && // cds-fb-1
            (outcome !== "accepted" || acceptedSuggestions !== undefined) && // cds-fb-2
            (overrideReason === undefined || Object.keys(overrideReason).length > 0), // cds-fb-3
        );
        seen[isGood ? "taken" : "refused"] += 1;
        expect((await sendFeedback({ feedback })).status).toBe(isGood ? 200 : 400);
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});
