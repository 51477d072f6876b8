import { getAnswer, type Profile } from "@/lib/case/schema";
import type { Study } from "@/lib/study/schema";
import { type Aspect, features } from "@/lib/vocabulary/feature";
import type { Reason } from "./reason";
import { getRelation, isMet } from "./relation";
import { getDiagnosisShare, getShare, type ShareCount } from "./share";

/** The four groups a treatment study can fall in, in the order they are shown. */
export const groups = ["this-patient", "part", "general", "other"] as const;
export type Group = (typeof groups)[number];

/** A study compared with a patient. `missing` names every "yes" that nobody in the study is known to share. */
export type Match = { group: Group; reasons: Reason[]; missing: Aspect[] };

type Described = Pick<Study, "features" | "participants">;

/**
 * Compares one study with one patient: the relation for each aspect that was stated (and for each that was not, but
 * on which it would depend), and the one group that follows from them. Only what was stated decides; what is merely
 * implied never hides a study. Results have no part in it.
 */
export function match(profile: Profile, study: Described): Match {
  const reasons = listReasons(profile, study);
  return { group: groupOf(reasons), reasons, missing: reasons.filter(isMissing).map(({ feature }) => feature) };
}

function listReasons(profile: Profile, study: Described): Reason[] {
  const reasons: Reason[] = [];
  const add = (feature: Aspect, patient: Reason["patient"], { share, count }: ShareCount) => {
    const relation = getRelation(patient, share);
    if (relation) reasons.push({ feature, patient, study: share, relation, count });
  };
  for (const feature of features) add(feature, getAnswer(profile, feature), getShare(study, feature));
  if (profile.diagnosis) add("diagnosis", "yes", getDiagnosisShare(study, profile.diagnosis));
  return reasons;
}

function groupOf(reasons: readonly Reason[]): Group {
  if (reasons.some(({ patient, relation }) => patient === "no" && relation === "differs")) return "other";
  const yesReasons = reasons.filter(({ patient }) => patient === "yes");
  const isDescribed = yesReasons.every(({ relation }) => relation === "same" || relation === "mostly");
  if (yesReasons.length > 0 && isDescribed) return "this-patient";
  return yesReasons.some(({ relation }) => isMet(relation)) ? "part" : "general";
}

function isMissing({ patient, relation }: Reason): boolean {
  return patient === "yes" && (relation === "differs" || relation === "not-reported");
}
