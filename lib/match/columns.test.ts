import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseFacts, readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, setAnswer } from "@/lib/case/schema";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { createColumns, findGroups, prepareMoves, selectDescribing } from "./columns";
import { findGroup, type Group, groups } from "./match";
import { anyConsistentStudies, anyShortProfile } from "./patients.arbitrary";

const anyCase = fc.oneof({ weight: 3, arbitrary: anyShortProfile }, { weight: 1, arbitrary: anyProfile });

test("groups by columns are the groups by definition, whatever the case and the library", () => {
  const seen = new Map<Group, number>();
  fc.assert(
    fc.property(anyCase, anyConsistentStudies, (profile, studies) => {
      const facts = readCase(profile);
      const expected = studies.map((study) => findGroup(facts, study));
      const found = [...findGroups(facts, createColumns(studies))].map((place) => groups[place]);
      expect(found).toEqual(expected);
      for (const group of expected) seen.set(group, (seen.get(group) ?? 0) + 1);
    }),
    { numRuns: countRuns(400) },
  );
  for (const group of groups) expect(seen.get(group), group).toBeGreaterThan(countRuns(20));
});

test("the columns of one library serve one case after another", () => {
  const columns = createColumns(loadLibrary().studies);
  fc.assert(
    fc.property(anyCase, (profile) => {
      const facts = readCase(profile);
      const found = [...findGroups(facts, columns)].map((place) => groups[place]);
      expect(found).toEqual(columns.studies.map((study) => findGroup(facts, study)));
      const describing = columns.studies.filter((study) => findGroup(facts, study) === "this-patient");
      expect(selectDescribing(facts, columns)).toEqual(describing);
    }),
    { numRuns: countRuns(200) },
  );
  expect(columns.studies.length).toBeGreaterThan(100);
});

test("as many studies move between two cases as have another group by definition", () => {
  const columns = createColumns(loadLibrary().studies);
  let moved = 0;
  fc.assert(
    fc.property(anyCase, anyCase, (one, other) => {
      const [a, b] = [readCase(one), readCase(other)];
      const expected = columns.studies.filter((study) => findGroup(a, study) !== findGroup(b, study)).length;
      expect(prepareMoves({ aspects: [] }, columns)(a, b)).toBe(expected);
      moved += expected;
    }),
    { numRuns: countRuns(200) },
  );
  expect(moved).toBeGreaterThan(countRuns(1000));
});

test("what two cases have in common changes nothing in how many studies move between them", () => {
  const columns = createColumns(loadLibrary().studies);
  let moved = 0;
  fc.assert(
    fc.property(anyCase, anyCase, fc.constantFrom(...features), (profile, unlike, feature) => {
      const [yes, no] = (["yes", "no"] as const).map((answer) => readCase(setAnswer(profile, feature, answer))) as [
        CaseFacts,
        CaseFacts,
      ];
      const expected = prepareMoves({ aspects: [] }, columns)(yes, no);
      for (const common of [profile, unlike]) expect(prepareMoves(readCase(common), columns)(yes, no)).toBe(expected);
      moved += expected;
    }),
    { numRuns: countRuns(200) },
  );
  expect(moved).toBeGreaterThan(countRuns(1000));
});

test("what two cases have in common with others is not taken for what they have: one answer each", () => {
  const columns = createColumns([
    createStudy({ id: "lung", features: { ild: { share: "all" } } }),
    createStudy({ id: "heart", features: { cardiac: { share: "all" } } }),
  ]);
  const read = (feature: Feature, answer: "yes" | "no") => readCase(setAnswer(emptyProfile, feature, answer));
  // Lung disease describes one study, heart involvement another: each leaves its group for another.
  const count = prepareMoves(read("ild", "yes"), columns);
  expect(count(read("ild", "yes"), read("cardiac", "yes"))).toBe(2);
  expect(count(read("cardiac", "yes"), read("cardiac", "no"))).toBe(1);
  expect(count(read("ild", "yes"), read("ild", "no"))).toBe(1);
});
