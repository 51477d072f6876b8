import { PatientMark } from "@/components/figure/patient-dots";
import { PlotCell } from "@/components/figure/plot-cell";
import { StudyLink } from "@/components/library/study-link";
import type { Figure } from "@/lib/answer/reply";
import type { ForestRow } from "@/lib/answer/study-by-study";
import {
  type CountText,
  describeCount,
  formatComparator,
  formatPart,
  formatSingleCase,
  formatSingleCases,
  formatSingleResult,
} from "@/lib/wording/forest-text";
import { describeDeviations } from "@/lib/wording/row-deviations";
import { cellLook, columnCount } from "./looks";
import { CountDetail, WordsDetail } from "./row-detail";
import { OpeningRow, StudyHead, TreatedCell } from "./row-parts";
import { useTable } from "./table-state";

type Row<Kind extends ForestRow["kind"]> = Extract<ForestRow, { kind: Kind }>;

type Place = {
  /** the row before it in its group */
  above: ForestRow | null;
  /** the title above says what the first count of a study is: only its further rows say it again */
  isInSet: boolean;
};

/** One row of the table, by what it holds. */
export function ForestTableRow({ row, above, isInSet }: Place & { row: ForestRow }) {
  switch (row.kind) {
    case "count":
      return <CountRow row={row} above={above} isInSet={isInSet} />;
    case "words":
      return <WordsRow row={row} />;
    case "single-cases":
      return <SingleCasesRow row={row} />;
  }
}

function CountRow({ row, above, isInSet }: Place & { row: Row<"count"> }) {
  const { found, figure, isFurther, part } = row;
  const text = describeCount(figure, found.study.participants.treated);
  const kind = isInSet && !isFurther ? null : text.kind;
  const isAlike = isFurther && above?.kind === "count" && above.figure.population === figure.population;
  const whom = isAlike ? null : text.whom;
  return (
    <OpeningRow
      head={(toggle) => (
        <StudyHead
          found={found}
          isFurther={isFurther}
          what={text.what}
          part={part && formatPart(part)}
          toggle={toggle}
        />
      )}
      detail={() => <CountDetail found={found} figure={figure} isFurther={isFurther} />}
    >
      <TreatedCell found={found} isFurther={isFurther} />
      <td className={`${cellLook} @max-3xl:col-start-1 @max-3xl:row-start-2 @max-3xl:min-w-0 @max-3xl:pl-4`}>
        <span className={isFurther ? "block @max-3xl:hidden" : "block"}>{text.what}</span>
        {(kind || whom) && (
          <span className="line-clamp-2 text-xs text-quiet">
            {[kind, whom && `of: ${whom}`].filter(Boolean).join("; ")}
          </span>
        )}
        {text.comparison && (
          <span className="block text-xs text-quiet">
            against {formatComparator(text.comparison.label)} (hollow)
            {text.comparison.points && `: ${text.comparison.points}`}
          </span>
        )}
      </td>
      <td className={`${cellLook} @max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:text-right`}>
        <Count count={text.count} percent={text.percent} />
        {text.comparison && <Count count={text.comparison.count} percent={text.comparison.percent} isQuiet />}
      </td>
      <td className={`${cellLook} @max-3xl:col-span-2 @max-3xl:row-start-3 @max-3xl:pl-4`}>
        <Plot figure={figure} />
      </td>
      <td className={`${cellLook} @max-3xl:col-start-2 @max-3xl:row-start-2 @max-3xl:text-right`}>
        <Ranges text={text} figure={figure} />
      </td>
    </OpeningRow>
  );
}

function Count({ count, percent, isQuiet = false }: Pick<CountText, "count" | "percent"> & { isQuiet?: boolean }) {
  return (
    <span className={`block min-h-[22px] whitespace-nowrap ${isQuiet ? "text-quiet" : ""}`}>
      {isQuiet ? count : <strong>{count}</strong>} {percent}
    </span>
  );
}

/** The arms on the scale of the table; of one patient her or his mark, whose line would be as wide as the scale. */
function Plot({ figure }: { figure: Figure }) {
  const { most } = useTable();
  const { total, events, direction, comparison } = figure;
  if (total === 1 && !comparison) {
    return (
      <span className="block text-xs">
        <PatientMark direction={direction} isCounted={events === 1} />
        {formatSingleResult(figure)}
      </span>
    );
  }
  return <PlotCell arms={comparison ? [figure, comparison] : [figure]} most={most} />;
}

/** The intervals of both arms. Single patients have one between them, told below the table. */
function Ranges({ text, figure }: { text: CountText; figure: Figure }) {
  const { comparison } = text;
  if (figure.total === 1 && !comparison) return null;
  return (
    <>
      <Range {...text} />
      {comparison && <Range {...comparison} isQuiet />}
    </>
  );
}

function Range({ range, limits, isQuiet = false }: Pick<CountText, "range" | "limits"> & { isQuiet?: boolean }) {
  return (
    <span className={`block min-h-[22px] whitespace-nowrap ${isQuiet ? "text-quiet" : ""}`}>
      <span aria-hidden="true">{range}</span>
      <span className="sr-only">{limits}</span>
    </span>
  );
}

function WordsRow({ row: { found, text, isFurther } }: { row: Row<"words"> }) {
  return (
    <OpeningRow
      head={(toggle) => <StudyHead found={found} isFurther={isFurther} what={text.plain} part={null} toggle={toggle} />}
      detail={() => <WordsDetail found={found} text={text} isFurther={isFurther} />}
    >
      <TreatedCell found={found} isFurther={isFurther} />
      <td className={`${cellLook} @max-3xl:col-span-2 @max-3xl:pl-4`}>
        <span className={isFurther ? "block @max-3xl:hidden" : "block"}>{text.plain}</span>
      </td>
      <td colSpan={3} className={`${cellLook} @max-3xl:col-span-2 @max-3xl:pl-4`}>
        {/* A comparison tells its conclusion last: it is never cut. */}
        <span className={found.study.design.controlled ? "" : "line-clamp-2"}>{text.text}</span>
      </td>
    </OpeningRow>
  );
}

/** Single patients who are counted alike: one mark each, with the study's name and what became of the patient. */
function SingleCasesRow({ row }: { row: Row<"single-cases"> }) {
  const { facts, shared } = useTable();
  return (
    <OpeningRow
      head={(toggle) => (
        <th scope="row" className={`${cellLook} text-left font-normal @max-3xl:col-span-2`}>
          {toggle(formatSingleCases(row))}
        </th>
      )}
      detail={() => (
        <ul className="space-y-3">
          {row.cases.map(({ found, figure }) => (
            <li key={found.study.id}>
              <CountDetail found={found} figure={figure} isFurther={false} isNamed />
            </li>
          ))}
        </ul>
      )}
    >
      <td colSpan={columnCount - 1} className={`${cellLook} @max-3xl:col-span-2 @max-3xl:pl-4`}>
        <ul className="flex flex-wrap gap-x-4">
          {row.cases.map(({ found, figure }) => (
            <li key={found.study.id} className="min-h-6">
              <PatientMark direction={figure.direction} isCounted={figure.events === 1} />
              <StudyLink study={found.study} />{" "}
              <span className="text-quiet">
                {[formatSingleCase(figure), ...describeDeviations(facts, found, shared)].join("; ")}
              </span>
            </li>
          ))}
        </ul>
      </td>
    </OpeningRow>
  );
}
