import { type ReactNode, useRef } from "react";
import { Button } from "@/components/ui/button";
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
  const search = useRef<HTMLInputElement>(null);
  const filterCount = describeFilters(state.filters).length;
  return (
    <div className="mb-3 space-y-2 print:hidden">
      <SearchField ref={search} value={state.search} onChange={table.setGlobalFilter} isPartial={isSearchPartial} />
      <div className="flex flex-wrap items-start gap-x-6">
        <details className="grow basis-full lg:basis-auto">
          <summary className="flex min-h-11 items-center font-semibold text-accent">
            Filters{filterCount > 0 && ` (${filterCount})`}
          </summary>
          <FilterPanel
            filters={state.filters}
            onChange={(filters) => table.setColumnFilters(toColumnFilters(filters))}
          />
        </details>
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
            onClick={() => {
              table.resetColumnFilters(true);
              table.setGlobalFilter("");
              // The button goes with what it clears: the reader is left at the search.
              search.current?.focus();
            }}
          >
            Clear search and filters
          </Button>
        )}
      </div>
    </div>
  );
}
