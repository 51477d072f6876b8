import type { Answer } from "@/lib/answer/answer";
import { isWide, StripCell } from "./strip-cell";

/** The figures that matter, a cell a domain, good beside bad; nothing where nobody describes the patient. */
export function FindingsStrip({ answer }: { answer: Answer }) {
  const { cells, describing } = answer;
  if (cells.length === 0) return null;
  // The last cell takes what is left of its row, so that no empty field stands beside it.
  const columns = cells.reduce((sum, cell) => sum + (isWide(cell) ? 2 : 1), 0);
  return (
    <div
      className={`mt-3 grid grid-cols-2 gap-px border border-line bg-line *:last:col-[auto/-1] max-[23rem]:grid-cols-1 ${columns > 4 ? "xl:grid-cols-5" : "xl:grid-cols-4"}`}
    >
      {cells.map((cell) => (
        <StripCell key={`${cell.domain} ${cell.timing}`} cell={cell} describing={describing} />
      ))}
    </div>
  );
}
