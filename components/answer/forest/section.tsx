import { type ReactNode, useRef, useState } from "react";
import { PlotScale, PoolCell } from "@/components/figure/plot-cell";
import { orderForestRows } from "@/lib/answer/forest-order";
import {
  type ForestGroup,
  type ForestRow,
  type ForestSection,
  listStudies,
  partGroups,
} from "@/lib/answer/study-by-study";
import { pluralise } from "@/lib/format/text";
import { formatGroupTitle, sectionNames } from "@/lib/wording/forest-text";
import { describePool, describePoolRow, describeWhyNotPooled } from "@/lib/wording/pool-text";
import { ForestTableRow } from "./forest-rows";
import { cellLook, columnCount, wholeRowLook } from "./looks";
import { OpeningRow } from "./row-parts";
import { useTable } from "./table-state";

type FoldingProps = {
  title: string;
  /** how many studies it holds, and how many report nothing there */
  aside: string;
  isOpenAtFirst: boolean;
  /** what it holds; `focusHead` is for a button in it that disappears once it was used */
  children: (focusHead: () => void) => ReactNode;
};

/** The head of a section, with the button that folds it; what it holds follows only while it is open. */
export function FoldingSection({ title, aside, isOpenAtFirst, children }: FoldingProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const head = useRef<HTMLButtonElement>(null);
  return (
    <>
      <tbody className="@max-3xl:block">
        <tr className={wholeRowLook}>
          <th
            scope="rowgroup"
            colSpan={columnCount}
            className="border-t-2 border-edge text-left font-normal @max-3xl:block"
          >
            <button
              ref={head}
              type="button"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
              className="flex min-h-7 w-full flex-wrap items-center gap-x-2 text-left hover:bg-accent-soft pointer-coarse:min-h-11"
            >
              <span className="font-bold">
                <span aria-hidden="true" className="inline-block w-4">
                  {isOpen ? "▾" : "▸"}
                </span>
                {title}
              </span>{" "}
              <span className="text-xs text-quiet">{aside}</span>
            </button>
          </th>
        </tr>
      </tbody>
      {isOpen && children(() => head.current?.focus())}
    </>
  );
}

/** Rows of a section that are in the open at first; a page of more is not read to its end. */
export const MAX_ROWS = 2;

/**
 * What the studies report in one domain. Harm, like the rest, is open from the start: its first rows in the order of the
 * answer, and the others one press away. In another order all rows are there, or the first would not be the first.
 */
export function DomainSection({ section }: { section: ForestSection }) {
  const { domain, groups } = section;
  const { order } = useTable();
  const [isWhole, setIsWhole] = useState(false);
  const { first, rest } = isWhole || order !== "rank" ? { first: groups, rest: [] } : partGroups(section, MAX_ROWS);
  return (
    <FoldingSection title={sectionNames[domain]} aside={describeExtent(section)} isOpenAtFirst>
      {(focusHead) => (
        <>
          <ScaleRow />
          {first.map((group) => (
            <GroupRows key={identify(group)} group={group} />
          ))}
          {rest.length > 0 && (
            <MoreRow
              rest={rest}
              onOpen={() => {
                setIsWhole(true);
                focusHead();
              }}
            />
          )}
        </>
      )}
    </FoldingSection>
  );
}

/** The way to the rows of a section that are folded away, with how many they are. */
function MoreRow({ rest, onOpen }: { rest: readonly ForestGroup[]; onOpen: () => void }) {
  const rows = rest.flatMap((group) => group.rows);
  const studies = new Set(rows.flatMap(listStudies)).size;
  return (
    <tbody className="@max-3xl:block">
      <tr className={wholeRowLook}>
        <td colSpan={columnCount} className="@max-3xl:block">
          <button
            type="button"
            onClick={onOpen}
            className="min-h-8 font-semibold text-accent underline pointer-coarse:min-h-11"
          >
            Show {pluralise(rows.length, "more row", "more rows")} of {pluralise(studies, "study", "studies")}
          </button>
        </td>
      </tr>
    </tbody>
  );
}

/** The scale of the plots where there is no head of columns that shows it. */
function ScaleRow() {
  const { scale } = useTable();
  if (!scale) return null;
  return (
    <tbody aria-hidden="true" className="@max-3xl:block @3xl:hidden">
      <tr className={wholeRowLook}>
        <td colSpan={columnCount} className="pl-4 text-xs @max-3xl:block">
          <PlotScale isPercent={scale === "percent"} />
        </td>
      </tr>
    </tbody>
  );
}

/** "7 of 25 studies report nothing here" */
function describeExtent({ domain, reporting, silent }: Omit<ForestSection, "groups">): string {
  const all = reporting + silent;
  if (all === 0) return "";
  if (silent === 0) return pluralise(all, "study", "studies");
  const nothing = `${silent} of ${pluralise(all, "study", "studies")} ${silent === 1 ? "reports" : "report"} nothing here`;
  return domain === "harm" ? `${nothing}, which does not mean that there was none` : nothing;
}

/** What tells a group apart: the first result in it. */
function identify({ kind, rows: [first] }: ForestGroup): string {
  return `${kind} ${first ? identifyRow(first) : ""}`;
}

function identifyRow(row: ForestRow): string {
  if (row.kind === "single-cases") return row.cases.map(({ found }) => found.study.id).join();
  return `${row.found.study.id} ${row.kind === "count" ? row.figure.id : row.text.label}`;
}

/** Rows that are read together, under what they have in common, and their pool or why there is none. */
export function GroupRows({ group }: { group: ForestGroup }) {
  const { order } = useTable();
  const title = formatGroupTitle(group);
  const { set } = group;
  const pool = set && describePoolRow(set);
  const reason = set && describeWhyNotPooled(set);
  return (
    <tbody className="@max-3xl:block">
      {title && (
        <tr className={wholeRowLook}>
          <th scope="rowgroup" colSpan={columnCount} className="pt-2 pb-0.5 text-left text-xs @max-3xl:block">
            {title}
            {reason && <span className="font-normal text-quiet"> · {reason}</span>}
          </th>
        </tr>
      )}
      {orderForestRows(group.rows, order).map((row, index, rows) => (
        <ForestTableRow key={identifyRow(row)} row={row} above={rows[index - 1] ?? null} isInSet={set !== null} />
      ))}
      {set && pool && (
        <OpeningRow
          head={(toggle) => (
            <th
              scope="row"
              colSpan={2}
              className={`${cellLook} text-left font-normal @max-3xl:col-start-1 @max-3xl:row-start-1`}
            >
              {toggle(pool.name)}
            </th>
          )}
          detail={() => <p>{describePool(set)}</p>}
        >
          <td className={`${cellLook} @max-3xl:col-start-1 @max-3xl:row-start-2 @max-3xl:pl-4`}>
            {pool.count} patients. {pool.next}
          </td>
          <td className={`${cellLook} whitespace-nowrap @max-3xl:col-start-2 @max-3xl:row-start-1 @max-3xl:text-right`}>
            <strong>{pool.percent}</strong>
          </td>
          <td className={`${cellLook} @max-3xl:col-span-2 @max-3xl:row-start-3 @max-3xl:pl-4`}>
            <PoolCell pool={set.pool} />
          </td>
          <td className={`${cellLook} @max-3xl:col-start-2 @max-3xl:row-start-2 @max-3xl:text-right`}>{pool.range}</td>
        </OpeningRow>
      )}
    </tbody>
  );
}
