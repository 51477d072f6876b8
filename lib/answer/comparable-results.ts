import { formatCount } from "@/lib/format/numbers";
import { capitalise, pluralise, spellNumber } from "@/lib/format/text";
import { getShare } from "@/lib/match/share";
import { type Pool, poolProportions } from "@/lib/stats/pool";
import { selectOneReportPerCohort } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { diagnoses } from "@/lib/vocabulary/feature";
import { type ComparedDomain, comparedDomains } from "@/lib/vocabulary/outcomes";
import type { AgeGroup, Arms, Denominator, Figure, Kept } from "./reply";
import { getFigure, isOfTreated } from "./result";
import type { StudyAnswer } from "./study-answer";

/** A study with the figure of it that is counted here. */
export type StudyCount = { study: StudySummary; name: string; figure: Figure };

/** A pool, or one that is withheld because its studies are too unlike each other. */
export type SetPool = Pool | { status: "too-unlike"; events: number; total: number };

/** What the figures of one set have in common. */
type Likeness = {
  domain: ComparedDomain;
  /** organ and degree of a response; null for relapses */
  organ: Figure["organ"] | null;
  degree: Figure["degree"];
  /** timing, criterion and denominator of a relapse; null for responses */
  timing: Figure["timing"];
  criterion: Figure["criterion"];
  denominator: Denominator | null;
  ages: AgeGroup;
  kept: Kept;
  arms: Arms;
};

/**
 * Figures that count the same thing in patients of one kind and may stand in one plot, with their pool, or why there is
 * none. Those of randomised trials never stand with the others: no other group is controlled by chance.
 */
export type ComparableSet = Likeness & {
  /** every study that counts this, in rank order */
  counts: StudyCount[];
  /** the ones of them in the pool: large enough, one report per cohort; empty where nothing is pooled */
  pooledIds: string[];
  pool: SetPool | null;
  /** why nothing is pooled, or how the pool is to be read; null for an ordinary pool */
  reason: string | null;
};

/** Studies that a pool takes at least, and patients in each. */
export const MIN_STUDIES = 3;
export const MIN_PATIENTS = 3;

/** The widest prediction interval, as a difference of proportions, at which a pool still says something. */
export const MAX_PREDICTION_WIDTH = 0.8;

/**
 * Puts figures together that may be read together. Responses: one organ, one degree. Relapses: one timing, one
 * criterion, one kind of total. Both: patients of one age group, all or none of them on immunoglobulin before, trials
 * apart from series, one report per cohort. A set is pooled only where it has at least three studies, each with at
 * least three patients.
 */
export function groupComparableResults(studies: readonly StudyAnswer[]): ComparableSet[] {
  return comparedDomains.flatMap((domain) => groupDomain(domain, studies));
}

function groupDomain(domain: ComparedDomain, studies: readonly StudyAnswer[]): ComparableSet[] {
  const groups = new Map<string, { likeness: Likeness; counts: StudyCount[] }>();
  for (const { study, name, results } of studies) {
    const figure = getFigure(results[domain]);
    if (!figure) continue;
    const likeness = describeLikeness(domain, study, figure);
    const key = JSON.stringify(likeness);
    const { counts } = groups.get(key) ?? { counts: [] };
    groups.set(key, { likeness, counts: [...counts, { study, name, figure }] });
  }
  return [...groups.values()].map(({ likeness, counts }) => createSet(likeness, counts));
}

function describeLikeness(domain: ComparedDomain, study: StudySummary, figure: Figure): Likeness {
  const isResponse = domain === "response";
  return {
    domain,
    organ: isResponse ? figure.organ : null,
    degree: isResponse ? figure.degree : null,
    timing: isResponse ? null : figure.timing,
    criterion: isResponse ? null : figure.criterion,
    denominator: isResponse ? null : findDenominator(study, figure),
    ages: findAgeGroup(study),
    kept: findKept(study),
    arms: isRandomised(study) ? "randomised" : "uncontrolled",
  };
}

function findDenominator({ participants }: StudySummary, { of, total }: Figure): Denominator {
  if (of !== null) return "responders";
  return total === participants.treated ? "all-treated" : "other";
}

/** Children, adults, or neither for certain: by what is said of the age under 18, else by the age group of the sheet. */
function findAgeGroup(study: StudySummary): AgeGroup {
  const { share } = getShare(study, "juvenile");
  const { group } = study.participants.age;
  if (share === "all" || (share === "unclear" && group === "juvenile")) return "children";
  if (share === "none" || (share === "unclear" && group === "adult")) return "adults";
  return "mixed-or-not-stated";
}

