import { MAX_DOTS, PatientDots } from "@/components/figure/patient-dots";
import { describeLead, describeUncounted } from "@/lib/answer/cell-text";
import type { AnswerCell, Lead } from "@/lib/answer/cells";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { describeRegimenOfLead, findFirstLead } from "@/lib/answer/lead-regimen";
import { nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { allowsPercent, formatCount, formatCountWithPercent, formatPercent } from "@/lib/format/numbers";
import { capitalise } from "@/lib/format/text";
import type { Printed } from "@/lib/paper/printed";
import { layOutStrip } from "@/lib/paper/printed-cell";
import { CountBar } from "./count-bar";
import { Cited } from "./reference-numbers";

/** Parts of the width that a cell takes: one that nobody counts less than the others, and a trial the most. */
function chooseWidth({ domain, lead }: AnswerCell): string {
  if (!lead) return "0.7fr";
  return lead.rule === "trial" && domain === "response" ? "2fr" : "1fr";
}

type StripProps = { cells: readonly AnswerCell[]; describing: readonly StudyAnswer[]; printed: Printed };

/** The findings, a bordered cell for each domain: what leads and in whom. Below all of them: how other studies stand to it. */
export function PrintedStrip({ cells, describing, printed }: StripProps) {
  const { drawn, lines } = layOutStrip(cells, describing, printed);
  return (
    <div data-part="findings">
      <ul
        style={{ "--cells": drawn.map(({ cell }) => chooseWidth(cell)).join(" ") } as React.CSSProperties}
        className="grid border border-edge sm:grid-cols-2 sheet:grid-cols-(--cells) [&>li]:border-edge [&>li]:border-b sm:[&>li]:border-r sheet:[&>li]:border-b-0 sheet:[&>li:last-child]:border-r-0"
      >
        {drawn.map(({ cell, beside }) => (
          <PrintedCell
            key={`${cell.domain} ${cell.timing}`}
            cell={cell}
            describing={describing}
            first={findFirstLead(cells)}
            beside={beside}
          />
        ))}
      </ul>
      {lines.length > 0 && (
        <ul className="border border-t-0 border-edge px-2 py-1 text-[0.87em] sheet:px-[0.5em] sheet:py-[0.2em] sheet:leading-[1.15]">
          {lines.map(({ name, text }) => (
            <li key={name} className="paper:group-not-data-[references=below]/sheet:inline">
              <strong>{name}:</strong> {text}{" "}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type CellProps = {
  cell: AnswerCell;
  describing: readonly StudyAnswer[];
  /** what leads the strip: its regimen is told, and that of any other lead that was given something else */
  first: Lead | null;
  beside: readonly string[];
};

function PrintedCell({ cell, describing, first, beside }: CellProps) {
  const { lead } = cell;
  const text = lead && describeLead(lead);
  const given = lead && describeRegimenOfLead(lead, lead === first ? null : first);
  const isTrial = lead?.rule === "trial" && cell.domain === "response";
  return (
    <li className="min-w-0 px-2 py-1 sheet:px-[0.5em] sheet:py-[0.3em]">
      <p className="text-[0.87em] font-bold uppercase">{nameCell(cell)}</p>
      <div className={isTrial ? "sheet:flex sheet:gap-[0.8em]" : ""}>
        <div className={isTrial ? "sheet:w-[48%] sheet:shrink-0" : ""}>
          {lead ? <LeadFigure lead={lead} /> : <p>{describeUncounted(describing, [cell])}</p>}
          {text && <p className="font-semibold">{text.what}</p>}
          {lead && <Source lead={lead} whom={text?.whom ?? null} />}
          {given && <p className="text-[0.87em]">Given: {given}</p>}
        </div>
        <div className="min-w-0 text-[0.87em]">
          {lead && isTrial && <Degrees lead={lead} />}
          <p>{beside.join(" ")}</p>
        </div>
      </div>
    </li>
  );
}

/** The count in large figures, and the same patients as marks; of a trial both arms as a pair of bars. */
function LeadFigure({ lead }: { lead: Lead }) {
  const { figure, events, total, rule } = lead;
  const { comparison } = figure;
  const isDrawnAsBar = comparison !== null || total > MAX_DOTS;
  return (
    <>
      <Count events={events} total={total} isCountOnly={rule === "single-cases"} />
      {isDrawnAsBar ? (
        <CountBar events={events} total={total} />
      ) : (
        <div className="sheet:[&>div]:my-[0.25em] [&_svg]:h-auto [&_svg]:max-w-[min(100%,11rem)]">
          <PatientDots {...figure} label={figure.plain} events={events} total={total} isExplained />
        </div>
      )}
      {comparison && <CountBar events={comparison.events} total={comparison.total} isHollow />}
    </>
  );
}

/** "At least moderate improvement: 32 of 47 (68%) v 11 of 48 (23%).": what else the trial counts in both of its arms. */
function Degrees({ lead }: { lead: Lead }) {
  const counts = lead.degrees.flatMap(({ plain, comparison, ...figure }) =>
    comparison
      ? [`${capitalise(plain)}: ${formatCountWithPercent(figure)} v ${formatCountWithPercent(comparison)}.`]
      : [],
  );
  return <p>{counts.join(" ")}</p>;
}

type CountProps = { events: number; total: number; isCountOnly?: boolean };

function Count({ events, total, isCountOnly = false }: CountProps) {
  const count = { events, total };
  return (
    <p className="leading-[1.1]">
      <strong className="text-[2em] whitespace-nowrap">{formatCount(count)}</strong>
      {allowsPercent(total) && !isCountOnly && <span className="text-[1.2em]"> {formatPercent(events / total)}</span>}
    </p>
  );
}

/** Interval and study of what leads; of single cases each report by its number. */
function Source({ lead, whom }: { lead: Lead; whom: string | null }) {
  const { figure, cases, rule } = lead;
  const range = rule === "single-cases" ? null : `${getFigureParts(figure).range}. `;
  const reports = cases.map((one, index) => (
    <span key={one.found.study.id}>
      {index > 0 && ", "}
      {one.found.name}
      <Cited study={one.found.study} />
      {rule === "single-cases" && ` ${formatCount(one.figure)}`}
    </span>
  ));
  return (
    <p className="text-[0.87em]">
      {whom && `${capitalise(whom)}. `}
      {range}
      {reports}
    </p>
  );
}
