import type { Answer } from "@/lib/answer/answer";
import { describeHarmInShort, describeMethods } from "@/lib/answer/cell-text";
import { groupCells } from "@/lib/answer/cells";
import { findFirstLead } from "@/lib/answer/lead-regimen";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { BottomLines } from "./bottom-lines";
import { PatientsRow } from "./patients-row";
import { StripCell } from "./strip-cell";

/** The figures that matter, a cell a domain, good beside bad; nothing where nobody describes the patient. */
export function FindingsStrip({ answer, className = "" }: { answer: Answer; className?: string }) {
  const { cells, describing } = answer;
  if (cells.length === 0) return null;
  const groups = groupCells(cells);
  const first = findFirstLead(cells);
  const harm = cells.find(({ domain }) => domain === "harm");
  const listLeading = (before: number): StudyAnswer[] =>
    groups
      .slice(0, before)
      .flatMap((group) => group.flatMap(({ lead }) => lead?.cases.map(({ found }) => found) ?? []));
  // Each row is filled, so that no empty field stands beside its last cell.
  return (
    <div className={`@container space-y-2 ${className}`}>
      <div>
        {/* On a phone its cell is below the first screen. Who hears the page hears the cell, and this not as well. */}
        {harm && (
          <p aria-hidden="true" className="mb-0.5 text-xs leading-tight @2xl:hidden">
            {describeHarmInShort(harm, describing, first)}
          </p>
        )}
        <div className="flex flex-wrap gap-px border border-line bg-line">
          {groups.map((group, index) => (
            <StripCell
              key={group[0]?.domain}
              cells={group}
              all={cells}
              describing={describing}
              told={new Set(listLeading(index))}
              first={first}
            />
          ))}
        </div>
        <p className="mt-1 text-xs text-quiet">{describeMethods(cells).join(" ")}</p>
      </div>
      <PatientsRow answer={answer} />
      <BottomLines studies={describing} />
    </div>
  );
}
