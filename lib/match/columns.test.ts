import fc from "fast-check";
import { expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { loadLibrary } from "@/lib/study/load";
import { countMoved, createColumns, findGroups, selectDescribing } from "./columns";
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
    { numRuns: 300 },
  );
  for (const group of groups) expect(seen.get(group), group).toBeGreaterThan(20);
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
    { numRuns: 200 },
  );
  expect(columns.studies.length).toBeGreaterThan(100);
});

test("what moves is counted study by study", () => {
  expect(countMoved(Uint8Array.of(0, 1, 2, 3), Uint8Array.of(0, 2, 2, 0))).toBe(2);
  expect(countMoved(new Uint8Array(), new Uint8Array())).toBe(0);
});
