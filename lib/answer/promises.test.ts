import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { expectHonest } from "./promises/fixtures";
import { anySheets, createLibrary, getReply } from "./small-library.arbitrary";

const refractory: Profile = { ...emptyProfile, features: { refractory: "yes" } };

/** A trial whose two groups differ by a figure: of the generated sheets only some six of each run are, and by chance none. */
const trial = createStudy({
  design: { type: "randomised-controlled-trial", controlled: true },
  features: { refractory: { share: "all" } },
  participants: { treated: 10, enrolled: 20 },
  outcomes: [createOutcome({ events: 6, total: 10, comparator: { label: "Placebo", events: 2, total: 10 } })],
});

describe("the promises hold", () => {
  test("for 250 generated cases and libraries, missing and odd sheets among them", () => {
    const seen = { figures: 0, pools: 0, comparisons: 0, empty: 0 };
    fc.assert(
      fc.property(
        fc.oneof(anyProfile, fc.constant(refractory)),
        fc.tuple(anySheets, fc.boolean()).map(([sheets, hasTrial]) => (hasTrial ? [...sheets, trial] : sheets)),
        fc.constantFrom("wilson" as const, "exact" as const),
        (profile, sheets, method) => {
          const view = getReply(profile, createLibrary(sheets), method);
          expectHonest(view, method);
          seen.empty += view.studies.length === 0 ? 1 : 0;
          seen.pools += view.pools.length;
          for (const { response, relapse } of view.studies) {
            seen.figures += response || relapse ? 1 : 0;
            seen.comparisons += response?.comparison?.difference ? 1 : 0;
          }
        },
      ),
      { numRuns: 250 },
    );
    // Enough of each was looked at for silence to mean something.
    expect(seen.figures).toBeGreaterThan(125);
    expect(seen.comparisons).toBeGreaterThan(10);
    expect(seen.pools).toBeGreaterThan(0);
    expect(seen.empty).toBeGreaterThan(4);
  }, 60_000);
});
