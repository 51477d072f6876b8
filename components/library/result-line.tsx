import { MiniPlot } from "@/components/figure/mini-plot";
import { getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import { formatShortLimits } from "@/lib/format/numbers";
import { silenceOfSource } from "@/lib/match/silence";
import { domainNames, type FigureDomain, figureDomains } from "@/lib/vocabulary/outcomes";
import { PregnancyLine } from "./pregnancy-line";
import type { StudyRow } from "./study-row";

type Props = Pick<StudyRow, "results" | "study" | "reasons" | "pregnancy"> & { domain: FigureDomain };

/**
 * What a study says in one domain, below what it says in others: a count with its interval, drawn and in words; else the
 * words; else how it is silent. Alone in its cell it has two lines, beside another one. The opened row has all of it.
 */
export function ResultLine({ domain, results, study, reasons, pregnancy }: Props) {
  const result = results[domain];
  const isAlone = figureDomains.every((other) => other === domain || results[other].kind === "none");
  return (
    <div className="flex gap-x-2 text-xs leading-snug print:leading-tight">
      <span className="w-16 shrink-0 text-quiet">
        {result.kind === "count" ? getFigureParts(result.figure).name : domainNames[domain]}
      </span>
      <div className="min-w-0 grow">
        {result.kind === "count" && <Counted figure={result.figure} isAlone={isAlone} />}
        {result.kind === "text" && <p className="wide:not-print:line-clamp-2">{result.text.text}</p>}
        {result.kind === "none" && <p className="text-quiet">{silenceOfSource[study.reads]}</p>}
        {domain === "response" && <PregnancyLine reasons={reasons} pregnancy={pregnancy} />}
      </div>
    </div>
  );
}

function Counted({ figure, isAlone }: { figure: Figure; isAlone: boolean }) {
  const { count, percent, limits, method, timing, comparison } = getFigureParts(figure);
  const what = [
    timing,
    comparison && `v ${comparison.label} ${comparison.countWithPercent}`,
    `${figure.plain}${figure.total === 1 ? ", one patient" : ""}`,
  ];
  return (
    <div className={`wide:not-print:flex gap-x-2 ${isAlone ? "flex-wrap" : ""}`}>
      <div className="flex shrink-0 flex-wrap items-center gap-x-2">
        <div className="w-20 shrink-0 print:hidden">
          <MiniPlot figure={figure} />
        </div>
        <span>
          <strong>{count}</strong>
          {percent && ` (${percent})`}
        </span>
        {figure.total > 1 && (
          <span className="text-quiet">
            <span aria-hidden="true">{formatShortLimits(figure.interval, figure.total)}</span>
            <span className="sr-only">
              , 95% CI {limits} ({method})
            </span>
          </span>
        )}
      </div>
      <p className={`min-w-0 text-quiet ${isAlone ? "wide:not-print:line-clamp-2" : "wide:not-print:line-clamp-1"}`}>
        {what.filter(Boolean).join("; ")}
      </p>
    </div>
  );
}
