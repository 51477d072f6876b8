import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { useFocusHandover } from "@/components/ui/focus";
import type { TableState } from "@/lib/browse/table-state";
import { ColumnChoice } from "./column-choice";
import { describeFilters } from "./describe-filters";
import { FilterPanel } from "./filter-panel";
import { SearchField } from "./search-field";
import { SortChoice } from "./sort-choice";
import { toColumnFilters } from "./tanstack-state";
import type { StudyTable } from "./use-study-table";

type Props = {
  table: StudyTable;
  /** the state that was chosen last; the rows may still be of the one before */
  state: TableState;
  /** how many studies are listed, in which order and by which filters, announced when it changes */
  status: string;
  /** the notes of the sheets could not be fetched, so the search looks through less */
  isSearchPartial: boolean;
  /** what can be done with the studies listed */
  children: ReactNode;
};

/** What a reader chooses of the table: words, filters, columns, order; and below it what the table lists. */
export function TableToolbar({ table, state, status, isSearchPartial, children }: Props) {
  const search = useFocusHandover<HTMLInputElement>();
  const filterCount = describeFilters(state.filters).length;
  return (
    <div className="mb-3 space-y-2 print:hidden">
      <SearchField
        ref={search.target}
        value={state.search}
        onChange={table.setGlobalFilter}
        isPartial={isSearchPartial}
      />
      <div className="flex flex-wrap items-start gap-x-6">
        <Disclosure
          title={`Filters${filterCount > 0 ? ` (${filterCount})` : ""}`}
          className="grow basis-full lg:basis-auto"
        >
          <FilterPanel
            filters={state.filters}
            onChange={(filters) => table.setColumnFilters(toColumnFilters(filters))}
          />
        </Disclosure>
        <ColumnChoice table={table} chosen={state.columns} />
        {children}
        <SortChoice table={table} sort={state.sort} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-sm">
        <p role="status" className="text-quiet">
          {status}
        </p>
        {(filterCount > 0 || state.search !== "") && (
          <Button
            onClick={() =>
              search.handOver(() => {
                table.resetColumnFilters(true);
                table.setGlobalFilter("");
              })
            }
          >
            Clear search and filters
          </Button>
        )}
      </div>
    </div>
  );
}
