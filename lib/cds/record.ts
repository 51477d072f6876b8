import { getMember, getString, isResource, toList } from "@/lib/fhir/json";
import { type RecordKey, recordKeys } from "./services";

/** The parts of a record that came, and those that did not: null, failed, or not of the form that was asked for. */
export type ReceivedRecord = {
  parts: Partial<Record<RecordKey, unknown>>;
  missing: RecordKey[];
  /** parts of which only the first page came */
  partial: RecordKey[];
};

/** Sorts what was received. A part that is null or an OperationOutcome is unknown, and never empty. */
export function sortRecord(received: { [key: string]: unknown }): ReceivedRecord {
  const parts: ReceivedRecord["parts"] = {};
  for (const key of recordKeys) {
    const part = Object.hasOwn(received, key) ? received[key] : undefined;
    if (isResource(part) && part.resourceType === (key === "patient" ? "Patient" : "Bundle")) parts[key] = part;
  }
  return {
    parts,
    missing: recordKeys.filter((key) => parts[key] === undefined),
    partial: recordKeys.filter((key) => getNextPage(parts[key]) !== null),
  };
}

/** The address of the next page of a search; null where this is the last. */
export function getNextPage(bundle: unknown): string | null {
  const next = toList(getMember(bundle, "link")).find((link) => getMember(link, "relation") === "next");
  return getString(getMember(next, "url"));
}
