import type { TableState } from "@/lib/browse/table-state";
import { getColumnName } from "./columns";
import type { StudyTable } from "./use-study-table";

type Props = { table: StudyTable; sort: TableState["sort"] };

/** The order of the studies on a narrow screen, where no header can be tapped. */
export function SortChoice({ table, sort }: Props) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanSort());
  const sorted = columns.find(({ id }) => id === sort?.column);
  return (
    <div className="flex max-w-full flex-wrap items-center gap-3 text-sm wide:hidden">
      <label className="flex max-w-full flex-wrap items-center gap-2">
        Sort by
        <select
          className="min-h-11 max-w-full rounded-md border border-edge bg-surface px-2"
          value={sorted?.id ?? ""}
          onChange={({ target }) => {
            const column = columns.find(({ id }) => id === target.value);
            if (column) column.toggleSorting(column.getFirstSortDir() === "desc");
            else table.resetSorting(true);
          }}
        >
          <option value="">closeness</option>
          {columns.map((column) => (
            <option key={column.id} value={column.id}>
              {getColumnName(column)}
            </option>
          ))}
        </select>
      </label>
      {sorted && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={sort?.isDescending}
            onChange={({ target }) => sorted.toggleSorting(target.checked)}
          />
          highest first
        </label>
      )}
    </div>
  );
}
