import { pluralise, spellNumber } from "@/lib/format/text";
import type { RankedStudy } from "@/lib/match/rank";
import { type Pool, poolProportions } from "@/lib/stats/pool";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import type { Figure } from "./figure";

/** Where a set's figures come from: those of randomised trials never stand with
 * the others, which are series and groups not formed at random: none of those is controlled by chance. */
export type Arms = "randomised" | "uncontrolled";

/** Figures that count the same thing and may stand in one plot, with their pool, or why there is none. */
export type ComparableSet = {
  domain: "response" | "relapse";
  /** organ and degree of a response; null for relapses, which sit together by timing */
  organ: Figure["organ"] | null;
  degree: Figure["degree"];
  timing: Figure["timing"];
  arms: Arms;
  /** every study that counts this, in rank order */
  studies: string[];
  /** the ones of them in the pool: large enough, one report per cohort; empty where nothing is pooled */
  pooled: string[];
  pool: Pool | null;
  /** why nothing is pooled, or how the pool is to be read; null for an ordinary pool */
  reason: string | null;
};

/** A study with the figures that were chosen for this patient. */
export type WithFigures = RankedStudy & { figures: { response: Figure | null; relapse: Figure | null } };

const fewestStudies = 3;
const fewestPatients = 3;

/**
 * Puts figures together that may be read together: responses of one organ and degree, relapses of one timing, trials
 * apart from series, one report per cohort. A set is pooled only where it has at least three studies, each with at
 * least three patients.
 */
export function groupComparableResults(studies: readonly WithFigures[]): ComparableSet[] {
  return (["response", "relapse"] as const).flatMap((domain) => setsOf(domain, studies));
}

function setsOf(domain: "response" | "relapse", studies: readonly WithFigures[]): ComparableSet[] {
  const together = new Map<string, WithFigures[]>();
  for (const study of studies) {
    const figure = study.figures[domain];
    if (!figure) continue;
    const what = domain === "response" ? `${figure.organ} ${figure.degree}` : figure.timing;
    const key = `${what} ${armsOf(study)}`;
    together.set(key, [...(together.get(key) ?? []), study]);
  }
  return [...together.values()].map((alike) => setOf(domain, alike));
}

function armsOf({ study }: RankedStudy): Arms {
  return study.design.type === "randomised-controlled-trial" ? "randomised" : "uncontrolled";
}

function setOf(domain: "response" | "relapse", alike: readonly WithFigures[]): ComparableSet {
  const large = alike.filter(({ figures }) => isLargeEnough(figures[domain] as Figure));
  const once = new Set(selectOneReportPerCohort(large.map(({ study }) => study)));
  const candidates = large.filter(({ study }) => once.has(study));
  const [first] = alike as readonly [WithFigures];
  const sample = first.figures[domain] as Figure;
  const { pool, reason } = poolOf(
    sample,
    candidates.map(({ figures }) => figures[domain] as Figure),
    alike.length,
  );
  return {
    domain,
    organ: domain === "response" ? sample.organ : null,
    degree: sample.degree,
    timing: sample.timing,
    arms: armsOf(first),
    studies: alike.map(({ study }) => study.id),
    pooled: pool ? candidates.map(({ study }) => study.id) : [],
    pool,
    reason,
  };
}

function isLargeEnough({ total }: Figure): boolean {
  return total >= fewestPatients;
}

/**
 * The pool of comparable figures, or the reason in words why they are only listed.
 * @param sample any figure of the set
 * @param figures those that may be pooled: one report per cohort, enough patients each
 * @param listed how many figures the set has
 */
function poolOf(sample: Figure, figures: readonly Figure[], listed: number): Pick<ComparableSet, "pool" | "reason"> {
  const notPooled = (why: string) => ({ pool: null, reason: `Not pooled: ${why}.` });
  if (sample.degree === "other") return notPooled("each study used a criterion of its own");
  if (sample.timing === "unclear") return notPooled("when relapses were counted is not reported");
  if (figures.length < fewestStudies) {
    const many = figures.length;
    const enough =
      many === 0
        ? "no study has"
        : `only ${spellNumber(many)} ${many === 1 ? "study has" : "studies of different patients have"}`;
    return notPooled(
      `${enough} ${fewestPatients} patients or more; it takes ${spellNumber(fewestStudies)} such studies`,
    );
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
      ? `Left out of the pool: ${pluralise(left, "study", "studies")} of fewer than ${fewestPatients} patients or of patients reported twice.`
      : null,
  ].filter((note) => note !== null);
  return { pool, reason: notes.length > 0 ? notes.join(" ") : null };
}
