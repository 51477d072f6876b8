import type { CSSProperties } from "react";
import { getColumnName, type StudyColumn } from "./columns";
import { getNextSorting } from "./tanstack-state";
import type { StudyTable } from "./use-study-table";

const directions = {
  asc: { name: "ascending", sign: "▲" },
  desc: { name: "descending", sign: "▼" },
} as const;

type Props = { column: StudyColumn; onSort: StudyTable["setSorting"] };

/** The name of a column, which sorts by it. On a narrow screen it is read out only: a control that is not visible must not take the focus. */
export function ColumnHeader({ column, onSort }: Props) {
  const name = getColumnName(column);
  const sorted = column.getIsSorted();
  const em = column.columnDef.meta?.width?.em;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted ? directions[sorted].name : "none"}
      // for the paper, where this is laid out as a table
      style={{ "--paper-width": em ? `${em}em` : "auto" } as CSSProperties}
      className="border-b-2 border-edge p-0 text-left align-bottom print:w-(--paper-width)"
    >
      <span className="px-2 wide:not-print:hidden print:px-1">{name}</span>
      <button
        type="button"
        onClick={() => onSort((sorting) => getNextSorting(sorting, column.id, column.getFirstSortDir() === "desc"))}
        className="min-h-11 w-full px-2 py-1 text-left font-bold hover:bg-accent-soft narrow:hidden print:hidden"
      >
        {name}
        <span aria-hidden="true"> {sorted && directions[sorted].sign}</span>
      </button>
    </th>
  );
}
