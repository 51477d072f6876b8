import { getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { Match } from "@/lib/match/match";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatNoKnownPatients, formatNoPatients, formatSilence } from "@/lib/vocabulary/phrases";

/** Why one study, or several of one kind, do not meet an aspect: "lung disease not in the abstract", "nobody pregnant". */
export function describeMissing(
  profile: Pick<Profile, "diagnosis">,
  aspect: Aspect,
  studies: readonly Pick<Match, "reasons">[],
): string {
  const reasons = studies.map(({ reasons }) => reasons.find(({ feature }) => feature === aspect));
  const subject = getSubject(profile, aspect);
  const silences = new Set(reasons.map((reason) => reason?.silence ?? null));
  const [silence] = silences;
  if (silence && silences.size === 1) return formatSilence(subject, silence);
  // Silent in different ways, so the words hold for each.
  if (!silences.has(null)) return formatSilence(subject, "not in what was read");
  return reasons.every((reason) => reason?.relation === "differs")
    ? formatNoPatients(subject)
    : formatNoKnownPatients(subject);
}
