"use client";

import { useTable } from "@tanstack/react-table";
import { Fragment, type ReactNode, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { shortName } from "@/lib/study/cite";
import { counted } from "@/lib/terms/phrases";
import { type StudyRow, studyColumns, studyFeatures } from "./columns";
import { RowDetail } from "./row-detail";

/** A group of rows with its heading; a folded one shows its number and opens with one tap. */
export type RowGroup<Id extends string> = { id: Id; title: string; meaning: string; isFolded: boolean };

type Props<Id extends string> = {
  caption: string;
  rows: StudyRow[];
  groups: RowGroup<Id>[];
  groupOf: (row: StudyRow) => Id;
  /** columns that have nothing to say here */
  omit?: string[];
};

/** Studies as a table on a wide screen and as a list of the same facts on a narrow one. */
export function StudiesTable<Id extends string>({ caption, rows, groups, groupOf, omit = [] }: Props<Id>) {
  const columns = useMemo(() => studyColumns.filter(({ id }) => !omit.includes(id ?? "")), [omit]);
  const table = useTable({
    features: studyFeatures,
    columns,
    data: rows,
    getRowId: ({ study }) => study.id,
    getRowCanExpand: () => true,
  });
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const sorted = headers.find(({ column }) => column.getIsSorted());
  const sortNote = sorted
    ? `Sorted by ${String(sorted.column.columnDef.header)}, ${sorted.column.getIsSorted() === "asc" ? "lowest first" : "highest first"}, within each group.`
    : "";
  const body = table.getRowModel().rows;

  return (
    <div>
      <div className="mb-2 flex flex-wrap items-end justify-between gap-2">
        <p role="status" className="text-sm text-quiet">
          {counted(rows.length, "study", "studies")}. {sortNote}
        </p>
        <label className="flex items-center gap-2 text-sm md:hidden">
          Sort by
          <select
            className="min-h-11 rounded-md border border-edge bg-surface px-2"
            value={sorted?.id ?? ""}
            onChange={({ target }) => {
              const chosen = table.getColumn(target.value);
              if (chosen) chosen.toggleSorting(chosen.getFirstSortDir() === "desc");
              else table.setSorting([]);
            }}
          >
            <option value="">closeness</option>
            {headers.map(({ id, column }) => (
              <option key={id} value={id}>
                {String(column.columnDef.header)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <table className="w-full table-fixed border-collapse text-sm max-md:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-md:sr-only">
          <tr>
            <th scope="col" className="w-11">
              <span className="sr-only">Open</span>
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
                      onClick={() => {
                        const next = new Set(unfolded);
                        if (!next.delete(group.id)) next.add(group.id);
                        setUnfolded(next);
                      }}
                    >
                      {isOpen ? "Hide" : "Show"} {counted(members.length, "study", "studies")}
                    </Button>
                  )}
                </th>
              </tr>
              {isOpen &&
                members.map((row) => (
                  <Fragment key={row.id}>
                    <tr className="border-b border-line align-top hover:bg-accent-soft/40 max-md:relative max-md:block max-md:py-2">
                      <td className="max-md:absolute max-md:top-1 max-md:right-0">
                        <button
                          type="button"
                          aria-expanded={row.getIsExpanded()}
                          aria-label={`${row.getIsExpanded() ? "Close" : "Open"} ${shortName(row.original.study)}: reasons and all outcomes`}
                          onClick={() => row.toggleExpanded()}
                          className="min-h-11 min-w-11 text-accent"
                        >
                          <span aria-hidden="true">{row.getIsExpanded() ? "▾" : "▸"}</span>
                        </button>
                      </td>
                      {row.getAllCells().map((cell) => (
                        <Cell
                          key={cell.id}
                          isName={cell.column.id === "study"}
                          label={String(cell.column.columnDef.header)}
                        >
                          <table.FlexRender cell={cell} />
                        </Cell>
                      ))}
                    </tr>
                    {row.getIsExpanded() && (
                      <tr className="border-b-2 border-edge max-md:block">
                        <td colSpan={headers.length + 1} className="px-2 pb-4 max-md:block md:pl-12">
                          <RowDetail {...row.original} />
                        </td>
                      </tr>
                    )}
                  </Fragment>
                ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

/** What a column needs to be read without breaking words; the rest of the width goes to matches and results. */
const widths: Record<string, string> = {
  study: "w-36",
  design: "w-28",
  patients: "w-24",
  regimen: "w-40",
  year: "w-16",
};

const sortStates = { asc: "ascending", desc: "descending", false: "none" } as const;
const sortSigns = { asc: "▲", desc: "▼", false: "" } as const;

/** A cell; on a narrow screen it says its own column, since the header row is out of sight. */
function Cell({ isName, label, children }: { isName: boolean; label: string; children: ReactNode }) {
  if (isName) {
    return (
      <th scope="row" className="px-2 py-2 text-left font-normal max-md:block max-md:pr-12 max-md:text-base">
        {children}
      </th>
    );
  }
  return (
    <td className="px-2 py-2 max-md:grid max-md:grid-cols-[6.5rem_1fr] max-md:gap-2 max-md:py-0.5">
      <span aria-hidden="true" className="text-xs text-quiet md:hidden">
        {label}
      </span>
      <div>{children}</div>
    </td>
  );
}
