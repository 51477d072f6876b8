import { mapFigureDomains } from "@/lib/vocabulary/outcomes";
import type { Answer } from "./answer";
import type { AnswerCell, CountingStudy } from "./cells";
import type { ComparableSet } from "./comparable-results";
import type { RelatedSheet } from "./related";
import type { Cell, EvidenceReply } from "./reply";
import { getFigure, getText } from "./result";
import type { StudyAnswer } from "./study-answer";

/** An answer in the form that other programs rely on: studies by id, in the names and the order of the reply's schema. */
export function writeReply(answer: Answer): EvidenceReply {
  const { facts, library, verdict, certainty, comparableSets, gap, nextQuestion } = answer;
  const { profile, answers, implied, contradictions } = facts;
  return {
    library,
    profile: {
      features: answers,
      implied,
      diagnosis: profile.diagnosis,
      weightKg: profile.weightKg,
      contradictions: contradictions.map(({ between, text, remedies }) => ({ features: between, text, remedies })),
    },
    verdict,
    certainty,
    studies: answer.studies.map(writeStudy),
    sets: comparableSets.map(writeSet),
    pools: comparableSets.flatMap(writePool),
    gap: {
      described: gap.isDescribed,
      text: gap.text,
      nearest: gap.nearest.map(({ study, missing }) => ({ id: study.id, lacks: missing })),
      combinations: gap.combinations,
    },
    guidelines: answer.guidelines.map(writeRelated),
    reviews: answer.reviews.map(writeRelated),
    background: answer.background.map(writeRelated),
    safety: answer.safety,
    ask: nextQuestion && { feature: nextQuestion.feature, decides: nextQuestion.decides },
    scope: answer.scope,
    cells: answer.cells.map(writeCell),
    include: answer.including,
    leaveOut: answer.leaveOut,
    given: answer.given,
    wanted: answer.wanted,
    sure: answer.sure,
  };
}

function writeStudy(found: StudyAnswer): EvidenceReply["studies"][number] {
  const {
    study,
    group,
    reasons,
    missing,
    missingText,
    level,
    results,
    otherFigures,
    harms,
    pregnancy,
    nested,
    traits,
    dose,
  } = found;
  return {
    id: study.id,
    group,
    reasons,
    lacks: missing,
    lacking: missingText,
    level,
    design: study.design.type,
    treated: study.participants.treated,
    cohort: study.cohort,
    ...mapFigureDomains((domain) => getFigure(results[domain])),
    inWords: mapFigureDomains((domain) => getText(results[domain])),
    others: otherFigures,
    harms,
    pregnancy,
    nested,
    traits: [...traits],
    dose,
  };
}

function writeRelated({ study, group, missing }: RelatedSheet) {
  return { id: study.id, group, lacks: missing };
}

function writeCell({ domain, timing, lead, counting, silent, lowest, highest, trials }: AnswerCell): Cell {
  return {
    domain,
    timing,
    lead: lead && {
      id: lead.found.study.id,
      outcome: lead.figure.id,
      traits: lead.traits,
      events: lead.events,
      total: lead.total,
      rule: lead.rule,
      reports: lead.cases.map(({ found }) => found.study.id),
    },
    counting: counting.length,
    silent,
    lowest: lowest && writeNamedCount(lowest),
    highest: highest && writeNamedCount(highest),
    trials: trials.map(({ study }) => study.id),
  };
}

function writeNamedCount({ found, figure }: CountingStudy) {
  return { id: found.study.id, events: figure.events, total: figure.total };
}

/** What a set and its pool have in common: what is counted, in whom, and how. */
function writeShape({ domain, organ, degree, timing, criterion, denominator, ages, kept, arms }: ComparableSet) {
  return { domain, organ, degree, timing, criterion, denominator, ages, kept, arms };
}

function writeSet(set: ComparableSet): EvidenceReply["sets"][number] {
  const { counts, pooledIds, pool, reason } = set;
  return { ...writeShape(set), studies: counts.map(({ study }) => study.id), pooled: pooledIds, pool, reason };
}

function writePool(set: ComparableSet): EvidenceReply["pools"] {
  const { pool, pooledIds } = set;
  if (!pool) return [];
  const { status, events, total } = pool;
  const isPooled = status === "pooled";
  const hasInterval = status === "pooled" || status === "summed";
  return [
    {
      ...writeShape(set),
      studies: pooledIds,
      events,
      total,
      pooled: isPooled ? pool.pooled : hasInterval ? events / total : null,
      low: hasInterval ? pool.low : null,
      high: hasInterval ? pool.high : null,
      predictionLow: isPooled ? pool.predictionLow : null,
      predictionHigh: isPooled ? pool.predictionHigh : null,
      tau2: isPooled ? pool.tau2 : null,
      status,
    },
  ];
}
