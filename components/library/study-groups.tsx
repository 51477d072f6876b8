import { memo, startTransition, useEffect, useMemo, useState } from "react";
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

/** Rows that are drawn at once: more than a screen shows, and little enough for a slow phone. */
const STEP = 16;

/** A table that was drawn once is drawn at once again: the browser goes back to where the reader was in it. */
let hasDrawnAll = false;

/** How many rows are drawn by now. All are within moments, a step at a time, so that a slow device answers in between. */
function useGrowingCount(total: number): number {
  const [count, setCount] = useState(hasDrawnAll ? total : STEP);
  useEffect(() => {
    if (count >= total) {
      hasDrawnAll = true;
      return;
    }
    const timer = setTimeout(() => startTransition(() => setCount(count + STEP)));
    return () => clearTimeout(timer);
  }, [count, total]);
  return count;
}

/** The groups of the table in their order, with their rows; one that no row belongs to is left out. */
export const StudyGroups = memo(function StudyGroups({ table, groups, pins, onPin }: Props) {
  const { rowsById } = table.getFilteredRowModel();
  const cellCount = countCells(table);
  const rows = table.getRowModel().rows;
  const found = groups.flatMap((group) => {
    const row = rows.find(({ groupingValue }) => groupingValue === group.id);
    return row ? [{ group, row }] : [];
  });
  const drawn = useGrowingCount(found.reduce((sum, { row }) => sum + row.subRows.length, 0));
  return found.map(({ group, row }, place) => {
    const before = found.slice(0, place).reduce((sum, { row: above }) => sum + above.subRows.length, 0);
    return (
      <StudyGroup
        key={group.id}
        group={group}
        row={row}
        drawn={Math.max(0, Math.min(drawn - before, row.subRows.length))}
        found={rowsById}
        cellCount={cellCount}
        pins={pins}
        onPin={onPin}
      />
    );
  });
});

type GroupProps = Pinning & {
  group: RowGroup;
  /** the row of the group, whose `subRows` are the studies */
  row: StudyTableRow;
  /** how many of them are drawn by now */
  drawn: number;
  /** the rows that meet the search and the filters, by id */
  found: Readonly<Record<string, StudyTableRow>>;
  /** cells of a row */
  cellCount: number;
};

/**
 * A heading, and a row for each study. A row that is filtered away is hidden and not removed: taking a thousand rows
 * out of the page, and making them anew with the next letter, is what a slow device has no time for.
 */
function StudyGroup({ group, row, drawn, found, cellCount, pins, onPin }: GroupProps) {
  const { title, meaning, isFolded } = group;
  const count = row.subRows.filter(({ id }) => id in found).length;
  const isOpen = !isFolded || row.getIsExpanded();
  const shared = useMemo(() => {
    const members = row.subRows.map(({ original }) => original);
    return members[0] ? describeSharedSilences(members, members[0].profile) : "";
  }, [row]);
  return (
    <tbody
      role="rowgroup"
      hidden={count === 0}
      data-loading={(isOpen && drawn < row.subRows.length) || undefined}
      className="block wide:print:table-row-group"
    >
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
        row.subRows
          .slice(0, drawn)
          .map((study) => (
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
