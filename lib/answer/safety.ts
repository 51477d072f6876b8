import type { Profile } from "@/lib/case/schema";
import type { SafetyItem } from "@/lib/study/safety";
import type { Feature } from "@/lib/vocabulary/feature";
import { getSubgroups } from "./figure";

/** The features of a patient that make a topic of the safety list relevant, by the words of its own items. */
const relevantTo: Partial<Record<SafetyItem["topic"], readonly Feature[]>> = {
  pregnancy: ["pregnancy"],
  "fluid-load": ["cardiac"],
  thrombosis: ["elderly", "malignancy"],
  kidney: ["elderly"],
  "lung-injury": ["ild", "rapidlyProgressiveIld"],
  vaccines: ["juvenile"],
};

/** A safety check with what in the case makes it relevant; `because` is empty for a check that concerns everybody. */
export type RelevantSafety = SafetyItem & { because: Feature[] };

/** All safety checks, those that the case makes relevant first, otherwise in the order of the list. */
export function selectSafetyChecks(profile: Profile, items: readonly SafetyItem[]): RelevantSafety[] {
  const parts = getSubgroups(profile);
  const held = items.map((item) => ({
    ...item,
    because: (relevantTo[item.topic] ?? []).filter((feature) => parts.has(feature)),
  }));
  return [...held.filter(({ because }) => because.length > 0), ...held.filter(({ because }) => because.length === 0)];
}
