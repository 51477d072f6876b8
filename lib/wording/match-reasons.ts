import { diagnosisNames, getQuestion } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { capitalise } from "@/lib/format/text";
import type { Reason } from "@/lib/match/reason";
import { isDifferent } from "@/lib/match/relation";
import type { Aspect, Share } from "@/lib/vocabulary/feature";
import { formatHad, formatPatientsWith, type Subject as Topic } from "@/lib/vocabulary/phrases";

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

/** What was asked about, as sentences speak of it; null for a diagnosis that the patient was not given. */
function getTopic(aspect: Aspect, { diagnosis }: Pick<Profile, "diagnosis">): Topic | null {
  if (aspect !== "diagnosis") return aspect;
  return diagnosis && { diagnosis };
}

/** Where a "no" is met by "nobody": a sign that agrees stands before words that agree: "Adults only (95)". */
function describeAgreedAbsence(topic: Topic, count: Reason["count"]): string {
  const of = count?.of ?? null;
  if (topic === "juvenile") return of === null ? "Adults only" : `Adults only (${of})`;
  return `No ${formatPatientsWith(topic)}${of === null ? "" : ` (of ${of})`}`;
}

/** What is true of a study's patients, where the patient's answer is open: "21 of 27 had no corticosteroid". */
function describePatients(topic: Topic, study: Share, count: Reason["count"]): string {
  const many = count && count.of !== null ? `${count.n} of ${count.of}` : capitalise(shares[study]);
  return `${many} ${formatHad([topic], count?.n === 1)}`;
}

/** A reason where the label with its share would read against its sign, or leave the reader to turn it round. */
function describeInOwnWords(reason: Reason, profile: Pick<Profile, "diagnosis">): string | null {
  const { feature, patient, study, relation, count, silence } = reason;
  const topic = getTopic(feature, profile);
  if (silence || !topic) return null;
  if (patient === "no" && study === "none" && relation === "same") return describeAgreedAbsence(topic, count);
  return relation === "depends" ? describePatients(topic, study, count) : null;
}

/** Why a study matches or not on one aspect: "Pregnant: some (2 of 18)", "Adults only (95)". */
export function describeReason(reason: Reason, profile: Pick<Profile, "diagnosis">): ReasonWords {
  const { feature, study, relation, count, silence, definition } = reason;
  const share = silence ?? formatShare(study, count?.n ?? null, count?.of ?? null);
  const what = describeInOwnWords(reason, profile) ?? `${nameAspect(feature, profile)}: ${share}`;
  return {
    ...signs[relation],
    ...(silence && { meaning: "not known" }),
    text: [what, definition].filter(Boolean).join(", "),
  };
}
