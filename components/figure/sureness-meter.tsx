import type { Sure } from "@/lib/answer/reply";

const boxes = [1, 2, 3, 4] as const;

/** How sure an answer is, as boxes filled from the left. They are drawn, not backgrounds, so that they print. */
export function SurenessMeter({ sure }: { sure: Sure }) {
  return (
    <svg
      viewBox="0 0 58 14"
      role="img"
      aria-label={`Step ${sure} of ${boxes.length}`}
      className="inline-block h-[0.9em] w-auto shrink-0 stroke-ink"
      strokeWidth={1.5}
    >
      {boxes.map((box, place) => (
        <rect
          key={box}
          x={1 + 14.5 * place}
          y={1}
          width={11}
          height={12}
          className={box <= sure ? "fill-ink" : "fill-none"}
        />
      ))}
    </svg>
  );
}
