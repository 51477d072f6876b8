import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "@/lib/cds/address";
import { parseJson } from "@/lib/cds/json-body";
import { getNextPage, type ReceivedRecord } from "@/lib/cds/record";
import type { HookRequest } from "@/lib/cds/request";
import { asksForNewest, prefetchTemplates, type RecordKey } from "@/lib/cds/services";
import { toList } from "@/lib/fhir/json";
import { isObject } from "@/lib/format/object";
import { getHost, normaliseBase, type Settings } from "./settings";

/** Milliseconds for all of it: a record system waits for the card. */
const TIME_LIMIT_MS = 4000;
/** Bytes of one answer. */
const SIZE_LIMIT = 4_000_000;
/** Pages of one search that are read; of more only these are, and the card says so. */
const MAX_PAGES = 4;

/**
 * Reads what did not come of a record from the FHIR server that the call names, with the token that came with it: missing
 * parts, and the next pages of those of which a first one came. Only from servers that the settings allow; from no
 * private address, but of hosts that they name; no redirect is followed. Nothing of it is kept.
 * @returns the parts that are missing in `received` or came in part only, as far as they could be read
 */
export async function fetchRecord(
  { fhirServer, fhirAuthorization, context }: HookRequest,
  { parts: received, missing, partial }: ReceivedRecord,
  settings: Settings,
): Promise<Partial<Record<RecordKey, unknown>>> {
  const base = fhirServer === undefined ? null : normaliseBase(fhirServer);
  const keys = [...missing, ...partial];
  if (base === null || !settings.fhirServers.includes(base) || keys.length === 0) return {};
  const signal = AbortSignal.timeout(TIME_LIMIT_MS);
  const read = (url: string) => getJson(url, fhirAuthorization?.access_token, settings, signal);
  const parts = await Promise.all(
    keys.map(async (key) => {
      const query = prefetchTemplates[key].replaceAll("{{context.patientId}}", context.patientId);
      const first = received[key] ?? (await read(`${base}/${query}`));
      return [key, asksForNewest(key) ? first : await addPages(first, base, read)] as const;
    }),
  );
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

/** A resource as it is, or a search with its next pages put behind the first. */
async function addPages(first: unknown, base: string, read: (url: string) => Promise<unknown>): Promise<unknown> {
  if (!isObject(first)) return undefined;
  let entries = toList(first.entry);
  let last: { [key: string]: unknown } = first;
  for (let page = 1; page < MAX_PAGES; page += 1) {
    const next = getNextPage(last);
    // A page elsewhere is not of the server that was allowed.
    if (next === null || !isOfServer(next, base)) break;
    const following = await read(next);
    if (!isObject(following) || following.resourceType !== "Bundle") break;
    entries = entries.concat(toList(following.entry));
    last = following;
  }
  return last === first ? first : { ...last, entry: entries };
}

/** Whether an address is the base of a FHIR server, as with next pages like "/fhir?_getpages=1", or lies below it. */
function isOfServer(address: string, base: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}` === base || `${origin}${pathname}`.startsWith(`${base}/`);
}

/** The JSON at an address; undefined where there is none, or it comes too late, is too large, or may not be read. */
function getJson(
  address: string,
  token: string | undefined,
  settings: Settings,
  signal: AbortSignal,
): Promise<unknown> {
  const url = new URL(address);
  const host = getHost(url);
  const mayBePrivate = settings.privateHosts.includes(host);
  const isAllowed = (ip: string) => mayBePrivate || isPublicAddress(ip);
  // A host that is an address is not looked up, so it is checked here.
  if ((isIP(host) !== 0 && !isAllowed(host)) || (url.protocol !== "https:" && !mayBePrivate)) {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    const fail = () => resolve(undefined);
    const headers = {
      accept: "application/fhir+json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const options = { headers, signal, agent: false, lookup: createLookup(isAllowed) } as const;
    const request = (url.protocol === "https:" ? https : http).get(url, options, (response) => {
      if (response.statusCode !== 200) {
        response.destroy();
        return fail();
      }
      const chunks: Buffer[] = [];
      let length = 0;
      response.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (length > SIZE_LIMIT) response.destroy();
        else chunks.push(chunk);
      });
      response.on("end", () => resolve(parseJson(Buffer.concat(chunks).toString("utf8"))));
      response.on("close", fail);
      response.on("error", fail);
    });
    request.on("error", fail);
  });
}

/** Resolves a name to addresses that are allowed: the connection goes to one of these, so a name cannot change meanwhile. */
function createLookup(isAllowed: (ip: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const allowed = error ? [] : addresses.filter(({ address }) => isAllowed(address));
      const [first] = allowed;
      if (!first) callback(error ?? new Error("The address is not allowed."), [], 0);
      else if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
