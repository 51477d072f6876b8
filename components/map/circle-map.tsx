import { memo, type ReactNode, useMemo } from "react";
import type { ShareThreshold } from "@/lib/browse/map-state";
import { getQuestion } from "@/lib/case/questions";
import { getCellKind, type MapCell, type MapRow, mapGroups, outcomeColumns } from "@/lib/plots/map-layout";
import type { Feature } from "@/lib/vocabulary/feature";
import { CellCard } from "./cell-card";
import { countPatients, countStudies, describeCell, mapCaptions, nameCell } from "./cell-words";
import { Circle } from "./circle";
import { useCellCard } from "./use-cell-card";

/** The rows of a map, and which of them are about the patient of the case. */
export type MapProps = { rows: readonly MapRow[]; reach: ShareThreshold; isOfPatient: (feature: Feature) => boolean };

type CellState = { openKey: string | null; reached: string | null };

/** Features by outcomes as circles, in groups of rows. */
export function OutcomeCircles({ rows, reach, isOfPatient }: MapProps) {
  const rowOf = (feature: Feature) => rows.findIndex((row) => row.feature === feature);
  return (
    <CardArea rows={rows} reach={reach}>
      {(state) => (
        <table className="w-full border-collapse text-sm print:text-[6.5pt]">
          <caption className="sr-only">{mapCaptions.outcomes}</caption>
          <thead>
            <tr className="text-left">
              <th scope="col" className="px-2 text-xs font-normal text-quiet">
                Group
              </th>
              <th scope="col" className="px-2 text-xs font-normal text-quiet">
                Feature
              </th>
              {outcomeColumns.map(({ name }) => (
                <th key={name} scope="col" className="px-2 text-xs whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {mapGroups.map(({ title, features }) => (
            <tbody key={title} className="border-t-2 border-edge">
              {features.map((feature, place) => (
                <tr key={feature} className="break-inside-avoid">
                  {place === 0 && (
                    <th
                      scope="rowgroup"
                      rowSpan={features.length}
                      className="max-w-28 px-2 pt-2 text-left align-top text-quiet"
                    >
                      {title}
                    </th>
                  )}
                  <th
                    scope="row"
                    className={`h-9 px-2 text-left font-normal whitespace-nowrap pointer-coarse:h-11 print:h-5 ${markCell(isOfPatient(feature), false)}`}
                  >
                    <RowName feature={feature} isMarked={isOfPatient(feature)} />
                  </th>
                  {rows[rowOf(feature)]?.cells.map((cell, column) => (
                    <td
                      key={cell.domain ?? "any"}
                      className={`p-0 ${markCell(isOfPatient(feature), cell.domain === "pregnancy-outcome" && isOfPatient("pregnancy"))}`}
                    >
                      <Cell cell={cell} place={`${rowOf(feature)}.${column}`} state={state} look="beside" />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </CardArea>
  );
}

/** Pairs of features as circles: half of a square, with each name once, where its row ends and its column begins. */
export function PairCircles({ rows, reach, isOfPatient }: MapProps) {
  return (
    <CardArea rows={rows} reach={reach}>
      {(state) => (
        <table className="border-collapse text-sm print:text-[6.5pt]">
          <caption className="sr-only">{mapCaptions.pairs}</caption>
          <tbody>
            {rows.map(({ feature, cells }, row) => (
              <tr key={feature} className="break-inside-avoid">
                {cells.map((cell, column) => {
                  const other = rows[column]?.feature;
                  return (
                    <td
                      key={other}
                      headers={`pair-${feature} pair-${other}`}
                      className={`p-0 ${markCell(isOfPatient(feature), other !== undefined && isOfPatient(other))}`}
                    >
                      <Cell cell={cell} place={`${row}.${column}`} state={state} look="below" />
                    </td>
                  );
                })}
                <th
                  id={`pair-${feature}`}
                  scope="row"
                  colSpan={rows.length - row}
                  className="h-10 px-1 text-left font-normal whitespace-nowrap pointer-coarse:h-11 print:h-5"
                >
                  <RowName feature={feature} isMarked={isOfPatient(feature)} />
                </th>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </CardArea>
  );
}

/** The line around the row and the column of this patient, and between all others. */
function markCell(isRowMarked: boolean, isColumnMarked: boolean): string {
  const row = isRowMarked ? "border-y-2 border-y-accent" : "border-y border-y-line";
  const column = isColumnMarked ? "border-x-2 border-x-accent" : "border-x border-x-line";
  return `${row} ${column}`;
}

function RowName({ feature, isMarked }: { feature: Feature; isMarked: boolean }) {
  return (
    <>
      {getQuestion(feature).label}
      {isMarked && <span className="ml-2 text-xs font-normal text-accent print:hidden">this patient</span>}
    </>
  );
}

type CellProps = { cell: MapCell; place: string; state: CellState; look: "beside" | "below" };

/** A cell that has studies is a button with its circle and their number; a gap is a dash; what cannot be is blank. */
function Cell({ cell, place, state, look }: CellProps) {
  const kind = getCellKind(cell);
  if (kind === "circle") {
    return (
      <CircleButton
        cell={cell}
        place={place}
        look={look}
        isOpen={state.openKey === place}
        isReached={state.reached === place}
      />
    );
  }
  return (
    <span className={`block text-quiet w-9 text-center print:w-5`}>
      {kind === "gap" ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">none</span>
        </>
      ) : (
        <span className="sr-only">cannot be</span>
      )}
    </span>
  );
}

type ButtonProps = Omit<CellProps, "state"> & { isOpen: boolean; isReached: boolean };

// Of hundreds of cells two change when another card opens.
const CircleButton = memo(function CircleButton({ cell, place, look, isOpen, isReached }: ButtonProps) {
  const looks = {
    // With the line between two rows a row is 36 px high.
    beside: {
      button: "h-[35px] w-full px-1 pointer-coarse:h-11 print:h-5",
      circle: "size-[35px] print:size-5",
      number: "ml-0.5",
    },
    below: {
      button:
        "h-10 w-9 flex-col justify-center pointer-coarse:h-11 pointer-coarse:w-11 print:h-5 print:w-full print:flex-row",
      circle: "size-[27px] print:size-4",
      number: "text-xs leading-none print:text-[6pt]",
    },
  }[look];
  if (cell.level === null) return null;
  return (
    <button
      type="button"
      data-cell={place}
      tabIndex={isReached ? 0 : -1}
      aria-expanded={isOpen}
      aria-label={`${nameCell(cell)}: ${describeCell(cell)}`}
      className={`flex items-center hover:bg-accent-soft aria-expanded:bg-accent-soft ${looks.button}`}
    >
      <Circle patients={cell.patients} level={cell.level} className={looks.circle} />
      <span aria-hidden="true" className={looks.number}>
        {cell.studies.length}
      </span>
    </button>
  );
});

type AreaProps = Pick<MapProps, "rows" | "reach"> & { children: (state: CellState) => ReactNode };

/** A map with the card of one of its cells. A map wider than the window scrolls within itself. */
function CardArea({ rows, reach, children }: AreaProps) {
  const cells = useMemo(
    () => new Map<string, MapCell>(rows.flatMap((row, r) => row.cells.map((cell, c) => [`${r}.${c}`, cell]))),
    [rows],
  );
  const first = [...cells].find(([, cell]) => getCellKind(cell) === "circle")?.[0] ?? null;
  const { area, card, openKey, isOpenedByReader, reached, handlers, place } = useCellCard();
  const open = openKey === null ? undefined : cells.get(openKey);
  return (
    <div ref={area} className="relative" {...handlers}>
      <div onScroll={place} className="overflow-x-auto rounded-md bg-surface p-1 print:overflow-visible print:p-0">
        {children({ openKey, reached: reached ?? first })}
      </div>
      {open && (
        <section
          ref={card}
          aria-label={`${nameCell(open)}: ${countStudies(open)}`}
          // A click on its words must not move the focus out of the map, which would close it.
          tabIndex={-1}
          className="absolute z-10 max-h-96 w-md overflow-y-auto rounded-md border-2 border-edge bg-surface p-3 text-sm shadow-lg print:hidden"
        >
          <p className="font-semibold">{nameCell(open)}</p>
          <p className="text-xs text-quiet">
            {countStudies(open)}, {countPatients(open)}
          </p>
          <CellCard cell={open} reach={reach} />
          {isOpenedByReader && (
            <p className="text-xs text-quiet pointer-coarse:hidden">
              Arrow keys lead to other cells, Tab into this list, Esc closes it.
            </p>
          )}
        </section>
      )}
    </div>
  );
}
