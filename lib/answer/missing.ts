import { getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { Match } from "@/lib/match/match";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatNoKnownPatients, formatNoPatients, formatNotReported } from "@/lib/vocabulary/phrases";

/** Why one study, or several of one kind, do not meet an aspect: "lung disease not reported", "nobody pregnant". */
export function describeMissing(
  profile: Pick<Profile, "diagnosis">,
  aspect: Aspect,
  studies: readonly Pick<Match, "reasons">[],
): string {
  const relations = studies.map(({ reasons }) => reasons.find(({ feature }) => feature === aspect)?.relation);
  const subject = getSubject(profile, aspect);
  if (relations.every((relation) => relation === "not-reported")) return formatNotReported(subject);
  return relations.every((relation) => relation === "differs")
    ? formatNoPatients(subject)
    : formatNoKnownPatients(subject);
}
