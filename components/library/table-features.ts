import {
  columnFilteringFeature,
  columnGroupingFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowExpandingFeature,
  rowSortingFeature,
  type TableFeature,
  tableFeatures,
} from "@tanstack/react-table";

/** What the definition of a column says beside what TanStack Table asks of it. */
type StudyColumnMeta = {
  /**
   * What the column needs at least to be read without breaking words, in em, and its share of the width that is left.
   * Where columns share a cell, the first one's.
   */
  width?: { em: number; share: number };
  /** the cell that the column shares with its neighbours; left out where it has its own */
  cell?: "patients" | "results";
  /** what its order follows, where its name does not say it */
  sortedBy?: string;
  /** the filter of the column in words, one entry for each thing that it asks; its value is a `FilterValue` */
  // biome-ignore lint/suspicious/noExplicitAny: as with `filterFn`, each column has a value of its own
  describeFilter?: (value: any) => string[];
};

/**
 * A row that is filtered away stays in the page, hidden, and in its place (decision 13). So every row is grouped and
 * sorted, and which rows meet the filters is asked separately. TanStack Table would group and sort only those.
 */
const allRowsFeature: TableFeature = {
  constructTableAPIs: (table) => {
    Object.assign(table, { getPreGroupedRowModel: table.getPreFilteredRowModel });
  },
};

declare module "@tanstack/react-table" {
  interface Plugins {
    allRowsFeature: TableFeature;
  }
}

export const studyFeatures = tableFeatures({
  allRowsFeature,
  columnFilteringFeature,
  columnGroupingFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowExpandingFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  groupedRowModel: createGroupedRowModel(),
  sortedRowModel: createSortedRowModel(),
  columnMeta: {} as StudyColumnMeta,
});
