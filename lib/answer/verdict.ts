import { type CaseFacts, getSubject } from "@/lib/case/facts";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise, pluralise, spellNumber } from "@/lib/format/text";
import { countPatientsTreated, countSeparateTrials, selectOneReportPerCohort } from "@/lib/study/cohort";
import { formatPatient } from "@/lib/vocabulary/phrases";
import type { Verdict } from "./reply";
import { areSingleCases, composeResultSentences, composeSubgroupSentences } from "./result-sentences";
import type { StudyAnswer } from "./study-answer";

/**
 * The answer in a few sentences. Every number in them is counted here, none is typed.
 * @param studies all treatment studies in rank order
 * @param gapSentences what to say where nobody describes the patient
 */
export function composeVerdict(
  facts: CaseFacts,
  studies: readonly StudyAnswer[],
  gapSentences: readonly string[],
): Verdict {
  const describing = studies.filter(({ group }) => group === "this-patient");
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  if (facts.stated.length === 0) return createVerdict(composeGeneralSentences(studies), 0, 0);
  const sentences =
    describing.length === 0
      ? [...gapSentences, ...composeSubgroupSentences(studies)]
      : [
          composeLead(facts, describing),
          ...composeResultSentences(describing),
          composeDesignSentence(describing),
          ...composeSubgroupSentences(studies),
        ];
  return createVerdict(sentences, describing.length, patients);
}

function createVerdict(sentences: string[], describing: number, patients: number): Verdict {
  return { text: sentences.join(" "), sentences, describing, patients };
}

function composeGeneralSentences(studies: readonly StudyAnswer[]): string[] {
  const general = studies.filter(({ group }) => group === "general");
  const { patients } = countPatientsTreated(general.map(({ study }) => study));
  const generalStudies = pluralise(general.length, "study", "studies");
  return [
    "Nothing is answered yes so far, so no study is singled out.",
    `${interfaceText.generalEvidence}: ${generalStudies}, ${pluralise(patients, "patient", "patients")} given immunoglobulin.`,
  ];
}

function composeLead({ profile, stated }: CaseFacts, describing: readonly StudyAnswer[]): string {
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  const areSingle = describing.every(({ study }) => study.participants.treated === 1) && patients === describing.length;
  const what = areSingle ? ["report", "reports"] : ["study", "studies"];
  const patient = formatPatient(stated.map((aspect) => getSubject(profile, aspect)));
  const who =
    describing.length === 1 ? `One ${what[0]} describes` : `${spellNumber(describing.length)} ${what[1]} describe`;
  const many = areSingle
    ? describing.length === 1
      ? "a single case"
      : "one patient each"
    : describeNumbers(describing);
  return capitalise(`${who} ${patient} given immunoglobulin, ${many}.`);
}

/** How many patients the studies treated, each counted once, and whether all of them were like this one. */
function describeNumbers(describing: readonly StudyAnswer[]): string {
  const { patients, uncounted } = countPatientsTreated(describing.map(({ study }) => study));
  if (patients === 0) return "without saying how many";
  const reports = selectOneReportPerCohort(describing.map(({ study }) => study)).length;
  const isMixed = describing.some(({ reasons }) =>
    reasons.some(({ patient, relation }) => patient === "yes" && relation === "mostly"),
  );
  return [
    `${pluralise(patients, "patient", "patients")} in all${reports < describing.length ? ", each counted once" : ""}`,
    ...(isMixed ? ["not all of them like this"] : []),
    ...(uncounted > 0
      ? [`${uncounted === 1 ? "one study does" : `${spellNumber(uncounted)} studies do`} not say how many`]
      : []),
  ].join("; ");
}

function composeDesignSentence(describing: readonly StudyAnswer[]): string {
  if (areSingleCases(describing)) return "Single cases tend to be published when they go well.";
  const trials = countSeparateTrials(describing.map(({ study }) => study));
  if (describing.length === 1) return trials === 1 ? "It is a randomised trial." : "It is no randomised trial.";
  if (trials === 0) return "None of them is a randomised trial.";
  const are = trials === 1 ? "One randomised trial is" : `${capitalise(spellNumber(trials))} randomised trials are`;
  return `${are} among them.`;
}
