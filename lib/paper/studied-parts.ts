import type { Answer } from "@/lib/answer/answer";
import type { AnswerCell } from "@/lib/answer/cells";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { capitalise, joinWithAnd, lowerFirst } from "@/lib/format/text";
import { nameAspect } from "@/lib/wording/match-reasons";

/** A part of a patient that somebody studied, where nobody studied the whole: its name, its studies, and what they count. */
export type StudiedPart = {
  name: string;
  studies: StudyAnswer[];
  patients: number;
  uncounted: number;
  cells: AnswerCell[];
};

/** The parts of a patient that somebody studied, named for running text. None where studies describe the patient. */
export function listStudiedParts({ gap, facts }: Pick<Answer, "gap" | "facts">): StudiedPart[] {
  return gap.studied.map(({ features, describing, patients, uncounted, cells }) => ({
    name: capitalise(joinWithAnd(features.map((aspect) => lowerFirst(nameAspect(aspect, facts.profile))))),
    studies: describing,
    patients,
    uncounted,
    cells,
  }));
}
