"use client";

import { type SortingState, useTable } from "@tanstack/react-table";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isAskedFor } from "@/lib/present/filter";
import { hasWords } from "@/lib/present/search";
import type { StudyRecord } from "@/lib/study/record";
import { counted } from "@/lib/terms/phrases";
import { type Column, columnNames, columns } from "@/lib/terms/table";
import { type StudyRow, studyColumns, studyFeatures } from "./columns";
import { PinBar } from "./pin-bar";
import { StudyRows } from "./study-rows";
import { TableTools } from "./table-tools";
import { useNotes } from "./use-notes";
import { usePins } from "./use-pins";
import { useTableState } from "./use-table-state";

/** A group of rows with its heading; a folded one shows its number and opens with one tap. */
export type RowGroup<Id extends string> = { id: Id; title: string; meaning: string; isFolded: boolean };

type Props<Id extends string> = {
  caption: string;
  rows: StudyRow[];
  groups: RowGroup<Id>[];
  groupOf: (row: StudyRow) => Id;
  /** every sheet of the library, so that a pinned one has its name though no row holds it */
  studies: ReadonlyMap<string, StudyRecord>;
  fragment: string;
  /** columns that have nothing to say here */
  omit?: readonly Column[];
};

const none: readonly Column[] = [];
const noneOpen: ReadonlySet<string> = new Set();

/** Studies as a table on a wide screen and as a list of the same facts on a narrow one: sorted, filtered, searched. */
export function StudiesTable<Id extends string>(props: Props<Id>) {
  const { caption, rows, groups, groupOf, studies, omit = none } = props;
  const { table: asked, problem, change } = useTableState();
  const { pins, toggle } = usePins();
  const [opened, setOpened] = useState(noneOpen);
  const [unfolded, setUnfolded] = useState(noneOpen);

  // What is typed and tapped shows at once; the rows follow when the browser has time for them.
  const search = useDeferredValue(asked.search);
  const filters = useDeferredValue(asked.filters);
  const sort = useDeferredValue(asked.sort);
  const fragment = useDeferredValue(props.fragment);
  const notes = useNotes(asked.search !== "");
  const found = useMemo(() => {
    const notesOf = (id: string) => (typeof notes === "string" ? "" : notes[id]);
    return rows.filter(({ study }) => isAskedFor(filters, study) && hasWords(search, study, notesOf(study.id)));
  }, [rows, filters, search, notes]);

  const sorting = useMemo<SortingState>(() => (sort ? [{ id: sort.column, desc: sort.isDescending }] : []), [sort]);
  const table = useTable({
    features: studyFeatures,
    columns: studyColumns,
    data: found,
    getRowId: ({ study }) => study.id,
    state: { sorting },
    onSortingChange: (update) => {
      const [first] = typeof update === "function" ? update(sorting) : update;
      const column = columns.find((name) => name === first?.id);
      change({ sort: first && column ? { column, isDescending: first.desc } : null });
    },
  });
  const available = columns.filter((column) => !omit.includes(column));
  const shown = useMemo(
    () => columns.filter((name) => !omit.includes(name) && (name === "study" || asked.columns.includes(name))),
    [omit, asked.columns],
  );
  const headers = (table.getHeaderGroups()[0]?.headers ?? []).filter(({ id }) => (shown as string[]).includes(id));
  const body = table.getRowModel().rows;
  const open = useCallback((id: string) => setOpened((before) => toggled(before, id)), []);

  return (
    <div>
      {problem && <Notice title="The filters of this link could not be read">{problem}</Notice>}
      <PinBar studies={studies} />
      <TableTools
        asked={asked}
        onChange={change}
        available={available}
        isSearchPartial={notes === "failed"}
        status={`${
          found.length === rows.length
            ? counted(rows.length, "study", "studies")
            : `${found.length} of ${counted(rows.length, "study", "studies")}`
        }. ${sort ? `Sorted by ${columnNames[sort.column]}, ${sort.isDescending ? "highest" : "lowest"} first, within each group.` : ""}`}
      />
      <table className="w-full table-fixed border-collapse text-sm max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col" className="w-22">
              <span className="sr-only">Open and pin</span>
            </th>
            {headers.map((header) => (
              <th
                key={header.id}
                scope="col"
                aria-sort={sortStates[String(header.column.getIsSorted()) as keyof typeof sortStates]}
                className={`border-b-2 border-edge p-0 text-left align-bottom ${widths[header.id] ?? ""}`}
              >
                <button
                  type="button"
                  onClick={header.column.getToggleSortingHandler()}
                  className="min-h-11 w-full px-2 py-1 text-left font-bold hover:bg-accent-soft"
                >
                  <table.FlexRender header={header} />
                  <span aria-hidden="true">
                    {" "}
                    {sortSigns[String(header.column.getIsSorted()) as keyof typeof sortSigns]}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const members = body.filter(({ original }) => groupOf(original) === group.id);
          if (members.length === 0) return null;
          const isOpen = !group.isFolded || unfolded.has(group.id);
          return (
            <tbody key={group.id} className="max-md:block">
              <tr className="max-md:block">
                <th
                  scope="rowgroup"
                  colSpan={headers.length + 1}
                  className="bg-accent-soft px-2 py-2 text-left font-normal max-md:block"
                >
                  <strong>
                    {group.title} ({members.length})
                  </strong>{" "}
                  <span className="text-quiet">{group.meaning}</span>
                  {group.isFolded && (
                    <Button
                      className="ml-2"
                      aria-expanded={isOpen}
                      onClick={() => setUnfolded(toggled(unfolded, group.id))}
                    >
                      {isOpen ? "Hide" : "Show"} {counted(members.length, "study", "studies")}
                    </Button>
                  )}
                </th>
              </tr>
              {isOpen &&
                members.map(({ id, original }) => (
                  <StudyRows
                    key={id}
                    row={original}
                    fragment={fragment}
                    columns={shown}
                    isOpen={opened.has(id)}
                    isPinned={pins.includes(id)}
                    onOpen={open}
                    onPin={toggle}
                  />
                ))}
            </tbody>
          );
        })}
      </table>
      {found.length === 0 && rows.length > 0 && (
        <p className="my-3">No study here is what was asked for. Take a word or a filter away to see more.</p>
      )}
    </div>
  );
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** What a column needs to be read without breaking words; the rest of the width goes to matches and results. */
const widths: Record<string, string> = {
  study: "w-36",
  design: "w-28",
  patients: "w-24",
  regimen: "w-40",
  year: "w-16",
  reads: "w-32",
};

const sortStates = { asc: "ascending", desc: "descending", false: "none" } as const;
const sortSigns = { asc: "▲", desc: "▼", false: "" } as const;
