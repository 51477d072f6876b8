import { createContext, type ReactNode, useContext } from "react";
import type { StudySummary } from "@/lib/study/summary";

const NumbersContext = createContext<ReadonlyMap<string, number>>(new Map());

/** Gives every part of the sheet the numbers of its references. */
export function ReferenceNumbers({ studies, children }: { studies: readonly StudySummary[]; children: ReactNode }) {
  const numbers = new Map(studies.map(({ id }, index) => [id, index + 1]));
  return <NumbersContext value={numbers}>{children}</NumbersContext>;
}

/** The number under which a study is listed, raised behind its name; nothing for a study that is not listed. */
export function Cited({ study }: { study: Pick<StudySummary, "id"> }) {
  const number = useContext(NumbersContext).get(study.id);
  if (number === undefined) return null;
  return (
    <sup className="text-[0.75em]">
      <span className="sr-only"> reference </span>
      {number}
    </sup>
  );
}
