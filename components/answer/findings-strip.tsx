import type { Answer } from "@/lib/answer/answer";
import { StripCell } from "./strip-cell";

/** The figures that matter, a cell a domain, good beside bad; nothing where nobody describes the patient. */
export function FindingsStrip({ answer }: { answer: Answer }) {
  const { cells, describing } = answer;
  if (cells.length === 0) return null;
  return (
    <div className="mt-3 grid grid-cols-2 gap-px border border-line bg-line max-[23rem]:grid-cols-1 xl:grid-cols-4">
      {cells.map((cell) => (
        <StripCell key={`${cell.domain} ${cell.timing}`} cell={cell} describing={describing} />
      ))}
    </div>
  );
}
