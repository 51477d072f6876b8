import type { Answer } from "@/lib/answer/answer";
import { composeIncludingSentences } from "@/lib/answer/gap";
import type { Finding } from "@/lib/answer/result-sentences";
import { composeTrialSentence } from "@/lib/answer/verdict";

/** What is found in one domain, on one line: "Response: Bounfour 2014, … 19 of 27 (70%). One other study counts it: 2 of 2." */
export function formatFinding({ name, lead, more }: Finding): string {
  return `${name}: ${[...lead, ...more].join(" ")}`;
}

/** The sentences of a verdict around its findings, which are told by themselves. */
export type VerdictParts = {
  /** who describes this patient, or that nobody does */
  lead: string;
  /** what is said after the findings */
  rest: string[];
  /** the studies that include such patients, in one sentence; null where none is named */
  including: string | null;
};

/** Takes a verdict apart, for a page that shows the findings and the studies including such patients elsewhere. */
export function splitVerdict({
  facts,
  studies,
  describing,
  verdict,
  findings,
  including,
}: Pick<Answer, "facts" | "studies" | "describing" | "verdict" | "findings" | "including">): VerdictParts {
  const [lead = "", ...others] = verdict.sentences;
  const [includingSentence = null] = composeIncludingSentences(facts, studies, including);
  const told = new Set([
    // The certainty stands beside these sentences and says it too.
    composeTrialSentence(describing),
    ...findings.flatMap(({ name, lead: [first, ...beside] }) => [`${name}: ${first}`, ...beside]),
    ...(includingSentence === null ? [] : [includingSentence]),
  ]);
  return { lead, rest: others.filter((sentence) => !told.has(sentence)), including: includingSentence };
}
