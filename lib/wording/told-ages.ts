import { elderlyFrom } from "@/lib/case/schema";
import type { Reason, Relation } from "@/lib/match/reason";
import { getRelation } from "@/lib/match/relation";
import type { Described } from "@/lib/match/share";
import { formatAverageAge } from "@/lib/study/format";

/** The ages of a study's patients, and how they meet the patient's own age of 65 or over, or under it. */
type ToldAges = { text: string; relation: Relation };

/**
 * "aged 57", "aged 22 to 79", "mean age 64": what a study tells of an age although it does not say how many of its patients
 * were under 18, or 65 or over. It keeps no study out: sources are mostly silent about ages, and silence says nothing.
 * @returns null of another aspect, and where a study tells no ages
 */
export function describeToldAges(
  { feature, patient, silence }: Reason,
  study: Pick<Described, "participants">,
): ToldAges | null {
  if ((feature !== "elderly" && feature !== "juvenile") || silence === null) return null;
  const { min, max } = study.participants.age;
  if (feature === "juvenile" || min === null || max === null) {
    const text = formatAverageAge(study);
    return text === null ? null : { text, relation: "not-reported" };
  }
  const relation = getRelation(patient, min >= elderlyFrom ? "all" : max < elderlyFrom ? "none" : "some");
  return relation && { text: min === max ? `aged ${min}` : `aged ${min} to ${max}`, relation };
}

/** How a study relates to an answer, as far as its ages tell more than its silence. */
export function getToldRelation(reason: Reason, study: Pick<Described, "participants">): Relation {
  return describeToldAges(reason, study)?.relation ?? reason.relation;
}
