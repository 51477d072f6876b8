import type { CaseFacts } from "@/lib/case/facts";
import type { SafetyItem } from "@/lib/study/safety";
import type { Feature } from "@/lib/vocabulary/feature";

/** The features of a patient that make a topic of the safety list relevant, by the words of its own items. */
const relevantFeatures: Partial<Record<SafetyItem["topic"], readonly Feature[]>> = {
  pregnancy: ["pregnancy", "postpartum"],
  "fluid-load": ["cardiac"],
  thrombosis: ["elderly", "malignancy"],
  kidney: ["elderly"],
  "lung-injury": ["ild", "rapidlyProgressiveIld"],
  vaccines: ["juvenile"],
};

/** A safety check with what in the case makes it relevant; `because` is empty for a check that concerns everybody. */
export type RelevantSafety = SafetyItem & { because: Feature[] };

/** All safety checks, those that the case makes relevant first, otherwise in the order of the list. */
export function selectSafetyChecks(
  { traits }: Pick<CaseFacts, "traits">,
  items: readonly SafetyItem[],
): RelevantSafety[] {
  const checks = items.map((item) => ({
    ...item,
    because: (relevantFeatures[item.topic] ?? []).filter((feature) => traits.has(feature)),
  }));
  return [
    ...checks.filter(({ because }) => because.length > 0),
    ...checks.filter(({ because }) => because.length === 0),
  ];
}
