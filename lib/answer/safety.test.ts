import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { loadLibrary } from "@/lib/study/load";
import { selectSafetyChecks } from "./safety";

const { safety } = loadLibrary();
const told = (features: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features,
});
const relevant = (profile: Profile) => selectSafetyChecks(profile, safety).filter(({ because }) => because.length > 0);

test("nothing is ever left out, and nothing is relevant to an unknown patient", () => {
  expect(relevant(emptyProfile)).toEqual([]);
  for (const profile of [emptyProfile, told({ pregnancy: "yes", cardiac: "yes" })]) {
    const checks = selectSafetyChecks(profile, safety).map(({ check }) => check);
    expect([...checks].sort()).toEqual(safety.map(({ check }) => check).sort());
  }
  expect(selectSafetyChecks(emptyProfile, safety).map(({ check }) => check)).toEqual(safety.map(({ check }) => check));
});

test.each<[string, Profile, string]>([
  ["heart involvement: fluid load", told({ cardiac: "yes" }), "fluid-load"],
  ["pregnancy: what is known in pregnancy", told({ pregnancy: "yes" }), "pregnancy"],
  ["65 or over: thrombosis", told({ elderly: "yes" }), "thrombosis"],
  ["70 years: thrombosis", told({}, { ageYears: 70 }), "thrombosis"],
])("%s", (_, profile, topic) => {
  const found = relevant(profile);
  expect(found.map((item) => item.topic)).toContain(topic);
  // Every check on the topic, and they come first.
  expect(found.filter((item) => item.topic === topic)).toHaveLength(
    safety.filter((item) => item.topic === topic).length,
  );
  expect(selectSafetyChecks(profile, safety).slice(0, found.length)).toEqual(found);
});

describe("a no, or nothing said", () => {
  test("makes nothing relevant", () => {
    expect(relevant(told({ cardiac: "no", pregnancy: "no", elderly: "no" }))).toEqual([]);
    expect(relevant(told({ cardiac: "unknown" }))).toEqual([]);
  });
});
