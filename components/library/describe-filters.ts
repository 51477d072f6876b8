import type { Filters } from "@/lib/browse/table-state";
import { studyColumns } from "./columns";
import { toColumnFilters } from "./tanstack-state";

/** The filters in words, one entry each: "Year: 2010 or later". */
export function describeFilters(filters: Filters): string[] {
  return toColumnFilters(filters).flatMap(({ id, value }) => {
    const definition = studyColumns.find((column) => column.id === id);
    return definition?.meta?.describeFilter?.(value) ?? [];
  });
}
