import { type CaseFacts, readCase } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import { type StudyColumns, selectDescribing } from "@/lib/match/columns";
import { rankStudies } from "@/lib/match/rank";
import type { Rarity } from "@/lib/match/rarity";
import type { IntervalMethod } from "@/lib/stats/interval";
import { countPatientsTreated } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import type { Aspect } from "@/lib/vocabulary/feature";
import { type AnswerCell, listCells } from "./cells";
import { leaveOut } from "./leave-out";
import { describeAllMissing } from "./missing";
import type { Combination } from "./reply";
import { createStudyAnswer, type StudyAnswer } from "./study-answer";

/** A part of the patient that somebody studied, where nobody studied the whole: what its own case would show. */
export type StudiedCombination = {
  /** what its studies describe of the patient */
  features: Aspect[];
  /** what they lack, in words: "lung disease not in the abstract" */
  missingText: string[];
  /** the case without what is missing, as its page opens */
  profile: Profile;
  /** the studies that describe that case, in its rank order */
  describing: StudyAnswer[];
  patients: number;
  /** how many of them do not say how many they treated */
  uncounted: number;
  cells: AnswerCell[];
};

/** More columns beside each other are not compared in one look. */
const MAX_SHOWN = 3;

/**
 * The largest combinations of a patient's features that at least one study describes, where none describes them all: at
 * most three, those with most studies, in the order in which the sentences of the gap name them: by the nearest study of
 * each. Each has the figures of its own case, so that they are those of the page that it opens.
 * @param combinations every combination with who describes it, as `createGap` lists them
 * @param studies the treatment studies, matched to the whole patient; `columns` the same studies by columns
 */
export function listStudiedCombinations(
  facts: CaseFacts,
  combinations: readonly Combination[],
  { studies, columns }: { studies: readonly StudyAnswer[]; columns: StudyColumns<StudySummary> },
  rarity: Rarity,
  method: IntervalMethod,
): StudiedCombination[] {
  const shown = selectLargest(combinations)
    .sort((a, b) => b.studies - a.studies)
    .slice(0, MAX_SHOWN)
    .map(({ features }) => {
      const missing = facts.defining.filter((aspect) => !features.includes(aspect));
      const profile = missing.reduce(leaveOut, facts.profile);
      const narrowed = readCase(profile);
      const sheets = selectDescribing(narrowed, columns);
      const place = studies.findIndex(({ study }) => sheets.includes(study));
      // They are the first group, so they lead.
      const describing = rankStudies(narrowed, columns, rarity, sheets.length).map((ranked) =>
        createStudyAnswer(narrowed, ranked, method),
      );
      const ofWholePatient = studies.filter(({ study }) => sheets.includes(study));
      return {
        features,
        missingText: describeAllMissing(facts.profile, missing, ofWholePatient),
        profile,
        describing,
        ...countPatientsTreated(sheets),
        cells: listCells(narrowed, describing),
        place,
      };
    });
  return shown.sort((a, b) => a.place - b.place).map(({ place: _, ...one }) => one);
}

/** Combinations that somebody described and that no larger one with anybody in it holds. */
function selectLargest(combinations: readonly Combination[]): Combination[] {
  const described = combinations.filter(({ studies }) => studies > 0);
  return described.filter(
    ({ features }) =>
      !described.some(
        (other) =>
          other.features.length > features.length && features.every((aspect) => other.features.includes(aspect)),
      ),
  );
}
