import fc from "fast-check";
import { describe, test } from "vitest";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import type { Profile } from "@/lib/case/schema";
import { countRuns } from "@/lib/format/runs.arbitrary";
import type { Library } from "./library";
import { getReply, realLibrary } from "./library.arbitrary";
import { expectHonest } from "./promises/fixtures";

describe("the promises hold", () => {
  const library: Library = realLibrary();

  test.each(Object.keys(exampleCases) as ExampleName[])("on the real library: %s", (name) => {
    const profile: Profile = exampleCases[name].profile;
    expectHonest(getReply(profile, library), "wilson");
    expectHonest(getReply({ ...profile, weightKg: 62 }, library, "exact"), "exact");
  });

  test("on the real library, for generated cases", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => expectHonest(getReply(profile, library), "wilson")),
      { numRuns: countRuns(30) },
    );
  }, 60_000);
});
