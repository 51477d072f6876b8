import { type Filters, noFilters } from "@/lib/browse/table-state";
import { studyColumns } from "./columns";
import { fromColumnFilters, toColumnFilters } from "./tanstack-state";

/** A filter in force: in words ("Year: 2010 or later"), and the filters that remain without it. */
type FilterInForce = { text: string; without: Filters };

/** The filters in force, one entry for each that can be taken away by itself: every feature is one. */
export function listFiltersInForce(filters: Filters): FilterInForce[] {
  return toColumnFilters(filters).flatMap(({ id, value }) => {
    if (id === "features") return listFeatureFilters(filters);
    const others = toColumnFilters(filters).filter((filter) => filter.id !== id);
    return describeColumnFilter(id, value).map((text) => ({ text, without: fromColumnFilters(others) }));
  });
}

function listFeatureFilters(filters: Filters): FilterInForce[] {
  return Object.entries(filters.features).flatMap(([feature, choice]) => {
    const features = Object.fromEntries(Object.entries(filters.features).filter(([name]) => name !== feature));
    return toColumnFilters({ ...noFilters, features: { [feature]: choice } }).flatMap(({ id, value }) =>
      describeColumnFilter(id, value).map((text) => ({ text, without: { ...filters, features } })),
    );
  });
}

function describeColumnFilter(id: string, value: unknown): string[] {
  return studyColumns.find((column) => column.id === id)?.meta?.describeFilter?.(value) ?? [];
}

/** The filters in words, one entry each: "Year: 2010 or later". */
export function describeFilters(filters: Filters): string[] {
  return listFiltersInForce(filters).map(({ text }) => text);
}
