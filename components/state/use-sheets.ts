import { useCallback, useEffect, useState } from "react";
import type { LibraryFile } from "@/lib/citations/export/json";
import type { Study } from "@/lib/study/schema";
import { type Failure, fetchData, getFailure } from "./fetch-data";

/** Complete sheets, in the order of the request. */
type Sheets = { sheets: Study[] | "loading" | Failure; again: () => void };

/** Sheets already read; they do not change while the page is open. */
const read = new Map<string, Study>();

async function fetchSheet(id: string, signal: AbortSignal): Promise<Study> {
  const known = read.get(id);
  if (known) return known;
  const { studies } = await fetchData<LibraryFile>(`/studies/${id}/sheet.json`, { signal });
  const sheet = studies.find((study) => study.id === id);
  if (!sheet) throw new Error(`fetchSheet: no sheet in the file of ${id}`);
  read.set(id, sheet);
  return sheet;
}

/**
 * Fetches complete sheets on request, because no page sends every sheet to a phone.
 * @param ids the same array as long as the same sheets are meant
 */
export function useSheets(ids: readonly string[]): Sheets {
  const [sheets, setSheets] = useState<Sheets["sheets"]>("loading");
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt fetches again
  useEffect(() => {
    const stop = new AbortController();
    if (!ids.every((id) => read.has(id))) setSheets("loading");
    Promise.all(ids.map((id) => fetchSheet(id, stop.signal))).then(
      (found) => !stop.signal.aborted && setSheets(found),
      (fault) => !stop.signal.aborted && setSheets(getFailure(fault)),
    );
    return () => stop.abort();
  }, [ids, attempt]);

  return { sheets, again: useCallback(() => setAttempt((count) => count + 1), []) };
}
