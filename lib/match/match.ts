import type { CaseAspect, CaseFacts } from "@/lib/case/facts";
import { formatByDefinition, getConcept, refiningFeatures } from "@/lib/vocabulary/concepts";
import { type Aspect, type Feature, features } from "@/lib/vocabulary/feature";
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

/**
 * Compares one study with one patient: the relation for each aspect that is known of the patient (and for each that is
 * not, but on which it would depend), and the one group that follows from them. Results have no part in it.
 */
export function match(facts: Pick<CaseFacts, "aspects">, study: Described): Match {
  const reasons = listReasons(facts, study);
  return { group: findGroup(reasons), reasons, missing: reasons.filter(isMissing).map(({ feature }) => feature) };
}

function listReasons({ aspects }: Pick<CaseFacts, "aspects">, study: Described): Reason[] {
  const known = new Map(aspects.map((known) => [known.aspect, known]));
  const concepts = new Set(aspects.filter(({ answer }) => answer === "yes").map(({ trait }) => getConcept(trait)));
  return [...features, "diagnosis" as const].flatMap((aspect): Reason[] => {
    const found = known.get(aspect);
    if (found) return [createReason(found, study)];
    if (aspect === "diagnosis" || concepts.has(aspect)) return [];
    const { share, count, by } = getShare(study, aspect);
    const relation = getRelation("unknown", share);
    const definition = by.length > 0 ? formatByDefinition(by) : null;
    return relation
      ? [{ feature: aspect, patient: "unknown", study: share, relation, silence: null, definition, role: null, count }]
      : [];
  });
}

function createReason({ aspect, trait, answer, role }: CaseAspect, study: Described): Reason {
  const { share, count, by } = getShare(study, trait);
  return {
    feature: aspect,
    patient: answer,
    study: share,
    // getRelation has a relation for every stated answer
    relation: getRelation(answer, share) ?? "not-reported",
    silence: describeSilence(study, trait),
    definition: by.length > 0 ? formatByDefinition(by) : null,
    role,
    count,
  };
}

function findGroup(reasons: readonly Reason[]): Group {
  if (reasons.some(({ patient, relation }) => patient === "no" && relation === "differs")) return "other";
  const yesReasons = reasons.filter(({ patient }) => patient === "yes");
  const deciding = yesReasons.filter(({ role }) => role === "decides");
  const isKeptOut =
    reasons.some(({ relation }) => relation === "mostly-differs") ||
    yesReasons.some(({ role, relation }) => role === "refines" && relation === "differs");
  const isDescribed = deciding.length > 0 && deciding.every(({ relation }) => isMetByMost(relation));
  if (isDescribed && !isKeptOut) return "this-patient";
  // What follows from an answer counts here too: lung disease, for a patient whose lung disease progresses fast.
  return yesReasons.some((reason) => isDeciding(reason) && isMet(reason.relation)) ? "part" : "general";
}

/** Whether a study that meets only this describes a part of the patient. */
function isDeciding({ role, feature }: Reason): boolean {
  return role === "decides" || (role === "follows" && !refiningFeatures.includes(feature as Feature));
}

function isMissing({ patient, relation, role }: Reason): boolean {
  if (patient !== "yes") return false;
  return role === "decides"
    ? relation === "differs" || relation === "not-reported"
    : role === "refines" && relation === "differs";
}
