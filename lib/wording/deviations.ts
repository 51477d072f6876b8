import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describeSpecialTraits } from "@/lib/answer/trait-sentences";
import { type CaseFacts, getSubject } from "@/lib/case/facts";
import { formatCount } from "@/lib/format/numbers";
import { capitalise, pluralise, stripFullStop } from "@/lib/format/text";
import type { Reason } from "@/lib/match/reason";
import type { Aspect } from "@/lib/vocabulary/feature";
import { formatHad, formatSilence } from "@/lib/vocabulary/phrases";

type Case = Pick<CaseFacts, "profile">;

/** An aspect of the patient of which more than half of some studies do not speak, said once for all of them. */
export type SharedSilence = { aspect: Aspect; text: string };

/** Whether a study does not speak of what was answered. */
function isSilent({ patient, role, relation }: Reason): boolean {
  return patient !== "unknown" && role !== "follows" && relation === "not-reported";
}

/**
 * What more than half of the studies that describe the patient do not say: "Pregnancy not in the abstract of 28 of 34
 * studies". It would stand beside nearly every row otherwise.
 */
export function listSharedSilences({ profile }: Case, describing: readonly StudyAnswer[]): SharedSilence[] {
  const silences = new Map<Aspect, string[]>();
  for (const { feature, silence } of describing.flatMap(({ reasons }) => reasons.filter(isSilent))) {
    silences.set(feature, [...(silences.get(feature) ?? []), silence ?? "not reported"]);
  }
  return [...silences].flatMap(([aspect, found]) => {
    if (2 * found.length <= describing.length) return [];
    const [first = "", ...others] = new Set(found);
    const where = others.length === 0 && first === "not in the abstract" ? first : "not in what was read";
    const silence = formatSilence(getSubject(profile, aspect), where);
    const all = pluralise(describing.length, "study", "studies");
    const studies = found.length === describing.length ? `any of ${all}` : `${found.length} of ${all}`;
    return [{ aspect, text: `${capitalise(silence)} of ${studies}.` }];
  });
}

/**
 * In what the patients of a study deviate from this one, in short phrases: "most had refractory disease", "all 8 had
 * anti-MDA5 antibody", "lung disease not in the abstract". Nothing where they are alike.
 * @param shared what is said of all studies at once, and so not of this one again
 */
export function describeDeviations(
  { profile }: Case,
  found: StudyAnswer,
  shared: readonly SharedSilence[] = [],
): string[] {
  const isShared = (aspect: Aspect) => shared.some((silence) => silence.aspect === aspect);
  const traits = describeSpecialTraits(found).map((sentence) =>
    // Beside the name of a single case it is clear who had it.
    uncapitalise(stripFullStop(sentence)).replace(/^the patient /, ""),
  );
  // A study of part of such a patient has its own words for what it lacks.
  if (found.group === "part") return [...found.missingText, ...traits];
  const fewer = found.reasons.flatMap(({ feature, patient, role, relation, count }) => {
    if (patient !== "yes" || role === "follows" || (relation !== "mostly" && relation !== "partly")) return [];
    const howMany = count ? formatCount({ events: count.n, total: count.of }) : relation === "mostly" ? "most" : "some";
    return [`${howMany} ${formatHad([getSubject(profile, feature)], false)}`];
  });
  const silent = found.reasons.flatMap((reason) =>
    isSilent(reason) && reason.silence && !isShared(reason.feature)
      ? [formatSilence(getSubject(profile, reason.feature), reason.silence)]
      : [],
  );
  return [...fewer, ...traits, ...silent];
}

function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
