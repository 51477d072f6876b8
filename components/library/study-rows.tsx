import { flexRender } from "@tanstack/react-table";
import { memo, useMemo } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { getShortName } from "@/lib/study/citation";
import { type CellGroup, getColumnName, groupIntoCells, type StudyTableRow } from "./columns";
import { HarmLine } from "./harm-line";
import { PinButton } from "./pin-button";
import { RowDetail } from "./row-detail";

type ColumnCell = ReturnType<StudyTableRow["getVisibleCells"]>[number];

type Props = {
  row: StudyTableRow;
  /** one for each column, of which several may share a cell of the table */
  cells: readonly ColumnCell[];
  /** cells of a row of the table */
  cellCount: number;
  /** does not meet the search and the filters */
  isHidden: boolean;
  isOpen: boolean;
  isPinned: boolean;
  onPin: (id: string) => boolean;
};

/** One study, and below it all of its outcomes where it was opened. Drawn again only if something of it changed. */
export const StudyRows = memo(function StudyRows({ row, cells, cellCount, isHidden, isOpen, isPinned, onPin }: Props) {
  const name = getShortName(row.original.study);
  return (
    <>
      <tr
        role="row"
        hidden={isHidden}
        className="block border-b border-line align-top [contain-intrinsic-size:auto_13rem] wide:[contain-intrinsic-size:auto_4rem] [content-visibility:auto] hover:bg-accent-soft/40 narrow:relative narrow:py-2 wide:grid wide:[grid-template-columns:var(--columns)] print:[content-visibility:visible] break-inside-avoid wide:print:table-row"
      >
        <td role="cell" className="narrow:absolute narrow:top-1 narrow:right-0 wide:p-0.5 print:[&>*]:hidden">
          <IconButton
            label={`${isOpen ? "Close" : "Open"} ${name}: reasons and all outcomes`}
            sign={<Icon name={isOpen ? "open" : "closed"} className="inline" />}
            aria-expanded={isOpen}
            onClick={() => row.toggleExpanded()}
          />
          <PinButton id={row.id} name={name} isPinned={isPinned} onToggle={onPin} />
        </td>
        <Cells cells={cells} />
      </tr>
      {isOpen && (
        <tr role="row" hidden={isHidden} className="block border-b-2 border-edge wide:print:table-row">
          <td role="cell" colSpan={cellCount} className="px-2 pb-4 narrow:block wide:pl-12">
            <RowDetail {...row.original} />
          </td>
        </tr>
      )}
    </>
  );
});

/** The cells of the study: a component of their own, because hiding, opening or pinning a row does not change them. */
const Cells = memo(function Cells({ cells }: Pick<Props, "cells">) {
  const groups = useMemo(() => groupIntoCells(cells, ({ column }) => column), [cells]);
  return groups.map((group) => <Cell key={group.id} group={group} />);
});

/**
 * A cell; on a narrow screen it says its own column, since the header row is out of sight. What several columns share says
 * that by itself: "95 patients", "Response".
 */
function Cell({ group: { id, items } }: { group: CellGroup<ColumnCell> }) {
  const [{ column }] = items;
  const content = items.map((cell) => (
    <div key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</div>
  ));
  if (id === "study") {
    return (
      <th
        role="rowheader"
        scope="row"
        className="px-2 py-0.5 text-left leading-tight font-normal narrow:block narrow:py-0 narrow:pr-24 narrow:text-base narrow:[&_a]:min-h-11 print:px-1 print:text-sm"
      >
        {content}
      </th>
    );
  }
  if (column.columnDef.meta?.cell) {
    return (
      <td
        role="cell"
        className={`px-2 py-1 leading-tight print:px-1 ${id === "patients" ? "narrow:flex narrow:flex-wrap narrow:items-baseline narrow:gap-x-3" : "narrow:block"}`}
      >
        {content}
        {id === "results" && <HarmLine {...items[0].row.original} />}
      </td>
    );
  }
  return (
    <td role="cell" className="px-2 py-1 leading-tight narrow:flex narrow:gap-x-2 narrow:py-0.5 print:px-1">
      <span aria-hidden="true" className="w-18 shrink-0 text-xs text-quiet wide:hidden">
        {getColumnName(column)}
      </span>
      <div>{content}</div>
    </td>
  );
}
