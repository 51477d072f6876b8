import { useEffect, useState } from "react";
import { fetchData } from "./fetch-data";

/** The text of every sheet that its summary leaves out, by id; or why they are not there. */
export type Notes = Readonly<Record<string, string>> | "not-asked" | "loading" | "failed";

let request: Promise<Record<string, string>> | undefined;

function fetchNotes(): Promise<Record<string, string>> {
  request ??= fetchData<{ library: string; notes: Record<string, string> }>("/studies/search.json")
    .then(({ notes }) => notes)
    .catch((reason) => {
      request = undefined;
      throw reason;
    });
  return request;
}

/**
 * The notes, labels and further authors of all sheets, for the search. All are fetched at once when
 * somebody first searches, so that what is looked for stays on the device.
 */
export function useNotes(isSearching: boolean): Notes {
  const [notes, setNotes] = useState<Notes>("not-asked");
  useEffect(() => {
    if (!isSearching) return;
    let isLeft = false;
    fetchNotes().then(
      (read) => !isLeft && setNotes(read),
      () => !isLeft && setNotes("failed"),
    );
    return () => {
      isLeft = true;
    };
  }, [isSearching]);
  return isSearching && notes === "not-asked" ? "loading" : notes;
}
