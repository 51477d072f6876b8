import type { CSSProperties } from "react";
import { type CellGroup, getColumnName, getSortName, type StudyColumn } from "./columns";
import { getNextSorting } from "./tanstack-state";
import type { StudyTable } from "./use-study-table";

const directions = {
  asc: { name: "ascending", sign: "▲" },
  desc: { name: "descending", sign: "▼" },
} as const;

type Props = { cell: CellGroup<StudyColumn>; onSort: StudyTable["setSorting"] };

/**
 * The head of a cell: the name of each column in it, which sorts by it. On a narrow screen the names are read out only: a
 * control that is not visible must not take the focus.
 */
export function ColumnHeader({ cell: { head, items }, onSort }: Props) {
  const sorted = items.find((column) => column.getIsSorted())?.getIsSorted();
  const em = items[0].columnDef.meta?.width?.em;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted ? directions[sorted].name : "none"}
      // for the paper, where this is laid out as a table
      style={{ "--paper-width": em ? `${em}em` : "auto" } as CSSProperties}
      className="border-b-2 border-edge p-0 text-left align-bottom print:w-(--paper-width)"
    >
      <span className="px-2 wide:not-print:hidden print:px-1">
        {[head?.title, items.map(getColumnName).join(", ")].filter(Boolean).join(": ")}
      </span>
      <span className="flex flex-wrap items-center narrow:hidden print:hidden">
        {head && (
          <span title="of the 95% interval" className="w-full px-2 pt-1 text-xs font-normal text-quiet">
            {head.title}: {head.note}
          </span>
        )}
        {items.map((column) => (
          <SortButton key={column.id} column={column} onSort={onSort} isOnly={items.length === 1} />
        ))}
      </span>
    </th>
  );
}

type ButtonProps = Pick<Props, "onSort"> & { column: StudyColumn; isOnly: boolean };

function SortButton({ column, onSort, isOnly }: ButtonProps) {
  const sorted = column.getIsSorted();
  return (
    <button
      type="button"
      title={`Sort by ${getSortName(column)}`}
      onClick={() => onSort((sorting) => getNextSorting(sorting, column.id, column.getFirstSortDir() === "desc"))}
      className={`min-h-11 text-left font-bold hover:bg-accent-soft ${isOnly ? "w-full px-2" : "border-line px-2 not-last:border-r"}`}
    >
      {getColumnName(column)}
      {sorted && <span aria-hidden="true"> {directions[sorted].sign}</span>}
    </button>
  );
}
