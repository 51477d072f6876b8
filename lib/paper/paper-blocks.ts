import type { Answer } from "@/lib/answer/answer";
import { tellsDose } from "@/lib/answer/given";
import { describeRegimensShort } from "@/lib/answer/lead-regimen";
import type { RelatedSheet } from "@/lib/answer/related";
import { groupSafetyChecks, type RelevantSafety } from "@/lib/answer/safety";
import { formatWantedReports } from "@/lib/answer/wanted-reports";
import { getQuestion } from "@/lib/case/questions";
import { capitalise, joinWithAnd, lowerFirst, pluralise, uncapitalise } from "@/lib/format/text";
import { identifyPatients } from "@/lib/study/cohort";
import { nameSafetyDocument } from "@/lib/study/safety-document";
import type { StudySummary } from "@/lib/study/summary";
import { type MainFeature, mainFeatures } from "@/lib/vocabulary/feature";
import { describeImplied } from "@/lib/wording/case-text";
import { formatSetTitle } from "@/lib/wording/comparable-results-title";
import { formatRegimenWithRoute } from "@/lib/wording/given-text";
import { describePool } from "@/lib/wording/pool-text";
import type { Printed } from "./printed";
import { describeCombinations } from "./printed-studies";

/** Heading of a block that stands on paper and in the copied text. */
export const notStudiedTitle = "Not studied, or not in the library";

/** What each of the five questions asks for, as a noun: beside "not stated" a label would read as a fact. */
const openNames: Record<MainFeature, string> = {
  pregnancy: "pregnancy",
  juvenile: "age",
  skinOnly: "muscle disease",
  ild: "lung disease",
  refractory: "response to earlier treatment",
};

/** Which of the five questions are open: "pregnancy and lung disease not stated". Null where all are answered. */
export function describeOpenQuestions({ facts }: Pick<Answer, "facts">): string | null {
  const open = mainFeatures.filter((feature) => !facts.answers[feature] && !facts.implied[feature]);
  return open.length === 0 ? null : `${joinWithAnd(open.map((feature) => openNames[feature]))} not stated`;
}

/** What the answers mean for the others of the five questions: "Interstitial lung disease: no, follows from “skin only”". */
export function describeFollowing({ facts }: Pick<Answer, "facts">): string[] {
  return mainFeatures.flatMap((feature) => {
    if (facts.answers[feature]) return [];
    const implied = describeImplied(facts.profile, feature, facts.implied[feature]);
    return implied === null ? [] : [`${getQuestion(feature).label}: ${uncapitalise(implied).replace(":", ",")}`];
  });
}

/** A regimen in its own words, with its grams where they were worked out, and the studies that gave it. */
export type GivenLine = { regimen: string; studies: StudySummary[] };

/**
 * What the printed studies gave, like regimens on one line, and how many of these studies do not say. Grams stand behind
 * the words of their regimen, never alone.
 */
export function listGivenLines({ studies }: Pick<Printed, "studies">): { lines: GivenLine[]; silent: number } {
  const lines: GivenLine[] = [];
  for (const found of studies) {
    const { study } = found;
    const regimen = formatRegimenWithRoute(found);
    if (!regimen) continue;
    const known = lines.find((line) => line.regimen === regimen);
    if (known) known.studies.push(study);
    else lines.push({ regimen, studies: [study] });
  }
  return { lines, silent: studies.length - lines.flatMap((line) => line.studies).length };
}

/**
 * What the other studies that describe the patient gave, in short: a doctor looks for a dose on the paper of such patients,
 * also where no study of the table tells one. Null where there are none, or none that tells a dose.
 */
export function describeOtherRegimens(
  { describing }: Pick<Answer, "describing">,
  { studies }: Pick<Printed, "studies">,
): string | null {
  const printed = new Set(studies.map(({ study }) => identifyPatients(study)));
  const others = describing.filter(({ study }) => !printed.has(identifyPatients(study)));
  return others.some(({ study }) => tellsDose(study)) ? describeRegimensShort(others) : null;
}

/** Guidelines that are printed; the others stand on the case page. */
const MAX_GUIDELINES = 2;

/** A guideline with what it says, in the words of its sheet, and whether it still stands. */
export type GuidelineLine = { year: string; study: StudySummary; text: string; status: string | null };

/** Guidelines that speak of such a patient, the nearest first, and how many more there are; none where none speaks of one. */
export function listGuidelineLines({ guidelines }: Pick<Answer, "guidelines">): {
  lines: GuidelineLine[];
  left: number;
} {
  const near = guidelines.filter(({ isNear }) => isNear);
  return {
    lines: near.slice(0, MAX_GUIDELINES).map(createGuidelineLine),
    left: Math.max(0, near.length - MAX_GUIDELINES),
  };
}

function createGuidelineLine({ study }: RelatedSheet): GuidelineLine {
  return {
    year: study.citation.year === null ? "no date" : `${study.citation.year}`,
    study,
    text: study.bottomLine === null ? "" : getFirstSentence(study.bottomLine),
    status: study.guideline?.status ?? null,
  };
}

/** A safety check on paper, with where it was read. */
export type SafetyLine = { text: string; provenance: string };

/** Checks that a case makes relevant and that are printed; the others are counted. */
const MAX_RELEVANT = 2;

/**
 * The safety checks that are printed: those that this case makes relevant, each with the answers that do so; and the
 * warnings for every patient, which stand on every paper, whatever else does.
 */
export function describeSafety({ safety }: Pick<Answer, "safety">): { relevant: SafetyLine[]; warnings: SafetyLine[] } {
  const { relevant, warnings } = groupSafetyChecks(safety);
  const left = relevant.length - MAX_RELEVANT;
  const more = `${pluralise(left, "more check stands", "more checks stand")} on the case page.`;
  return {
    relevant: [
      ...relevant.slice(0, MAX_RELEVANT).map(createSafetyLine),
      ...(left > 0 ? [{ text: more, provenance: "" }] : []),
    ],
    warnings: warnings.map(createSafetyLine),
  };
}

/** The first sentence of a text: paper has room for the warning, and its source has the rest. */
function getFirstSentence(text: string): string {
  return /^.*?[.!?](?= [\p{Lu}]|$)/u.exec(text)?.[0] ?? text;
}

function createSafetyLine({ check, figure, why, because, source }: RelevantSafety): SafetyLine {
  const reasons = because.map((feature) => lowerFirst(getQuestion(feature).label)).join(", ");
  return {
    // a check without a figure is a heading only, unless it says why it is there
    text: `${check}${reasons && ` (${reasons})`}. ${figure ?? getFirstSentence(why)}`,
    provenance: `[${nameSafetyDocument({ source })}]`,
  };
}

/** The figures taken together: every pool. */
export function describePools({ scope, comparableSets }: Pick<Answer, "scope" | "comparableSets">): string[] {
  if (!scope.covered) return [];
  return comparableSets
    .filter(({ pool }) => pool)
    .map((set) => `${capitalise(set.domain)}, ${formatSetTitle(set).toLowerCase()}. ${describePool(set)}`);
}

/** What nobody studied or counted, and reports that the library does not have. */
export function describeNotStudied(answer: Answer): string[] {
  if (!answer.scope.covered) return [];
  const wanted = formatWantedReports(answer.wanted);
  return [
    // Where every combination was studied, the head of the page has said it.
    ...(answer.gap.combinations.some(({ studies }) => studies === 0) ? [describeCombinations(answer)] : []),
    ...(wanted === null ? [] : [`${wanted}.`]),
  ];
}
