import { isObject } from "@/lib/format/object";
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

/**
 * The searches for a kind, each by its parameters besides the patient; one without any where a kind is not named. Some record
 * systems search observations by code or category only, and a record holds thousands of them.
 */
export type Searches = Partial<Record<ReadKind, Record<string, string>[]>>;

/**
 * Reads what Myomatch uses of one patient's record. A kind that cannot be read is named, and the others are read.
 * @throws LaunchError "record-unreadable" where no kind could be read
 */
export async function readRecord(access: Access, searches: Searches, fetchFrom: typeof fetch): Promise<ReadRecord> {
  const read = await Promise.all(readKinds.map((kind) => readKind(kind, access, searches[kind] ?? [{}], fetchFrom)));
  const failures = read.flatMap(({ failure }) => failure ?? []);
  const resources = read.flatMap((one) => one.resources);
  if (failures.length === readKinds.length && resources.length === 0)
    throw new LaunchError({ kind: "record-unreadable", system: access.system.name });
  return { resources, failures };
}

type ReadOfKind = { resources: Found[]; failure?: ReadFailure };
type Found = Record<string, unknown>;

async function readKind(
  kind: ReadKind,
  access: Access,
  searches: readonly Record<string, string>[],
  fetchFrom: typeof fetch,
): Promise<ReadOfKind> {
  const base = access.issuer.replace(/\/+$/, "");
  const addresses =
    kind === "Patient"
      ? [`${base}/Patient/${access.patient}`]
      : searches.map(
          (search) => `${base}/${kind}?${new URLSearchParams({ patient: access.patient, ...search, _count: "100" })}`,
        );
  const read = await Promise.all(
    addresses.map((address) => readPages(kind, new URL(address), access.token, fetchFrom)),
  );
  const failure = read.flatMap((one) => one.failure ?? [])[0];
  // one search may find again what another found
  const found = new Map(read.flatMap(({ resources }) => resources).map((one) => [one.id ?? one, one]));
  return { resources: [...found.values()], ...(failure && { failure }) };
}

async function readPages(kind: ReadKind, first: URL, token: string, fetchFrom: typeof fetch): Promise<ReadOfKind> {
  const resources: Found[] = [];
  const end = (reason: ReadFailure["reason"]): ReadOfKind => ({ resources, failure: { kind, reason } });
  let address = first;
  for (let pages = 0; pages < mostPages && resources.length < mostResources; pages += 1) {
    const reply = await fetchFrom(address, {
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
    resources.push(...listResources(content).filter((resource): resource is Found => isOfKind(resource, kind)));
    const link = findNextLink(content);
    if (link === null) return { resources };
    // the token goes to the record alone
    if (!URL.canParse(link, first) || new URL(link, first).origin !== first.origin) return end("failed");
    address = new URL(link, first);
  }
  return end("too-many");
}

function isOfKind(value: unknown, kind: string): value is Found {
  return isObject(value) && value.resourceType === kind;
}

function listResources({ entry }: Found): unknown[] {
  return Array.isArray(entry) ? entry.flatMap((one) => (isObject(one) ? [one.resource] : [])) : [];
}

function findNextLink({ link }: Found): string | null {
  const next = Array.isArray(link) ? link.find((one) => isObject(one) && one.relation === "next") : undefined;
  return typeof next?.url === "string" ? next.url : null;
}
