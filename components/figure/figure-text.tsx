import { type ComparisonParts, type FigureParts, getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import { SourceWithLocator } from "./source-with-locator";

/** One result in full: the count, its interval and certainty, its comparison, denominator, definition and source. */
export function FigureText({ figure }: { figure: Figure }) {
  const parts = getFigureParts(figure);
  const { name, count, percent, timing } = parts;
  return (
    <div>
      <p>
        <strong className="text-lg">{count}</strong>
        {figure.total === 1 ? " patient" : ""}
        {percent && <strong> ({percent})</strong>}
        {" · "}
        {figure.domain === "survival" && `${name}: `}
        {figure.label}
        {timing && <span className="text-quiet"> · {timing}</span>}
      </p>
      <FigureDetails figure={figure} />
    </div>
  );
}

/** All that belongs to a count: its interval and certainty, its comparison, whom it counts, by which definition, and where it was read. */
function FigureDetails({ figure }: { figure: Figure }) {
  const parts = getFigureParts(figure);
  const { comparison, denominator, definition, derivation } = parts;
  return (
    <>
      <p className="text-sm">
        <IntervalText {...parts} /> · {figure.certainty}
      </p>
      {comparison && <ComparisonText comparison={comparison} />}
      <p className="text-sm text-quiet">
        {denominator}. {definition && <>{definition}. </>}
        {derivation && <>{derivation}. </>}
        <SourceWithLocator locator={figure.locator} source={figure.source} />
      </p>
    </>
  );
}

/** "95% CI 52% to 84% (Wilson)" */
function IntervalText({ interval, method }: Pick<FigureParts, "interval" | "method">) {
  return (
    <span className="inline-block">
      {interval} ({method})
    </span>
  );
}

function ComparisonText({ comparison }: { comparison: ComparisonParts }) {
  const { label, countWithPercent, difference, numberNeeded, p, note } = comparison;
  return (
    <p className="text-sm">
      vs {label} {countWithPercent}, <IntervalText {...comparison} />
      {difference && <>; {difference}</>}
      {numberNeeded && <>; {numberNeeded}</>}
      {p && <>; {p}</>}. {note}
    </p>
  );
}
