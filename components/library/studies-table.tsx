import { type CSSProperties, useDeferredValue, useMemo } from "react";
import { DeferCaseLinks } from "@/components/state/case-provider";
import { useNotes } from "@/components/state/use-notes";
import { usePins } from "@/components/state/use-pins";
import { useTableState } from "@/components/state/use-table-state";
import { Notice } from "@/components/ui/notice";
import type { Column } from "@/lib/browse/table-state";
import { pluralise } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { ColumnHeader } from "./column-header";
import { type CellGroup, getSortName, groupIntoCells, type StudyColumn } from "./columns";
import { describeFilters } from "./describe-filters";
import { ExportPanel, getExportTitle } from "./export-menu";
import { PinProblem } from "./pin-problem";
import { type RowGroup, StudyGroups } from "./study-groups";
import type { Grouping, StudyRow } from "./study-row";
import { TableToolbar } from "./table-toolbar";
import { useStudyTable } from "./use-study-table";

type Props = {
  caption: string;
  rows: StudyRow[];
  /** the groups of the rows in their order, and the column whose values are their ids */
  groups: readonly RowGroup[];
  groupBy: Grouping;
  /** every study of the library, so that a pinned one has its name though no row is about it */
  studies: ReadonlyMap<string, StudySummary>;
  /** columns that have nothing to say here */
  omit?: readonly Column[];
};

const none: readonly Column[] = [];

/** Studies as a table on a wide screen and as a list of the same facts on a narrow one: sorted, filtered, searched. */
export function StudiesTable({ caption, rows, groups, groupBy, studies, omit = none }: Props) {
  const { state, problem, change } = useTableState();
  const { pins, toggle } = usePins();
  const notes = useNotes(state.search !== "");

  // What is typed and tapped shows at once; the rows follow when the browser has time for them.
  const drawn = useDeferredValue(state);
  const table = useStudyTable({ rows, groupBy, omit, state: drawn, notes, change });
  const found = table.getFilteredRowModel();
  const listed = useMemo(() => {
    const { rowsById } = table.getFilteredRowModel();
    const groupRows = table.getRowModel().rows;
    return groups.flatMap(({ id }) =>
      (groupRows.find(({ groupingValue }) => groupingValue === id)?.subRows ?? [])
        .filter((row) => row.id in rowsById)
        .map(({ original }) => original.study),
    );
  }, [table, groups]);

  const cells = groupIntoCells(table.getVisibleLeafColumns(), (column) => column);
  const sheets = useMemo(() => rows.map(({ study }) => study), [rows]);
  const all = pluralise(rows.length, "study", "studies");
  const sorted = table.getAllLeafColumns().find((column) => column.getIsSorted());
  // All that is announced is of the rows as they are drawn: the filters of this moment belong to another number.
  const filtered = describeFilters(drawn.filters);

  return (
    <div>
      {problem && <Notice title="The filters of this link could not be read">{problem}</Notice>}
      <PinProblem studies={studies} />
      <TableToolbar
        table={table}
        state={state}
        studies={sheets}
        found={found.rows.length}
        isSearchPartial={notes === "failed"}
        status={`${found.rows.length === rows.length ? all : `${found.rows.length} of ${all}`}. ${
          sorted
            ? `Sorted by ${getSortName(sorted)}, ${sorted.getIsSorted() === "desc" ? "highest" : "lowest"} first, within each group.`
            : ""
        }`}
        filtered={filtered.length > 0 ? `Filtered: ${filtered.join("; ")}.` : ""}
        actions={
          listed.length === 0
            ? null
            : { title: getExportTitle({ studies: listed }), panel: <ExportPanel studies={listed} rows={rows} /> }
        }
      />
      {/* The roles are written out: without the layout of a table, some browsers take its roles away. */}
      <table
        role="table"
        className="block w-full table-fixed border-collapse text-sm wide:print:table print:[--text-sm:7.5pt] print:[--text-xs:7pt]"
        style={{ "--columns": [actionsWidth, ...cells.map(getTrack)].join(" ") } as CSSProperties}
      >
        <caption className="sr-only">{caption}</caption>
        <thead
          role="rowgroup"
          className="block bg-surface narrow:sr-only wide:not-print:sticky wide:not-print:top-0 wide:not-print:z-1 wide:print:table-header-group"
        >
          <tr role="row" className="grid [grid-template-columns:var(--columns)] items-end wide:print:table-row">
            <th role="columnheader" scope="col" className="self-stretch border-b-2 border-edge print:w-0">
              <span className="sr-only">Open and pin</span>
            </th>
            {cells.map((cell) => (
              <ColumnHeader key={cell.id} cell={cell} onSort={table.setSorting} />
            ))}
          </tr>
        </thead>
        <DeferCaseLinks>
          <StudyGroups table={table} groups={groups} pins={pins} onPin={toggle} />
        </DeferCaseLinks>
      </table>
      {found.rows.length === 0 && rows.length > 0 && (
        <p className="my-3">No study meets the search and the filters. Remove a search word or filter to see more.</p>
      )}
    </div>
  );
}

const actionsWidth = "6.25rem";

/** The width of a cell in the grid: what it needs at least, and its share of what is left. */
function getTrack({ items: [{ columnDef }] }: CellGroup<StudyColumn>): string {
  const { em, share } = columnDef.meta?.width ?? { em: 6, share: 1 };
  return share > 0 ? `minmax(${em}em, ${share}fr)` : `${em}em`;
}
