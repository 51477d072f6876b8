import { MiniPlot } from "@/components/figure/mini-plot";
import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import { formatRange } from "@/lib/format/numbers";
import { silenceOfSource } from "@/lib/match/silence";
import { domainNames, type FigureDomain, figureDomains } from "@/lib/vocabulary/outcomes";
import { NamedLine } from "./named-line";
import { PregnancyLine } from "./pregnancy-line";
import type { StudyRow } from "./study-row";

type Props = Pick<StudyRow, "results" | "study" | "reasons" | "pregnancy"> & { domain: FigureDomain };

/**
 * What a study says in one domain, below what it says in others: a count with its interval, drawn and in words; else the
 * words; else how it is silent. Long words are cut, because the opened row has all of them: a cell has four lines at most.
 */
export function ResultLine({ domain, results, study, reasons, pregnancy }: Props) {
  const result = results[domain];
  const others = figureDomains.filter((other) => other !== domain).map((other) => results[other].kind);
  const isAlone = others.every((kind) => kind === "none");
  return (
    <>
      <NamedLine name={result.kind === "count" ? getFigureParts(result.figure).name : domainNames[domain]}>
        {result.kind === "count" && <Counted figure={result.figure} isAlone={isAlone} />}
        {result.kind === "text" && (
          <p className={others.includes("text") ? "wide:not-print:line-clamp-1" : "wide:not-print:line-clamp-2"}>
            {result.text.text}
          </p>
        )}
        {result.kind === "none" && <p className="text-quiet">{silenceOfSource[study.reads]}</p>}
      </NamedLine>
      {domain === "response" && <PregnancyLine reasons={reasons} pregnancy={pregnancy} />}
    </>
  );
}

function Counted({ figure, isAlone }: { figure: Figure; isAlone: boolean }) {
  const { count, percent, limits, method, timing, comparison } = getFigureParts(figure);
  const what = [comparison && `v ${comparison.label} ${comparison.countWithPercent}`, timing, figure.plain];
  return (
    <div className="flex-wrap gap-x-2 wide:not-print:flex">
      <div className="flex shrink-0 flex-wrap items-center gap-x-2">
        <div className="w-20 shrink-0 print:hidden">
          <MiniPlot figure={figure} />
        </div>
        <span>
          <strong>{count}</strong>
          {figure.total === 1 && " patient"}
          {percent && ` (${percent})`}
        </span>
        {figure.total > 1 && (
          <span className="text-quiet">
            <span aria-hidden="true">{formatRange(figure.interval, figure.total)}</span>
            <span className="sr-only">
              , 95% CI {limits} ({method})
            </span>
          </span>
        )}
      </div>
      {/* The other group of a trial comes first and has room for its count, so that it is not cut. */}
      <p
        className={`min-w-0 text-quiet wide:not-print:line-clamp-1 ${isAlone ? "basis-full" : comparison ? "grow basis-48" : "grow basis-24"}`}
      >
        {what.filter(Boolean).join("; ")}
      </p>
    </div>
  );
}
