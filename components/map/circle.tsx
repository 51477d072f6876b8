import { boxSize, layOutCircle } from "@/lib/plots/map-circle";
import type { Level } from "@/lib/study/kind";

type Props = { patients: number; level: Level; className?: string };

/** The patients of a cell as a circle. It is drawn for the eye; whatever holds it says the same in words. */
export function Circle({ patients, level, className = "size-9" }: Props) {
  const { radius, fill, ring } = layOutCircle(patients, level);
  const middle = boxSize / 2;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${boxSize} ${boxSize}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      className={`shrink-0 text-accent ${className}`}
    >
      <circle cx={middle} cy={middle} r={radius} fill={fill === "full" ? "currentColor" : "none"} />
      {fill === "half" && (
        <path d={`M${middle - radius} ${middle}a${radius} ${radius} 0 0 0 ${2 * radius} 0z`} fill="currentColor" />
      )}
      {ring !== null && <circle cx={middle} cy={middle} r={ring} />}
    </svg>
  );
}
