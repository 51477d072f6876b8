import { useMemo } from "react";
import { type Answer, answerCase } from "@/lib/answer/answer";
import { type LibraryData, prepareLibrary } from "@/lib/answer/library";
import type { IntervalMethod } from "@/lib/stats/interval";
import { useCase } from "./case-provider";

/** The answer to the case of this page, from the library's data that the page was sent. */
export function useAnswer(data: LibraryData, method: IntervalMethod = "wilson"): Answer {
  const { facts } = useCase();
  const library = useMemo(() => prepareLibrary(data), [data]);
  return useMemo(() => answerCase(facts, library, method), [facts, library, method]);
}
