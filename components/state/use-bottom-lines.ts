import { useEffect, useState } from "react";
import { fetchData } from "./fetch-data";

/** The bottom line of every sheet, by id; or why they are not there. */
type BottomLines = Readonly<Record<string, string>> | "loading" | "failed";

/** Already read; they do not change while the page is open. */
let read: Readonly<Record<string, string>> | null = null;

/**
 * The bottom lines of all sheets, which no page sends to a phone with its studies. All are fetched at once, whatever the
 * case: which sheets are asked for would tell the server of it.
 */
export function useBottomLines(): BottomLines {
  const [lines, setLines] = useState<BottomLines>(read ?? "loading");
  useEffect(() => {
    if (read) return;
    const stop = new AbortController();
    fetchData<{ library: string; bottomLines: Record<string, string> }>("/studies/bottom-lines.json", {
      signal: stop.signal,
    }).then(
      ({ bottomLines }) => {
        read = bottomLines;
        if (!stop.signal.aborted) setLines(bottomLines);
      },
      () => !stop.signal.aborted && setLines("failed"),
    );
    return () => stop.abort();
  }, []);
  return lines;
}
