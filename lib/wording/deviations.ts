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
import { describeToldAges } from "./told-ages";

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
    for (const { feature, silence } of reasons.filter(isSilent)) {
      if (describeToldAges(feature, study)) continue;
      silent.set(feature, [...(silent.get(feature) ?? []), silence]);
    }
  }
  return [...silent]
    .filter(([, silences]) => silences.length >= group.length / 2)
    .map(([aspect, silences]) => ({
      aspect,
      silence: new Set(silences).size === 1 && silences[0] ? silences[0] : "not in what was read",
      studies: silences.length,
    }));
}

/** Whether a study does not speak of what was answered. */
export function isSilent(reason: Reason): reason is Reason & { silence: NonNullable<Reason["silence"]> } {
  return isLeadingReason(reason) && reason.silence !== null && reason.relation === "not-reported";
}

/** The same where the head of a group says them for its rows, so that no row hides what only it has to say: a single row says its own. */
const listSilencesOfHead = (group: readonly Described[]) => (group.length > 1 ? listSharedSilences(group) : []);

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
    const deviating = selectDeviating(reasons);
    const own = deviating.filter(
      (reason) => !isSilent(reason) || !shared.has(reason.feature) || describeToldAges(reason.feature, study) !== null,
    );
    return {
      own: own.map((reason) => describeDeviation(reason, profile, study)),
      isSaidInHead: own.length < deviating.length,
    };
  });
}

/** What was stated and is not the same; what only follows from an answer counts where no stated answer differs already. */
function selectDeviating(reasons: readonly Reason[]): Reason[] {
  const deviating = reasons.filter((reason) => isLeadingReason(reason) && reason.relation !== "same");
  const isRuledOut = deviating.some(({ role, relation }) => role !== "follows" && isDifferent(relation));
  return deviating
    .filter(({ role }) => role !== "follows" || !isRuledOut)
    .sort((a, b) => severities.indexOf(a.relation) - severities.indexOf(b.relation));
}

/** Relations from what keeps a study out to what is not known. */
const severities: readonly Reason["relation"][] = ["differs", "mostly-differs", "partly", "mostly", "not-reported"];

function describeDeviation(reason: Reason, profile: Named, study: Described["study"]): Deviation {
  const { sign, text, meaning } = describeReason(reason, profile, study);
  const { feature, silence } = reason;
  const ages = silence && describeToldAges(feature, study);
  return {
    aspect: feature,
    // "✓ most" is no full tick: some of the patients are unlike this one.
    sign: reason.relation === "mostly" ? "◐" : sign,
    text: ages ?? (silence ? formatSilence(getSubject(profile, feature), silence) : text),
    meaning,
  };
}
