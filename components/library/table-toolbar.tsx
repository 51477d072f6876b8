import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/focus";
import { Icon } from "@/components/ui/icons";
import type { TableState } from "@/lib/browse/table-state";
import type { StudySummary } from "@/lib/study/summary";
import { ColumnChoice } from "./column-choice";
import { listFiltersInForce } from "./describe-filters";
import { FilterPanel } from "./filter-panel";
import { SearchField } from "./search-field";
import { SortChoice } from "./sort-choice";
import { toColumnFilters } from "./tanstack-state";
import type { StudyTable } from "./use-study-table";

type Props = {
  table: StudyTable;
  /** the state that was chosen last; the rows may still be of the one before */
  state: TableState;
  /** every study of the table, found or not */
  studies: readonly StudySummary[];
  /** how many of them are listed */
  found: number;
  /** how many studies are listed and in which order, announced when it changes */
  status: string;
  /** by which filters, announced with it; the eye has them as chips */
  filtered: string;
  /** the notes of the sheets could not be fetched, so the search looks through less */
  isSearchPartial: boolean;
  /** what can be done with the studies listed, and what that is called; null where none is listed */
  actions: { title: string; panel: ReactNode } | null;
};

type PanelName = "filters" | "columns" | "actions";

/** What a reader chooses of the table: words, filters, columns, order; and below it what the table lists. */
export function TableToolbar({ table, state, studies, found, status, filtered, isSearchPartial, actions }: Props) {
  const { target, handOver } = useFocusHandover<HTMLParagraphElement>();
  const [opened, setOpened] = useState<readonly PanelName[]>([]);
  const id = useId();
  const inForce = listFiltersInForce(state.filters);
  const toggle = (name: PanelName) =>
    setOpened(opened.includes(name) ? opened.filter((other) => other !== name) : [...opened, name]);

  const panels: { name: PanelName; title: string; panel: ReactNode }[] = [
    {
      name: "filters",
      title: `Filters${inForce.length > 0 ? ` (${inForce.length})` : ""}`,
      panel: (
        <FilterPanel
          filters={state.filters}
          onChange={(filters) => table.setColumnFilters(toColumnFilters(filters))}
          studies={studies}
          found={found}
          onDone={() => handOver(() => toggle("filters"))}
        />
      ),
    },
    { name: "columns", title: "Columns", panel: <ColumnChoice table={table} chosen={state.columns} /> },
    ...(actions ? [{ name: "actions" as const, ...actions }] : []),
  ];

  return (
    <div className="mb-3 space-y-2 print:hidden">
      <div className="flex flex-wrap items-start gap-2">
        <SearchField value={state.search} onChange={table.setGlobalFilter} isPartial={isSearchPartial} />
        {panels.map(({ name, title }) => (
          <Button
            key={name}
            aria-expanded={opened.includes(name)}
            aria-controls={opened.includes(name) ? `${id}-${name}` : undefined}
            onClick={() => toggle(name)}
            className="inline-flex items-center gap-1"
          >
            <span>{title}</span>
            <Icon name={opened.includes(name) ? "open" : "closed"} className="inline" />
          </Button>
        ))}
        <SortChoice table={table} sort={state.sort} />
      </div>
      {panels
        .filter(({ name }) => opened.includes(name))
        .map(({ name, panel }) => (
          <div key={name} id={`${id}-${name}`} className="rounded-md border border-edge bg-surface p-3">
            {panel}
          </div>
        ))}
      {(inForce.length > 0 || state.search !== "") && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          <ul aria-label="Filters in force" className="contents">
            {inForce.map(({ text, without }) => (
              <li key={text}>
                <Button
                  onClick={() => handOver(() => table.setColumnFilters(toColumnFilters(without)))}
                  className="inline-flex items-center gap-1 rounded-full text-left"
                >
                  <span>
                    <span className="sr-only">Remove the filter: </span>
                    {text}
                  </span>
                  <Icon name="clear" className="inline" />
                </Button>
              </li>
            ))}
          </ul>
          <Button
            look="bare"
            onClick={() =>
              handOver(() => {
                table.resetColumnFilters(true);
                table.setGlobalFilter("");
              })
            }
          >
            Clear search and filters
          </Button>
        </div>
      )}
      <p ref={target} tabIndex={-1} role="status" className="text-sm text-quiet outline-none">
        {status} <span className="sr-only">{filtered}</span>
      </p>
    </div>
  );
}
