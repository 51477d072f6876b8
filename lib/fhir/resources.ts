import { getMember, getString, isResource, type Resource, toList } from "./json";

/** A resource with the address under which its Bundle names it. */
export type Entry = { resource: Resource; fullUrl: string | null };

/** Resources of one record that are read: more are not one patient's, and would hold up everybody else. */
const MAX_ENTRIES = 20_000;
/** Bundles within Bundles that are opened: search results and transactions have one level. */
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
    if (Array.isArray(value)) {
      for (const one of value) add(one, null, depth + 1);
    } else if (!isResource(value) || depth > MAX_DEPTH || entries.length >= MAX_ENTRIES) {
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

/** Whether a reference ("Patient/1", an absolute address, "urn:uuid:…") leads to a resource of this type and id. */
export function isReferenceTo(reference: unknown, type: string, id: string, fullUrl: string | null): boolean {
  const text = getString(getMember(reference, "reference"));
  if (text === null) return false;
  if (fullUrl !== null && text === fullUrl) return true;
  const path = text.replace(/\/_history\/[^/]*$/, "");
  return path === `${type}/${id}` || path.endsWith(`/${type}/${id}`) || path === `urn:uuid:${id}`;
}

/** Finds the resource that a reference of another leads to. One step only, so that circles end. */
export type Follow = (reference: unknown, from: Resource) => Resource | null;

/** Prepares to follow references among the entries, and into what a resource contains. */
export function createFollow(entries: readonly Entry[]): Follow {
  const byAddress = new Map<string, Resource>();
  for (const { resource, fullUrl } of entries) {
    const id = getString(resource.id);
    for (const address of [fullUrl, id && `${resource.resourceType}/${id}`, id && `urn:uuid:${id}`]) {
      if (address && !byAddress.has(address)) byAddress.set(address, resource);
    }
  }
  return (reference, from) => {
    const text = getString(getMember(reference, "reference"));
    if (text === null) return null;
    if (text.startsWith("#")) {
      return toList(from.contained).find((one): one is Resource => isResource(one) && `#${one.id}` === text) ?? null;
    }
    const path = text.replace(/\/_history\/[^/]*$/, "");
    return byAddress.get(path) ?? byAddress.get(path.split("/").slice(-2).join("/")) ?? null;
  };
}
