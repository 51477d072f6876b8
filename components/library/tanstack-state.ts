import type { ColumnFiltersState, ColumnVisibilityState, SortingState } from "@tanstack/react-table";
import { type Column, columns, type Filters, noFilters, type TableState } from "@/lib/browse/table-state";

// The state of the table as the address has it, in the form that TanStack Table takes, and back.

/** The columns that filter, each with the filters that it answers for; in the order in which they are described. */
const filtersOfColumn = {
  kind: ["kinds"],
  design: ["designs"],
  year: ["fromYear", "toYear"],
  patients: ["fewestPatients"],
  features: ["features"],
  outcomes: ["reports", "isCounted"],
  reads: ["readings"],
} as const satisfies Record<string, readonly (keyof Filters)[]>;

type FilteredColumn = keyof typeof filtersOfColumn;

/** What the filter of a column is given: its part of the filters. */
export type FilterValue<Id extends FilteredColumn> = Pick<Filters, (typeof filtersOfColumn)[Id][number]>;

const isSet = (filters: Filters, key: keyof Filters) => JSON.stringify(filters[key]) !== JSON.stringify(noFilters[key]);

/** The columns that filter something, each with its `FilterValue`. */
export function toColumnFilters(filters: Filters): ColumnFiltersState {
  return Object.entries<readonly (keyof Filters)[]>(filtersOfColumn)
    .filter(([, keys]) => keys.some((key) => isSet(filters, key)))
    .map(([id, keys]) => ({ id, value: Object.fromEntries(keys.map((key) => [key, filters[key]])) }));
}

/** The filters of all columns together. */
export function fromColumnFilters(columnFilters: ColumnFiltersState): Filters {
  return Object.assign({}, noFilters, ...columnFilters.map(({ value }) => value));
}

type Sort = TableState["sort"];

export function toSorting(sort: Sort): SortingState {
  return sort ? [{ id: sort.column, desc: sort.isDescending }] : [];
}

/** The first column that is sorted by; the table sorts by one. */
export function fromSorting(sorting: SortingState): Sort {
  const column = columns.find((id) => id === sorting[0]?.id);
  return column && sorting[0] ? { column, isDescending: sorting[0].desc } : null;
}

/**
 * What one more press of a column's header asks for: that column, then the other way round, then no column. It follows
 * from the sorting that it is given and not, as `column.toggleSorting`, from the one that is drawn: of two quick presses
 * the second comes before the first was drawn.
 */
export function getNextSorting(sorting: SortingState, id: string, isDescendingFirst: boolean): SortingState {
  const current = sorting.find((sorted) => sorted.id === id);
  if (!current) return [{ id, desc: isDescendingFirst }];
  return current.desc === isDescendingFirst ? [{ id, desc: !isDescendingFirst }] : [];
}

/** Which columns are shown; the study's name always is. */
export function toColumnVisibility(chosen: readonly Column[]): ColumnVisibilityState {
  return Object.fromEntries(columns.map((id) => [id, id === "study" || chosen.includes(id)]));
}

export function fromColumnVisibility(visibility: ColumnVisibilityState): Column[] {
  return columns.filter((id) => visibility[id]);
}
