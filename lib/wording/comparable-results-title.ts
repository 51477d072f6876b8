import type { ComparableSet } from "@/lib/answer/comparable-results";
import type { AgeGroup, Denominator, Kept } from "@/lib/answer/reply";
import { capitalise } from "@/lib/format/text";
import { degreeNames, organNames, timingNames } from "@/lib/vocabulary/outcomes";

const denominatorNames: Record<Denominator, string> = {
  responders: "of responders",
  "all-treated": "of all treated",
  other: "of other totals",
};

const ageNames: Record<AgeGroup, string | null> = {
  children: "children",
  adults: "adults",
  "mixed-or-not-stated": null,
};

const keptNames: Record<Kept, string | null> = {
  made: null,
  kept: "already on immunoglobulin",
  "some-kept": "some already on immunoglobulin",
};

type Titled = Omit<ComparableSet, "counts" | "pooledIds" | "pool" | "reason">;

/** What the figures of one set have in common: "Skin response, major · adults", "After stopping, of responders". */
export function formatSetTitle(set: Titled): string {
  const { domain, organ, degree, timing, criterion, denominator, ages, kept, arms } = set;
  const what =
    domain === "response"
      ? `${capitalise(organNames[organ ?? "global"])} response, ${degreeNames[degree ?? "other"]}`
      : [
          capitalise(timingNames[timing ?? "unclear"]),
          denominatorNames[denominator ?? "other"],
          criterion === "enzyme" ? "by an enzyme or antibody value" : null,
        ]
          .filter(Boolean)
          .join(", ");
  return [what, ageNames[ages], keptNames[kept], arms === "randomised" ? "randomised trials" : null]
    .filter(Boolean)
    .join(" · ");
}
