"use client";

import { type ReactNode, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { describeFilters } from "@/lib/browse/filter";
import {
  type Column,
  columnNames,
  columns,
  firstSort,
  MAX_SEARCH_LENGTH,
  noFilters,
  type TableState,
} from "@/lib/browse/table-state";
import { FilterPanel } from "./filters";

type Props = {
  asked: TableState;
  onChange: (part: Partial<TableState>) => void;
  /** the columns that this table can show */
  available: readonly Column[];
  /** how many studies are listed, in which order and by which filters, announced when it changes */
  status: string;
  /** the notes of the sheets could not be fetched, so the search looks through less */
  isSearchPartial: boolean;
  /** what can be done with the studies listed */
  children: ReactNode;
};

/** What a reader may ask of the table: words, filters, columns; and below it what the table answers. */
export function TableToolbar({ asked, onChange, available, status, isSearchPartial, children }: Props) {
  const id = useId();
  const search = useRef<HTMLInputElement>(null);
  const inForce = describeFilters(asked.filters);
  return (
    <div className="mb-3 space-y-2 print:hidden">
      <div>
        <label htmlFor={id} className="font-semibold">
          Search
        </label>
        <p id={`${id}-hint`} className="text-sm text-quiet">
          Authors, title, journal, year, regimen, outcomes, notes. Every word must occur.
        </p>
        <input
          id={id}
          ref={search}
          type="search"
          value={asked.search}
          maxLength={MAX_SEARCH_LENGTH}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => onChange({ search: target.value })}
          className="mt-1 min-h-11 w-full max-w-xl rounded-md border border-edge bg-surface px-3"
        />
        <p role="status" className="text-sm text-warn">
          {isSearchPartial && "The notes of the sheets could not be fetched: the search looks through the rest."}
        </p>
      </div>
      <div className="flex flex-wrap items-start gap-x-6">
        <details className="grow basis-full lg:basis-auto">
          <summary className="flex min-h-11 items-center font-semibold text-accent">
            Filters{inForce.length > 0 && ` (${inForce.length})`}
          </summary>
          <FilterPanel asked={asked.filters} onChange={(filters) => onChange({ filters })} />
        </details>
        <details>
          <summary className="flex min-h-11 items-center font-semibold text-accent">Columns</summary>
          <fieldset className="flex flex-wrap gap-x-4">
            <legend className="sr-only">Columns</legend>
            {available
              .filter((column) => column !== "study")
              .map((column) => (
                <label key={column} className="flex min-h-11 items-center gap-2">
                  <input
                    type="checkbox"
                    className="size-5 accent-accent"
                    checked={asked.columns.includes(column)}
                    onChange={({ target }) =>
                      onChange({
                        columns: columns.filter((name) =>
                          name === column ? target.checked : asked.columns.includes(name),
                        ),
                      })
                    }
                  />
                  {columnNames[column]}
                </label>
              ))}
          </fieldset>
        </details>
        {children}
        <SortChoice asked={asked} onChange={onChange} available={available} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 text-sm">
        <p role="status" className="text-quiet">
          {status}
        </p>
        {(inForce.length > 0 || asked.search !== "") && (
          <Button
            onClick={() => {
              onChange({ filters: noFilters, search: "" });
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

/** The order of the studies on a narrow screen, where no header can be tapped. */
function SortChoice({ asked, onChange, available }: Pick<Props, "asked" | "onChange" | "available">) {
  const sort = asked.sort;
  return (
    <div className="flex max-w-full flex-wrap items-center gap-3 text-sm wide:hidden">
      <label className="flex max-w-full flex-wrap items-center gap-2">
        Sort by
        <select
          className="min-h-11 max-w-full rounded-md border border-edge bg-surface px-2"
          value={sort?.column ?? ""}
          onChange={({ target }) => {
            const column = available.find((name) => name === target.value);
            onChange({ sort: column ? firstSort(column) : null });
          }}
        >
          <option value="">closeness</option>
          {available.map((column) => (
            <option key={column} value={column}>
              {columnNames[column]}
            </option>
          ))}
        </select>
      </label>
      {sort && (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            className="size-5 accent-accent"
            checked={sort.isDescending}
            onChange={({ target }) => onChange({ sort: { ...sort, isDescending: target.checked } })}
          />
          highest first
        </label>
      )}
    </div>
  );
}
