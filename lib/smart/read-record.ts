import { patience } from "./configuration";
import type { Access } from "./launch";
import { LaunchError, type ReadFailure } from "./problems";
import { type ReadKind, readKinds } from "./scopes";

/** How many resources of one kind are read at most. A record that holds more of them is read in part, and that is said. */
const mostResources = 1000;
/** How many pages of one kind are read at most, however few resources a record system puts on a page. */
const mostPages = 50;

/** What was read of a record: resources as they came, and which kinds could not be read. */
export type ReadRecord = { resources: unknown[]; failures: ReadFailure[] };

/** Parameters of a search besides the patient. */
export type Searches = Partial<Record<ReadKind, Record<string, string>>>;

/**
 * Reads what Myomatch uses of one patient's record. A kind that cannot be read is named, and the others are read.
 * @param searches what narrows the search of a kind, such as the codes of the observations
 * @throws LaunchError "record-unreadable" where no kind could be read
 */
export async function readRecord(access: Access, searches: Searches, fetchFrom: typeof fetch): Promise<ReadRecord> {
  const read = await Promise.all(readKinds.map((kind) => readKind(kind, access, searches[kind] ?? {}, fetchFrom)));
  const failures = read.flatMap(({ failure }) => failure ?? []);
  const resources = read.flatMap((one) => one.resources);
  if (failures.length === readKinds.length && resources.length === 0)
    throw new LaunchError({ kind: "record-unreadable", system: access.system.name });
  return { resources, failures };
}

type ReadOfKind = { resources: unknown[]; failure?: ReadFailure };

async function readKind(
  kind: ReadKind,
  { issuer, patient, token }: Access,
  search: Record<string, string>,
  fetchFrom: typeof fetch,
): Promise<ReadOfKind> {
  const base = issuer.replace(/\/+$/, "");
  const resources: unknown[] = [];
  const end = (reason: ReadFailure["reason"]): ReadOfKind => ({ resources, failure: { kind, reason } });
  let next: URL | null =
    kind === "Patient"
      ? new URL(`${base}/Patient/${patient}`)
      : new URL(`${base}/${kind}?${new URLSearchParams({ patient, ...search, _count: "100" })}`);
  for (let pages = 0; next; pages += 1) {
    if (pages === mostPages || resources.length >= mostResources) return end("too-many");
    const reply = await fetchFrom(next, {
      headers: { Accept: "application/fhir+json", Authorization: `Bearer ${token}` },
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    if (reply?.status === 401 || reply?.status === 403) return end("not-allowed");
    if (reply?.status === 404) return end("not-offered");
    const content: unknown = reply?.ok ? await reply.json().catch(() => null) : null;
    if (isOfKind(content, kind)) return { resources: [content] };
    if (!isOfKind(content, "Bundle")) return end("failed");
    resources.push(...listResources(content).filter((resource) => isOfKind(resource, kind)));
    const link = findNextLink(content);
    if (link === null) return { resources };
    next = URL.canParse(link, base) ? new URL(link, base) : null;
    // the token goes to the record alone
    if (next?.origin !== new URL(base).origin) return end("failed");
  }
  return { resources };
}

function isOfKind(value: unknown, kind: string): value is Record<string, unknown> {
  return isObject(value) && value.resourceType === kind;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function listResources({ entry }: Record<string, unknown>): unknown[] {
  return Array.isArray(entry) ? entry.flatMap((one) => (isObject(one) ? [one.resource] : [])) : [];
}

function findNextLink({ link }: Record<string, unknown>): string | null {
  const next = Array.isArray(link) ? link.find((one) => isObject(one) && one.relation === "next") : undefined;
  return typeof next?.url === "string" ? next.url : null;
}
