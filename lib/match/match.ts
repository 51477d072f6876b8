import type { CaseAspect, CaseFacts } from "@/lib/case/facts";
import { workOutOnce } from "@/lib/format/object";
import { formatByDefinition, getConcept, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import { type Aspect, aspects as allAspects, type Feature } from "@/lib/vocabulary/feature";
import type { Reason } from "./reason";
import { getRelation, isMet, isMetByMost } from "./relation";
import { type Described, getShare } from "./share";
import { describeSilence } from "./silence";

/** The four groups a treatment study can fall in, in the order they are shown. */
export const groups = ["this-patient", "part", "general", "other"] as const;
export type Group = (typeof groups)[number];

/**
 * A study compared with a patient. `missing` names every deciding "yes" that nobody in the study is known to share, and
 * every refining one that its source rules out.
 */
export type Match = { group: Group; reasons: Reason[]; missing: Aspect[] };

type ComparedCase = Pick<CaseFacts, "aspects">;

/**
 * The group of one study for one patient. Results have no part in it. It is asked for many imagined cases at once, so it
 * makes none of the reasons.
 */
export function findGroup({ aspects }: ComparedCase, study: Described): Group {
  let isKeptOut = false;
  let isDescribed = true;
  let hasDeciding = false;
  let isPart = false;
  for (const { trait, answer, role } of aspects) {
    const relation = getRelation(answer, getShare(study, trait).share);
    if (answer === "no") {
      if (relation === "differs") return "other";
      if (relation === "mostly-differs") isKeptOut = true;
      continue;
    }
    if (role === "decides") {
      hasDeciding = true;
      if (!isMetByMost(relation)) isDescribed = false;
    }
    if (role === "refines" && relation === "differs") isKeptOut = true;
    // What follows from an answer counts here too: lung disease, for a patient whose lung disease progresses fast.
    const makesPart = role === "decides" || (role === "follows" && !refiningFeatures.includes(trait));
    if (makesPart && isMet(relation)) isPart = true;
  }
  if (hasDeciding && isDescribed && !isKeptOut) return "this-patient";
  return isPart ? "part" : "general";
}

/**
 * Compares one study with one patient: the relation for each aspect that is known of the patient (and for each that is
 * not, but on which it would depend), and the one group that follows from them. Results have no part in it.
 */
export function match(facts: ComparedCase, study: Described): Match {
  return { group: findGroup(facts, study), ...prepareComparison(facts)(study) };
}

/**
 * Prepares to compare a patient with many studies: what does not depend on the study is worked out once.
 * @returns a function that gives the reasons of one study, in the order of the aspects, and what is missing in it
 */
export function prepareComparison({ aspects }: ComparedCase): (study: Described) => Omit<Match, "group"> {
  const known = new Map(aspects.map((one) => [one.aspect, { ...one, key: `${one.trait} ${one.answer} ${one.role}` }]));
  const named = new Set(aspects.flatMap(({ trait, answer }) => (answer === "yes" ? [getConcept(trait)] : [])));
  const compared = allAspects.flatMap((aspect, place) => {
    const answered = known.get(aspect) ?? null;
    // A concept that is stated as the diagnosis is open under no other name.
    return answered || !named.has(aspect as Trait) ? [{ aspect, place, answered }] : [];
  });
  return (study) => {
    const remembered = getReasons(study);
    const reasons: Reason[] = [];
    const missing: Aspect[] = [];
    for (const { aspect, place, answered } of compared) {
      const reason = answered ? recall(remembered, answered, study) : remembered.open[place];
      if (!reason) continue;
      reasons.push(reason);
      if (isMissing(reason)) missing.push(aspect);
    }
    return { reasons, missing };
  };
}

/**
 * The reasons of a study. They depend on the study and on the words of an answer alone, so that each is worked out once:
 * `open` has, at the place of each aspect, what it would depend on if nothing were known of the patient; `known` has what
 * was asked of answers so far. There are as many as the vocabulary has answers, and they tell nothing of who asked.
 */
type StudyReasons = { open: readonly (Reason | null)[]; known: Map<string, Reason> };

const getReasons = workOutOnce(
  (study: Described): StudyReasons => ({
    // The diagnosis is no question that is left open.
    open: allAspects.map((aspect) => (aspect === "diagnosis" ? null : createOpenReason(aspect, study))),
    known: new Map(),
  }),
);

function recall({ known }: StudyReasons, answered: CaseAspect & { key: string }, study: Described): Reason {
  let reason = known.get(answered.key);
  if (!reason) {
    reason = createReason(answered, study);
    known.set(answered.key, reason);
  }
  return reason;
}

function createOpenReason(feature: Feature, study: Described): Reason | null {
  const { share, count, by } = getShare(study, feature);
  const relation = getRelation("unknown", share);
  const definition = explainShare(study, by);
  return (
    relation && { feature, patient: "unknown", study: share, relation, silence: null, definition, role: null, count }
  );
}

function createReason({ aspect, trait, answer, role }: CaseAspect, study: Described): Reason {
  const { share, count, by } = getShare(study, trait);
  return {
    feature: aspect,
    patient: answer,
    study: share,
    relation: getRelation(answer, share),
    silence: describeSilence(study, trait),
    definition: explainShare(study, by),
    role,
    count,
  };
}

/** The yes answers on which it depends whether a study describes the patient. */
export function selectDeciding(reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ patient, role }) => patient === "yes" && role === "decides");
}

/** Why a share follows by definition, in words; null where the sheet says it itself. */
function explainShare(study: Described, by: readonly Trait[]): string | null {
  const [first] = by;
  return first ? formatByDefinition(by, getShare(study, first).share === "none") : null;
}

function isMissing({ patient, relation, role }: Reason): boolean {
  if (patient !== "yes") return false;
  return role === "decides"
    ? relation === "differs" || relation === "not-reported"
    : role === "refines" && relation === "differs";
}
