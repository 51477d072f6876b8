import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { loadLibrary } from "@/lib/study/load";
import { selectSafetyChecks } from "./safety";

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
