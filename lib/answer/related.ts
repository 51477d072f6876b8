import type { CaseFacts } from "@/lib/case/facts";
import { type Match, selectDeciding } from "@/lib/match/match";
import { rankStudies } from "@/lib/match/rank";
import { isMet } from "@/lib/match/relation";
import { getShare } from "@/lib/match/share";
import type { StudySummary } from "@/lib/study/summary";
import type { Library } from "./library";

/** A sheet that adds no patients, matched like a study. `isNear`: it speaks of patients like this one. */
export type RelatedSheet = Pick<Match, "group" | "missing"> & { study: StudySummary; isNear: boolean };

/** The guidelines, the reviews or the background studies, matched to the case and in rank order. */
export function matchRelated(
  facts: CaseFacts,
  library: Library,
  kind: "guideline" | "review" | "background",
): RelatedSheet[] {
  const isInclusionBody = facts.profile.diagnosis === "IBM";
  const ranked = rankStudies(facts, library.columns[kind], library.rarity);
  const found = isInclusionBody ? ranked.filter(({ study }) => speaksOfInclusionBody(study)) : ranked;
  return found.map(({ study, group, missing, reasons }) => ({
    study,
    group,
    missing,
    isNear: isInclusionBody || (group !== "other" && selectDeciding(reasons).some(({ relation }) => isMet(relation))),
  }));
}

function speaksOfInclusionBody(study: StudySummary): boolean {
  return !["none", "unclear"].includes(getShare(study, "IBM").share);
}

/**
 * Guidelines that speak of such a patient first, the newest of them first; the others likewise. Of inclusion body myositis,
 * those whose own sentence names it come before those that only cover it among others.
 */
export function orderGuidelines(
  { profile }: Pick<CaseFacts, "profile">,
  guidelines: readonly RelatedSheet[],
): RelatedSheet[] {
  const year = ({ study }: RelatedSheet) => study.citation.year ?? 0;
  const names = ({ study }: RelatedSheet) =>
    Number(profile.diagnosis === "IBM" && /\binclusion body\b/i.test(study.bottomLine ?? ""));
  return [...guidelines].sort(
    (a, b) => Number(b.isNear) - Number(a.isNear) || names(b) - names(a) || year(b) - year(a),
  );
}
