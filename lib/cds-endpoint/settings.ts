import { z } from "zod";
import { isLoopback } from "@/lib/smart/settings.mjs";

/** What a hospital sets for its record system, in environment variables. */
export type Settings = {
  /** MYOMATCH_BASE_URL: the public address of this app; null: not known, since the address of a request is not that */
  baseUrl: string | null;
  /** MYOMATCH_CDS_ISSUERS: the address of the keys (JWKS) of each trusted client, by its issuer; none: no token is asked for */
  issuers: ReadonlyMap<string, string>;
  /** MYOMATCH_FHIR_SERVERS: base addresses from which a record may be read */
  fhirServers: readonly string[];
  /** MYOMATCH_PRIVATE_HOSTS: hosts that may have a private address, and be read without https */
  privateHosts: readonly string[];
  /** MYOMATCH_TIME_ZONE: where the patients are, by its name in the IANA database; without it that of the server's clock */
  timeZone: string;
};

const issuerList = z.record(z.string().min(1), z.url());

const variables = [
  "MYOMATCH_BASE_URL",
  "MYOMATCH_CDS_ISSUERS",
  "MYOMATCH_FHIR_SERVERS",
  "MYOMATCH_PRIVATE_HOSTS",
  "MYOMATCH_TIME_ZONE",
] as const;
type Texts = Partial<Record<(typeof variables)[number], string>>;

let lastRead: { texts: Texts; settings: Settings } | null = null;

/**
 * The settings as the environment has them now. They are read again only where one of them has changed: every call asks.
 * @throws Error that names the variable where one cannot be read: without its settings the service must not answer
 */
export function readSettings(): Settings {
  const texts: Texts = {};
  for (const name of variables) {
    const text = process.env[name];
    if (text !== undefined) texts[name] = text;
  }
  const known = lastRead;
  if (known && variables.every((name) => known.texts[name] === texts[name])) return known.settings;
  const settings = readTexts(texts);
  lastRead = { texts, settings };
  return settings;
}

function readTexts(texts: Texts): Settings {
  const privateHosts = listWords(texts.MYOMATCH_PRIVATE_HOSTS).map((host) => host.toLowerCase());
  const { MYOMATCH_BASE_URL: baseUrl } = texts;
  return {
    baseUrl: baseUrl ? readAddress("MYOMATCH_BASE_URL", baseUrl) : null,
    issuers: new Map(Object.entries(readIssuers(texts.MYOMATCH_CDS_ISSUERS, privateHosts))),
    fhirServers: listWords(texts.MYOMATCH_FHIR_SERVERS).map((address) => readAddress("MYOMATCH_FHIR_SERVERS", address)),
    privateHosts,
    timeZone: readTimeZone(texts.MYOMATCH_TIME_ZONE),
  };
}

const listWords = (text = "") => text.split(/\s+/).filter(Boolean);

function readIssuers(text = "", privateHosts: readonly string[] = []): Record<string, string> {
  if (text.trim() === "") return {};
  const issuers = parseIssuers(text);
  for (const [issuer, keys] of Object.entries(issuers)) {
    // Whoever can change the keys on their way can call as this client.
    if (!isSafe(new URL(keys), privateHosts)) {
      throw new Error(
        `MYOMATCH_CDS_ISSUERS: the keys of ${issuer} need an address that begins with https. Only those of this machine and of MYOMATCH_PRIVATE_HOSTS may begin with http.`,
      );
    }
  }
  return issuers;
}

function parseIssuers(text: string): Record<string, string> {
  try {
    return issuerList.parse(JSON.parse(text));
  } catch {
    throw new Error('MYOMATCH_CDS_ISSUERS is JSON such as {"https://ehr.example": "https://ehr.example/jwks.json"}.');
  }
}

function isSafe(url: URL, privateHosts: readonly string[]): boolean {
  if (url.protocol === "https:") return true;
  return url.protocol === "http:" && (isLoopback(url) || privateHosts.includes(getHost(url)));
}

/** The host as MYOMATCH_PRIVATE_HOSTS writes it: in small letters, and an address of IPv6 without its brackets. */
export function getHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").toLowerCase();
}

function readTimeZone(name: string | undefined): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name || undefined }).resolvedOptions().timeZone;
  } catch {
    throw new Error("MYOMATCH_TIME_ZONE is the name of a time zone such as Europe/Berlin.");
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
