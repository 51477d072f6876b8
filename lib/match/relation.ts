import type { PatientAnswer, YesNo } from "@/lib/case/schema";
import type { Share } from "@/lib/vocabulary/feature";
import type { Relation } from "./reason";

const whenYes: Record<Share, Relation> = {
  all: "same",
  most: "mostly",
  some: "partly",
  none: "differs",
  unclear: "not-reported",
};

const whenNo: Record<Share, Relation> = {
  all: "differs",
  most: "mostly-differs",
  some: "mostly",
  none: "same",
  unclear: "not-reported",
};

/**
 * The relation of one answer to one share, by the table in the methods.
 * @returns null where the patient's answer is not stated and the study would not turn on it
 */
export function getRelation(answer: YesNo, share: Share): Relation;
export function getRelation(answer: PatientAnswer, share: Share): Relation | null;
export function getRelation(answer: PatientAnswer, share: Share): Relation | null {
  if (answer === "yes") return whenYes[share];
  if (answer === "no") return whenNo[share];
  return share === "all" || share === "most" ? "depends" : null;
}

/** The study has patients like this one on this feature, if only some. */
export function isMet(relation: Relation): boolean {
  return relation === "same" || relation === "mostly" || relation === "partly";
}

/** All or most of the study's patients are unlike this one on this feature. */
export function isDifferent(relation: Relation): boolean {
  return relation === "differs" || relation === "mostly-differs";
}

/** All or most of the study's patients are like this one on this feature. */
export function isMetByMost(relation: Relation): boolean {
  return relation === "same" || relation === "mostly";
}
