import type { Finding } from "@/lib/answer/result-sentences";
import type { VerdictSentences } from "@/lib/answer/verdict";

/** What is found in one domain, on one line: "Response: Bounfour 2014, … 19 of 27 (70%). Given: IV, 2 g/kg. One other study counts it: 2 of 2." */
export function formatFinding({ name, lead, given, more, beside }: Finding): string {
  return `${name}: ${[...lead, given && `Given: ${given}`, ...more, ...beside].filter(Boolean).join(" ")}`;
}

/**
 * What a verdict says besides its findings, for a page that shows those by themselves: not whether trials are among the
 * studies, which the certainty says, nor who includes such patients, which has a place of its own.
 */
export function listBesideFindings({ extent, singleCases, subgroups }: VerdictSentences): string[] {
  return [...extent, ...(singleCases === null ? [] : [singleCases]), ...subgroups];
}
