import { getStatedAnswers, type Profile } from "@/lib/case/schema";
import { capitalise, joinWithAnd, pluralise, spellNumber } from "@/lib/format/text";
import { type Aspect, match } from "@/lib/match/match";
import type { RankedStudy } from "@/lib/match/rank";
import { getShortName } from "@/lib/study/citation";
import { countPatientsTreated } from "@/lib/study/cohort";
import type { StudySummary } from "@/lib/study/summary";
import {
  formatNoKnownPatients,
  formatNoPatients,
  formatNotReported,
  formatPatient,
  formatTopic,
} from "@/lib/vocabulary/phrases";
import { getSubject, listStatedAspects } from "./stated-aspects";

/** What the library describes and what it does not, for the features this patient was said to have. */
export type Gap = {
  described: boolean;
  text: string;
  /** studies that describe a part of the patient, in rank order, each with what it lacks */
  nearest: { id: string; lacks: Aspect[] }[];
  /** every combination of the stated features (at most five), with the studies that describe it, their patients, and how many of them give no number */
  combinations: { features: Aspect[]; studies: number; patients: number; uncounted: number }[];
};

/** Combinations are drawn for at most this many features: 31 cells are the most a reader takes in. */
const mostCombined = 5;

/**
 * The gap for one case: whether anybody studied this combination, and if not, who came nearest.
 * @param sentences what `gapSentences` says of it, which the verdict says too
 */
export function createGap(profile: Profile, ranked: readonly RankedStudy[], sentences: readonly string[]): Gap {
  const wanted = listStatedAspects(profile);
  const described = ranked.filter(({ group }) => group === "this-patient");
  const nearest = ranked.filter(({ group }) => group === "part");
  return {
    described: described.length > 0,
    text: sentences.join(" "),
    nearest: nearest.map(({ study, lacks }) => ({ id: study.id, lacks })),
    combinations: combinationsOf(
      profile,
      wanted,
      ranked.map(({ study }) => study),
    ),
  };
}

/** The gap in words: who describes this patient, or that nobody does and who came nearest. */
export function composeGapSentences(profile: Profile, ranked: readonly RankedStudy[]): string[] {
  const wanted = listStatedAspects(profile);
  if (wanted.length === 0) return ["No question is answered yes, so there is no combination to look for."];
  const patient = formatPatient(wanted.map((aspect) => getSubject(profile, aspect)));
  const described = ranked.filter(({ group }) => group === "this-patient").length;
  if (described > 0) return [`${pluralise(described, "study describes", "studies describe")} ${patient}.`];

  const part = ranked.filter(({ group }) => group === "part");
  const holding = part.filter(holdsSome);
  const nearest = part.filter((study) => !holding.includes(study));
  const ruledOut = ranked.filter(({ group, lacks }) => group === "other" && lacks.length === 0);
  const are = ruledOut.length === 1 ? "study that does is" : "studies that do are";
  return [
    ...(holding.length > 0
      ? [`No published study in this library is mainly of patients like this: ${patient}.`, holdingText(holding)]
      : [`No published study in this library describes ${patient}.`]),
    ...(nearest.length > 0 ? [`Nearest: ${nearestText(profile, nearest)}.`] : []),
    ...(part.length === 0 ? ["None describes a part of this patient either."] : []),
    ...(ruledOut.length > 0
      ? [`${capitalise(spellNumber(ruledOut.length))} ${are} ruled out by an answer of no: see “Other patients”.`]
      : []),
  ];
}

/** A study that certainly has such a patient among others: every "yes" holds for all of its patients but one, for some. */
function holdsSome({ reasons }: RankedStudy): boolean {
  const wanted = reasons.filter(({ patient }) => patient === "yes");
  const partly = wanted.filter(({ relation }) => relation === "partly");
  return partly.length === 1 && wanted.every(({ relation }) => relation === "same" || relation === "partly");
}

