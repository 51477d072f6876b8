import { PatientDots } from "@/components/figure/patient-dots";
import { PlotCell, PlotScale } from "@/components/figure/plot-cell";
import type { Answer } from "@/lib/answer/answer";
import { getFigureParts } from "@/lib/answer/figure-parts";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { lowerFirst } from "@/lib/format/text";
import type { Printed } from "@/lib/paper/printed";
import { listPrintedRows, type PrintedRow } from "@/lib/paper/printed-rows";
import { describeStudy } from "@/lib/paper/study-lines";
import { describeShortfall } from "@/lib/wording/shortfall";
import { Cited } from "./reference-numbers";

type Props = { answer: Answer; printed: Printed };

/** Widths of the columns on paper: 46, 67, 22, 34 and 17 of 186 mm. */
const columns = [
  { name: "Study", width: "sheet:w-[25%]" },
  { name: "What was counted, of whom", width: "sheet:w-[36%]" },
  { name: "Patients", width: "sheet:w-[12%]" },
  { name: "", width: "sheet:w-[18%]" },
  { name: "95% CI", width: "sheet:w-[9%]" },
];

/**
 * Study by study: every count that is printed, drawn on one scale, and what is said in words. On a narrow screen each row
 * is a short list.
 */
export function PrintedTable({ answer, printed }: Props) {
  const { studies } = printed;
  if (studies.length === 0) return null;
  const rows = studies.map((found) => listPrintedRows(found, answer, printed));
  const totals = rows.flat().flatMap((row) => (row.kind === "count" ? [row.figure.total] : []));
  return (
    <table className="block w-full border-collapse sheet:table sheet:table-fixed">
      <caption className="sr-only">{printed.heading}, row by row</caption>
      <thead className="sr-only sheet:not-sr-only sheet:table-header-group">
        <tr>
          {columns.map(({ name, width }) => (
            <th key={name} scope="col" className={`pr-[0.6em] text-left align-bottom text-[0.87em] ${width}`}>
              {name || (
                <>
                  <span className="sr-only">Drawn</span>
                  <PlotScale />
                </>
              )}
            </th>
          ))}
        </tr>
      </thead>
      {studies.map((found, index) => (
        <StudyRows
          key={found.study.id}
          found={found}
          rows={rows[index] ?? []}
          answer={answer}
          printed={printed}
          most={Math.max(1, ...totals)}
        />
      ))}
    </table>
  );
}

type CountRow = Extract<PrintedRow, { kind: "count" }>;
type WordsRow = Extract<PrintedRow, { kind: "words" }>;
type StudyRowsProps = Props & { found: StudyAnswer; rows: PrintedRow[]; most: number };

function StudyRows({ found, rows, answer, printed, most }: StudyRowsProps) {
  const shortfall = describeShortfall(found, answer.facts.profile);
  const own = rows.filter((row) => row.kind === "count" || row.report === found);
  const others = rows.flatMap((row) => (row.kind === "words" && row.report !== found ? [row] : []));
  return (
    <>
      <tbody data-study={found.study.id} className={groupLook}>
        {own.map((row, index) => (
          <tr key={row.kind === "count" ? row.figure.id : row.name} className="block align-top sheet:table-row">
            {index === 0 && (
              <th
                scope="rowgroup"
                rowSpan={own.length}
                className="block pr-[0.6em] text-left font-normal sheet:table-cell sheet:py-[0.15em]"
              >
                <strong>{found.name}</strong>
                <Cited study={found.study} />{" "}
                <span className="text-[0.87em] leading-tight text-quiet">{describeStudy(found, printed)}</span>
                {shortfall && <span className="block text-[0.87em] leading-tight">{shortfall}</span>}
              </th>
            )}
            {row.kind === "count" ? <CountCells row={row} most={most} /> : <WordsCell row={row} />}
          </tr>
        ))}
      </tbody>
      {/* A group of its own, which a screen reader does not read under the first study's name. */}
      {others.map((row) => (
        <tbody key={`${row.report.study.id} ${row.name}`} className={groupLook}>
          <tr className="block align-top sheet:table-row">
            <th scope="rowgroup" className={`${cell} text-left font-normal`}>
              <strong>{row.report.name}</strong>
              <Cited study={row.report.study} />{" "}
              <span className="text-[0.87em] leading-tight text-quiet">
                {describeStudy(row.report, { studies: [found] })}
              </span>
            </th>
            <WordsCell row={row} />
          </tr>
        </tbody>
      ))}
    </>
  );
}

const groupLook = "block break-inside-avoid border-line border-t py-1 sheet:table-row-group";

const cell = "block pr-[0.6em] sheet:table-cell sheet:py-[0.15em]";

function CountCells({ row, most }: { row: CountRow; most: number }) {
  const { figure, text } = row;
  const { comparison } = text;
  const points = getFigureParts(figure).comparison?.points;
  const isMarked = figure.total < MIN_DRAWN;
  return (
    <>
      <td className={cell}>
        {text.what}
        {text.whom && <span className="text-[0.87em] leading-tight text-quiet">; {text.whom}</span>}
        {comparison && (
          <span className="block text-[0.87em]">
            v {lowerFirst(comparison.label)}
            {points && `: difference ${points}`}
          </span>
        )}
      </td>
      <td className={cell}>
        <strong>{text.count}</strong> {text.percent}
        {/* Beside the count and not in the column of the scale, where marks would read as 0%. */}
        {isMarked && (
          <div className="inline-block [&>div]:my-0 [&_svg]:h-[0.8em] [&_svg]:w-auto">
            <PatientDots {...figure} label={figure.plain} isExplained />
          </div>
        )}
        {comparison && (
          <span className="block">
            {comparison.count} {comparison.percent}
          </span>
        )}
      </td>
      <td className={cell}>
        {!isMarked && <PlotCell arms={figure.comparison ? [figure, figure.comparison] : [figure]} most={most} />}
      </td>
      <td className={`${cell} whitespace-nowrap`}>
        {figure.total > 1 && (
          <>
            <span className="sheet:hidden">95% interval </span>
            {text.range}
          </>
        )}
        {comparison && (
          <span className="block">
            <span className="sheet:hidden">{comparison.label} </span>
            {comparison.range}
          </span>
        )}
      </td>
    </>
  );
}

/** Patients from which a count is drawn on the scale; fewer are marks, one each. */
const MIN_DRAWN = MIN_FOR_PERCENT;

/** What is told in words, across the columns of figures. */
function WordsCell({ row: { name, text } }: { row: WordsRow }) {
  return (
    <td colSpan={4} className={cell}>
      {name && <span className="font-semibold">{name}: </span>}
      {text}
    </td>
  );
}
