import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { getAnswer, type Profile, setAnswer } from "@/lib/case/schema";
import { createOutcome } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import { featureOfDiagnosis } from "@/lib/vocabulary/concepts";
import { type Diagnosis, diagnoses, type Feature, features } from "@/lib/vocabulary/feature";
import { createColumns } from "./columns";
import { type Group, groups, match } from "./match";
import { anyConsistentStudies, anyShortProfile } from "./patients.arbitrary";
import { type RankedStudy, rankStudies } from "./rank";
import { measureRarity } from "./rarity";
import { getShare } from "./share";

/**
 * Cases and libraries that each promise is tried on, others in every run. Each holds several studies and most promises are
 * tried on each of them, so what is wrong for one pair of case and study in a thousand is still found in most runs.
 */
const RUNS = 200;
const anyCase = fc.oneof({ weight: 3, arbitrary: anyShortProfile }, { weight: 1, arbitrary: anyProfile });

const isLowered = (before: Group, after: Group) => groups.indexOf(after) > groups.indexOf(before);
const createRank = (studies: readonly Study[]) => {
  const columns = createColumns(studies);
  const rarity = measureRarity(studies);
  return (profile: Profile): RankedStudy[] => rankStudies(readCase(profile), columns, rarity);
};
const listPlaces = (ranked: readonly RankedStudy[]) => ranked.map(({ study, group }) => `${study.id} ${group}`);

/** Tries a promise on generated cases and libraries. */
function tryOn(promise: (profile: Profile, studies: Study[]) => void) {
  fc.assert(fc.property(anyCase, anyConsistentStudies, promise), { numRuns: RUNS });
}

