import type { Column } from "@/lib/browse/table-state";
import { getColumnName } from "./columns";
import type { StudyTable } from "./use-study-table";

type Props = { table: StudyTable; chosen: readonly Column[] };

/** Which columns are shown. */
export function ColumnChoice({ table, chosen }: Props) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return (
    <details>
      <summary className="flex min-h-11 items-center font-semibold text-accent">Columns</summary>
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="sr-only">Columns</legend>
        {columns.map((column) => (
          <label key={column.id} className="flex min-h-11 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={chosen.some((id) => id === column.id)}
              onChange={({ target }) => column.toggleVisibility(target.checked)}
            />
            {getColumnName(column)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
