import { diagnosisNames, getQuestion } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import type { Reason } from "@/lib/match/reason";
import { isDifferent } from "@/lib/match/relation";
import type { Aspect, Share } from "@/lib/vocabulary/feature";

/** A reason as a chip: a sign that does not need colour, and the words that go with it. */
type ReasonWords = { sign: string; text: string; meaning: string };

const signs: Record<Reason["relation"], { sign: string; meaning: string }> = {
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

/** Why a study matches or not on one aspect: "Pregnant: some (2 of 18)". */
export function describeReason(
  { feature, study, relation, count, silence, definition }: Reason,
  profile: Pick<Profile, "diagnosis">,
): ReasonWords {
  const share = silence ?? formatShare(study, count?.n ?? null, count?.of ?? null);
  return {
    ...signs[relation],
    ...(silence && { meaning: "not known" }),
    text: [`${nameAspect(feature, profile)}: ${share}`, definition].filter(Boolean).join(", "),
  };
}
