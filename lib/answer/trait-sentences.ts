import { formatCount } from "@/lib/format/numbers";
import { capitalise, joinWithAnd } from "@/lib/format/text";
import type { SpecialTrait } from "@/lib/match/traits";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatHad } from "@/lib/vocabulary/phrases";
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

/** How far treatment had come: no special trait, for it ranks no study, but it decides whose figure a count is. */
const treatmentStates: readonly Aspect[] = ["firstLine", "refractory", "steroidDependent"];

/**
 * Whose figure a leading count is, besides their special traits: how far their treatment had come, where this patient's
 * is not stated; how many of them were like this one, where not all were; and that what was read does not tell an age
 * that was answered. "Most had refractory disease." "Age not in the abstract."
 */
export function describePatientsOfLead(found: StudyAnswer): string[] {
  const isOne = found.study.participants.treated === 1;
  const sentences = found.reasons.flatMap(({ feature, patient, study, role, relation, count, silence }) => {
    if (feature === "diagnosis") return [];
    if (relation === "depends" && treatmentStates.includes(feature)) {
      const who = study === "most" ? "most" : isOne ? "the patient" : "all";
      return [`${who} ${formatHad([feature], isOne)}`];
    }
    if (patient === "yes" && role === "decides" && relation === "mostly") {
      const who = count ? formatCount({ events: count.n, total: count.of }) : "most";
      return [`${who} ${formatHad([feature], false)}`];
    }
    return feature === "juvenile" && silence ? [`age ${silence}`] : [];
  });
  return sentences.map((sentence) => `${capitalise(sentence)}.`);
}

/** A "no" that a study meets only as "mostly": some of its patients had what this one has not. */
function describeSomeWhoDiffer({ reasons }: StudyAnswer): string[] {
  const some = reasons.flatMap(({ feature, patient, role, relation }) =>
    patient === "no" && role !== "follows" && relation === "mostly" && feature !== "diagnosis" ? [feature] : [],
  );
  return some.length > 0 ? [`some of them ${joinWithAnd(some.map((feature) => formatHad([feature], false)))}`] : [];
}
