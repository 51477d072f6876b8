import type { Figure, InWords } from "@/lib/answer/figure";
import { countWithPercent, limits, points } from "@/lib/format/numbers";
import { countName, domainNames, type OutcomeDomain, timingNames } from "@/lib/vocabulary/outcomes";
import { sentence, withoutStop } from "@/lib/vocabulary/phrases";

/** A result in one sentence, in parts, so that paper can set the count apart: the text copy joins the same parts. */
export type ResultSentence = { name: string; count: string; rest: string; whence: string };

/** A figure as paper and copies tell it: count, interval, comparison, whom it counts, how it was counted, where read. */
export function figureSentence(figure: Figure): ResultSentence {
  const { domain, direction, label, timing, interval, total, comparison, certainty, locator } = figure;
  const { population, definition, derived } = figure;
  const parts = [
    label,
    timing && `, ${timingNames[timing]}`,
    `; 95% interval ${limits(interval, total)}`,
    comparison && comparisonInWords(comparison),
    `. Of whom: ${withoutStop(population)}.`,
    definition && ` Counted as: ${withoutStop(definition)}.`,
    derived && ` Worked out: ${withoutStop(derived)}.`,
  ];
  return {
    name: countName(domain, direction),
    count: countWithPercent(figure),
    rest: parts.filter(Boolean).join(""),
    whence: sentence(`${certainty}; ${withoutStop(locator)}.`),
  };
}

/** A result that its source gives in words and not as a count. */
export function wordsSentence(domain: OutcomeDomain, { label, text, population, locator }: InWords): ResultSentence {
  return {
    name: `${domainNames[domain]}, in words`,
    count: "",
    rest: `${label}: ${text}`,
    whence: `Of whom: ${withoutStop(population)}; ${withoutStop(locator)}.`,
  };
}

function comparisonInWords(comparison: NonNullable<Figure["comparison"]>): string {
  const { label, interval, total, p, difference, numberNeeded, note } = comparison;
  const parts = [
    `; against ${countWithPercent(comparison)} ${label} (95% interval ${limits(interval, total)})`,
    difference &&
      `, difference ${points(difference.value)} points (${points(difference.low, 1)} to ${points(difference.high, 1)}, Newcombe)`,
    numberNeeded &&
      `, number needed to ${numberNeeded.direction === "benefit" ? "treat" : "harm"} ${numberNeeded.number}`,
    p && `, p as reported ${p}`,
    // why no difference is given: without it two groups that must not be compared look as if they could be
    note && `. ${withoutStop(note)}`,
  ];
  return parts.filter(Boolean).join("");
}
