import { type CaseFacts, readCase } from "@/lib/case/facts";
import { type Profile, setAnswer } from "@/lib/case/schema";
import { type StudyColumns, selectDescribing } from "@/lib/match/columns";
import { countPatientsTreated } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import { getConcept } from "@/lib/vocabulary/concepts";
import { type Aspect, features } from "@/lib/vocabulary/feature";
import type { LeaveOut } from "./reply";

const MAX_OFFERED = 2;

/**
 * The answers without which most patients would be found, where nobody or only single cases describe this one: at most
 * two, the one that finds most patients first.
 */
export function findAnswersToLeaveOut(facts: CaseFacts, columns: StudyColumns<StudySummary>): LeaveOut[] {
  const describing = selectDescribing(facts, columns);
  if (!describing.every(({ participants }) => participants.treated === 1)) return [];
  const stated: Aspect[] = [
    ...features.filter((feature) => facts.answers[feature]),
    ...(facts.profile.diagnosis ? (["diagnosis"] as const) : []),
  ];
  return stated
    .flatMap((aspect) => {
      const found = selectDescribing(readCase(leaveOut(facts.profile, aspect)), columns);
      if (found.length <= describing.length) return [];
      return [{ feature: aspect, describing: found.length, patients: countPatientsTreated(found).patients }];
    })
    .sort((a, b) => b.patients - a.patients || b.describing - a.describing)
    .slice(0, MAX_OFFERED);
}

/** The case without one answer; a concept that was stated in two ways goes in both. */
export function leaveOut(profile: Profile, aspect: Aspect): Profile {
  const { diagnosis } = profile;
  const concept = diagnosis && getConcept(diagnosis);
  const ofDiagnosis = features.find((feature) => feature === concept);
  if (aspect === "diagnosis") {
    const without = { ...profile, diagnosis: null };
    return ofDiagnosis ? setAnswer(without, ofDiagnosis, "unknown") : without;
  }
  // Twice: an answer that was given and that the age gives too is there until both are gone.
  const without = setAnswer(setAnswer(profile, aspect, "unknown"), aspect, "unknown");
  return aspect === concept ? { ...without, diagnosis: null } : without;
}
