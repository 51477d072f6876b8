import { isFigureDomain, type OutcomeDomain } from "@/lib/vocabulary/outcomes";
import { selectLinkedSources } from "./citation";
import { getKind } from "./kind";
import type { Outcome, Study } from "./schema";

/** The part of a fact sheet that matching, figures and the table need; every full sheet is one too. */
export type StudySummary = Pick<
  Study,
  | "id"
  | "citation"
  | "sources"
  | "design"
  | "cohort"
  | "participants"
  | "features"
  | "treatment"
  | "outcomes"
  | "headline"
  | "reads"
  | "guideline"
> & {
  /** null in the summary of a treatment study, whose results speak for it until its sheet is opened */
  bottomLine: string | null;
  /** the domains of all outcomes of the sheet, where the summary itself holds only some of them */
  reports?: ReportedDomains;
};

/** The outcome domains a sheet reports, each as a count or else in words. */
export type ReportedDomains = Partial<Record<OutcomeDomain, "count" | "words">>;

/** What a sheet reports, whichever of its outcomes this summary still holds. */
export function getReportedDomains({ reports, outcomes }: Pick<StudySummary, "reports" | "outcomes">): ReportedDomains {
  if (reports) return reports;
  const found: ReportedDomains = {};
  for (const { domain, result } of outcomes) {
    if (result.kind === "proportion") found[domain] = "count";
    else found[domain] ??= "words";
  }
  return found;
}

/** More authors than a citation prints, so that "et al." can still be recognised. */
const citedAuthors = 7;

/**
 * The sheet without what only its own page shows, because the case page sends every study to a phone.
 * Matching and figures come out the same for a sheet and for its summary.
 */
export function toStudySummary(study: Study): StudySummary {
  const { citation, features, outcomes, headline } = study;
  // Headlines, and what another outcome counts its patients of.
  const needed = new Set([...Object.values(headline), ...outcomes.map(({ of }) => of ?? null)]);
  return {
    id: study.id,
    citation: { ...citation, authors: citation.authors.slice(0, citedAuthors) },
    sources: selectLinkedSources(study),
    design: study.design,
    cohort: study.cohort,
    participants: study.participants,
    features: Object.fromEntries(
      Object.entries(features).map(([feature, reported]) => [feature, { ...reported, note: null }]),
    ) as StudySummary["features"],
    treatment: study.treatment,
    outcomes: outcomes.filter((outcome) => needed.has(outcome.id) || isPatientResult(outcome)),
    headline,
    bottomLine: getKind(study) === "treatment" ? null : study.bottomLine,
    reads: study.reads,
    ...(study.guideline && { guideline: study.guideline }),
    reports: getReportedDomains(study),
  };
}

/** Harm, what became of a pregnancy, in how many the disease went on, and what a figure of some case may be chosen from: a count, or a part of the patients. */
function isPatientResult({ domain, result, subgroup, of }: Outcome): boolean {
  if (domain === "adverse-event" || domain === "pregnancy-outcome" || of) return true;
  if (result.kind === "time" && isFigureDomain(domain)) return true;
  if (domain === "progression" && result.kind === "proportion") return true;
  return isFigureDomain(domain) && (result.kind === "proportion" || subgroup !== undefined);
}
