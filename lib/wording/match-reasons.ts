import { getSubject } from "@/lib/case/facts";
import { diagnosisNames, getQuestion } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { capitalise } from "@/lib/format/text";
import type { Reason } from "@/lib/match/reason";
import { isDifferent } from "@/lib/match/relation";
import type { Described } from "@/lib/match/share";
import type { Aspect, Share } from "@/lib/vocabulary/feature";
import { formatHad, formatOnlyOthers } from "@/lib/vocabulary/phrases";
import { describeToldAges, getToldRelation } from "./told-ages";

/** A reason as a chip: a sign that does not need colour, and the words that go with it. */
type ReasonWords = { sign: string; text: string; meaning: string };

/** The sign of each relation, and what it means for who hears it. */
export const relationSigns: Record<Reason["relation"], { sign: string; meaning: string }> = {
  same: { sign: "✓", meaning: "same" },
  mostly: { sign: "✓", meaning: "mostly the same" },
  partly: { sign: "◐", meaning: "partly the same" },
  "mostly-differs": { sign: "✗", meaning: "mostly different" },
  differs: { sign: "✗", meaning: "different" },
  "not-reported": { sign: "?", meaning: "not reported" },
  depends: { sign: "↔", meaning: "depends on this patient" },
};

/** What a sheet says of a feature: "all (5 of 5)", "some", "not reported". */
export function formatShare(share: Share, n: number | null, of: number | null): string {
  if (n === null || share === "unclear") return shares[share];
  return `${shares[share]} (${of === null ? n : `${n} of ${of}`})`;
}

const shares = { all: "all", most: "most", some: "some", none: "nobody", unclear: "not reported" } as const;

/** What an aspect of the patient is called in a table: the question's label, or the name of the diagnosis. */
export function nameAspect(aspect: Aspect, { diagnosis }: Pick<Profile, "diagnosis">): string {
  if (aspect !== "diagnosis") return getQuestion(aspect).label;
  return diagnosis ? diagnosisNames[diagnosis] : "Diagnosis";
}

/**
 * Whether a reason stands beside a study at once: what was stated, and whatever keeps the study out. What only follows
 * from another answer would hide it.
 */
export function isLeadingReason({ patient, role, relation }: Reason): boolean {
  return patient !== "unknown" && (role !== "follows" || isDifferent(relation));
}

/**
 * Why a study matches or not on one aspect: "Pregnant: some (2 of 18)". Where nobody has it, it says who the patients are
 * instead ("adults only (95)"), because a tick before "nobody" reads as its opposite; where the patient's answer is open,
 * what is true of the study's patients ("21 of 27 had no corticosteroid").
 * @param study whose reason it is
 */
export function describeReason(
  reason: Reason,
  profile: Pick<Profile, "diagnosis">,
  study: Pick<Described, "participants">,
): ReasonWords {
  const { feature, relation, silence, definition } = reason;
  const ages = describeToldAges(reason, study);
  const shown = getToldRelation(reason, study);
  return {
    ...relationSigns[shown],
    ...(silence && shown === relation && { meaning: "not known" }),
    text: ages
      ? `${nameAspect(feature, profile)}: ${ages.text}`
      : [describeShare(reason, profile), definition].filter(Boolean).join(", "),
  };
}

function describeShare(
  { feature, study, relation, count, silence }: Reason,
  profile: Pick<Profile, "diagnosis">,
): string {
  const n = count?.n ?? null;
  const of = count?.of ?? null;
  if (relation === "depends" && feature !== "diagnosis") {
    const many = count ? `${count.n} of ${count.of}` : capitalise(shares[study]);
    return `${many} ${formatHad([feature], count?.n === 1)}`;
  }
  if (study !== "none" || silence) return `${nameAspect(feature, profile)}: ${silence ?? formatShare(study, n, of)}`;
  if (feature === "diagnosis" && !profile.diagnosis) return `Diagnosis: ${formatShare(study, n, of)}`;
  const others = formatOnlyOthers(getSubject(profile, feature));
  if (of === null) return others;
  return others.startsWith("no ") ? `${others} (0 of ${of})` : `${others} (${of})`;
}
