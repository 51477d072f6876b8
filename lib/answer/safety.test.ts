import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { loadLibrary } from "@/lib/study/load";
import { answerTo, realLibrary } from "./library.arbitrary";
import { findHarmInTrial, groupByTopic, groupSafetyChecks, isBoxedWarning, selectSafetyChecks } from "./safety";

const { safety } = loadLibrary();
const profileOf = (features: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features,
});
const select = (profile: Profile) => selectSafetyChecks(readCase(profile), safety);
const relevant = (profile: Profile) => select(profile).filter(({ because }) => because.length > 0);

test("nothing is ever left out, and nothing is relevant to an unknown patient", () => {
  expect(relevant(emptyProfile)).toEqual([]);
  for (const profile of [emptyProfile, profileOf({ pregnancy: "yes", cardiac: "yes" })]) {
    const checks = select(profile).map(({ check }) => check);
    expect([...checks].sort()).toEqual(safety.map(({ check }) => check).sort());
  }
  expect(select(emptyProfile).map(({ check }) => check)).toEqual(safety.map(({ check }) => check));
});

test.each<[string, Profile, string]>([
  ["heart involvement: fluid load", profileOf({ cardiac: "yes" }), "fluid-load"],
  ["pregnancy: what is known in pregnancy", profileOf({ pregnancy: "yes" }), "pregnancy"],
  ["65 or over: thrombosis", profileOf({ elderly: "yes" }), "thrombosis"],
  ["70 years: thrombosis", profileOf({}, { ageYears: 70 }), "thrombosis"],
])("%s", (_, profile, topic) => {
  const found = relevant(profile);
  expect(found.map((item) => item.topic)).toContain(topic);
  // Every check on the topic, and they come first.
  expect(found.filter((item) => item.topic === topic)).toHaveLength(
    safety.filter((item) => item.topic === topic).length,
  );
  expect(select(profile).slice(0, found.length)).toEqual(found);
});

describe("a no, or nothing stated", () => {
  test("makes nothing relevant", () => {
    expect(relevant(profileOf({ cardiac: "no", pregnancy: "no", elderly: "no" }))).toEqual([]);
    expect(relevant(profileOf({}))).toEqual([]);
  });
});

describe("the warnings that stand with every case", () => {
  test("are the boxed ones and the first on haemolysis, with nothing stated", () => {
    const { relevant, warnings } = groupSafetyChecks(select(emptyProfile));
    expect(relevant).toEqual([]);
    expect(warnings.map(({ topic }) => topic)).toEqual(["thrombosis", "kidney", "haemolysis"]);
    expect(warnings.filter(isBoxedWarning)).toHaveLength(2);
    expect(warnings.at(-1)?.check).toBe("Haemolysis: blood group A, B or AB");
  });

  test("are never among those that may be folded away, and each check stands once", () => {
    const boxed = safety.filter(isBoxedWarning).map(({ check }) => check);
    expect(boxed).toHaveLength(2);
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { relevant, warnings, others } = groupSafetyChecks(select(profile));
        const open = [...relevant, ...warnings];
        expect(open.map(({ check }) => check)).toEqual(expect.arrayContaining(boxed));
        expect(new Set(open.map(({ topic }) => topic))).toContain("haemolysis");
        expect([...open, ...others].map(({ check }) => check).sort()).toEqual(safety.map(({ check }) => check).sort());
      }),
      { numRuns: 50 },
    );
  });

  test("are none in a list without their topics", () => {
    const elsewhere = select(emptyProfile).filter(({ topic }) => topic === "vaccines");
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(groupSafetyChecks(elsewhere)).toEqual({ relevant: [], warnings: [], others: elsewhere });
  });
});

test("by topic each check stands once, and the boxed warnings of a topic come first", () => {
  const topics = groupByTopic([...safety].reverse());
  expect(topics.length).toBeGreaterThan(10);
  expect(new Set(topics.map(({ topic }) => topic)).size).toBe(topics.length);
  expect(topics.flatMap(({ checks }) => checks)).toHaveLength(safety.length);
  for (const topic of ["thrombosis", "kidney"]) {
    const [first] = topics.find((one) => one.topic === topic)?.checks ?? [];
    expect(first && isBoxedWarning(first)).toBe(true);
  }
});

test("a topic's figure is that of a randomised trial, and of nothing else", () => {
  const { studies } = answerTo(exampleCases.refractoryAdult.profile, realLibrary());
  expect(findHarmInTrial("thrombosis", studies)?.figure).toMatchObject({ events: 6, total: 95, harm: "thrombosis" });
  expect(findHarmInTrial("vaccines", studies)).toBeNull();
  const untested = studies.filter(({ study }) => study.design.type !== "randomised-controlled-trial");
  expect(untested.length).toBeGreaterThan(50);
  expect(findHarmInTrial("thrombosis", untested)).toBeNull();
});
