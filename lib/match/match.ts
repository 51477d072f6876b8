import { getAnswer, type Profile } from "@/lib/case/schema";
import type { Study } from "@/lib/study/schema";
import { type Feature, features, type Share } from "@/lib/vocabulary/feature";
import { getRelation, isMet, type Relation } from "./relation";
import { getDiagnosisShare, getShare, type ShareCount } from "./share";

/** The four groups a treatment study can fall in, in the order they are shown. */
export const groups = ["this-patient", "part", "general", "other"] as const;
export type Group = (typeof groups)[number];

/** What can be met: a feature, or the diagnosis as a whole. */
export type Aspect = Feature | "diagnosis";

/** Why a study is where it is, for one aspect of the patient. */
export type Reason = {
  feature: Aspect;
  patient: "yes" | "no" | "unknown";
  study: Share;
  relation: Relation;
  count: ShareCount["count"];
};

/** A study held against a patient. `lacks` names every "yes" that nobody in the study is known to share. */
export type Match = { group: Group; reasons: Reason[]; lacks: Aspect[] };

type Described = Pick<Study, "features" | "participants">;

/**
 * Holds one study against one patient: the relation for each aspect that was stated (and for each that was not, but
 * on which it would depend), and the one group that follows from them. Only what was stated decides; what is merely
 * implied never hides a study. Results have no part in it.
 */
export function match(profile: Profile, study: Described): Match {
  const reasons = reasonsFor(profile, study);
  return { group: groupOf(reasons), reasons, lacks: reasons.filter(isLacking).map(({ feature }) => feature) };
}

function reasonsFor(profile: Profile, study: Described): Reason[] {
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
  const wanted = reasons.filter(({ patient }) => patient === "yes");
  const isDescribed = wanted.every(({ relation }) => relation === "same" || relation === "mostly");
  if (wanted.length > 0 && isDescribed) return "this-patient";
  return wanted.some(({ relation }) => isMet(relation)) ? "part" : "general";
}

function isLacking({ patient, relation }: Reason): boolean {
  return patient === "yes" && (relation === "differs" || relation === "not-reported");
}
