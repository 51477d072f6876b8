import { type CaseFacts, getSubject, readCase } from "@/lib/case/facts";
import type { Profile, YesNo } from "@/lib/case/schema";
import { capitalise, joinWithAnd, pluralise, spellNumber } from "@/lib/format/text";
import { type StudyColumns, selectDescribing } from "@/lib/match/columns";
import { selectDeciding } from "@/lib/match/match";
import type { Rarity } from "@/lib/match/rarity";
import type { Reason } from "@/lib/match/reason";
import { isDifferent, isMet, isMetByMost } from "@/lib/match/relation";
import type { IntervalMethod } from "@/lib/stats/interval";
import { countPatientsTreated } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import type { Aspect, Feature } from "@/lib/vocabulary/feature";
import { formatHad, formatPatient, formatTopic, formatWith } from "@/lib/vocabulary/phrases";
import { groupBy } from "./group-by";
import { createLazily } from "./lazily";
import { describeAllMissing } from "./missing";
import type { Combination, EvidenceReply, Including } from "./reply";
import { listStudiedCombinations, type StudiedCombination } from "./studied-combinations";
import type { StudyAnswer } from "./study-answer";

/** What the library describes and what it does not, for the features stated of this patient. */
export type Gap = {
  isDescribed: boolean;
  /** who describes this patient, or that nobody does and who came nearest */
  sentences: string[];
  /** of these, those that name the nearest studies: "Nearest: four studies of pregnancy (lung disease not reported)." */
  nearestSentences: string[];
  /** the same as one text */
  text: string;
  /** studies that describe a part of the patient, in rank order, each with what it lacks */
  nearest: StudyAnswer[];
  /** every combination of the stated features, of at most five features or all of them */
  combinations: Combination[];
  /** the largest combinations that somebody studied; none where the whole patient is described */
  studied: StudiedCombination[];
};

/** Combinations are drawn for at most this many features: 31 cells are the most a reader takes in. */
const MAX_COMBINED = 5;

/** What of an answer its gap is made from. */
type Parts = {
  facts: CaseFacts;
  scope: EvidenceReply["scope"];
  /** the treatment studies, matched to the patient */
  studies: readonly StudyAnswer[];
  /** of these, those that describe the patient, and a part of the patient */
  describing: readonly StudyAnswer[];
  part: readonly StudyAnswer[];
  including: readonly Including[];
};

/**
 * The gap for one case: whether anybody studied this combination, and if not, who came nearest.
 * @param columns the studies of the answer by columns
 * @param method of the intervals, as in `answerCase`
 */
export function createGap(
  answer: Parts,
  columns: StudyColumns<StudySummary>,
  rarity: Rarity,
  method: IntervalMethod,
): Gap {
  const { facts } = answer;
  const gap: Gap = createLazily<Gap>({
    isDescribed: () => answer.describing.length > 0,
    sentences: () => composeGapSentences(answer, gap.nearestSentences),
    nearestSentences: () => composeNearestSentences(facts.profile, listNotNamed(answer)),
    text: () => gap.sentences.join(" "),
    nearest: () => [...answer.part],
    combinations: () => listCombinations(facts, columns),
    studied: () =>
      gap.isDescribed
        ? []
        : listStudiedCombinations(facts, gap.combinations, { studies: answer.studies, columns }, rarity, method),
  });
  return gap;
}

/** The gap in words: who describes this patient, or that nobody does and who came nearest. */
function composeGapSentences(
  { facts, scope, studies, describing, part, including }: Parts,
  nearestSentences: readonly string[],
): string[] {
  const { profile, stated, defining } = facts;
  if (scope.text !== null) return [scope.text];
  if (stated.length === 0) return ["No question is answered yes, so there is no combination to look for."];
  const without = listBlockingAnswers(facts, studies);
  const patient = formatPatient(
    defining.map((aspect) => getSubject(profile, aspect)),
    without,
  );
  if (describing.length > 0)
    return [`${pluralise(describing.length, "study describes", "studies describe")} ${patient}.`];
  const ruledOut = studies.filter(
    ({ group, missing, reasons }) => group === "other" && missing.length === 0 && isMainlyOfSuch(reasons),
  );
  const are = ruledOut.length === 1 ? "study that does is" : "studies that do are";
  return [
    including.length > 0
      ? `No published study in this library is mainly of patients like this: ${patient}.`
      : `No published study in this library describes ${patient}.`,
    ...composeIncludingSentences(facts, part, including),
    ...nearestSentences,
    ...(part.length === 0 ? ["None describes a part of this patient either."] : []),
    ...(ruledOut.length > 0
      ? [`${capitalise(spellNumber(ruledOut.length))} ${are} ruled out by an answer of no: see “Other patients”.`]
      : []),
  ];
}

