"use client";

import { memo, useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Column } from "@/lib/browse/table-state";
import { pluralise } from "@/lib/format/text";
import type { StudyRow } from "./columns";
import { StudyRows } from "./study-rows";

/** A group of rows with its heading; a folded one shows its number and opens with one tap. */
export type RowGroup<Id extends string = string> = { id: Id; title: string; meaning: string; isFolded: boolean };

/** The rows of a group, in their order, with those that were not asked for. */
export type FilledGroup = RowGroup & { members: readonly StudyRow[] };

type Props = {
  groups: readonly FilledGroup[];
  /** ids of the studies that were asked for; the rows of the others stay in the page, hidden */
  found: ReadonlySet<string>;
  columns: readonly Column[];
  pins: readonly string[];
  onPin: (id: string) => boolean;
};

const none: ReadonlySet<string> = new Set();

/**
 * The groups of the table with their rows. A row that is filtered away is hidden and not removed: taking a thousand rows
 * out of the page, and making them anew with the next letter, is what a slow device has no time for.
 */
export const StudyGroups = memo(function StudyGroups({ groups, found, columns, pins, onPin }: Props) {
  const [opened, setOpened] = useState(none);
  const [unfolded, setUnfolded] = useState(none);
  const open = useCallback((id: string) => setOpened((before) => toggled(before, id)), []);
  return groups.map(({ id: group, title, meaning, isFolded, members }) => {
    const count = members.filter(({ study }) => found.has(study.id)).length;
    const isOpen = !isFolded || unfolded.has(group);
    return (
      <tbody key={group} hidden={count === 0} className="block wide:print:table-row-group">
        <tr className="block wide:print:table-row">
          <th
            scope="rowgroup"
            colSpan={columns.length + 1}
            className="block bg-accent-soft px-2 py-2 text-left font-normal wide:print:table-cell"
          >
            <strong>
              {title} ({count})
            </strong>{" "}
            <span className="text-quiet">{meaning}</span>
            {isFolded && (
              <Button
                className="ml-2 print:hidden"
                aria-expanded={isOpen}
                onClick={() => setUnfolded(toggled(unfolded, group))}
              >
                {isOpen ? "Hide" : "Show"} {pluralise(count, "study", "studies")}
              </Button>
            )}
          </th>
        </tr>
        {isOpen &&
          members.map((row) => (
            <StudyRows
              key={row.study.id}
              row={row}
              columns={columns}
              isHidden={!found.has(row.study.id)}
              isOpen={opened.has(row.study.id)}
              isPinned={pins.includes(row.study.id)}
              onOpen={open}
              onPin={onPin}
            />
          ))}
      </tbody>
    );
  });
});

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
