import type { Answer } from "@/lib/answer/answer";
import { StripCell } from "./strip-cell";

/** The figures that matter, a cell a domain, good beside bad; nothing where nobody describes the patient. */
export function FindingsStrip({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { cells, describing } = answer;
  if (cells.length === 0) return null;
  // Each row is filled, so that no empty field stands beside its last cell.
  return (
    <div className={`flex flex-wrap gap-px border border-line bg-line ${className}`}>
      {cells.map((cell) => (
        <StripCell key={`${cell.domain} ${cell.timing}`} cell={cell} describing={describing} />
      ))}
    </div>
  );
}
