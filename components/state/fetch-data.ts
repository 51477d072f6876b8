import { offerOtherVersion } from "./saved-copy";

/** Why a file of the library is not there: it could not be had, or what was had is of another library than the page. */
export type Failure = "failed" | "other-library";

class OtherLibrary extends Error {}

/**
 * Fetches a file of the library that this page shows. Once there is a new version, on the server or in another tab, the
 * file belongs to that one: its figures could contradict those on the page.
 */
export async function fetchData<Data extends { library: string }>(path: string, init: RequestInit = {}): Promise<Data> {
  const reply = await fetch(path, init);
  // What the file holds was checked by its schema when it was built.
  const data: Data | undefined = reply.ok ? await reply.json() : undefined;
  if (data && data.library === document.documentElement.dataset.library) return data;
  // a page asks only for what its own library has: what is not found has been taken out since
  if (!data && reply.status !== 404) throw new Error(`fetchData: ${path} answered ${reply.status}.`);
  offerOtherVersion();
  throw new OtherLibrary(`fetchData: ${path} is not of the library of this page.`);
}

/** What a fault in fetching means to a reader. */
export function getFailure(fault: unknown): Failure {
  return fault instanceof OtherLibrary ? "other-library" : "failed";
}
