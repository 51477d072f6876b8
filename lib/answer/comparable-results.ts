import { pluralise, spellNumber } from "@/lib/format/text";
import { type Pool, poolProportions } from "@/lib/stats/pool";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { type ComparedDomain, comparedDomains } from "@/lib/vocabulary/outcomes";
import type { Arms, Figure } from "./reply";
import { getFigure } from "./result";
import type { StudyAnswer } from "./study-answer";

/** A study with the figure of it that is counted here. */
export type StudyCount = { study: StudySummary; name: string; figure: Figure };

/**
 * Figures that count the same thing and may stand in one plot, with their pool, or why there is none. Those of
 * randomised trials never stand with the others: no other group is controlled by chance.
 */
export type ComparableSet = {
  domain: ComparedDomain;
  /** organ and degree of a response; null for relapses, which are put together by timing */
  organ: Figure["organ"] | null;
  degree: Figure["degree"];
  timing: Figure["timing"];
  arms: Arms;
  /** every study that counts this, in rank order */
  counts: StudyCount[];
  /** the ones of them in the pool: large enough, one report per cohort; empty where nothing is pooled */
  pooledIds: string[];
  pool: Pool | null;
  /** why nothing is pooled, or how the pool is to be read; null for an ordinary pool */
  reason: string | null;
};

/** Studies that a pool takes at least, and patients in each. */
export const MIN_STUDIES = 3;
export const MIN_PATIENTS = 3;

/**
 * Puts figures together that may be read together: responses of one organ and degree, relapses of one timing, trials
 * apart from series, one report per cohort. A set is pooled only where it has at least three studies, each with at
 * least three patients.
 */
export function groupComparableResults(studies: readonly StudyAnswer[]): ComparableSet[] {
  return comparedDomains.flatMap((domain) => groupDomain(domain, studies));
}

function groupDomain(domain: ComparedDomain, studies: readonly StudyAnswer[]): ComparableSet[] {
  const groups = new Map<string, StudyCount[]>();
  for (const { study, name, results } of studies) {
    const figure = getFigure(results[domain]);
    if (!figure) continue;
    const counted = domain === "response" ? `${figure.organ} ${figure.degree}` : figure.timing;
    const key = `${counted} ${getArms(study)}`;
    groups.set(key, [...(groups.get(key) ?? []), { study, name, figure }]);
  }
  return [...groups.values()].map((counts) => createSet(domain, counts));
}

function getArms(study: StudySummary): Arms {
  return isRandomised(study) ? "randomised" : "uncontrolled";
}

function createSet(domain: ComparedDomain, counts: StudyCount[]): ComparableSet {
  const large = counts.filter(({ figure }) => figure.total >= MIN_PATIENTS);
  const separate = new Set(selectOneReportPerCohort(large.map(({ study }) => study)));
  const candidates = large.filter(({ study }) => separate.has(study));
  const [first] = counts as [StudyCount];
  const sample = first.figure;
  const figures = candidates.map(({ figure }) => figure);
  const { pool, reason } = poolFigures(sample, figures, counts.length);
  return {
    domain,
    organ: domain === "response" ? sample.organ : null,
    degree: sample.degree,
    timing: sample.timing,
    arms: getArms(first.study),
    counts,
    pooledIds: pool ? candidates.map(({ study }) => study.id) : [],
    pool,
    reason,
  };
}

/**
 * The pool of comparable figures, or the reason in words why they are only listed.
 * @param sample any figure of the set
 * @param figures those that may be pooled: one report per cohort, enough patients each
 * @param listed how many figures the set has
 */
function poolFigures(
  sample: Figure,
  figures: readonly Figure[],
  listed: number,
): Pick<ComparableSet, "pool" | "reason"> {
  const notPooled = (why: string) => ({ pool: null, reason: `Not pooled: ${why}.` });
  if (sample.degree === "other") return notPooled("each study used a criterion of its own");
  if (sample.timing === "unclear") return notPooled("when relapses were counted is not reported");
  if (figures.length < MIN_STUDIES) {
    const many = figures.length;
    const enough =
      many === 0
        ? "no study has"
        : `only ${spellNumber(many)} ${many === 1 ? "study has" : "studies of different patients have"}`;
    return notPooled(`${enough} ${MIN_PATIENTS} patients or more; it takes ${spellNumber(MIN_STUDIES)} such studies`);
  }
  const pool = poolProportions(figures);
  const left = listed - figures.length;
  const notes = [
    pool.status === "not-converged" ? "The pooling did not converge: read the studies one by one." : null,
    pool.status === "summed" && pool.events === 0
      ? "No patient had the event in any study, so the counts are summed."
      : null,
    pool.status === "summed" && pool.events > 0
      ? "Every patient had the event in every study, so the counts are summed."
      : null,
    left > 0
      ? `Left out of the pool: ${pluralise(left, "study", "studies")} of fewer than ${MIN_PATIENTS} patients or of patients reported twice.`
      : null,
  ].filter((note) => note !== null);
  return { pool, reason: notes.length > 0 ? notes.join(" ") : null };
}
