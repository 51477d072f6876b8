import { type ReactNode, useId, useState } from "react";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatPatientNumber } from "@/lib/study/format";
import { designNames } from "@/lib/vocabulary/outcomes";
import { describeDeviations } from "@/lib/wording/row-deviations";
import { cellLook, columnCount, rowLook, wholeRowLook } from "./looks";
import { useTable } from "./table-state";

/** Draws the button that opens a row. The label is for who hears the button alone, where its words do not say enough. */
type Toggle = (words: ReactNode, label?: string) => ReactNode;

type OpeningRowProps = {
  /** the cell that names the row, with the button that opens it */
  head: (toggle: Toggle) => ReactNode;
  /** the other cells */
  children: ReactNode;
  /** what the opened row shows */
  detail: () => ReactNode;
};

/** A row that opens in place: the details follow as a row of their own. */
export function OpeningRow({ head, children, detail }: OpeningRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const toggle: Toggle = (words, label) => (
    <button
      type="button"
      aria-label={label}
      aria-expanded={isOpen}
      aria-controls={isOpen ? id : undefined}
      onClick={() => setIsOpen(!isOpen)}
      className="min-h-6 max-w-full text-left font-semibold text-accent wrap-anywhere hover:underline pointer-coarse:min-h-8"
    >
      <span aria-hidden="true" className="inline-block w-4">
        {isOpen ? "▾" : "▸"}
      </span>
      {words}
    </button>
  );
  return (
    <>
      <tr className={rowLook}>
        {head(toggle)}
        {children}
      </tr>
      {isOpen && (
        <tr id={id} className={wholeRowLook}>
          <td colSpan={columnCount} className="border-l-4 border-accent bg-accent-soft/40 p-3 @max-3xl:block">
            {detail()}
          </td>
        </tr>
      )}
    </>
  );
}

const headPlace = "text-left font-normal @max-3xl:col-start-1 @max-3xl:row-start-1 @max-3xl:min-w-0";

type StudyHeadProps = {
  found: StudyAnswer;
  isFurther: boolean;
  /** what tells this row apart from the study's others, for who hears its button alone */
  what: string;
  /** how many of its patients a subgroup is: "15 of its 42" */
  part: string | null;
  toggle: Toggle;
};

/**
 * The cell that names the study of a row. In its further rows the name is only read out, and what was counted stands
 * here where there is no column for it.
 */
export function StudyHead({ found, isFurther, what, part, toggle }: StudyHeadProps) {
  const { facts, shared, pins } = useTable();
  const { study, name } = found;
  if (isFurther) {
    return (
      <th scope="row" className={`${cellLook} ${headPlace}`}>
        {toggle(<span className="font-normal @3xl:hidden">{what}</span>, `${name}: ${what}`)}
      </th>
    );
  }
  const isPinned = pins.includes(study.id);
  const deviations = describeDeviations(facts, found, shared);
  const number = formatPatientNumber(study);
  return (
    <th scope="row" className={`${cellLook} ${headPlace}`}>
      {toggle(
        <>
          {isPinned && <span aria-hidden="true">★ </span>}
          {name}
        </>,
        `${isPinned ? "Pinned: " : ""}${name}: ${what}`,
      )}
      {number && <span className="inline-block pl-4 text-xs text-quiet @3xl:hidden">{number}</span>}
      <span className="block pl-4 text-xs text-quiet @max-3xl:hidden">{designNames[study.design.type]}</span>
      {(part || deviations.length > 0) && (
        // A bar at its side and no frame: framed words look as if they could be tapped.
        <span className="mt-0.5 ml-4 block w-fit border-l-3 border-edge pl-1.5 text-xs wrap-anywhere">
          {[part, ...deviations].filter(Boolean).join("; ")}
        </span>
      )}
    </th>
  );
}

/** How many a study treated; of a trial that does not say it how many were randomised. */
export function TreatedCell({ found, isFurther }: { found: StudyAnswer; isFurther: boolean }) {
  return (
    <td className={`${cellLook} text-quiet @max-3xl:hidden`}>
      {!isFurther &&
        (found.study.participants.treated ?? formatPatientNumber(found.study) ?? (
          <>
            <span aria-hidden="true">–</span>
            <span className="sr-only">not stated</span>
          </>
        ))}
    </td>
  );
}