describe("whatever the case and the library", () => {
  test("every study is in exactly one group, and the order of the files does not matter", () => {
    const seen = new Map<Group, number>();
    tryOn((profile, studies) => {
      const ranked = createRank(studies)(profile);
      expect(ranked.map(({ study }) => study.id).sort()).toEqual(studies.map(({ id }) => id).sort());
      for (const { group } of ranked) seen.set(group, (seen.get(group) ?? 0) + 1);
      const places = ranked.map(({ group }) => groups.indexOf(group));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(listPlaces(createRank([...studies].reverse())(profile))).toEqual(listPlaces(ranked));
    });
    for (const group of groups) expect(seen.get(group), group).toBeGreaterThan(RUNS / 20);
  });

  test("a yes met as the same never lowers a group; a no that differs always lands in the last", () => {
    let tried = 0;
    tryOn((profile, studies) => {
      const facts = readCase(profile);
      const before = studies.map((study) => match(facts, study).group);
      for (const feature of features) {
        if (getAnswer(profile, feature) !== "unknown") continue;
        const alike = studies.flatMap((study, index) => (getShare(study, feature).share === "all" ? [index] : []));
        if (alike.length === 0) continue;
        tried += alike.length;
        const [yes, no] = (["yes", "no"] as const).map((answer) => readCase(setAnswer(profile, feature, answer)));
        const find = (changed: typeof yes, index: number) => match(changed ?? facts, studies[index] as Study).group;
        const lowered = alike.filter((index) => isLowered(before[index] as Group, find(yes, index)));
        expect({ feature, lowered }).toEqual({ feature, lowered: [] });
        const kept = alike.filter((index) => find(no, index) !== "other");
        expect({ feature, kept }).toEqual({ feature, kept: [] });
      }
    });
    expect(tried).toBeGreaterThan(10 * RUNS);
  });

  test("a diagnosis met as the same never lowers a group", () => {
    let tried = 0;
    tryOn((profile, studies) => {
      if (profile.diagnosis) return;
      for (const study of studies) {
        const before = match(readCase(profile), study).group;
        for (const diagnosis of diagnoses) {
          if (getShare(study, diagnosis).share !== "all") continue;
          tried += 1;
          const after = match(readCase({ ...profile, diagnosis }), study).group;
          expect(isLowered(before, after), diagnosis).toBe(false);
        }
      }
    });
    expect(tried).toBeGreaterThan(RUNS);
  });

  test("a concept stated as a feature, as a diagnosis or as both is one: same groups, same order, named once", () => {
    const pairs = Object.entries(featureOfDiagnosis) as [Diagnosis, Feature][];
    let tried = 0;
    tryOn(({ diagnosis: _, ...others }, studies) => {
      const rank = createRank(studies);
      for (const [diagnosis, feature] of pairs) {
        const free = setAnswer({ ...others, diagnosis: null }, feature, "unknown");
        const asFeature = rank(setAnswer(free, feature, "yes"));
        const asDiagnosis = rank({ ...free, diagnosis });
        const asBoth = rank({ ...setAnswer(free, feature, "yes"), diagnosis });
        tried += studies.length;
        expect(listPlaces(asDiagnosis)).toEqual(listPlaces(asFeature));
        expect(listPlaces(asBoth)).toEqual(listPlaces(asFeature));
        const names = [feature, "diagnosis"];
        const once = asFeature.map(() => 1);
        const countLacks = (ranked: RankedStudy[]) => ranked.map(({ missing }) => missing.length);
        for (const ranked of [asFeature, asDiagnosis, asBoth]) {
          const named = ranked.map(({ reasons }) => reasons.filter((reason) => names.includes(reason.feature)).length);
          expect(named).toEqual(once);
          expect(countLacks(ranked)).toEqual(countLacks(asFeature));
        }
      }
    });
    expect(tried).toBeGreaterThan(10 * RUNS);
  });

  test("a true answer by definition, stated as well, changes no group, no place and no lack", () => {
    const tried = { yes: 0, no: 0 };
    tryOn((profile, studies) => {
      const rank = createRank(studies);
      const before = rank(profile);
      for (const [feature, answer] of Object.entries(readCase(profile).implied) as [Feature, "yes" | "no"][]) {
        tried[answer] += 1;
        const after = rank(setAnswer(profile, feature, answer));
        expect(listPlaces(after), `${feature} ${answer}`).toEqual(listPlaces(before));
        expect(after.map(({ missing }) => missing)).toEqual(before.map(({ missing }) => missing));
      }
    });
    expect(tried.yes).toBeGreaterThan(RUNS / 2);
    expect(tried.no).toBeGreaterThan(RUNS);
  });

  test("an age is the same as the two answers that it stands for", () => {
    let tried = 0;
    tryOn((profile, studies) => {
      if (profile.ageYears === null) return;
      tried += 1;
      const answered = (["juvenile", "elderly"] as const).reduce<Profile>(
        (stated, feature) => setAnswer(stated, feature, getAnswer(profile, feature)),
        { ...profile, ageYears: null },
      );
      // Beside a contradiction between an age and its question, it matters which of them was said.
      if (readCase(profile).contradictions.some(({ between }) => between.includes("age"))) return;
      const rank = createRank(studies);
      expect(listPlaces(rank(answered))).toEqual(listPlaces(rank(profile)));
    });
    expect(tried).toBeGreaterThan(RUNS / 4);
  });

  test("figures of response, relapse and all else have no influence", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyCase, anyConsistentStudies, fc.nat(10), fc.boolean(), (profile, studies, events, isHeadlined) => {
        const results = [createOutcome({ events }), createOutcome({ domain: "relapse", events: 10 - events })];
        const altered = studies.map((study, index) => ({
          ...study,
          outcomes: index % 2 === 0 ? results : [createOutcome({ domain: "relapse", events })],
          headline: { ...study.headline, response: isHeadlined ? "response" : null },
          bottomLine: "Otherwise.",
        }));
        tried += studies.length;
        expect(listPlaces(createRank(altered)(profile))).toEqual(listPlaces(createRank(studies)(profile)));
      }),
      { numRuns: RUNS },
    );
    expect(tried).toBeGreaterThan(RUNS);
  });
});
