import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describeSpecialTraits } from "@/lib/answer/trait-sentences";
import { type CaseFacts, getSubject } from "@/lib/case/facts";
import { formatCount } from "@/lib/format/numbers";
import { stripFullStop, uncapitalise } from "@/lib/format/text";
import { formatHad, formatSilence } from "@/lib/vocabulary/phrases";
import { isSilent, type SharedSilence } from "./deviations";
import { isLeadingReason } from "./match-reasons";
import { describeToldAges } from "./told-ages";

/**
 * In what the patients of a study deviate from this one, in short phrases: "most had refractory disease", "all 8 had
 * anti-MDA5 antibody", "lung disease not in the abstract". Nothing where they are alike.
 * @param shared what is said of all studies at once, and so not of this one again
 */
export function describeDeviations(
  { profile }: Pick<CaseFacts, "profile">,
  found: StudyAnswer,
  shared: readonly SharedSilence[] = [],
): string[] {
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
  const silent = found.reasons.flatMap((reason) => {
    const { feature } = reason;
    const ages = describeToldAges(reason, found.study);
    if (ages) return ages.relation === "same" || !isLeadingReason(reason) ? [] : [ages.text];
    if (!isSilent(reason, found.study) || shared.some(({ aspect }) => aspect === feature)) return [];
    return [formatSilence(getSubject(profile, feature), reason.silence)];
  });
  return [...fewer, ...traits, ...silent];
}
