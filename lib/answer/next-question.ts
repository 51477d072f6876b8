import { type CaseFacts, readCase } from "@/lib/case/facts";
import { listAntibodies } from "@/lib/case/questions";
import { setAnswer, type YesNo } from "@/lib/case/schema";
import { prepareMoves, type StudyColumns, selectDescribing } from "@/lib/match/columns";
import { getPairedDiagnosis, kindsOfDiagnosis } from "@/lib/vocabulary/concepts";
import { antibodies, type Feature, features } from "@/lib/vocabulary/feature";
import type { NextQuestion } from "./reply";

/** The question worth asking next, with what it decides: null of a case of which nothing is stated yet. */
export type OpenQuestion = NextQuestion & {
  /** how many studies describe the patient after a yes, and after a no */
  describing: { yes: number; no: number } | null;
};

/**
 * What nobody asks of a patient who has skin disease only, or no muscle disease: swallowing and the heart are muscles. No
 * definition says so, for a study may count them apart.
 */
const NEVER_WITHOUT_MUSCLE: readonly Feature[] = ["dysphagia", "cardiac"];

/**
 * Questions never suggested: nearly every patient has muscle or skin disease, and a patient without either is found by the
 * questions "skin only" and "amyopathic".
 */
const NEVER_SUGGESTED: readonly Feature[] = ["muscle", "skin"];

/**
 * Finds the question worth asking next: among those neither answered nor implied nor absurd, the one that puts most
 * studies in different groups when it is answered yes and when it is answered no. Of equals, the first of the vocabulary.
 * @returns null where no answer would move a study
 */
export function findNextQuestion(facts: CaseFacts, columns: StudyColumns): OpenQuestion | null {
  const { profile } = facts;
  const countMoved = prepareMoves(facts, columns);
  let best: NextQuestion | null = null;
  for (const feature of features) {
    if (NEVER_SUGGESTED.includes(feature) || isSettled(facts, feature)) continue;
    const whenYes = readCase(setAnswer(profile, feature, "yes"));
    // A yes that would contradict what was said is not worth asking for.
    if (whenYes.contradictions.length > facts.contradictions.length || impliesOtherDiagnosis(whenYes)) continue;
    const whenNo = readCase(setAnswer(profile, feature, "no"));
    const decides = countMoved(whenYes, whenNo);
    if (decides > (best?.decides ?? 0)) best = { feature, decides };
  }
  return best && { ...best, describing: countDescribing(facts, best.feature, columns) };
}

function countDescribing(facts: CaseFacts, feature: Feature, columns: StudyColumns): OpenQuestion["describing"] {
  if (facts.isEmpty) return null;
  const count = (answer: YesNo) =>
    selectDescribing(readCase(setAnswer(facts.profile, feature, answer)), columns).length;
  return { yes: count("yes"), no: count("no") };
}

/** Whether answers mean another diagnosis than the one that was made: an antibody of necrotising myopathy, in DM. */
function impliesOtherDiagnosis({ profile: { diagnosis }, implied }: CaseFacts): boolean {
  if (diagnosis === null) return false;
  return features.some((feature) => {
    const other = implied[feature] === "yes" ? getPairedDiagnosis(feature) : null;
    return other !== null && other !== diagnosis && !kindsOfDiagnosis[diagnosis]?.includes(other);
  });
}

/** Whether the other answers leave nothing to ask: it is known, or its choice has been made. */
function isSettled({ profile, answers, implied }: CaseFacts, feature: Feature): boolean {
  if (answers[feature] || implied[feature]) return true;
  if ((answers.muscle ?? implied.muscle) === "no" && NEVER_WITHOUT_MUSCLE.includes(feature)) return true;
  if ((antibodies as readonly Feature[]).includes(feature)) return listAntibodies(profile).length > 0;
  return profile.diagnosis !== null && getPairedDiagnosis(feature) !== null;
}