/** The studies of a part of the patient that are not named as including such patients. */
function listNotNamed({ part, including }: Pick<Parts, "part" | "including">): StudyAnswer[] {
  const named = new Set(including.map(({ id }) => id));
  return part.filter(({ study }) => !named.has(study.id));
}

/** Whether all or most of the patients of a study are like this one in every yes on which it depends. */
function isMainlyOfSuch(reasons: readonly Reason[]): boolean {
  return selectDeciding(reasons).every(({ relation }) => isMetByMost(relation));
}

/** The features answered no that keep a study out which meets all else: they are part of what nobody described. */
function listBlockingAnswers({ answers }: CaseFacts, studies: readonly StudyAnswer[]): Feature[] {
  const blocked = studies.flatMap(({ reasons }) => {
    if (!isMainlyOfSuch(reasons)) return [];
    return reasons.flatMap(({ feature, patient, relation }) =>
      patient === "no" && isDifferent(relation) && feature !== "diagnosis" && answers[feature] ? [feature] : [],
    );
  });
  return [...new Set(blocked)];
}

/** "Others include such patients: Aggarwal 2022, 38 of 95 with dysphagia." "Also Marie 2010, 34 of 73 with dermatomyositis." */
export function composeIncludingSentences(
  { profile }: CaseFacts,
  part: readonly StudyAnswer[],
  including: readonly Including[],
): string[] {
  const named = including.flatMap(({ id, aspect, n, of }) => {
    const found = part.find(({ study }) => study.id === id);
    return found ? [`${found.name}, ${n} of ${of} ${formatWith(getSubject(profile, aspect))}`] : [];
  });
  return named.map((one, index) => `${index === 0 ? "Others include such patients:" : "Also"} ${one}.`);
}

/** Groups of nearest studies that a sentence names before it becomes a list. */
const MAX_GROUPS = 2;

/** The nearest studies, put together by what they meet: "Nearest: four studies of pregnancy (lung disease not reported)." */
function composeNearestSentences(profile: Profile, nearest: readonly StudyAnswer[]): string[] {
  const byMetAspects = groupBy(nearest, (study) => [...listMetAspects(study), ...describeMostWhoDiffer(study)].join());
  const named = [...byMetAspects.values()].slice(0, MAX_GROUPS).map((group) => {
    const [first] = group as [StudyAnswer];
    const topics = joinWithAnd(listMetAspects(first).map((aspect) => formatTopic(getSubject(profile, aspect))));
    const lacking = [...new Set(group.flatMap(({ missing }) => missing))];
    const beside = [
      ...(group.some(isMainlyOfMet) ? [] : [describeOnlySome(profile, group)]),
      ...describeAllMissing(profile, lacking, group),
      ...describeMostWhoDiffer(first),
    ];
    return `${countMainly(group)} of ${topics} (${beside.join("; ")})`;
  });
  const others = [...byMetAspects.values()].slice(MAX_GROUPS).flat().length;
  return [
    ...named.map((group, index) => `${index === 0 ? "Nearest:" : "Then"} ${group}.`),
    ...(others > 0
      ? [`${capitalise(spellNumber(others))} more ${others === 1 ? "describes" : "describe"} a part of this patient.`]
      : []),
  ];
}

