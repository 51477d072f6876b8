import { getMember, getString, isResource, type Resource, toList } from "./json";

/** A resource with the address under which its Bundle names it. */
export type Entry = { resource: Resource; fullUrl: string | null };

/** Resources of one record that are read: more are not one patient's, and would hold up everybody else. */
const MAX_ENTRIES = 20_000;
/** Bundles and lists within each other that are opened: search results and transactions have one level. */
const MAX_DEPTH = 3;

/**
 * The resources of a Bundle, of a list of resources and Bundles, or one resource. Contained resources belong to the
 * resource that contains them, and are no record of the patient's.
 * @returns also how many entries were not read: they are no resource, or stand behind the first 20,000
 */
export function listEntries(input: unknown): { entries: Entry[]; unreadable: number } {
  const entries: Entry[] = [];
  let unreadable = 0;
  const add = (value: unknown, fullUrl: string | null, depth: number) => {
    if (depth > MAX_DEPTH || entries.length >= MAX_ENTRIES) {
      unreadable += 1;
    } else if (Array.isArray(value)) {
      for (const one of value) add(one, null, depth + 1);
    } else if (!isResource(value)) {
      unreadable += 1;
    } else if (value.resourceType === "Bundle") {
      for (const entry of toList(value.entry)) {
        const resource = getMember(entry, "resource");
        if (resource !== undefined) add(resource, getString(getMember(entry, "fullUrl")), depth + 1);
      }
    } else {
      entries.push({ resource: value, fullUrl });
    }
  };
  if (input !== undefined && input !== null) add(input, null, 0);
  return { entries, unreadable };
}

/** What a reference names: a type and id, on a server that it names too or leaves open. */
type Target = { name: string; base: string | null };

/** The address of a server, to be compared. Its scheme is left out: a server behind another may call itself http. */
export function normaliseServer(address: string): string {
  const path = address.trim().replace(/^https?:\/\//i, "");
  return path.replace(/\/+$/, "").replace(/^[^/]+/, (host) => host.toLowerCase());
}

/** Splits "Patient/1" and "https://ehr.example/fhir/Patient/1/_history/2"; null for "urn:uuid:…", "#drug" and the like. */
function splitAddress(address: string): Target | null {
  const found = /^(https?:\/\/.+\/)?([A-Z][A-Za-z]*\/[^/#?]+)$/i.exec(address.replace(/\/_history\/[^/]*$/, ""));
  return found?.[2] ? { name: found[2], base: found[1] ? normaliseServer(found[1]) : null } : null;
}

/** The server that an address names; null where it names none. */
export function getServer(address: string | null): string | null {
  return address === null ? null : (splitAddress(address)?.base ?? null);
}

/** Whether two servers can be the same: one that is not known can be any. */
function isSameServer(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

/**
 * Whether a target of the right name is the one of an entry: Patient/1 of another server is somebody else. A relative
 * reference belongs to the server of the entry that holds it, as FHIR says.
 * @param from the address of the entry that holds the reference
 * @param to the address of the entry that it may lead to
 * @param server the server that was asked for the record, normalised
 */
function isOnServer({ base }: Target, from: string | null, to: string | null, server: string | null): boolean {
  const [own, other] = [getServer(from), getServer(to)];
  return base === null || base === server ? isSameServer(own, other) : isSameServer(base, other ?? own ?? server);
}

/** Whose record is read. */
export type Whose = {
  /** the logical id of the patient */
  id: string;
  /** the address by which a Bundle names the patient; null where none does */
  fullUrl: string | null;
};

/** Whether a reference of an entry ("Patient/1", an absolute address, "urn:uuid:…") leads to a patient. */
export function isReferenceToPatient(
  reference: unknown,
  { fullUrl: from }: Entry,
  { id, fullUrl }: Whose,
  server: string | null,
): boolean {
  const text = getString(getMember(reference, "reference"));
  if (text === null) return false;
  if (text === fullUrl || text === `urn:uuid:${id}`) return true;
  const target = splitAddress(text);
  return target?.name === `Patient/${id}` && isOnServer(target, from, fullUrl, server);
}

/** Finds the resource that a reference of another leads to. One step only, so that circles end. */
export type Follow = (reference: unknown, from: Resource) => Resource | null;

/**
 * Prepares to follow references among the entries, and into what a resource contains.
 * @param server the server that was asked for the record, normalised; null where it is not known
 */
export function createFollow(entries: readonly Entry[], server: string | null = null): Follow {
  const byAddress = new Map<string, Resource>();
  const byName = new Map<string, Entry[]>();
  const fullUrls = new Map(entries.map(({ resource, fullUrl }) => [resource, fullUrl]));
  for (const entry of entries) {
    const { resource, fullUrl } = entry;
    const id = getString(resource.id);
    for (const address of [fullUrl, id && `urn:uuid:${id}`]) {
      if (address && !byAddress.has(address)) byAddress.set(address, resource);
    }
    const name = `${resource.resourceType}/${id}`;
    const known = byName.get(name);
    if (known) known.push(entry);
    else byName.set(name, [entry]);
  }
  return (reference, from) => {
    const text = getString(getMember(reference, "reference"));
    if (text === null) return null;
    if (text.startsWith("#")) {
      return toList(from.contained).find((one): one is Resource => isResource(one) && `#${one.id}` === text) ?? null;
    }
    const exact = byAddress.get(text);
    if (exact) return exact;
    const target = splitAddress(text);
    if (!target) return null;
    const own = fullUrls.get(from) ?? null;
    const found = byName.get(target.name)?.find(({ fullUrl }) => isOnServer(target, own, fullUrl, server));
    return found?.resource ?? null;
  };
}
