import { formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithAnd } from "@/lib/format/text";
import type { Reason } from "@/lib/match/reason";
import type { SpecialTrait } from "@/lib/match/traits";
import { identifyPatients } from "@/lib/study/cohort";
import { formatAverageAge } from "@/lib/study/format";
import { getConcept, getPairedDiagnosis, type Trait } from "@/lib/vocabulary/concepts";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatHad } from "@/lib/vocabulary/phrases";
import type { AnswerCell, CountingStudy, Lead } from "./cells";
import type { Figure } from "./reply";
import type { StudyAnswer } from "./study-answer";

/**
 * What makes the patients of a leading figure unlike others, and was not said of this patient: "All 8 had anti-MDA5
 * antibody and heart involvement." Also what most of them had although this patient has not.
 * @param name how the study is named, where the sentence before does not name it
 */
export function describeSpecialTraits(found: StudyAnswer, name?: string): string[] {
  const { treated } = found.study.participants;
  const who = name === undefined ? "" : `${name}: `;
  const all = selectFeatures(found.traits, "all");
  const most = selectFeatures(found.traits, "most");
  const everybody =
    treated === 1 ? "the patient" : treated === 2 ? "both" : treated === null ? "all" : `all ${treated}`;
  const sentences = [
    ...(all.length > 0 ? [`${everybody} ${formatHad(all, treated === 1)}`] : []),
    ...(most.length > 0 ? [`most ${formatHad(most, false)}`] : []),
    ...describeSomeWhoDiffer(found),
  ];
  return sentences.map((sentence) => `${who}${who ? sentence : capitalise(sentence)}.`);
}

function selectFeatures(traits: readonly SpecialTrait[], wanted: SpecialTrait["share"]) {
  return traits.flatMap(({ feature, share }) => (share === wanted ? [feature] : []));
}

/**
 * How far treatment had come, and disease of the skin without weakness: no special traits, for they rank no study, but
 * they decide whose figure a count is.
 */
const statesToTell: readonly Aspect[] = ["firstLine", "refractory", "steroidDependent", "amyopathic"];

/**
 * Whose figure a leading count is, besides their special traits: their diagnosis, and how far their treatment had come,
 * where those of this patient are not stated, or in how many the stated diagnosis is met; how many of them were like this one, where not all were; and that what was
 * read does not tell an age that was answered. "Most had refractory disease." "Age not in the abstract." Where the figure
 * counts a part of the patients, it is said of whom: "Of all 27 treated, 21 had no corticosteroid."
 */
export function describePatientsOfLead({ found, figure }: CountingStudy): string[] {
  const isPart = figure.of !== null || figure.subgroup !== null || figure.total !== found.study.participants.treated;
  return describePatients({ found, figure }, isPart);
}

/** @param isPart whether it is said that the sentences are of all treated, because the figure counts a part of them */
function describePatients({ found, figure }: CountingStudy, isPart: boolean): string[] {
  const { treated } = found.study.participants;
  const isOne = treated === 1;
  const sentences = found.reasons.flatMap((reason) => {
    const { feature, patient, study, role, relation, count, silence, definition } = reason;
    // Those who are counted apart for it all have it.
    if (feature === "diagnosis" || isOfConcept(figure.subgroup, feature)) return [];
    // What follows by definition may be said already, and its sheet may call it unclear.
    const isOpen = relation === "depends" && statesToTell.includes(feature) && definition === null;
    if (isOpen || (patient === "yes" && role === "decides" && relation === "mostly")) {
      if (study === "all") return [`${isOne ? "the patient" : "all"} ${formatHad([feature], isOne)}`];
      return [`${formatShare(count, isPart, treated)} ${formatHad([feature], false)}`];
    }
    return feature === "juvenile" && silence ? [formatAverageAge(found.study) ?? `age ${silence}`] : [];
  });
  const diagnosis = describeDiagnosisShare({ found, figure }, (count) => formatShare(count, isPart, treated));
  return [...describeOnlyDiagnosis(found), ...diagnosis, ...sentences].map((sentence) => `${capitalise(sentence)}.`);
}

