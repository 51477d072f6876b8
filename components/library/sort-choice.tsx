import { Check } from "@/components/ui/check";
import { Select } from "@/components/ui/select";
import type { TableState } from "@/lib/browse/table-state";
import { getSortName } from "./columns";
import type { StudyTable } from "./use-study-table";

type Props = { table: StudyTable; sort: TableState["sort"] };

/** The order of the studies on a narrow screen, where no header can be tapped. */
export function SortChoice({ table, sort }: Props) {
  const columns = table.getAllLeafColumns().filter((column) => column.getCanSort());
  const sorted = columns.find(({ id }) => id === sort?.column);
  return (
    <div className="flex max-w-full flex-wrap items-center gap-3 text-sm wide:hidden">
      <Select
        label="Sort by"
        labelPlace="beside"
        className="max-w-full"
        options={columns.map((column) => ({ value: column.id, label: getSortName(column) }))}
        value={sorted?.id ?? null}
        onValue={(chosen) => {
          const column = columns.find(({ id }) => id === chosen);
          if (column) column.toggleSorting(column.getFirstSortDir() === "desc");
          else table.resetSorting(true);
        }}
        unchosen="best match"
      />
      {sort && sorted && (
        <Check isOn={sort.isDescending} onChange={(isDescending) => sorted.toggleSorting(isDescending)}>
          highest first
        </Check>
      )}
    </div>
  );
}