/** Whether a response was made, or kept by patients who were on immunoglobulin before. */
function findKept(study: StudySummary): Kept {
  const { share } = getShare(study, "onImmunoglobulin");
  if (share === "all") return "kept";
  return share === "most" || share === "some" ? "some-kept" : "made";
}

function createSet(likeness: Likeness, counts: StudyCount[]): ComparableSet {
  const enough = counts.filter(({ figure }) => figure.total >= MIN_PATIENTS);
  const large = enough.filter(({ study, figure }) => canPool(study, figure));
  const separate = new Set(selectOneReportPerCohort(large.map(({ study }) => study)));
  const candidates = large.filter(({ study }) => separate.has(study));
  const figures = candidates.map(({ figure }) => figure);
  const { pool, reason } = poolFigures(likeness, figures, counts.length, enough.length - large.length);
  return { ...likeness, counts, pooledIds: pool ? candidates.map(({ study }) => study.id) : [], pool, reason };
}

/** Whether a figure counts such patients only as a pool is about: none with another disease, all given immunoglobulin. */
function canPool(study: StudySummary, figure: Figure): boolean {
  const inclusionBody = study.participants.diagnoses.IBM;
  const isOfOneDiagnosis = diagnoses.some((diagnosis) => diagnosis === figure.subgroup);
  const mayHoldInclusionBody = inclusionBody !== undefined && inclusionBody !== 0;
  return (isOfOneDiagnosis || !mayHoldInclusionBody) && isOfTreated(study, figure) && !countsUntreated(study);
}

/** Whether a study counts a response or relapse among patients not given immunoglobulin too: its counts do not tell apart. */
function countsUntreated({ outcomes, participants }: StudySummary): boolean {
  return outcomes.some(
    ({ domain, result }) =>
      (domain === "response" || domain === "relapse") &&
      result.kind === "proportion" &&
      participants.treated !== null &&
      result.total > participants.treated,
  );
}

/**
 * The pool of comparable figures, or the reason in words why they are only listed.
 * @param figures those that may be pooled: one report per cohort, enough patients each
 * @param listed how many figures the set has
 * @param mixed how many of them are kept out because they may count patients with another disease or another treatment
 */
function poolFigures(
  { degree, timing, kept }: Likeness,
  figures: readonly Figure[],
  listed: number,
  mixed: number,
): Pick<ComparableSet, "pool" | "reason"> {
  const notPooled = (why: string) => ({ pool: null, reason: `Not pooled: ${why}.` });
  if (degree === "other") return notPooled("each study used its own criterion");
  if (timing === "unclear") return notPooled("when relapses were counted is not reported");
  if (timing === "before-immunoglobulin") return notPooled("these relapses came before immunoglobulin");
  if (kept === "some-kept") return notPooled("some patients were on immunoglobulin before");
  if (figures.length < MIN_STUDIES) {
    const many = figures.length;
    const enough =
      many === 0
        ? "no study has"
        : `only ${spellNumber(many)} ${many === 1 ? "study has" : "studies of different patients have"}`;
    const also = mixed === 0 ? "" : `. ${capitalise(spellNumber(mixed))} more may count others too`;
    return notPooled(
      `${enough} ${MIN_PATIENTS} such patients or more; it takes ${spellNumber(MIN_STUDIES)} studies${also}`,
    );
  }
  const pool = poolProportions(figures);
  if (pool.status === "pooled" && pool.predictionHigh - pool.predictionLow > MAX_PREDICTION_WIDTH) {
    const { events, total } = pool;
    return { pool: { status: "too-unlike", events, total }, reason: describeTooUnlike(figures) };
  }
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
      ? `Left out of the pool: ${pluralise(left, "study", "studies")} of fewer than ${MIN_PATIENTS} such patients, of patients reported twice, or of others too.`
      : null,
  ].filter((note) => note !== null);
  return { pool, reason: notes.length > 0 ? notes.join(" ") : null };
}

/** "Too unlike to pool: from 0 of 7 to 9 of 9." */
function describeTooUnlike(figures: readonly Figure[]): string {
  const sorted = [...figures].sort((a, b) => a.events / a.total - b.events / b.total);
  const [lowest, highest] = [sorted[0], sorted.at(-1)].map((figure) => (figure ? formatCount(figure) : ""));
  return `Too unlike to pool: from ${lowest} to ${highest}.`;
}
