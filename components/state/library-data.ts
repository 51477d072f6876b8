import { useEffect, useSyncExternalStore } from "react";
import type { LibraryData } from "@/lib/answer/library";
import { readSummaryFile, type SummaryFile } from "@/lib/answer/summary-file";
import { type Failure, fetchData, getFailure } from "./fetch-data";

type State = LibraryData | "unasked" | "loading" | Failure;

/** Fetched once for all pages: the summaries do not change while a page is open. */
let state: State = "unasked";
const listeners = new Set<() => void>();

function setState(next: State) {
  state = next;
  for (const onChange of listeners) onChange();
}

/** Fetches the summaries of the library, unless they are there or on their way. */
export function fetchLibraryData() {
  if (state === "loading" || typeof state === "object") return;
  setState("loading");
  // a file that cannot be read is one that could not be had: the reader is told, and can try again
  fetchData<SummaryFile>(document.documentElement.dataset.summaries ?? "")
    .then(readSummaryFile)
    .then(setState, (fault) => setState(getFailure(fault)));
}

/**
 * The summaries of the library, from the one file that all pages share; or why they are not there.
 * @param isNeeded false while a page can do without
 */
export function useLibraryData(isNeeded = true): LibraryData | "loading" | Failure {
  useEffect(() => {
    if (isNeeded && state === "unasked") fetchLibraryData();
  }, [isNeeded]);
  const current = useSyncExternalStore<State>(
    subscribe,
    () => state,
    () => "unasked",
  );
  return current === "unasked" ? "loading" : current;
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}
