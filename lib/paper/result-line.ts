import { type ComparisonParts, formatDenominator, getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure, TextResult } from "@/lib/answer/reply";
import type { Results } from "@/lib/answer/result";
import { capitalise, joinLabel, stripFullStop } from "@/lib/format/text";
import { domainNames, type FigureDomain, figureDomains } from "@/lib/vocabulary/outcomes";

/** A result on one line, in parts, so that paper can set the count apart: the text copy joins the same parts. */
type ResultLine = { name: string; count: string; rest: string; provenance: string };

/** What a study says in each figure domain, one line each; nothing for a domain it does not report. */
export function listResultLines(results: Results): ResultLine[] {
  return figureDomains.flatMap((domain) => {
    const result = results[domain];
    if (result.kind === "count") return [createFigureLine(result.figure)];
    return result.kind === "text" ? [createTextLine(domain, result.text)] : [];
  });
}

/**
 * A figure: count, interval, comparison, population, how it was worked out, where it was read. The definition is on the
 * fact sheet: the reference finds it, and paper has room for what is counted, not for how.
 */
function createFigureLine(figure: Figure): ResultLine {
  const { name, countWithPercent, interval, timing, comparison, denominator, derivation } = getFigureParts(figure);
  const parts = [
    figure.label,
    timing && `, ${timing}`,
    `; ${interval}`,
    comparison && describeComparison(comparison),
    `. ${denominator}.`,
    derivation && ` ${derivation}.`,
  ];
  return {
    name,
    count: countWithPercent,
    rest: parts.filter(Boolean).join(""),
    provenance: capitalise(`${figure.certainty}.`),
  };
}

/** A result that its source gives in words and not as a count. */
function createTextLine(domain: FigureDomain, { label, text, population, locator }: TextResult): ResultLine {
  return {
    name: `${domainNames[domain]}, in words`,
    count: "",
    rest: capitalise(joinLabel(label, text)),
    provenance: `${formatDenominator(population)}; ${stripFullStop(locator)}.`,
  };
}

function describeComparison({
  label,
  countWithPercent,
  interval,
  difference,
  numberNeeded,
  p,
  note,
}: ComparisonParts): string {
  const parts = [
    `; vs ${label} ${countWithPercent}, ${interval}`,
    difference && `; ${difference}`,
    numberNeeded && `; ${numberNeeded}`,
    p && `; ${p}`,
    // why no difference is given: without it two groups that must not be compared look as if they could be
    note && `. ${stripFullStop(note)}`,
  ];
  return parts.filter(Boolean).join("");
}