/**
 * The same without what was said with an earlier lead of the same patients. Another figure of a study may count other
 * patients, of whom something else is said; what was said of all treated need not be said again with a figure of all of
 * them. Several single cases are told without it.
 * @param cells all of the answer, in order
 */
export function describePatientsOnce(lead: Lead, cells: readonly Pick<AnswerCell, "lead">[]): string[] {
  if (lead.cases.length > 1) return [];
  const leads = cells.flatMap((cell) => cell.lead ?? []).filter(({ cases }) => cases.length === 1);
  const before = leads
    .slice(0, Math.max(0, leads.indexOf(lead)))
    .filter(({ found }) => areSamePatients(found, lead.found));
  const told = new Set(before.flatMap((one) => [...describePatientsOfLead(one), ...describePatients(one, false)]));
  return describePatientsOfLead(lead).filter((sentence) => !told.has(sentence));
}

/** Whether two reports are of the same patients, all of them. */
function areSamePatients({ study: a }: StudyAnswer, { study: b }: StudyAnswer): boolean {
  return identifyPatients(a) === identifyPatients(b) && a.participants.treated === b.participants.treated;
}

/** Answers from which a reader knows which of the two diseases it is. */
const tellingDiagnosis: readonly (Trait | "diagnosis")[] = ["diagnosis", "skinOnly", "amyopathic", "juvenile"];

/** "all had dermatomyositis": where this patient's diagnosis is not known, and the study has no other patients. */
function describeOnlyDiagnosis({ study, reasons }: StudyAnswer): string[] {
  const [only, ...others] = Object.keys(study.participants.diagnoses);
  if ((only !== "DM" && only !== "PM") || others.length > 0) return [];
  if (reasons.some(({ feature, patient }) => patient === "yes" && tellingDiagnosis.includes(feature))) return [];
  return [`${study.participants.treated === 1 ? "the patient" : "all"} ${formatHad([{ diagnosis: only }], false)}`];
}

/**
 * "most"; "14 of 17"; "of all 17 treated, 14" where a figure counts a part of the treated. A count of others too, such as
 * all who were enrolled, is of no part of the treated.
 */
function formatShare(count: Reason["count"], isPart: boolean, treated: number | null): string {
  if (isPart && (!count || count.of === treated)) {
    return `of all${treated === null ? "" : ` ${treated}`} treated, ${count?.n ?? "most"}`;
  }
  return count ? formatCount({ events: count.n, total: count.of }) : "most";
}

/** "39 of 73 had polymyositis". Those who are counted apart for a diagnosis, or for what tells it, all have it. */
function describeDiagnosisShare(
  { found: { diagnosisShare }, figure: { subgroup } }: CountingStudy,
  format: (count: Reason["count"]) => string,
): string[] {
  const isTold = subgroup !== null && (tellingDiagnosis.includes(subgroup) || getPairedDiagnosis(subgroup) !== null);
  return diagnosisShare && !isTold ? [`${format(diagnosisShare.count)} ${diagnosisShare.had}`] : [];
}

function isOfConcept(subgroup: Figure["subgroup"], feature: Trait): boolean {
  return subgroup !== null && getConcept(subgroup) === getConcept(feature);
}

/** A "no" that a study meets only as "mostly": some of its patients had what this one has not. */
function describeSomeWhoDiffer({ reasons }: StudyAnswer): string[] {
  const some = reasons.flatMap(({ feature, patient, role, relation }) =>
    patient === "no" && role !== "follows" && relation === "mostly" && feature !== "diagnosis" ? [feature] : [],
  );
  return some.length > 0 ? [`some of them ${joinWithAnd(some.map((feature) => formatHad([feature], false)))}`] : [];
}
