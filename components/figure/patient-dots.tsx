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
const marks = {
  benefit: { counted: "filled circle", other: "empty circle" },
  harm: { counted: "crossed circle", other: "small dot" },
  neutral: { counted: "filled square", other: "empty square" },
} as const satisfies Record<Direction, { counted: string; other: string }>;

type MarkName = (typeof marks)[Direction]["counted" | "other"];

type Props = Pick<Figure, "domain" | "direction" | "label" | "events" | "total"> & {
  /** the words beside the picture say what its marks mean */
  isExplained?: boolean;
};

/** The patients of a single study, one mark each, with what the marks mean. One bar where there are too many. */
export function PatientDots({ domain, direction, label, events, total, isExplained = false }: Props) {
  if (total > MAX_DOTS) return <ShareBar events={events} total={total} />;
  const { counted, other } = marks[direction];
  const rows = Math.ceil(total / perRow);
  const width = Math.min(total, perRow) * step;
  const name = `${getCountName(domain, direction)}: ${label}`;
  return (
    <div className="my-1">
      <svg
        role="img"
        aria-label={`${name}, ${events} of ${total} patients, drawn as ${counted}s; all others as ${other}s`}
        viewBox={`0 0 ${width} ${rows * step}`}
        width={width}
        height={rows * step}
        className="h-auto max-w-full"
      >
        {Array.from({ length: total }, (_, patient) => (
          <Mark
            // biome-ignore lint/suspicious/noArrayIndexKey: patients of a count have no other name than their place
            key={patient}
            name={patient < events ? counted : other}
            x={(patient % perRow) * step + step / 2}
            y={Math.floor(patient / perRow) * step + step / 2}
          />
        ))}
      </svg>
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

/** Too many patients for marks: the words beside it say the same, so it is hidden from screen readers. */
function ShareBar({ events, total }: Pick<Props, "events" | "total">) {
  return (
    <div aria-hidden="true" className="my-1 h-3 max-w-60 border border-edge">
      <div
        className="h-full bg-ink forced-colors:bg-[CanvasText] forced-colors:forced-color-adjust-none"
        style={{ width: `${(100 * events) / total}%` }}
      />
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
    case "small dot":
      return <circle cx={x} cy={y} r={1.5} fill="currentColor" />;
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
