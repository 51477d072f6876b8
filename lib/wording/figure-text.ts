import type { Figure, TextResult } from "@/lib/answer/figure";
import { formatCountWithPercent, formatLimits, formatPoints } from "@/lib/format/numbers";
import { capitalise, stripFullStop } from "@/lib/format/text";
import { domainNames, getCountName, type OutcomeDomain, timingNames } from "@/lib/vocabulary/outcomes";

/** A result in one sentence, in parts, so that paper can set the count apart: the text copy joins the same parts. */
export type ResultSentence = { name: string; count: string; rest: string; whence: string };

/** A figure as paper and copies tell it: count, interval, comparison, whom it counts, how it was counted, where read. */
export function figureSentence(figure: Figure): ResultSentence {
  const { domain, direction, label, timing, interval, total, comparison, certainty, locator } = figure;
  const { population, definition, derived } = figure;
  const parts = [
    label,
    timing && `, ${timingNames[timing]}`,
    `; 95% interval ${formatLimits(interval, total)}`,
    comparison && comparisonInWords(comparison),
    `. Of whom: ${stripFullStop(population)}.`,
    definition && ` Counted as: ${stripFullStop(definition)}.`,
    derived && ` Worked out: ${stripFullStop(derived)}.`,
  ];
  return {
    name: getCountName(domain, direction),
    count: formatCountWithPercent(figure),
    rest: parts.filter(Boolean).join(""),
    whence: capitalise(`${certainty}; ${stripFullStop(locator)}.`),
  };
}

/** A result that its source gives in words and not as a count. */
export function wordsSentence(domain: OutcomeDomain, { label, text, population, locator }: TextResult): ResultSentence {
  return {
    name: `${domainNames[domain]}, in words`,
    count: "",
    rest: `${label}: ${text}`,
    whence: `Of whom: ${stripFullStop(population)}; ${stripFullStop(locator)}.`,
  };
}

function comparisonInWords(comparison: NonNullable<Figure["comparison"]>): string {
  const { label, interval, total, p, difference, numberNeeded, note } = comparison;
  const parts = [
    `; against ${formatCountWithPercent(comparison)} ${label} (95% interval ${formatLimits(interval, total)})`,
    difference &&
      `, difference ${formatPoints(difference.value)} points (${formatPoints(difference.low, 1)} to ${formatPoints(difference.high, 1)}, Newcombe)`,
    numberNeeded &&
      `, number needed to ${numberNeeded.direction === "benefit" ? "treat" : "harm"} ${numberNeeded.number}`,
    p && `, p as reported ${p}`,
    // why no difference is given: without it two groups that must not be compared look as if they could be
    note && `. ${stripFullStop(note)}`,
  ];
  return parts.filter(Boolean).join("");
}
