import type { RankedStudy } from "@/lib/match/rank";
import type { Profile } from "@/lib/profile/schema";
import { shortName } from "@/lib/study/cite";
import { oneReportPerCohort, patientsTreated } from "@/lib/study/cohort";
import { countOf, countWithPercent, limits } from "@/lib/terms/numbers";
import { counted, inWords, patientPhrase, patientsWith, sentence, spokenOf } from "@/lib/terms/phrases";
import type { Figure } from "./figure";
import { spoken, wantedAspects } from "./gap";

/** The answer in one or two sentences. Every number in them is counted here, none is typed. */
export type Verdict = { text: string; describing: number; patients: number };

type Told = RankedStudy & { figures: { response: Figure | null } };

/**
 * The verdict on a case.
 * @param ranked all treatment studies in rank order with their chosen figures
 * @param gapText what to say where nobody describes the patient
 */
export function verdictOn(profile: Profile, ranked: readonly Told[], gapText: string): Verdict {
  const describing = ranked.filter(({ group }) => group === "this-patient");
  const { patients, uncounted } = patientsTreated(describing.map(({ study }) => study));
  if (wantedAspects(profile).length === 0) return { text: generalText(ranked), describing: 0, patients: 0 };
  if (describing.length === 0) return { text: gapText, describing: 0, patients: 0 };
  const text = [
    whoDescribes(profile, describing, patients, uncounted),
    whatHappened(describing),
    ...countedApart(ranked),
    howSure(describing),
  ].join(" ");
  return { text, describing: describing.length, patients };
}

function generalText(ranked: readonly Told[]): string {
  const general = ranked.filter(({ group }) => group === "general");
  const { patients } = patientsTreated(general.map(({ study }) => study));
  return `Nothing is stated yet that singles out a study. General evidence: ${counted(general.length, "study", "studies")}, ${counted(patients, "patient", "patients")} given immunoglobulin.`;
}

function whoDescribes(profile: Profile, describing: readonly Told[], patients: number, uncounted: number): string {
  const areSingle = describing.every(({ study }) => study.participants.treated === 1) && patients === describing.length;
  const what = areSingle ? ["report", "reports"] : ["study", "studies"];
  const patient = patientPhrase(wantedAspects(profile).map((aspect) => spoken(profile, aspect)));
  const who =
    describing.length === 1 ? `One ${what[0]} describes` : `${inWords(describing.length)} ${what[1]} describe`;
  return sentence(`${who} ${patient} given immunoglobulin, ${howMany(describing, areSingle, patients, uncounted)}.`);
}

function howMany(describing: readonly Told[], areSingle: boolean, patients: number, uncounted: number): string {
  if (areSingle) return describing.length === 1 ? "a single case" : "one patient each";
  const total = counted(patients, "patient", "patients");
  const reports = oneReportPerCohort(describing.map(({ study }) => study)).length;
  const once = reports < describing.length ? ", each counted once" : "";
  if (uncounted === 0) return `${total} in all${once}`;
  if (patients === 0) return "without saying how many";
  return `${total} in all${once} (${uncounted === 1 ? "one study does" : `${inWords(uncounted)} studies do`} not say how many)`;
}

function whatHappened(describing: readonly Told[]): string {
  const told = describing.filter(({ figures }) => figures.response);
  const [lead] = told;
  if (!lead?.figures.response)
    return describing.length === 1 ? "It gives no count of responders." : "None gives a count of responders.";
  if (told.every(({ figures }) => figures.response?.total === 1)) {
    const once = new Set(oneReportPerCohort(told.map(({ study }) => study)));
    const cases = told.filter(({ study }) => once.has(study));
    const events = cases.reduce((sum, { figures }) => sum + (figures.response?.events ?? 0), 0);
    const who =
      describing.length === 1
        ? "It gives a count"
        : `${sentence(inWords(cases.length))} ${cases.length === 1 ? "gives" : "give"} a count`;
    return `${who}: ${countOf({ events, total: cases.length })} improved.`;
  }
  // A single case says little beside a series, however well it matches.
  const best = told.find(({ figures }) => (figures.response?.total ?? 0) > 1) ?? lead;
  const figure = best.figures.response as Figure;
  const { comparison, interval, total, label } = figure;
  const against = comparison ? `, against ${countWithPercent(comparison)} in the group “${comparison.label}”` : "";
  const who =
    describing.length === 1
      ? "It counts"
      : `The highest ranked that counts more than one patient, ${shortName(best.study)}, has`;
  return `${who} ${countWithPercent(figure)}, 95% interval ${limits(interval, total)}${against}: ${label}.`;
}

/** Patients who share a feature of this one, counted apart in a study of others: that count must not hide behind its headline. */
function countedApart(ranked: readonly Told[]): string[] {
  return ranked.flatMap(({ group, study, figures }) =>
    group === "part" && figures.response?.subgroup
      ? [
          `${shortName(study)}, a study of others too, counts its ${patientsWith(spokenOf(figures.response.subgroup))} apart: ${countWithPercent(figures.response)}.`,
        ]
      : [],
  );
}

function howSure(describing: readonly Told[]): string {
  if (describing.every(({ study }) => study.participants.treated === 1)) {
    return "Single cases tend to be published when they go well.";
  }
  const trials = describing.filter(({ study }) => study.design.type === "randomised-controlled-trial");
  const cohorts = new Set(trials.map(({ study }) => study.cohort ?? study.id)).size;
  if (cohorts === 0)
    return describing.length === 1 ? "It is no randomised trial." : "None of them is a randomised trial.";
  if (describing.length === 1) return "It is a randomised trial.";
  const are = cohorts === 1 ? "One randomised trial is" : `${sentence(inWords(cohorts))} randomised trials are`;
  return `${are} among them.`;
}
