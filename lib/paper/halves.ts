import type { Answer } from "@/lib/answer/answer";
import { type AnswerCell, listCells } from "@/lib/answer/cells";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { capitalise, joinWithAnd } from "@/lib/format/text";
import { isDifferent, isMetByMost } from "@/lib/match/relation";
import type { Trait } from "@/lib/vocabulary/concepts";
import type { Aspect } from "@/lib/vocabulary/feature";
import { nameAspect } from "@/lib/wording/match-reasons";

/** A part of a combination that nobody studied: the studies of such patients, and what they count. */
export type Half = { name: string; studies: StudyAnswer[]; patients: number; cells: AnswerCell[] };

/** Parts that stand beside each other on paper. */
const MAX_HALVES = 3;

/**
 * The largest combinations of the stated features that somebody studied, at most three, where nobody studied all of them
 * together, with the figures of each. None where studies describe the patient.
 */
export function listHalves({ gap, facts, studies }: Pick<Answer, "gap" | "facts" | "studies">): Half[] {
  if (gap.isDescribed) return [];
  const studied = gap.combinations.filter((combination) => combination.studies > 0);
  const isPartOf = (a: readonly Aspect[], b: readonly Aspect[]) =>
    a.length < b.length && a.every((aspect) => b.includes(aspect));
  return studied
    .filter(({ features }) => !studied.some((other) => isPartOf(features, other.features)))
    .slice(0, MAX_HALVES)
    .map(({ features, patients }) => {
      const described = studies.filter(({ reasons }) => meetsAll(reasons, features) && !isRuledOut(reasons));
      const traits = new Set<Trait>(features.filter((aspect) => aspect !== "diagnosis"));
      return {
        name: capitalise(joinWithAnd(features.map((aspect) => nameAspect(aspect, facts.profile).toLowerCase()))),
        studies: described,
        patients,
        cells: listCells({ traits }, described),
      };
    });
}

/** Whether a stated "no" keeps a study out; what only follows from an answer that is left out here does not. */
function isRuledOut(reasons: StudyAnswer["reasons"]): boolean {
  return reasons.some(({ patient, role, relation }) => patient === "no" && role !== "follows" && isDifferent(relation));
}

function meetsAll(reasons: StudyAnswer["reasons"], features: readonly Aspect[]): boolean {
  return features.every((aspect) =>
    reasons.some(({ feature, patient, relation }) => feature === aspect && patient === "yes" && isMetByMost(relation)),
  );
}
