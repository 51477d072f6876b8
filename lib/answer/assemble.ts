import { deriveImpliedAnswers, findContradictions } from "@/lib/case/implications";
import { getStatedAnswers, type Profile } from "@/lib/case/schema";
import { rankStudies } from "@/lib/match/rank";
import type { IntervalMethod } from "@/lib/stats/interval";
import { describeAnswerCertainty } from "./certainty";
import { type ComparableSet, groupComparableResults } from "./comparable-results";
import { getSubgroups } from "./figure";
import { composeGapSentences, createGap } from "./gap";
import type { Library } from "./library";
import { findNextQuestion } from "./next-question";
import { selectSafetyChecks } from "./safety";
import { listStatedAspects } from "./stated-aspects";
import { createStudyView } from "./study-answer";
import { composeVerdict } from "./verdict";
import type { EvidenceView, Pooled } from "./wire";

/**
 * Everything there is to say about one case, in one object that screen, plots, print and wire are drawn from.
 * Pure: the same case and library give the same view, whatever the order of the library's files.
 * @param method the interval named on every figure; differences of two arms always carry Newcombe's
 */
export function assemble(profile: Profile, library: Library, method: IntervalMethod = "wilson"): EvidenceView {
  const parts = getSubgroups(profile);
  const ranked = rankStudies(profile, library.byKind.treatment, library.rarity).map((found) => {
    const view = createStudyView(profile, parts, found, method);
    return { ...found, view, figures: { response: view.response, relapse: view.relapse } };
  });

  const gapSaid = composeGapSentences(profile, ranked);
  // Who describes this patient is pooled; with nothing stated, that is everybody the general evidence speaks of.
  const isStated = listStatedAspects(profile).length > 0;
  const pooledGroup = isStated ? "this-patient" : "general";
  const sets = groupComparableResults(ranked.filter(({ group }) => group === pooledGroup));
  const answers = getStatedAnswers(profile).map(({ feature, answer }) => [feature, answer]);

  return {
    library: {
      version: library.version,
      studies: library.byKind.treatment.length,
      patients: library.patients,
      searched: library.searched,
    },
    profile: {
      features: Object.fromEntries(answers),
      implied: deriveImpliedAnswers(profile),
      diagnosis: profile.diagnosis,
      weightKg: profile.weightKg,
      contradictions: findContradictions(profile).map(({ between, text }) => ({ features: between, text })),
    },
    verdict: composeVerdict(profile, ranked, gapSaid),
    certainty: describeAnswerCertainty(
      ranked.filter(({ group }) => group === "this-patient").map(({ study }) => study),
      sets.filter(({ domain }) => domain === "response").length,
      isStated,
    ),
    studies: ranked.map(({ view }) => view),
    sets,
    pools: sets.flatMap(pooled),
    gap: createGap(profile, ranked, gapSaid),
    guidelines: others("guideline", profile, library),
    reviews: others("review", profile, library),
    background: others("background", profile, library),
    safety: selectSafetyChecks(profile, library.safety),
    ask: findNextQuestion(profile, library.byKind.treatment),
  };
}

/** Sheets that are matched by the same features and shown in a place of their own; closest first. */
function others(kind: "guideline" | "review" | "background", profile: Profile, library: Library) {
  return rankStudies(profile, library.byKind[kind], library.rarity).map(({ study, group, lacks }) => ({
    id: study.id,
    group,
    lacks,
  }));
}

function pooled({ pool, domain, organ, degree, timing, arms, pooled: studies }: ComparableSet): Pooled[] {
  if (!pool) return [];
  const numbers =
    pool.status === "pooled"
      ? {
          pooled: pool.pooled,
          low: pool.low,
          high: pool.high,
          predictionLow: pool.predictionLow,
          predictionHigh: pool.predictionHigh,
          tau2: pool.tau2,
        }
      : {
          pooled: pool.status === "summed" ? pool.events / pool.total : null,
          low: pool.status === "summed" ? pool.low : null,
          high: pool.status === "summed" ? pool.high : null,
          predictionLow: null,
          predictionHigh: null,
          tau2: null,
        };
  const { events, total, status } = pool;
  return [{ domain, organ, degree, timing, arms, studies, events, total, ...numbers, status }];
}
