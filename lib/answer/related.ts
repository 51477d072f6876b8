import type { CaseFacts } from "@/lib/case/facts";
import { type Match, selectDeciding } from "@/lib/match/match";
import { rankStudies } from "@/lib/match/rank";
import { isMet } from "@/lib/match/relation";
import { getShare } from "@/lib/match/share";
import type { StudySummary } from "@/lib/study/summary";
import type { Library } from "./library";

/** A sheet that adds no patients, matched like a study. */
export type RelatedSheet = Pick<Match, "group" | "missing"> & {
  study: StudySummary;
  /** it speaks of patients like this one */
  isNear: boolean;
  /** how much of what decides for this patient it speaks of */
  met: number;
  /** of how many traits besides it is all or mostly, which this patient was not said to have: lung disease, children */
  apart: number;
};

/** The guidelines, the reviews or the background studies, matched to the case and in rank order. */
export function matchRelated(
  facts: CaseFacts,
  library: Library,
  kind: "guideline" | "review" | "background",
): RelatedSheet[] {
  const isInclusionBody = facts.profile.diagnosis === "IBM";
  const ranked = rankStudies(facts, library.columns[kind], library.rarity);
  const found = isInclusionBody ? ranked.filter(({ study }) => speaksOfInclusionBody(study)) : ranked;
  return found.map(({ study, group, missing, reasons, traits }) => {
    const met = selectDeciding(reasons).filter(({ relation }) => isMet(relation)).length;
    return {
      study,
      group,
      missing,
      isNear: isInclusionBody || (group !== "other" && met > 0),
      met,
      apart: traits.length,
    };
  });
}

function speaksOfInclusionBody(study: StudySummary): boolean {
  return !["none", "unclear"].includes(getShare(study, "IBM").share);
}

/**
 * Guidelines that speak of such a patient first: those that still stand, of these those that speak of more of what the
 * patient has, then those that are of nothing else besides, such as lung disease, then the newest. Of inclusion body
 * myositis, those whose own sentence names it come before those that only cover it among others.
 */
export function orderGuidelines(
  { profile }: Pick<CaseFacts, "profile">,
  guidelines: readonly RelatedSheet[],
): RelatedSheet[] {
  const year = ({ study }: RelatedSheet) => study.citation.year ?? 0;
  const names = ({ study }: RelatedSheet) =>
    Number(profile.diagnosis === "IBM" && /\binclusion body\b/i.test(study.bottomLine ?? ""));
  const stands = ({ study }: RelatedSheet) => Number((study.guideline?.status ?? "current") === "current");
  return [...guidelines].sort(
    (a, b) =>
      Number(b.isNear) - Number(a.isNear) ||
      names(b) - names(a) ||
      (a.isNear ? stands(b) - stands(a) || b.met - a.met || a.apart - b.apart : 0) ||
      year(b) - year(a),
  );
}
