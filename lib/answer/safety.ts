import type { CaseFacts } from "@/lib/case/facts";
import { workOutOnce } from "@/lib/format/object";
import { isRandomised } from "@/lib/study/kind";
import type { SafetyItem } from "@/lib/study/safety";
import type { Feature } from "@/lib/vocabulary/feature";
import { harmNames } from "@/lib/vocabulary/outcomes";
import type { Figure } from "./reply";
import type { StudyAnswer } from "./study-answer";

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
  const relevant: RelevantSafety[] = [];
  const others: RelevantSafety[] = [];
  for (const item of items) {
    const because = relevantFeatures[item.topic]?.filter((feature) => traits.has(feature)) ?? [];
    if (because.length > 0) relevant.push({ ...item, because });
    else others.push(toGeneralCheck(item));
  }
  return [...relevant, ...others];
}

/** A check that concerns everybody; made once for an item of the list. */
const toGeneralCheck = workOutOnce((item: SafetyItem): RelevantSafety => ({ ...item, because: [] }));

/** What heads the warnings that stand with every answer, on screen and on paper. */
export const warningsTitle = "Thrombosis, kidney and haemolysis: for every patient";

/** The topics of `warningsTitle`: those of the boxed warning on US labels, and haemolysis. */
const warningTopics: readonly SafetyItem["topic"][] = ["thrombosis", "kidney", "haemolysis"];

/** Safety checks by where they stand. Each check is in one of the three. */
export type SafetyGroups = {
  /** what the case makes relevant */
  relevant: RelevantSafety[];
  /** what is shown and printed with every case, as far as the case does not make it relevant anyway */
  warnings: RelevantSafety[];
  /** what may be folded away */
  others: RelevantSafety[];
};

/**
 * Puts safety checks where they stand, in their order. The warnings are, of each topic that has them, the checks read in
 * a boxed warning; of a topic without a boxed warning the first check.
 */
export function groupSafetyChecks(checks: readonly RelevantSafety[]): SafetyGroups {
  const warnings = new Set(
    warningTopics.flatMap((topic) => {
      const ofTopic = checks.filter((check) => check.topic === topic);
      const boxed = ofTopic.filter(isBoxedWarning);
      return boxed.length > 0 ? boxed : ofTopic.slice(0, 1);
    }),
  );
  const rest = checks.filter(({ because }) => because.length === 0);
  return {
    relevant: checks.filter(({ because }) => because.length > 0),
    warnings: rest.filter((check) => warnings.has(check)),
    others: rest.filter((check) => !warnings.has(check)),
  };
}

/** Whether a check was read in the boxed warning of a label. */
export function isBoxedWarning({ source }: Pick<SafetyItem, "source">): boolean {
  return /\bboxed warning\b/i.test(source.locator);
}

/** What each topic of the safety list is called where its checks are folded away. */
export const topicNames: Record<SafetyItem["topic"], string> = {
  thrombosis: "Thrombosis",
  "infusion-rate": "Infusion rate",
  kidney: "Kidney",
  "iga-deficiency": "IgA deficiency",
  observation: "Observation",
  haemolysis: "Haemolysis",
  "aseptic-meningitis": harmNames.meningitis,
  "fluid-load": "Fluid load",
  "lung-injury": "Acute lung injury",
  vaccines: "Live vaccines",
  serology: "Serology and hepatitis B",
  glucose: "Blood glucose meters",
  pregnancy: "Pregnancy and breast-feeding",
  "dosing-weight": "By which weight",
  reactions: "Reactions and stopping",
};

/** The checks of each topic, in the order in which the topics come; of each topic the boxed warnings first. */
export function groupByTopic<Check extends SafetyItem>(
  checks: readonly Check[],
): { topic: SafetyItem["topic"]; checks: Check[] }[] {
  return [...new Set(checks.map(({ topic }) => topic))].map((topic) => {
    const ofTopic = checks.filter((check) => check.topic === topic);
    return { topic, checks: [...ofTopic.filter(isBoxedWarning), ...ofTopic.filter((check) => !isBoxedWarning(check))] };
  });
}

/** The adverse event that a topic is about. */
const harmOfTopic: Partial<Record<SafetyItem["topic"], Figure["harm"]>> = {
  thrombosis: "thrombosis",
  kidney: "kidney",
  haemolysis: "haemolysis",
  "aseptic-meningitis": "meningitis",
  reactions: "stopped",
};

/** How often it happened in the first randomised trial that counts it among the patients given immunoglobulin; else null. */
export function findHarmInTrial(
  topic: SafetyItem["topic"],
  studies: readonly StudyAnswer[],
): { found: StudyAnswer; figure: Figure } | null {
  const harm = harmOfTopic[topic];
  if (!harm) return null;
  for (const found of studies) {
    if (!isRandomised(found.study)) continue;
    const figure = found.harmCounts.find((count) => count.harm === harm);
    if (figure) return { found, figure };
  }
  return null;
}
