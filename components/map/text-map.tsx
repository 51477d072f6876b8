import type { ReactNode } from "react";
import { mapViews, type ShareThreshold } from "@/lib/browse/map-state";
import { getQuestion } from "@/lib/case/questions";
import { getCellKind, type MapCell, outcomeColumns } from "@/lib/plots/map-layout";
import type { Feature } from "@/lib/vocabulary/feature";
import { CellLink } from "./cell-card";
import { countPatients, countStudies, mapCaptions } from "./cell-words";
import type { MapProps } from "./circle-map";

/** Features by outcomes in words and numbers: every cell is the way to its studies. */
export function OutcomeText({ rows, reach, isOfPatient }: MapProps) {
  return (
    <TextTable
      label={`${mapViews.outcomes}, as text`}
      columns={outcomeColumns.map(({ name }) => name)}
      rows={rows}
      reach={reach}
      isOfPatient={isOfPatient}
    >
      {mapCaptions.outcomes}
    </TextTable>
  );
}

/** Pairs of features in words and numbers. */
export function PairText({ rows, reach, isOfPatient }: MapProps) {
  return (
    <TextTable
      label={`${mapViews.pairs}, as text`}
      columns={rows.slice(0, -1).map(({ feature }) => getQuestion(feature).label)}
      rows={rows.slice(1)}
      reach={reach}
      isOfPatient={isOfPatient}
      isUpright
    >
      {mapCaptions.pairs}
    </TextTable>
  );
}

type TableProps = MapProps & {
  label: string;
  columns: readonly string[];
  /** names of columns stand upright on paper, which is too narrow for many side by side */
  isUpright?: boolean;
  children: ReactNode;
};

function TextTable({ label, columns, rows, reach, isOfPatient, isUpright = false, children }: TableProps) {
  return (
    <Scrolled label={label}>
      <table className="w-full border-collapse text-sm">
        <Caption>{children}</Caption>
        <thead>
          <tr>
            <th scope="col" className={`${inView} border-b-2 border-edge text-left align-bottom print:p-0.5`}>
              Feature
            </th>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className="min-w-24 border-b-2 border-edge p-2 text-left align-bottom print:min-w-0 print:p-0.5"
              >
                <span
                  className={isUpright ? "print:inline-block print:rotate-180 print:[writing-mode:vertical-rl]" : ""}
                >
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ feature, cells }) => (
            <tr key={feature} className="break-inside-avoid">
              <RowHead feature={feature} isMarked={isOfPatient(feature)} />
              {cells.map((cell) => (
                <td key={`${cell.features.join()} ${cell.domain}`} className="border border-line p-0 print:p-0.5">
                  <TextCell cell={cell} reach={reach} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/**
 * A map wider than the screen scrolls within itself, by finger and by arrow keys; on paper it is complete. The names of its
 * rows stay in view and never cover the cell that has the focus.
 */
function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard
      tabIndex={0}
      // A browser is content with a few pixels of what the keyboard reaches. A tap moves nothing: it would miss.
      onFocus={({ target }) => {
        if (target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
      }}
      className="relative scroll-pl-[min(10rem,50vw)] overflow-x-auto rounded-md border border-line bg-surface print:overflow-visible print:border-0 print:[--text-sm:6.5pt] print:[--text-xs:6pt]"
    >
      {children}
    </section>
  );
}

/** What the cells count. It stays in view while the map scrolls sideways. */
function Caption({ children }: { children: ReactNode }) {
  return (
    <caption className="text-left text-quiet">
      <span className="sticky left-0 inline-block max-w-[min(100%,calc(100vw-3rem))] p-2 print:max-w-none print:px-0">
        {children}
      </span>
    </caption>
  );
}

/** The first column, which stays where it is while the others scroll by. */
const inView =
  "sticky left-0 max-w-[min(9rem,45vw)] min-w-[min(9rem,45vw)] bg-surface p-2 not-print:wrap-anywhere print:static print:min-w-0";

function RowHead({ feature, isMarked }: { feature: Feature; isMarked: boolean }) {
  return (
    <th scope="row" className={`${inView} border-b border-line text-left print:p-0.5`}>
      {getQuestion(feature).label}
      {isMarked && <span className="block text-xs font-normal text-accent print:hidden">this patient</span>}
    </th>
  );
}

/** How many studies and patients; a gap says so in a word. */
function TextCell({ cell, reach }: { cell: MapCell; reach: ShareThreshold }) {
  const kind = getCellKind(cell);
  if (kind === "blank") return <span className="sr-only">cannot be</span>;
  if (kind === "gap") return <span className="block p-2 text-quiet">none</span>;
  return (
    <CellLink
      cell={cell}
      reach={reach}
      className="flex min-h-11 flex-col justify-center px-2 py-1 hover:bg-accent-soft print:min-h-0 print:p-0 print:no-underline"
    >
      <strong>{countStudies(cell)}</strong>
      <span className="text-xs">{countPatients(cell)}</span>
    </CellLink>
  );
}
