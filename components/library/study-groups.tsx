import { memo, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { pluralise } from "@/lib/format/text";
import { describeSharedSilences } from "@/lib/wording/deviations";
import { groupIntoCells, type StudyTableRow } from "./columns";
import { StudyRows } from "./study-rows";
import type { StudyTable } from "./use-study-table";

/** A group of rows with its heading; a folded one shows its number and opens with one tap. */
export type RowGroup = { id: string; title: string; meaning: string; isFolded: boolean };

type Pinning = { pins: readonly string[]; onPin: (id: string) => boolean };

type Props = Pinning & { table: StudyTable; groups: readonly RowGroup[] };

/** Cells of a row, with the one that opens and pins it. */
function countCells(table: StudyTable): number {
  return groupIntoCells(table.getVisibleLeafColumns(), (column) => column).length + 1;
}

/** The groups of the table in their order, with their rows; one that no row belongs to is left out. */
export const StudyGroups = memo(function StudyGroups({ table, groups, pins, onPin }: Props) {
  const { rowsById } = table.getFilteredRowModel();
  const cellCount = countCells(table);
  const rows = table.getRowModel().rows;
  return groups.map((group) => {
    const row = rows.find(({ groupingValue }) => groupingValue === group.id);
    return (
      row && (
        <StudyGroup
          key={group.id}
          group={group}
          row={row}
          found={rowsById}
          cellCount={cellCount}
          pins={pins}
          onPin={onPin}
        />
      )
    );
  });
});

type GroupProps = Pinning & {
  group: RowGroup;
  /** the row of the group, whose `subRows` are the studies */
  row: StudyTableRow;
  /** the rows that meet the search and the filters, by id */
  found: Readonly<Record<string, StudyTableRow>>;
  /** cells of a row */
  cellCount: number;
};

/**
 * A heading, and a row for each study. A row that is filtered away is hidden and not removed: taking a thousand rows
 * out of the page, and making them anew with the next letter, is what a slow device has no time for.
 */
function StudyGroup({ group, row, found, cellCount, pins, onPin }: GroupProps) {
  const { title, meaning, isFolded } = group;
  const count = row.subRows.filter(({ id }) => id in found).length;
  const isOpen = !isFolded || row.getIsExpanded();
  const shared = useMemo(() => {
    const members = row.subRows.map(({ original }) => original);
    return members[0] ? describeSharedSilences(members, members[0].profile) : "";
  }, [row]);
  return (
    <tbody role="rowgroup" hidden={count === 0} className="block wide:print:table-row-group">
      <tr role="row" className="block wide:print:table-row">
        <th
          role="rowheader"
          scope="rowgroup"
          colSpan={cellCount}
          className="block bg-accent-soft px-2 py-2 text-left font-normal wide:print:table-cell"
        >
          <strong>
            {title} ({count})
          </strong>{" "}
          <span className="text-quiet">{[meaning, shared].filter(Boolean).join(" ")}</span>
          {isFolded && (
            <Button className="ml-2 print:hidden" aria-expanded={isOpen} onClick={() => row.toggleExpanded()}>
              {isOpen ? "Hide" : "Show"} {pluralise(count, "study", "studies")}
            </Button>
          )}
        </th>
      </tr>
      {isOpen &&
        row.subRows.map((study) => (
          <StudyRows
            key={study.id}
            row={study}
            cells={study.getVisibleCells()}
            cellCount={cellCount}
            isHidden={!(study.id in found)}
            isOpen={study.getIsExpanded()}
            isPinned={pins.includes(study.id)}
            onPin={onPin}
          />
        ))}
    </tbody>
  );
}
