import type { Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise, pluralise, spellNumber } from "@/lib/format/text";
import { countPatientsTreated, selectOneReportPerCohort } from "@/lib/study/cohort";
import { formatPatient } from "@/lib/vocabulary/phrases";
import { getSubject, listStatedAspects } from "./stated-aspects";
import { areSingleCases, composeResultSentences, countedApart, type Shown } from "./verdict-results";

/** The answer in a few sentences. Every number in them is counted here, none is typed. */
export type Verdict = {
  text: string;
  /** the same one by one: the first says who describes this patient, or that nobody does */
  sentences: string[];
  describing: number;
  patients: number;
};

/**
 * The verdict on a case.
 * @param ranked all treatment studies in rank order, with what is shown of each
 * @param gapSentences what to say where nobody describes the patient
 */
export function composeVerdict(profile: Profile, ranked: readonly Shown[], gapSentences: readonly string[]): Verdict {
  const describing = ranked.filter(({ group }) => group === "this-patient");
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  if (listStatedAspects(profile).length === 0) return verdict(generalSentences(ranked), 0, 0);
  const sentences =
    describing.length === 0
      ? [...gapSentences, ...countedApart(ranked)]
      : [
          whoDescribes(profile, describing),
          ...composeResultSentences(describing),
          howSure(describing),
          ...countedApart(ranked),
        ];
  return verdict(sentences, describing.length, patients);
}

function verdict(sentences: string[], describing: number, patients: number): Verdict {
  return { text: sentences.join(" "), sentences, describing, patients };
}

function generalSentences(ranked: readonly Shown[]): string[] {
  const general = ranked.filter(({ group }) => group === "general");
  const { patients } = countPatientsTreated(general.map(({ study }) => study));
  const studies = pluralise(general.length, "study", "studies");
  return [
    "Nothing is answered yes so far, so no study is singled out.",
    `${interfaceText.generalEvidence}: ${studies}, ${pluralise(patients, "patient", "patients")} given immunoglobulin.`,
  ];
}

function whoDescribes(profile: Profile, describing: readonly Shown[]): string {
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  const areSingle = describing.every(({ study }) => study.participants.treated === 1) && patients === describing.length;
  const what = areSingle ? ["report", "reports"] : ["study", "studies"];
  const patient = formatPatient(listStatedAspects(profile).map((aspect) => getSubject(profile, aspect)));
  const who =
    describing.length === 1 ? `One ${what[0]} describes` : `${spellNumber(describing.length)} ${what[1]} describe`;
  const many = areSingle ? (describing.length === 1 ? "a single case" : "one patient each") : howMany(describing);
  return capitalise(`${who} ${patient} given immunoglobulin, ${many}.`);
}

/** How many patients the studies treated, each counted once, and whether all of them were like this one. */
function howMany(describing: readonly Shown[]): string {
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

function howSure(describing: readonly Shown[]): string {
  if (areSingleCases(describing)) return "Single cases tend to be published when they go well.";
  const trials = describing.filter(({ study }) => study.design.type === "randomised-controlled-trial");
  const cohorts = new Set(trials.map(({ study }) => study.cohort ?? study.id)).size;
  if (describing.length === 1) return cohorts === 1 ? "It is a randomised trial." : "It is no randomised trial.";
  if (cohorts === 0) return "None of them is a randomised trial.";
  const are = cohorts === 1 ? "One randomised trial is" : `${capitalise(spellNumber(cohorts))} randomised trials are`;
  return `${are} among them.`;
}
