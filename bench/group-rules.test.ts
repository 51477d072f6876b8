import fc from "fast-check";
import { expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { findGroup, type Group, groups } from "@/lib/match/match";
import { anyConsistentStudies, anyShortProfile } from "@/lib/match/patients.arbitrary";
import { type Described, getShare } from "@/lib/match/share";
import { type GroupRule, groupOfOthers, listGroupRules } from "./group-rules";

/** What an engine does with the rules, as plainly as it can be written. */
function decide(rules: readonly GroupRule[], study: Described): Group {
  const found = rules.find(({ pass, tests }) => {
    const results = tests.map(({ trait, shares }) => shares.includes(getShare(study, trait).share));
    return pass === "any" ? results.includes(true) : !results.includes(false);
  });
  return found?.group ?? groupOfOthers;
}

test("the rules that other engines are given decide every group as the app does", () => {
  const seen = new Map<Group, number>();
  fc.assert(
    fc.property(anyShortProfile, anyConsistentStudies, (profile, studies) => {
      const facts = readCase(profile);
      const rules = listGroupRules(facts);
      for (const study of studies) {
        const group = findGroup(facts, study);
        seen.set(group, (seen.get(group) ?? 0) + 1);
        expect(decide(rules, study)).toBe(group);
      }
    }),
  );
  for (const group of groups) expect(seen.get(group), group).toBeGreaterThan(5);
});