/** "15 studies, and two with some such patients,": those mainly of what they meet apart from those with some. */
function countMainly(group: readonly StudyAnswer[]): string {
  const mainly = group.filter(isMainlyOfMet).length;
  const some = group.length - mainly;
  const named = `${spellNumber(group.length)} ${group.length === 1 ? "study" : "studies"}`;
  if (mainly === 0 || some === 0) return named;
  const studies = mainly === 1 ? "study" : "studies";
  return `${spellNumber(mainly)} ${studies}, and ${spellNumber(some)} with some patients,`;
}

/** "most had interstitial lung disease": what this patient has not and most of a study's patients have. */
function describeMostWhoDiffer({ reasons }: StudyAnswer): string[] {
  return reasons.flatMap(({ feature, patient, relation }) =>
    patient === "no" && relation === "mostly-differs" && feature !== "diagnosis"
      ? [`most ${formatHad([feature], false)}`]
      : [],
  );
}

/** Of studies whose patients share the features only in part, and perhaps not the same patients: those that only some have. */
function describeOnlySome(profile: Profile, group: readonly StudyAnswer[]): string {
  const met = group.map(selectMet);
  const all = new Set(met.flatMap((reasons) => reasons.map(({ feature }) => feature)));
  const ofMost = new Set(
    met.flatMap((reasons) => reasons.flatMap(({ feature, relation }) => (isMetByMost(relation) ? [feature] : []))),
  );
  const ofSome = [...all].filter((aspect) => !ofMost.has(aspect));
  const whose = group.length === 1 ? "its" : "their";
  if (all.size === 1) return `only some of ${whose} patients`;
  if (ofSome.length === 0 || ofSome.length === all.size) return `only some of ${whose} patients have each of these`;
  return `only some ${formatHad(
    ofSome.map((aspect) => getSubject(profile, aspect)),
    false,
  )}`;
}

/** What a study has in common with the patient, at least in some of its patients. */
function listMetAspects(study: StudyAnswer): Aspect[] {
  return selectMet(study).map(({ feature }) => feature);
}

/** Whether all or most of a study's patients have each of that. */
function isMainlyOfMet(study: StudyAnswer): boolean {
  return selectMet(study).every(({ relation }) => isMetByMost(relation));
}

/** The answers that a study meets: those that were stated; those that follow from them only where no other is met. */
function selectMet({ reasons }: StudyAnswer): Reason[] {
  const met = reasons.filter(({ patient, relation }) => patient === "yes" && isMet(relation));
  const stated = met.filter(({ role }) => role !== "follows");
  return stated.length > 0 ? stated : met;
}

/** Every subset of the aspects that define the patient, single ones first, with who describes it among studies no "no" rules out. */
function listCombinations(facts: CaseFacts, columns: StudyColumns<StudySummary>): Combination[] {
  const { stated, defining } = facts;
  // What only refines defines no combination, but it still keeps a study out that rules it out.
  const refining = stated.filter((aspect) => !defining.includes(aspect));
  const combined = defining.slice(0, MAX_COMBINED);
  const subsets: Aspect[][] = [[]];
  for (const aspect of combined) subsets.push(...subsets.map((subset) => [...subset, aspect]));
  // Whatever is left out, the whole patient is not.
  if (defining.length > MAX_COMBINED) subsets.push([...defining]);
  return subsets
    .filter((subset) => subset.length > 0)
    .sort((a, b) => a.length - b.length)
    .map((subset) => {
      const narrowed = readCase(keepOnly(facts, [...subset, ...refining]));
      const describing = selectDescribing(narrowed, columns);
      return { features: subset, studies: describing.length, ...countPatientsTreated(describing) };
    });
}

/** The case with only these of its yes answers; its no answers stay, for they still rule studies out. */
function keepOnly({ profile, answers }: CaseFacts, kept: readonly Aspect[]): Profile {
  const given = Object.entries(answers) as [Feature, YesNo][];
  return {
    features: Object.fromEntries(given.filter(([feature, answer]) => answer === "no" || kept.includes(feature))),
    diagnosis: kept.includes("diagnosis") ? profile.diagnosis : null,
    weightKg: null,
    ageYears: null,
  };
}
