import { type ComparisonParts, getFigureParts } from "@/lib/answer/figure-parts";
import type { Comparison, Figure } from "@/lib/answer/reply";
import { allowsPercent } from "@/lib/format/numbers";
import type { Study } from "@/lib/study/schema";
import type { Statistic } from "./schema";

const terminology = "http://terminology.hl7.org/CodeSystem";

const proportion = { coding: [{ system: `${terminology}/statistic-type`, code: "C44256", display: "Proportion" }] };
const riskDifference = {
  coding: [{ system: `${terminology}/statistic-type`, code: "0000424", display: "Risk Difference" }],
};
const confidenceInterval = {
  coding: [{ system: `${terminology}/attribute-estimate-type`, code: "C53324", display: "Confidence interval" }],
};

/** The count of a figure: events of total, whom the total counts, the interval and its method. */
export function createCount(study: Study, figure: Figure): Statistic {
  const { countWithPercent, interval, method, derivation } = getFigureParts(figure);
  return createProportion(study, figure, {
    description: `${figure.plain}: ${countWithPercent}, ${interval}`,
    note: derivation,
    whom: figure.population,
    words: [figure.population],
    method,
  });
}

/** The count of a second arm. */
export function createComparedCount(
  study: Study,
  { population }: Figure,
  comparison: Comparison,
  { countWithPercent, interval, method }: ComparisonParts,
): Statistic {
  const { label, note } = comparison;
  return createProportion(study, comparison, {
    description: `${label}: ${countWithPercent}, ${interval}`,
    note,
    whom: label,
    words: [population, label],
    method,
  });
}

type ProportionText = {
  description: string;
  note: string | null;
  /** whom the total counts */
  whom: string;
  /** every text that says what the total counts */
  words: readonly string[];
  method: string;
};

function createProportion(
  study: Study,
  { events, total, interval }: Pick<Comparison, "events" | "total" | "interval">,
  { description, note, whom, words, method }: ProportionText,
): Statistic {
  return {
    description,
    ...(note && { note: [{ text: note }] }),
    statisticType: proportion,
    ...(allowsPercent(total) && { quantity: { value: events / total } }),
    numberOfEvents: events,
    sampleSize: {
      description: `${total}: ${whom}`,
      ...(countsPatients(study, total, words) && { numberOfParticipants: total }),
    },
    attributeEstimate: [createEstimate(interval, method)],
  };
}

/** The difference of two arms; null where it would mislead. */
export function createDifference(
  study: Study,
  figure: Figure,
  comparison: Comparison,
  words: ComparisonParts,
): Statistic | null {
  const { label, total, difference } = comparison;
  const together = figure.total + total;
  if (!difference || !words.difference) return null;
  return {
    description: [words.difference, words.numberNeeded].filter(Boolean).join("; "),
    ...(words.p && { note: [{ text: words.p }] }),
    statisticType: riskDifference,
    quantity: { value: difference.value },
    sampleSize: {
      description: `${figure.total}: ${figure.population}; ${total}: ${label}`,
      ...(countsPatients(study, together, [figure.population, label]) && { numberOfParticipants: together }),
    },
    attributeEstimate: [createEstimate(difference, "Newcombe")],
  };
}

function createEstimate({ low, high }: Pick<Comparison["interval"], "low" | "high">, method: string) {
  return {
    description: `95% interval by the method: ${method}`,
    type: confidenceInterval,
    level: 0.95 as const,
    range: { low: { value: low }, high: { value: high } },
  };
}

/** What a total can count that is no patient: no such total is exported as a number of participants. */
const notPatients = /\b(infusions|courses|admissions|pregnancies|fetuses|the one (pregnancy|fetus))\b/i;

/**
 * Whether a total counts patients, each once: both arms of a crossover trial together are more than were enrolled.
 * @param words whom the total counts; of a second arm those of the first too, which say what both of them count
 */
function countsPatients(
  { participants: { treated, enrolled } }: Study,
  total: number,
  words: readonly string[],
): boolean {
  const known = [treated, enrolled].filter((count) => count !== null);
  return !words.some((text) => notPatients.test(text)) && (known.length === 0 || total <= Math.max(...known));
}