/** "Among other patients, some are in Cherin 1994 (4 of its 11 patients)." */
function holdingText(holding: readonly RankedStudy[]): string {
  const named = holding.slice(0, 3).map(({ study, reasons }) => {
    const count = reasons.find(({ relation }) => relation === "partly")?.count;
    return `${getShortName(study)}${count ? ` (${count.n} of its ${count.of} patients)` : ""}`;
  });
  const rest = holding.length > named.length ? [`${spellNumber(holding.length - named.length)} more`] : [];
  return `Among other patients, some are in ${joinWithAnd([...named, ...rest])}.`;
}

/** Kinds of nearest studies that a sentence names before it becomes a list. */
const mostKinds = 2;

/** The nearest studies, put together by what they meet: "5 studies of pregnancy (lung disease not reported)". */
function nearestText(profile: Profile, nearest: readonly RankedStudy[]): string {
  const kinds = new Map<string, RankedStudy[]>();
  for (const ranked of nearest) {
    const key = metAspects(ranked).join();
    kinds.set(key, [...(kinds.get(key) ?? []), ranked]);
  }
  const named = [...kinds.values()].slice(0, mostKinds).map((alike) => {
    const [first] = alike as [RankedStudy];
    const topics = joinWithAnd(metAspects(first).map((aspect) => formatTopic(getSubject(profile, aspect))));
    const lacking = first.lacks.map((aspect) => lackText(profile, aspect, alike));
    return `${spellNumber(alike.length)} ${alike.length === 1 ? "study" : "studies"} of ${topics} (${lacking.join("; ") || onlySome(alike.length, metAspects(first).length)})`;
  });
  const others = [...kinds.values()].slice(mostKinds).flat().length;
  return joinWithAnd([
    ...named,
    ...(others > 0 ? [`${spellNumber(others)} more that ${others === 1 ? "describes" : "describe"} a part`] : []),
  ]);
}

/** Of studies that lack nothing, but whose patients share the features only in part, and perhaps not the same patients. */
function onlySome(studies: number, features: number): string {
  const whose = studies === 1 ? "its" : "their";
  return features === 1 ? `only some of ${whose} patients` : `only some of ${whose} patients have each of these`;
}

function metAspects({ reasons, lacks }: RankedStudy): Aspect[] {
  return reasons
    .filter(({ patient, feature }) => patient === "yes" && !lacks.includes(feature))
    .map(({ feature }) => feature);
}

/** What one study, or several alike, lack of one aspect. */
export function lackText(profile: Profile, aspect: Aspect, alike: readonly Pick<RankedStudy, "reasons">[]): string {
  const relations = alike.map(({ reasons }) => reasons.find(({ feature }) => feature === aspect)?.relation);
  const name = getSubject(profile, aspect);
  if (relations.every((relation) => relation === "not-reported")) return formatNotReported(name);
  return relations.every((relation) => relation === "differs") ? formatNoPatients(name) : formatNoKnownPatients(name);
}

/** Every subset of the wanted aspects, single ones first, with who describes it among studies no "no" rules out. */
function combinationsOf(profile: Profile, wanted: Aspect[], studies: readonly StudySummary[]): Gap["combinations"] {
  const combined = wanted.slice(0, mostCombined);
  const subsets: Aspect[][] = [[]];
  for (const aspect of combined) subsets.push(...subsets.map((subset) => [...subset, aspect]));
  // Whatever is left out, the whole patient is not.
  if (wanted.length > mostCombined) subsets.push(wanted);
  return subsets
    .filter((subset) => subset.length > 0)
    .sort((one, other) => one.length - other.length)
    .map((subset) => {
      const narrowed = only(profile, subset);
      const describing = studies.filter((study) => match(narrowed, study).group === "this-patient");
      return { features: subset, studies: describing.length, ...countPatientsTreated(describing) };
    });
}

/** The case with only these of its yes answers; its no answers stay, for they still rule studies out. */
function only(profile: Profile, kept: readonly Aspect[]): Profile {
  const answers = getStatedAnswers(profile).filter(({ feature, answer }) => answer === "no" || kept.includes(feature));
  return {
    features: Object.fromEntries(answers.map(({ feature, answer }) => [feature, answer])),
    diagnosis: kept.includes("diagnosis") ? profile.diagnosis : null,
    weightKg: null,
    ageYears: null,
  };
}
