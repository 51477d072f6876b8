import { useEffect, useSyncExternalStore } from "react";
import type { LibraryData } from "@/lib/answer/library";
import { readSummaryFile, type SummaryFile } from "@/lib/answer/summary-file";
import { listShares } from "@/lib/match/share";
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
    .then(readInSteps)
    .then(setState, (fault) => setState(getFailure(fault)));
}

/** ms after which the browser may answer its reader before the next study is read. */
const stepTime = 20;

/**
 * Reads the summaries, and of each study what it says of each trait, which every answer and table needs: in steps, between
 * which the browser answers its reader, and before anything is drawn.
 */
async function readInSteps(file: SummaryFile): Promise<LibraryData> {
  // making objects of the text was a step of its own
  await pause();
  const data = readSummaryFile(file);
  let end = 0;
  for (const study of data.studies) {
    if (performance.now() >= end) {
      await pause();
      end = performance.now() + stepTime;
    }
    listShares(study);
  }
  return data;
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

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
