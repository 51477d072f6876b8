import type { Sure } from "@/lib/answer/reply";

/** Boxes of the meter: one for each step above nobody. */
const steps = [1, 2, 3, 4] as const;
const side = 10;
const gap = 3;

/** How sure the answer can be: as many filled boxes of four as its best design, and the words that say so. */
export function Sureness({ sure, words }: { sure: Sure; words: string }) {
  const width = steps.length * (side + gap) - gap;
  return (
    <p className="flex items-baseline gap-2">
      <svg
        role="img"
        aria-label={`How sure: ${sure} of ${steps.length}`}
        viewBox={`-1 -1 ${width + 2} ${side + 2}`}
        className="h-[0.9em] shrink-0"
      >
        {steps.map((step) => (
          <rect
            key={step}
            x={(step - 1) * (side + gap)}
            y={0}
            width={side}
            height={side}
            fill={step <= sure ? "currentColor" : "none"}
            stroke="currentColor"
            strokeWidth={1.5}
          />
        ))}
      </svg>
      <span>{words}</span>
    </p>
  );
}
