import type { EvidenceView } from "@/lib/answer/wire";
import { degreeNames, organNames, timingNames } from "@/lib/vocabulary/outcomes";
import { sentence } from "@/lib/vocabulary/phrases";

/** What the figures of one set have in common: "Skin response, major", "After stopping · randomised trials". */
export function setTitle({ domain, organ, degree, timing, arms }: EvidenceView["sets"][number]): string {
  const what =
    domain === "response"
      ? `${sentence(organNames[organ ?? "global"])} response, ${degreeNames[degree ?? "other"]}`
      : sentence(timingNames[timing ?? "unclear"]);
  return arms === "randomised" ? `${what} · randomised trials` : what;
}
