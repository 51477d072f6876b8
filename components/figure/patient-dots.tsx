import type { Figure } from "@/lib/answer/reply";
import { getCountName } from "@/lib/vocabulary/outcomes";

/** Patients up to whom each is one mark; more are one bar, because nobody counts so many marks. */
export const MAX_DOTS = 60;
const perRow = 20;
const step = 12;
const radius = 4;

type Direction = Figure["direction"];

/**
 * How patients are marked, by whether the count is of something hoped for. No mark is in two rows of this list: who died
 * and who survived differ in shape, without colour and on any paper.
 */
export const marks = {
  benefit: { counted: "filled circle", other: "empty circle" },
  harm: { counted: "crossed circle", other: "small dot" },
  neutral: { counted: "filled square", other: "empty square" },
} as const satisfies Record<Direction, { counted: string; other: string }>;

/** The half and the dashed circle stand in rows of what became of each patient only. */
export type MarkName = (typeof marks)[Direction]["counted" | "other"] | "half circle" | "dashed circle";

type Props = Pick<Figure, "domain" | "direction" | "label" | "events" | "total"> & {
  /** the words beside the picture say what its marks mean */
  isExplained?: boolean;
};

/** The patients of a single study, one mark each, with what the marks mean. One bar where there are too many. */
export function PatientDots({ domain, direction, label, events, total, isExplained = false }: Props) {
  if (total > MAX_DOTS) return <ShareBar direction={direction} events={events} total={total} />;
  const { counted, other } = marks[direction];
  const name = `${getCountName(domain, direction)}: ${label}`;
  return (
    <div className="my-1">
      <Marks
        names={Array.from({ length: total }, (_, patient) => (patient < events ? counted : other))}
        label={`${name}, ${events} of ${total} patients, one mark each: ${describeMarks(events, total - events, counted, other)}`}
      />
      {/* The name of the picture says it too. */}
      {!isExplained && (
        <p aria-hidden="true" className="flex flex-wrap gap-x-3 text-xs text-quiet">
          {events > 0 && <Key mark={counted}>{label}</Key>}
          {events < total && <Key mark={other}>all others</Key>}
        </p>
      )}
    </div>
  );
}

/** "the first 19 filled circles, the last 8 empty circles for all others" */
function describeMarks(events: number, others: number, counted: MarkName, other: MarkName): string {
  const of = (mark: MarkName, count: number) => `${count} ${mark}${count === 1 ? "" : "s"}`;
  if (events === 0) return `none of those counted, ${of(other, others)}`;
  return `the first ${of(counted, events)}${others > 0 ? `, the last ${of(other, others)} for all others` : ""}`;
}

/** How a share is filled, by whether it is of something hoped for: what is not differs without colour too. */
const fills: Record<Direction, string> = {
  benefit: "bg-ink forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none",
  harm: "bg-[repeating-linear-gradient(135deg,currentColor_0_2px,transparent_2px_4px)]",
  neutral: "bg-[repeating-linear-gradient(90deg,currentColor_0_2px,transparent_2px_4px)]",
};

/** Too many patients for marks: the words beside it say the same, so it is hidden from screen readers. */
function ShareBar({ direction, events, total }: Pick<Props, "direction" | "events" | "total">) {
  return (
    <div aria-hidden="true" className="my-1 h-2.5 max-w-60 border border-edge">
      <div className={`h-full ${fills[direction]}`} style={{ width: `${(100 * events) / total}%` }} />
    </div>
  );
}

function Key({ mark, children }: { mark: MarkName; children: string }) {
  return (
    <span>
      <svg
        viewBox={`0 0 ${step} ${step}`}
        width={step}
        height={step}
        className="mr-1 inline align-[-0.1em]"
        aria-hidden="true"
      >
        <Mark name={mark} x={step / 2} y={step / 2} />
      </svg>
      {children}
    </span>
  );
}

type MarksProps = {
  /** the mark of each patient, in their order */
  names: readonly MarkName[];
  /** what the picture says; without it the words beside it say the same, and it is hidden from screen readers */
  label?: string;
  /** as large as they can be, however little room there is */
  isFullSize?: boolean;
};

/** Patients as marks of one size, however many there are: a full row of them fills the width there is. */
export function Marks({ names, label, isFullSize = false }: MarksProps) {
  const rows = Math.ceil(names.length / perRow);
  const width = Math.min(names.length, perRow) * step;
  return (
    <svg
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      viewBox={`0 0 ${width} ${rows * step}`}
      style={{ width: isFullSize ? width : `min(${(100 * width) / (perRow * step)}%, ${width}px)` }}
      className="block h-auto"
    >
      {names.map((name, patient) => (
        <Mark
          // biome-ignore lint/suspicious/noArrayIndexKey: patients of a count have no other name than their place
          key={patient}
          name={name}
          x={(patient % perRow) * step + step / 2}
          y={Math.floor(patient / perRow) * step + step / 2}
        />
      ))}
    </svg>
  );
}

/** One mark around a point: black on white or white on black. */
function Mark({ name, x, y }: { name: MarkName; x: number; y: number }) {
  const line = { stroke: "currentColor", strokeWidth: 1.5 };
  switch (name) {
    case "filled circle":
      return <circle cx={x} cy={y} r={radius} fill="currentColor" {...line} />;
    case "empty circle":
      return <circle cx={x} cy={y} r={radius} fill="none" {...line} />;
    case "crossed circle": {
      const reach = radius * Math.SQRT1_2;
      return (
        <g fill="none" {...line}>
          <circle cx={x} cy={y} r={radius} />
          <path d={`M${x - reach} ${y - reach}l${2 * reach} ${2 * reach}m0 ${-2 * reach}l${-2 * reach} ${2 * reach}`} />
        </g>
      );
    }
    case "half circle":
      return (
        <g {...line}>
          <circle cx={x} cy={y} r={radius} fill="none" />
          <path d={`M${x} ${y - radius}a${radius} ${radius} 0 0 0 0 ${2 * radius}z`} fill="currentColor" />
        </g>
      );
    case "dashed circle":
      return <circle cx={x} cy={y} r={radius} fill="none" {...line} strokeDasharray="2.2 1.9" />;
    case "small dot":
      return <circle cx={x} cy={y} r={2} fill="currentColor" />;
    case "filled square":
    case "empty square":
      return (
        <rect
          x={x - radius}
          y={y - radius}
          width={2 * radius}
          height={2 * radius}
          fill={name === "filled square" ? "currentColor" : "none"}
          {...line}
        />
      );
  }
}

/** The mark of one patient, for a line whose words say what it means. */
export function PatientMark({ direction, isCounted }: { direction: Direction; isCounted: boolean }) {
  return (
    <svg
      viewBox={`0 0 ${step} ${step}`}
      width={step}
      height={step}
      aria-hidden="true"
      className="mr-1 inline shrink-0 align-[-0.1em]"
    >
      <Mark name={marks[direction][isCounted ? "counted" : "other"]} x={step / 2} y={step / 2} />
    </svg>
  );
}
