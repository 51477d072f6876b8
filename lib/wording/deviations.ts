import { getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import { capitalise } from "@/lib/format/text";
import type { Match } from "@/lib/match/match";
import type { Reason } from "@/lib/match/reason";
import { isDifferent } from "@/lib/match/relation";
import type { Described as Sheet } from "@/lib/match/share";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatSilence } from "@/lib/vocabulary/phrases";
import { describeReason, isLeadingReason } from "./match-reasons";
import { describeToldAges, getToldRelation } from "./told-ages";

type Described = Pick<Match, "reasons"> & { study: Pick<Sheet, "participants"> };
type Named = Pick<Profile, "diagnosis">;

/** One way in which a study's patients differ from this one, or may: a sign that does not need colour, and words. */
export type Deviation = { aspect: Aspect; sign: string; text: string; meaning: string };

/** How a study deviates from the patient: what its row says, and whether the head of its group says more of it. */
export type Deviations = { own: Deviation[]; isSaidInHead: boolean };

/** An aspect that several studies of a group are silent about. */
export type SharedSilence = { aspect: Aspect; silence: NonNullable<Reason["silence"]>; studies: number };

/** The aspects about which at least half of the studies of a group are silent. */
export function listSharedSilences(group: readonly Described[]): SharedSilence[] {
  const silent = new Map<Aspect, NonNullable<Reason["silence"]>[]>();
  for (const { reasons, study } of group) {
    for (const reason of reasons)
      if (isSilent(reason, study)) silent.set(reason.feature, [...(silent.get(reason.feature) ?? []), reason.silence]);
  }
  return [...silent]
    .filter(([, silences]) => silences.length >= group.length / 2)
    .map(([aspect, silences]) => ({
      aspect,
      silence: new Set(silences).size === 1 && silences[0] ? silences[0] : "not in what was read",
      studies: silences.length,
    }));
}

type Silent = Reason & { silence: NonNullable<Reason["silence"]> };

/** Whether a study does not speak of what was answered; its ages speak of an age of 65 or over. */
export function isSilent(reason: Reason, study: Described["study"]): reason is Silent {
  const isUnsaid = isLeadingReason(reason) && reason.silence !== null && reason.relation === "not-reported";
  return isUnsaid && describeToldAges(reason, study) === null;
}

/**
 * The same as the head of a group says them for its rows, so that no row hides what only it has to say. Nothing is said
 * for a single row, which says its own.
 */
export function listSilencesOfHead(group: readonly Described[]): SharedSilence[] {
  return group.length > 1 ? listSharedSilences(group) : [];
}

/** "Pregnancy not in the abstract (20 of 25 studies)": what the head of a group says for its rows; "" where nothing is. */
export function describeSharedSilences(group: readonly Described[], profile: Named): string {
  const shared = listSilencesOfHead(group).map(
    ({ aspect, silence, studies }) =>
      `${formatSilence(getSubject(profile, aspect), silence)} (${studies} of ${group.length} studies)`,
  );
  return shared.length > 0 ? `${capitalise(shared.join("; "))}.` : "";
}

/**
 * How each study of a group deviates from the patient: what was stated and is not the same, apart from the silences that
 * `describeSharedSilences` says of the whole group.
 * @returns one entry for each study, in their order
 */
export function listDeviations(group: readonly Described[], profile: Named): Deviations[] {
  const shared = new Set(listSilencesOfHead(group).map(({ aspect }) => aspect));
  return group.map(({ reasons, study }) => {
    const deviating = selectDeviating(reasons, study);
    const own = deviating.filter((reason) => !isSilent(reason, study) || !shared.has(reason.feature));
    return {
      own: own.map((reason) => describeDeviation(reason, profile, study)),
      isSaidInHead: own.length < deviating.length,
    };
  });
}

/** What was stated and is not the same; what only follows from an answer counts where no stated answer differs already. */
function selectDeviating(reasons: readonly Reason[], study: Described["study"]): Reason[] {
  const relate = (reason: Reason) => getToldRelation(reason, study);
  const deviating = reasons.filter((reason) => isLeadingReason(reason) && relate(reason) !== "same");
  const isRuledOut = deviating.some(({ role, relation }) => role !== "follows" && isDifferent(relation));
  return deviating
    .filter(({ role }) => role !== "follows" || !isRuledOut)
    .sort((a, b) => severities.indexOf(relate(a)) - severities.indexOf(relate(b)));
}

/** Relations from what keeps a study out to what is not known. */
const severities: readonly Reason["relation"][] = ["differs", "mostly-differs", "partly", "mostly", "not-reported"];

function describeDeviation(reason: Reason, profile: Named, study: Described["study"]): Deviation {
  const { sign, text, meaning } = describeReason(reason, profile, study);
  const { feature, silence } = reason;
  const ages = describeToldAges(reason, study);
  return {
    aspect: feature,
    // "✓ most" is no full tick: some of the patients are unlike this one.
    sign: getToldRelation(reason, study) === "mostly" ? "◐" : sign,
    text: ages?.text ?? (silence ? formatSilence(getSubject(profile, feature), silence) : text),
    meaning,
  };
}
