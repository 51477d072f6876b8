"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { type CSSProperties, useDeferredValue, useMemo } from "react";
import { DeferCaseLinks } from "@/components/state/case-provider";
import { useNotes } from "@/components/state/use-notes";
import { usePins } from "@/components/state/use-pins";
import { useTableState } from "@/components/state/use-table-state";
import { Notice } from "@/components/ui/notice";
import { describeFilters, matchesFilters } from "@/lib/browse/filter";
import { matchesSearch } from "@/lib/browse/search";
import { type Column, columnNames, columns, getNextSort, type TableState } from "@/lib/browse/table-state";
import { pluralise } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { type StudyRow, studyColumns, studyFeatures } from "./columns";
import { ExportMenu } from "./export-menu";
import { PinBar } from "./pin-bar";
import { type FilledGroup, type RowGroup, StudyGroups } from "./study-groups";
import { TableToolbar } from "./table-toolbar";

type Props<Id extends string> = {
  caption: string;
  rows: StudyRow[];
  groups: readonly RowGroup<Id>[];
  groupOf: (row: StudyRow) => Id;
  /** every sheet of the library, so that a pinned one has its name though no row holds it */
  studies: ReadonlyMap<string, StudySummary>;
  /** columns that have nothing to say here */
  omit?: readonly Column[];
};

const none: readonly Column[] = [];

/** Studies as a table on a wide screen and as a list of the same facts on a narrow one: sorted, filtered, searched. */
export function StudiesTable<Id extends string>({ caption, rows, groups, groupOf, studies, omit = none }: Props<Id>) {
  const { table: asked, problem, change } = useTableState();
  const { pins, toggle } = usePins();

  // What is typed and tapped shows at once; the rows follow when the browser has time for them.
  const { search, filters, sort, columns: chosen } = useDeferredValue(asked);
  const notes = useNotes(asked.search !== "");
  const found = useMemo(() => {
    const notesOf = (id: string) => (typeof notes === "string" ? "" : notes[id]);
    const isFound = ({ study }: StudyRow) =>
      matchesFilters(filters, study) && matchesSearch(search, study, notesOf(study.id));
    return new Set(rows.filter(isFound).map(({ study }) => study.id));
  }, [rows, filters, search, notes]);

  const sorting = useMemo<SortingState>(() => (sort ? [{ id: sort.column, desc: sort.isDescending }] : []), [sort]);
  const sorted = useTable({
    features: studyFeatures,
    columns: studyColumns,
    data: rows,
    getRowId: ({ study }) => study.id,
    state: { sorting },
  }).getRowModel().rows;
  const filled = useMemo(
    () =>
      groups.map((group): FilledGroup => {
        const members = sorted.map(({ original }) => original).filter((row) => groupOf(row) === group.id);
        return { ...group, members };
      }),
    [groups, groupOf, sorted],
  );
  const listed = useMemo(
    () => filled.flatMap(({ members }) => members.map(({ study }) => study).filter(({ id }) => found.has(id))),
    [filled, found],
  );

  const available = columns.filter((column) => !omit.includes(column));
  const shown = useMemo(
    () => columns.filter((name) => !omit.includes(name) && (name === "study" || chosen.includes(name))),
    [omit, chosen],
  );
  const all = pluralise(rows.length, "study", "studies");
  // of the rows as they stand, as is all that is announced: filters asked for just now belong to another count
  const inForce = describeFilters(filters);

  return (
    <div>
      {problem && <Notice title="The filters of this link could not be read">{problem}</Notice>}
      <PinBar studies={studies} rows={rows} />
      <TableToolbar
        asked={asked}
        onChange={change}
        available={available}
        isSearchPartial={notes === "failed"}
        status={`${found.size === rows.length ? all : `${found.size} of ${all}`}. ${
          sort
            ? `Sorted by ${columnNames[sort.column]}, ${sort.isDescending ? "highest" : "lowest"} first, within each group.`
            : ""
        } ${inForce.length > 0 ? `Filtered: ${inForce.join("; ")}.` : ""}`}
      >
        <ExportMenu studies={listed} rows={rows} />
      </TableToolbar>
      <table
        className="block w-full table-fixed border-collapse text-sm wide:print:table print:[--text-sm:7.5pt] print:[--text-xs:7pt]"
        style={{ "--columns": [actionsWidth, ...shown.map(trackOf)].join(" ") } as CSSProperties}
      >
        <caption className="sr-only">{caption}</caption>
        <thead className="block narrow:sr-only wide:print:table-header-group">
          <tr className="grid [grid-template-columns:var(--columns)] items-end wide:print:table-row">
            <th scope="col" className="print:w-0">
              <span className="sr-only">Open and pin</span>
            </th>
            {shown.map((column) => (
              <ColumnHeader
                key={column}
                column={column}
                sort={sort}
                onSort={() => change((now) => ({ sort: getNextSort(now.sort, column) }))}
              />
            ))}
          </tr>
        </thead>
        <DeferCaseLinks>
          <StudyGroups groups={filled} found={found} columns={shown} pins={pins} onPin={toggle} />
        </DeferCaseLinks>
      </table>
      {found.size === 0 && rows.length > 0 && (
        <p className="my-3">No study meets the search and the filters. Take a word or a filter away to see more.</p>
      )}
    </div>
  );
}

type HeaderProps = { column: Column; sort: TableState["sort"]; onSort: () => void };

/** The name of a column, which sorts by it. On a narrow screen it is read out only: nobody should tab to what is not seen. */
function ColumnHeader({ column, sort, onSort }: HeaderProps) {
  const state = sort?.column !== column ? "none" : sort.isDescending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      aria-sort={state}
      // for the paper, where this is a table in its own right
      style={{ "--paper-width": sizes[column] ? `${sizes[column].em}em` : "auto" } as CSSProperties}
      className="border-b-2 border-edge p-0 text-left align-bottom print:w-(--paper-width)"
    >
      <span className="px-2 wide:not-print:hidden print:px-1">{columnNames[column]}</span>
      <button
        type="button"
        onClick={onSort}
        className="min-h-11 w-full px-2 py-1 text-left font-bold hover:bg-accent-soft narrow:hidden print:hidden"
      >
        {columnNames[column]}
        <span aria-hidden="true"> {sortSigns[state]}</span>
      </button>
    </th>
  );
}

/** What a column needs at least to be read without breaking words, and its part of the room that is left. */
const sizes: Partial<Record<Column, { em: number; part: number }>> = {
  study: { em: 9.2, part: 1 },
  design: { em: 8, part: 1 },
  patients: { em: 6, part: 0 },
  regimen: { em: 7, part: 1.5 },
  year: { em: 4.4, part: 0 },
  reads: { em: 8, part: 1 },
};

/** The matches and the results take most of it. */
const trackOf = (column: Column) => {
  const { em, part } = sizes[column] ?? { em: 6, part: 2 };
  return part > 0 ? `minmax(${em}em, ${part}fr)` : `${em}em`;
};
const actionsWidth = "6.25rem";

const sortSigns = { ascending: "▲", descending: "▼", none: "" } as const;
