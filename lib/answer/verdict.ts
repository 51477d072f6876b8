import { type CaseFacts, getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise, pluralise, spellNumber } from "@/lib/format/text";
import { isMetByMost } from "@/lib/match/relation";
import { countPatientsTreated, countSeparateTrials } from "@/lib/study/cohort";
import { countGroups } from "@/lib/study/study-count";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatPatient, formatWith } from "@/lib/vocabulary/phrases";
import type { AnswerCell } from "./cells";
import { composeIncludingSentences, type Gap } from "./gap";
import { createLazily } from "./lazily";
import { isMixed } from "./mixed";
import type { Including, Verdict } from "./reply";
import { composeSubgroupSentences, type Finding } from "./result-sentences";
import type { StudyAnswer } from "./study-answer";

type Parts = {
  facts: CaseFacts;
  /** all treatment studies, in rank order */
  studies: readonly StudyAnswer[];
  describing: readonly StudyAnswer[];
  /** of these, the studies that describe a part of the patient */
  part: readonly StudyAnswer[];
  cells: readonly AnswerCell[];
  findings: readonly Finding[];
  including: readonly Including[];
  /** what to say where nobody describes the patient */
  gap: Pick<Gap, "sentences">;
};

/** The sentences of a verdict, in the order in which they are told together. */
export type VerdictSentences = {
  /** who describes this patient, or that nobody does */
  lead: string;
  /** how many patients that are, and what else limits who is described; where nobody is, who comes nearest */
  extent: string[];
  /** each finding with all that must stand beside it; how the others stand to it is told below */
  findings: string[];
  /** whether trials are among the studies, which the certainty of the answer tells at more length; null for single cases */
  trials: string | null;
  /** how single cases come to be published, where all have gone well; null otherwise */
  singleCases: string | null;
  including: string[];
  subgroups: string[];
};

/** The answer in a few sentences. Every number in them is counted here, none is typed. */
export function composeVerdict(answer: Parts): VerdictSentences {
  const { facts, describing } = answer;
  const none = { findings: [], trials: null, singleCases: null, including: [], subgroups: [] };
  if (facts.stated.length === 0) {
    const [lead, ...extent] = composeGeneralSentences(answer.studies);
    return { ...none, lead, extent };
  }
  if (describing.length === 0) {
    const [lead = "", ...extent] = answer.gap.sentences;
    return { ...none, lead, extent, subgroups: composeSubgroupSentences(facts, answer.part) };
  }
  const [lead, ...extent] = composeLead(facts, describing);
  const areSingle = areSingleCases(describing);
  return createLazily<VerdictSentences>({
    lead: () => lead,
    extent: () => extent,
    findings: () =>
      answer.findings.flatMap(({ name, lead: [first, ...more], beside }) => [`${name}: ${first}`, ...more, ...beside]),
    trials: () => (areSingle ? null : composeTrialSentence(describing)),
    singleCases: () => (areSingle ? composeSingleCaseSentence(answer.cells) : null),
    including: () => composeIncludingSentences(facts, answer.part, answer.including),
    subgroups: () => composeSubgroupSentences(facts, answer.part),
  });
}

/** The verdict as other programs get it, and as it is read from beginning to end. */
export function writeVerdict(parts: VerdictSentences, describing: readonly StudyAnswer[]): Verdict {
  const { lead, extent, findings, trials, singleCases, including, subgroups } = parts;
  const design = [trials, singleCases].flatMap((sentence) => sentence ?? []);
  const sentences = [lead, ...extent, ...findings, ...design, ...including, ...subgroups];
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  return { text: sentences.join(" "), sentences, describing: describing.length, patients };
}

function composeGeneralSentences(studies: readonly StudyAnswer[]): [string, ...string[]] {
  const general = studies.filter(({ group }) => group === "general");
  const { patients } = countPatientsTreated(general.map(({ study }) => study));
  const generalStudies = pluralise(general.length, "study", "studies");
  return [
    "Nothing is answered yes so far, so no study is singled out.",
    `${interfaceText.generalEvidence}: ${generalStudies}, ${pluralise(patients, "patient", "patients")} given immunoglobulin.`,
  ];
}

