import { Source } from "@/components/ui/source";
import { type ComparisonParts, type FigureParts, getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";

/** One result in full: the count, of whom, how sure, what was counted, and where it was read. */
export function FigureText({ figure }: { figure: Figure }) {
  const parts = getFigureParts(figure);
  const { name, count, percent, timing, comparison, denominator, definition, derivation } = parts;
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
      <p className="text-sm">
        <IntervalText {...parts} /> · {figure.certainty}
      </p>
      {comparison && <ComparisonText comparison={comparison} />}
      <p className="text-sm text-quiet">
        {denominator}. {definition && <>{definition}. </>}
        {derivation && <>{derivation}. </>}
        Read in: {figure.locator}, <Source {...figure.source} />.
      </p>
    </div>
  );
}

/** "95% interval 52% to 84% (Wilson)" */
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
      Against {countWithPercent}, {label} (<IntervalText {...comparison} />){difference && <>: {difference}</>}
      {numberNeeded && <>; {numberNeeded}</>}
      {p && <>; {p}</>}. {note}
    </p>
  );
}
