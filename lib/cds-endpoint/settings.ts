import { z } from "zod";

/** What a hospital sets for its record system, in environment variables. */
export type Settings = {
  /** MYOMATCH_BASE_URL: the public address of this app; null: that of the request */
  baseUrl: string | null;
  /** MYOMATCH_CDS_ISSUERS: the address of the keys (JWKS) of each trusted client, by its issuer; none: no token is asked for */
  issuers: ReadonlyMap<string, string>;
  /** MYOMATCH_FHIR_SERVERS: base addresses from which a record may be read */
  fhirServers: readonly string[];
  /** MYOMATCH_PRIVATE_HOSTS: hosts that may have a private address, and be read without https */
  privateHosts: readonly string[];
};

const issuerList = z.record(z.string().min(1), z.url());

/**
 * Reads the settings anew: they are few, and tests change them.
 * @throws Error that names the variable where one cannot be read: without its settings the service must not answer
 */
export function readSettings(): Settings {
  const { MYOMATCH_BASE_URL, MYOMATCH_CDS_ISSUERS, MYOMATCH_FHIR_SERVERS, MYOMATCH_PRIVATE_HOSTS } = process.env;
  return {
    baseUrl: MYOMATCH_BASE_URL ? readAddress("MYOMATCH_BASE_URL", MYOMATCH_BASE_URL) : null,
    issuers: new Map(Object.entries(readIssuers(MYOMATCH_CDS_ISSUERS))),
    fhirServers: listWords(MYOMATCH_FHIR_SERVERS).map((address) => readAddress("MYOMATCH_FHIR_SERVERS", address)),
    privateHosts: listWords(MYOMATCH_PRIVATE_HOSTS).map((host) => host.toLowerCase()),
  };
}

const listWords = (text = "") => text.split(/\s+/).filter(Boolean);

function readIssuers(text = ""): Record<string, string> {
  if (text.trim() === "") return {};
  try {
    return issuerList.parse(JSON.parse(text));
  } catch {
    throw new Error('MYOMATCH_CDS_ISSUERS is JSON such as {"https://ehr.example": "https://ehr.example/jwks.json"}.');
  }
}

function readAddress(name: string, text: string): string {
  const address = normaliseBase(text);
  if (address === null) throw new Error(`${name} holds an address that is none.`);
  return address;
}

/** A base address in one spelling, without a slash at its end; null for one with a user, a query or a fragment. */
export function normaliseBase(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, search, hash, href } = new URL(text);
  if (!/^https?:$/.test(protocol) || username || password || search || hash || /[?#]/.test(text)) return null;
  return href.replace(/\/+$/, "");
}
