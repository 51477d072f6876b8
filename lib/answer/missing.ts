import { getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { Match } from "@/lib/match/match";
import type { Reason, Silence } from "@/lib/match/reason";
import { isMet } from "@/lib/match/relation";
import type { Aspect } from "@/lib/vocabulary/feature";
import {
  formatNoKnownPatients,
  formatNoPatients,
  formatSilence,
  formatSilences,
  formatSomePatients,
} from "@/lib/vocabulary/phrases";

/** Why one study, or several of one kind, do not meet an aspect: "lung disease not in the abstract", "nobody pregnant". */
export function describeMissing(
  profile: Pick<Profile, "diagnosis">,
  aspect: Aspect,
  studies: readonly Pick<Match, "reasons">[],
): string {
  const subject = getSubject(profile, aspect);
  const silence = findSilence(aspect, studies);
  if (silence) return formatSilence(subject, silence);
  const relations = studies.map(({ reasons }) => reasons.find(({ feature }) => feature === aspect)?.relation);
  const withSome = relations.filter((relation) => relation && isMet(relation)).length;
  if (withSome > 0) return formatSomePatients(subject, withSome, studies.length);
  return relations.every((relation) => relation === "differs")
    ? formatNoPatients(subject)
    : formatNoKnownPatients(subject);
}

const wordsOfReasons = new WeakMap<Reason, string>();

/** Why one study does not meet an aspect; worded once for a reason, which is the same for every patient of such an answer. */
export function describeMissingIn(
  profile: Pick<Profile, "diagnosis">,
  aspect: Aspect,
  study: Pick<Match, "reasons">,
): string {
  const reason = study.reasons.find(({ feature }) => feature === aspect);
  const words = (reason && wordsOfReasons.get(reason)) ?? describeMissing(profile, aspect, [study]);
  if (reason) wordsOfReasons.set(reason, words);
  return words;
}

/** The same of several aspects, those about which the studies are silent in one way together. */
export function describeAllMissing(
  profile: Pick<Profile, "diagnosis">,
  aspects: readonly Aspect[],
  studies: readonly Pick<Match, "reasons">[],
): string[] {
  const bySilence = new Map<Silence, Aspect[]>();
  for (const aspect of aspects) {
    const silence = findSilence(aspect, studies);
    if (silence) bySilence.set(silence, [...(bySilence.get(silence) ?? []), aspect]);
  }
  return [
    ...[...bySilence].map(([silence, silent]) =>
      formatSilences(
        silent.map((aspect) => getSubject(profile, aspect)),
        silence,
      ),
    ),
    ...aspects
      .filter((aspect) => findSilence(aspect, studies) === null)
      .map((aspect) => describeMissing(profile, aspect, studies)),
  ];
}

/** How all of some studies are silent about an aspect, in words that hold for each; null where one of them speaks. */
function findSilence(aspect: Aspect, studies: readonly Pick<Match, "reasons">[]): Silence | null {
  const silences = new Set(
    studies.map(({ reasons }) => reasons.find(({ feature }) => feature === aspect)?.silence ?? null),
  );
  if (silences.has(null)) return null;
  const [silence = null] = silences;
  return silences.size === 1 ? silence : "not in what was read";
}
