import { functionalUpdate, type ReactTable, sortFn_basic, tableOptions, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Notes } from "@/components/state/use-notes";
import type { ChangeTable } from "@/components/state/use-table-state";
import { matchesSearch } from "@/lib/browse/search";
import type { Column, TableState } from "@/lib/browse/table-state";
import { type StudyTableRow, studyColumns, unshown } from "./columns";
import type { Grouping, StudyRow } from "./study-row";
import { studyFeatures } from "./table-features";
import {
  fromColumnFilters,
  fromColumnVisibility,
  fromSorting,
  toColumnFilters,
  toColumnVisibility,
  toSorting,
} from "./tanstack-state";

export type StudyTable = ReactTable<typeof studyFeatures, StudyRow>;

/** What the search looks for, and the notes of the studies as far as they were fetched: the rows follow both. */
type Search = { text: string; notes: Notes };

/** What every table of studies has in common. */
const studyTableOptions = tableOptions({
  features: studyFeatures,
  columns: studyColumns,
  defaultColumn: { sortFn: sortFn_basic, sortDescFirst: true, sortUndefined: "last", enableGlobalFilter: false },
  getRowId: ({ study }: StudyRow) => study.id,
  getRowCanExpand: () => true,
  // An answer that changes leaves open what was opened.
  autoResetExpanded: false,
  globalFilterFn: ({ original: { study } }: StudyTableRow, _: string, { text, notes }: Search) =>
    matchesSearch(text, study, typeof notes === "string" ? "" : notes[study.id]),
});

type Props = {
  rows: StudyRow[];
  groupBy: Grouping;
  /** columns that have nothing to say here */
  omit: readonly Column[];
  /** the state that the rows follow; it may be behind the one that `change` builds on */
  state: TableState;
  notes: Notes;
  change: ChangeTable;
};

/**
 * The table of studies in the state of the address: every change of the table is written there. Which rows
 * are open is the table's own. The object is the same as long as nothing of the table changed.
 */
export function useStudyTable({ rows, groupBy, omit, state, notes, change }: Props): StudyTable {
  const { search, filters, sort, columns: chosen } = state;
  const columns = useMemo(() => studyColumns.filter(({ id }) => !omit.some((name) => name === id)), [omit]);
  const sorting = useMemo(() => toSorting(sort), [sort]);
  const columnFilters = useMemo(() => toColumnFilters(filters), [filters]);
  const columnVisibility = useMemo(() => ({ ...toColumnVisibility(chosen), ...unshown }), [chosen]);
  const globalFilter = useMemo(() => (search === "" ? undefined : { text: search, notes }), [search, notes]);
  const grouping = useMemo(() => [groupBy], [groupBy]);

  const options = useMemo(
    () =>
      tableOptions({
        ...studyTableOptions,
        columns,
        data: rows,
        state: { sorting, columnFilters, columnVisibility, globalFilter, grouping },
        onSortingChange: (updater) =>
          change((now) => ({ sort: fromSorting(functionalUpdate(updater, toSorting(now.sort))) })),
        onColumnFiltersChange: (updater) =>
          change((now) => ({ filters: fromColumnFilters(functionalUpdate(updater, toColumnFilters(now.filters))) })),
        onColumnVisibilityChange: (updater) =>
          change((now) => ({
            columns: fromColumnVisibility(functionalUpdate(updater, toColumnVisibility(now.columns))),
          })),
        onGlobalFilterChange: (text: string) => change({ search: text }),
      }),
    [rows, columns, sorting, columnFilters, columnVisibility, globalFilter, grouping, change],
  );
  return useTable(options);
}
