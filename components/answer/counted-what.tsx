import { useId, useState } from "react";
import { SourceWithLocator } from "@/components/figure/source-with-locator";
import { type LeadText, listDefinitions } from "@/lib/answer/cell-text";
import type { Lead } from "@/lib/answer/cells";

type Props = Pick<LeadText, "what" | "counted"> & {
  lead: Lead;
  /** what else belongs to the definition: further comparisons of the figure */
  notes?: readonly string[];
};

/** What was counted, with a sign that opens its definition, whom it counts, and where it was read. */
export function CountedWhat({ what, counted, lead, notes = [] }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const lastSpace = what.lastIndexOf(" ");
  return (
    <>
      <p className="text-xs @max-2xl:leading-tight @2xl:text-sm @2xl:leading-snug">
        {what.slice(0, lastSpace + 1)}
        {/* The sign never stands on a line of its own. */}
        <span className="whitespace-nowrap">
          {what.slice(lastSpace + 1)}
          <button
            type="button"
            aria-label={`Definition and source: ${counted}`}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
            className="relative -my-1.5 ml-0.5 inline-flex size-6 items-center justify-center align-middle text-accent pointer-coarse:after:absolute pointer-coarse:after:-inset-x-2.5 pointer-coarse:after:-inset-y-1.5"
          >
            <span
              aria-hidden="true"
              className="flex size-4 items-center justify-center rounded-full border text-xs/none font-bold italic"
            >
              i
            </span>
          </button>
        </span>
      </p>
      <div id={id} hidden={!isOpen} className="my-1 border-l-2 border-edge pl-2 text-xs wrap-anywhere">
        {isOpen &&
          lead.cases.map(({ found, figure }) => (
            <p key={found.study.id}>
              {lead.cases.length > 1 && <strong>{found.name}. </strong>}
              {listDefinitions(found, figure).join(" ")} <SourceWithLocator {...figure} />
            </p>
          ))}
        {isOpen && notes.map((note) => <p key={note}>{note}</p>)}
      </div>
    </>
  );
}
