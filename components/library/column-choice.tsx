import { Check } from "@/components/ui/check";
import type { Column } from "@/lib/browse/table-state";
import { getColumnName } from "./columns";
import type { StudyTable } from "./use-study-table";

type Props = { table: StudyTable; chosen: readonly Column[] };

/** Which columns are shown. */
export function ColumnChoice({ table, chosen }: Props) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanHide());
  return (
    <fieldset className="flex flex-wrap gap-x-4">
      <legend className="sr-only">Columns</legend>
      {columns.map((column) => (
        <Check
          key={column.id}
          isOn={chosen.some((id) => id === column.id)}
          onChange={(isOn) => column.toggleVisibility(isOn)}
        >
          {getColumnName(column)}
        </Check>
      ))}
    </fieldset>
  );
}
