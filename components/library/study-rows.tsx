"use client";

import { Fragment, memo, type ReactNode } from "react";
import { type Column, columnNames } from "@/lib/browse/table-state";
import { getShortName } from "@/lib/study/citation";
import { cellOf, type StudyRow } from "./columns";
import { PinButton } from "./pin-button";
import { RowDetail } from "./row-detail";

type CellsProps = { row: StudyRow; columns: readonly Column[] };

type Props = CellsProps & {
  /** does not meet the search and the filters */
  isHidden: boolean;
  isOpen: boolean;
  isPinned: boolean;
  onOpen: (id: string) => void;
  onPin: (id: string) => boolean;
};

/** One study, and below it all of its outcomes where it was opened. Drawn again only if something of it changed. */
export const StudyRows = memo(function StudyRows(props: Props) {
  const { row, columns, isHidden, isOpen, isPinned, onOpen, onPin } = props;
  const { id } = row.study;
  const name = getShortName(row.study);
  return (
    <Fragment>
      <tr
        hidden={isHidden}
        className="block border-b border-line align-top [contain-intrinsic-size:auto_16rem] [content-visibility:auto] hover:bg-accent-soft/40 narrow:relative narrow:py-2 wide:grid wide:[grid-template-columns:var(--columns)] print:[content-visibility:visible] break-inside-avoid wide:print:table-row"
      >
        <td className="narrow:absolute narrow:top-1 narrow:right-0 wide:p-1.5 print:[&>*]:hidden">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? "Close" : "Open"} ${name}: reasons and all outcomes`}
            onClick={() => onOpen(id)}
            className="min-h-11 min-w-11 text-accent"
          >
            <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
          </button>
          <PinButton id={id} name={name} isPinned={isPinned} onToggle={onPin} />
        </td>
        <Cells row={row} columns={columns} />
      </tr>
      {isOpen && (
        <tr hidden={isHidden} className="block border-b-2 border-edge wide:print:table-row">
          <td colSpan={columns.length + 1} className="px-2 pb-4 narrow:block wide:pl-12">
            <RowDetail {...row} />
          </td>
        </tr>
      )}
    </Fragment>
  );
});

/** What the columns say of the study: apart, because hiding, opening or pinning a row changes nothing of it. */
const Cells = memo(function Cells({ row, columns }: CellsProps) {
  return columns.map((column) => (
    <Cell key={column} isName={column === "study"} label={columnNames[column]}>
      {cellOf[column](row)}
    </Cell>
  ));
});

/** A cell; on a narrow screen it says its own column, since the header row is out of sight. */
function Cell({ isName, label, children }: { isName: boolean; label: string; children: ReactNode }) {
  if (isName) {
    return (
      <th
        scope="row"
        className="px-2 py-2 text-left font-normal narrow:block narrow:py-0 narrow:pr-24 narrow:text-base narrow:[&>a]:min-h-11 print:px-1 print:text-sm"
      >
        {children}
      </th>
    );
  }
  return (
    <td className="px-2 py-2 print:px-1 narrow:grid narrow:grid-cols-[min(6.5rem,35%)_minmax(0,1fr)] narrow:gap-2 narrow:py-0.5">
      <span aria-hidden="true" className="text-xs text-quiet wide:hidden">
        {label}
      </span>
      <div>{children}</div>
    </td>
  );
}
