import { getMember, getString, isResource, toList } from "@/lib/fhir/json";
import { asksForNewest, type RecordKey, recordKeys } from "./services";

/** The parts of a record that came, and those that did not: null, failed, or not of the form that was asked for. */
export type ReceivedRecord = {
  parts: Partial<Record<RecordKey, unknown>>;
  missing: RecordKey[];
  /** parts of which only the first page came, or of which the record system says that something was left out */
  partial: RecordKey[];
};

/** Sorts what was received. A part that is null or says nothing but why it failed is unknown, and never empty. */
export function sortRecord(received: { [key: string]: unknown }): ReceivedRecord {
  const parts: ReceivedRecord["parts"] = {};
  for (const key of recordKeys) {
    const part = Object.hasOwn(received, key) ? received[key] : undefined;
    const isOfForm = isResource(part) && part.resourceType === (key === "patient" ? "Patient" : "Bundle");
    if (isOfForm && findGap(part) !== "all") parts[key] = part;
  }
  return {
    parts,
    missing: recordKeys.filter((key) => parts[key] === undefined),
    partial: recordKeys.filter(
      (key) => (getNextPage(parts[key]) !== null && !asksForNewest(key)) || findGap(parts[key]) !== null,
    ),
  };
}

/** The address of the next page of a search; null where this is the last. */
export function getNextPage(bundle: unknown): string | null {
  const next = toList(getMember(bundle, "link")).find((link) => getMember(link, "relation") === "next");
  return getString(getMember(next, "url"));
}

/** Codes of FHIR (issue-type) that say that something is not among the results, even in a mere warning. */
const gapCodes: readonly unknown[] = [
  "security",
  "login",
  "expired",
  "forbidden",
  "suppressed",
  "incomplete",
  "timeout",
  "throttled",
  "too-costly",
];

/**
 * How much of a search was left out, by the outcomes among its entries: some, or all where nothing else is there; null
 * where no outcome says so. A warning of another kind, such as of a parameter that is not known, is no gap.
 */
function findGap(bundle: unknown): "some" | "all" | null {
  const resources = toList(getMember(bundle, "entry")).map((entry) => getMember(entry, "resource"));
  const outcomes = resources.filter((one) => getMember(one, "resourceType") === "OperationOutcome");
  if (!outcomes.some(saysGap)) return null;
  return outcomes.length === resources.length ? "all" : "some";
}

function saysGap(outcome: unknown): boolean {
  const issues = toList(getMember(outcome, "issue"));
  const isGap = (issue: unknown) =>
    ["error", "fatal"].includes(String(getMember(issue, "severity"))) || gapCodes.includes(getMember(issue, "code"));
  return issues.length === 0 || issues.some(isGap);
}