function composeLead(facts: CaseFacts, describing: readonly StudyAnswer[]): [string, ...string[]] {
  const { profile, defining } = facts;
  const areSingle = areSeparateSingleCases(describing);
  const isOne = describing.length === 1;
  const patient = formatPatient(defining.map((aspect) => getSubject(profile, aspect)));
  const who = isOne ? "One study describes" : `${spellNumber(describing.length)} studies describe`;
  const single = isOne ? "a single case" : "one patient each";
  const [many, ...more] = areSingle ? [single] : describeNumbers(describing);
  const refining = composeRefiningSentences(facts, describing);
  // who is on immunoglobulin already was given it
  const given = defining.includes("onImmunoglobulin") ? "" : " given immunoglobulin";
  const lead = capitalise(`${who} ${patient}${given}, ${many}.`);
  return [lead, ...refining, ...more.map(capitalise)];
}

/** How far the describing studies have what only refines the match, a sentence for each such answer. */
export function composeRefiningSentences(
  { profile, stated, defining }: CaseFacts,
  describing: readonly StudyAnswer[],
): string[] {
  return stated
    .filter((aspect) => !defining.includes(aspect))
    .flatMap((aspect) => describeRefining(profile, aspect, describing))
    .map(capitalise);
}

/**
 * How far the studies have what only refines the match: "None of these is mainly of patients 65 or over." They describe
 * the patient by the other answers, and nobody may take them for studies of such patients.
 */
function describeRefining(profile: Profile, aspect: Aspect, describing: readonly StudyAnswer[]): string[] {
  const meeting = describing.filter(({ reasons }) =>
    reasons.some(({ feature, relation }) => feature === aspect && isMetByMost(relation)),
  ).length;
  if (meeting === describing.length) return [];
  const who = meeting === 0 ? "none" : spellNumber(meeting);
  return [
    `${who} of these ${meeting > 1 ? "are" : "is"} mainly of patients ${formatWith(getSubject(profile, aspect))}.`,
  ];
}

/**
 * How many patients the studies treated, each counted once; then, as sentences of their own, whether all of them were
 * like this one and how many studies do not say.
 */
function describeNumbers(describing: readonly StudyAnswer[]): string[] {
  const studies = describing.map(({ study }) => study);
  const { patients, uncounted } = countPatientsTreated(studies);
  if (patients === 0) return ["without saying how many"];
  const groups = countGroups(studies);
  return [
    `${pluralise(patients, "patient", "patients")} in all${groups === null ? "" : ", each counted once"}`,
    ...(describing.some(isMixed) ? ["Not all of them were like this."] : []),
    ...(uncounted > 0
      ? [`${spellNumber(uncounted)} ${uncounted === 1 ? "study does" : "studies do"} not say how many.`]
      : []),
  ];
}

/** Where they have gone well; that a single case is no rate is what the certainty of the answer says. */
function composeSingleCaseSentence(cells: readonly AnswerCell[]): string | null {
  return haveAllGoneWell(cells) ? "Single cases tend to be published when they go well." : null;
}

function composeTrialSentence(describing: readonly StudyAnswer[]): string {
  const trials = countSeparateTrials(describing.map(({ study }) => study));
  if (describing.length === 1) return trials === 1 ? "It is a randomised trial." : "It is no randomised trial.";
  if (trials === 0) return "None of them is a randomised trial.";
  const are = trials === 1 ? "One randomised trial is" : `${capitalise(spellNumber(trials))} randomised trials are`;
  return `${are} among them.`;
}

/** Whether each study reports one patient, and each another one. */
export function areSeparateSingleCases(describing: readonly StudyAnswer[]): boolean {
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  return areSingleCases(describing) && patients === describing.length;
}

function areSingleCases(describing: readonly StudyAnswer[]): boolean {
  return describing.every(({ study }) => study.participants.treated === 1);
}

/** Whether every count of these cases is a good one: one failure, death or harm among them, and it is not. */
function haveAllGoneWell(cells: readonly AnswerCell[]): boolean {
  const counted = cells.flatMap(({ counting }) => counting.map(({ figure }) => figure));
  const responses = counted.filter(({ domain }) => domain === "response");
  return (
    responses.length > 0 &&
    counted.every(({ direction, events, total }) =>
      direction === "benefit" ? events === total : direction === "neutral" || events === 0,
    )
  );
}
