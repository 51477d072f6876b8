import { useId, useState } from "react";
import type { ShareThreshold } from "@/lib/browse/map-state";
import { getQuestion } from "@/lib/case/questions";
import { getCellKind, type MapCell, type MapRow, mapGroups } from "@/lib/plots/map-layout";
import type { Feature } from "@/lib/vocabulary/feature";
import { CellCard } from "./cell-card";
import { countPatients, countStudies } from "./cell-words";
import { Circle } from "./circle";

type Props = {
  /** each with the one cell that is shown, in the order of the groups */
  rows: readonly MapRow[];
  reach: ShareThreshold;
  isOfPatient: (feature: Feature) => boolean;
};

/** One column of the map as a list, for narrow screens: a bar for the patients of each row. */
export function RowList({ rows, reach, isOfPatient }: Props) {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ patients }) => patients)));
  return mapGroups.map(({ title, features }) => {
    const shown = features.flatMap((feature) => rows.find((row) => row.feature === feature) ?? []);
    if (shown.length === 0) return null;
    return (
      <section key={title} aria-label={title}>
        <h2 className="mt-4 border-b-2 border-edge font-semibold text-quiet">{title}</h2>
        <ul>
          {shown.flatMap(({ feature, cells: [cell] }) =>
            cell ? (
              <li
                key={feature}
                className={isOfPatient(feature) ? "border-2 border-accent px-1" : "border-b border-line px-1"}
              >
                <Row feature={feature} cell={cell} most={most} reach={reach} isMarked={isOfPatient(feature)} />
              </li>
            ) : (
              []
            ),
          )}
        </ul>
      </section>
    );
  });
}

type RowProps = { feature: Feature; cell: MapCell; most: number; reach: ShareThreshold; isMarked: boolean };

/** A row that has studies opens its card in place; a gap is a dash; what cannot be is blank. */
function Row({ feature, cell, most, reach, isMarked }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const card = useId();
  const name = (
    <span>
      {getQuestion(feature).label}
      {isMarked && <span className="ml-2 text-xs text-accent">this patient</span>}
    </span>
  );
  if (getCellKind(cell) !== "circle" || cell.level === null) {
    return (
      <p className="flex min-h-11 items-center justify-between gap-2 text-sm text-quiet">
        {name}
        {cell.canBe ? (
          <>
            <span aria-hidden="true">–</span>
            <span className="sr-only">none</span>
          </>
        ) : (
          <span className="sr-only">cannot be</span>
        )}
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? card : undefined}
        onClick={() => setOpen(!isOpen)}
        className="block min-h-11 w-full py-1.5 text-left text-sm"
      >
        <span className="flex flex-wrap items-center justify-between gap-x-2">
          {name}{" "}
          <span className="flex items-center text-xs text-quiet">
            <Circle patients={50} level={cell.level} className="mr-1 size-5" />
            {countStudies(cell)}, {countPatients(cell)}
          </span>
        </span>
        <PatientBar patients={cell.patients} most={most} />
      </button>
      {isOpen && (
        <div id={card} className="border-t border-line pb-2 text-sm">
          <CellCard cell={cell} reach={reach} />
        </div>
      )}
    </>
  );
}

/** The patients of a row, on the scale of the largest; the words above it say how many. */
function PatientBar({ patients, most }: { patients: number; most: number }) {
  return (
    <span aria-hidden="true" className="mt-1 block h-2">
      {/* Only a drawing has its width in an attribute. As a style, each of these widths would be in the content policy. */}
      <svg
        width={`${(100 * patients) / most}%`}
        className="block h-full min-w-0.5 bg-accent forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none"
      />
    </span>
  );
}
