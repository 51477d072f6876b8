/** What the page of a launch was opened for. */
export type LaunchAddress =
  /** by a link of ours, or by hand: the clinician chooses a record system */
  | { kind: "choose" }
  /** from the record of a patient, or with a record system and no patient */
  | { kind: "start"; issuer: string; launch: string | null }
  /** by the record system, with its answer */
  | { kind: "answer"; parameters: URLSearchParams }
  | { kind: "unreadable" };

/**
 * Reads the query string of the page. An answer may name its issuer too (RFC 9207), so `state` decides.
 * @param search with or without its "?"
 */
export function readLaunchAddress(search: string): LaunchAddress {
  const parameters = new URLSearchParams(search);
  // whoever writes one of them twice may want it to be read in two ways
  const isDouble = ["iss", "launch", "state", "code", "error"].some((name) => parameters.getAll(name).length > 1);
  if (isDouble) return { kind: "unreadable" };
  const [issuer, launch] = [parameters.get("iss"), parameters.get("launch")];
  if (parameters.has("state") || parameters.has("code") || parameters.has("error"))
    return parameters.get("state") && (parameters.has("code") || parameters.has("error"))
      ? { kind: "answer", parameters }
      : { kind: "unreadable" };
  if (issuer) return { kind: "start", issuer, launch };
  return launch === null ? { kind: "choose" } : { kind: "unreadable" };
}

/**
 * The query string that opens the page for the same launch, in another window: in a frame, a browser may keep nothing for the
 * page. The launch was not used yet where nothing could be kept of it. "" for all but a start.
 */
export function writeLaunchSearch(address: LaunchAddress): string {
  if (address.kind !== "start") return "";
  const { issuer, launch } = address;
  return `?${new URLSearchParams({ iss: issuer, ...(launch !== null && { launch }) })}`;
}
