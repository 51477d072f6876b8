import fc from "fast-check";
import { expect, test } from "vitest";
import type { Proposal, ProposedValue } from "@/lib/fhir/proposals";
import { accept, type Choices, listRecorded, makeCase, refuse, undo } from "./choices";

const source = { resourceType: "Condition", id: "1", system: null, code: null, display: null, isVerified: true };
const propose = (value: ProposedValue, status: Proposal["status"]): Proposal => ({
  ...value,
  status,
  reason: "It is on record.",
  sources: [{ ...source, kind: "code", date: null }],
});

const proposals = [
  propose({ aspect: "pregnancy", value: "yes" }, "contradicted"),
  propose({ aspect: "pregnancy", value: "no" }, "contradicted"),
  propose({ aspect: "ild", value: "yes" }, "mentioned"),
  propose({ aspect: "diagnosis", value: "DM" }, "recorded"),
  propose({ aspect: "weightKg", value: 68 }, "recorded"),
];
const none: Choices = new Map();
const empty = { features: {}, diagnosis: null, ageYears: null, weightKg: null };

test("nothing counts before it is accepted, and what is refused or taken back does not count", () => {
  expect(makeCase(proposals, none)).toEqual(empty);
  expect(makeCase(proposals, refuse(none, 2))).toEqual(empty);
  expect(makeCase(proposals, accept(proposals, none, 2))).toEqual({ ...empty, features: { ild: "yes" } });
  expect(makeCase(proposals, undo(accept(proposals, none, 2), 2))).toEqual(empty);
  expect(makeCase(proposals, refuse(accept(proposals, none, 3), 3))).toEqual(empty);
});

test("to accept one of two values refuses the other", () => {
  const first = accept(proposals, none, 0);
  expect([...first]).toEqual([
    [1, "refused"],
    [0, "accepted"],
  ]);
  expect(makeCase(proposals, accept(proposals, first, 1)).features).toEqual({ pregnancy: "no" });
});

test("recorded and undecided answers alone are accepted all at once", () => {
  expect(listRecorded(proposals, none)).toEqual([3, 4]);
  expect(listRecorded(proposals, refuse(none, 4))).toEqual([3]);
});

test("whatever is tapped, in whatever order: a case can be made, of accepted answers alone", () => {
  const tap = fc.record({
    place: fc.nat(proposals.length - 1),
    act: fc.constantFrom("accept" as const, "refuse" as const, "undo" as const),
  });
  fc.assert(
    fc.property(fc.array(tap, { maxLength: 12 }), (taps) => {
      const choices = taps.reduce<Choices>((all, { place, act }) => {
        if (act === "accept") return accept(proposals, all, place);
        return act === "refuse" ? refuse(all, place) : undo(all, place);
      }, none);
      const { features, diagnosis, weightKg } = makeCase(proposals, choices);
      const isAccepted = (place: number) => choices.get(place) === "accepted";
      expect(features.pregnancy).toBe(isAccepted(0) ? "yes" : isAccepted(1) ? "no" : undefined);
      expect(features.ild).toBe(isAccepted(2) ? "yes" : undefined);
      expect(diagnosis).toBe(isAccepted(3) ? "DM" : null);
      expect(weightKg).toBe(isAccepted(4) ? 68 : null);
    }),
  );
});
