import type { ComparableSet } from "@/lib/answer/comparable-results";
import { capitalise } from "@/lib/format/text";
import { degreeNames, organNames, timingNames } from "@/lib/vocabulary/outcomes";

/** What the figures of one set have in common: "Skin response, major", "After stopping · randomised trials". */
export function formatSetTitle({
  domain,
  organ,
  degree,
  timing,
  arms,
}: Pick<ComparableSet, "domain" | "organ" | "degree" | "timing" | "arms">): string {
  const what =
    domain === "response"
      ? `${capitalise(organNames[organ ?? "global"])} response, ${degreeNames[degree ?? "other"]}`
      : capitalise(timingNames[timing ?? "unclear"]);
  return arms === "randomised" ? `${what} · randomised trials` : what;
}
