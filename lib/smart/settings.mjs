/**
 * A record system that may open Myomatch, as the one who runs the site has entered it.
 * @typedef {object} RecordSystem
 * @property {string} name what clinicians call it
 * @property {string} url the address of its FHIR R4 record, without a slash at the end: the only `iss` that is accepted
 * @property {string} clientId what it calls Myomatch
 * @property {string[]} tokenOrigins where it may give tokens besides the origin of the record
 * @property {string[]} frameOrigins the pages that may show Myomatch in a frame, besides those of the record's origin
 */

/** The environment variable that names them. It is read when the site is built, because its pages are built ahead. */
export const variable = "MYOMATCH_RECORD_SYSTEMS";

const example =
  '[{"name": "Test hospital", "url": "https://fhir.example.org/r4", "clientId": "myomatch", "tokenOrigins": ["https://login.example.org"], "frameOrigins": ["https://record.example.org"]}]';

/**
 * The record systems that the environment names.
 * @param {Record<string, string | undefined>} environment such as `process.env`
 * @returns {RecordSystem[]} none where the variable is absent or empty
 * @throws {Error} a sentence that says which entry is at fault, and how it is written
 */
export function readRecordSystems(environment) {
  const text = environment[variable]?.trim();
  if (!text) return [];
  const list = parse(text);
  if (!Array.isArray(list)) throw fault("It is not a list.");
  const systems = list.map(readSystem);
  const urls = systems.map(({ url }) => url);
  const repeated = urls.find((url, place) => urls.indexOf(url) !== place);
  if (repeated) throw fault(`The address ${repeated} is there twice.`);
  return systems;
}

/**
 * The origins that the page of a launch asks: those of the records, and of their tokens. For `connect-src`.
 * @param {readonly RecordSystem[]} systems
 * @returns {string[]}
 */
export function listConnectOrigins(systems) {
  return listOnce(systems.flatMap(({ url, tokenOrigins }) => [new URL(url).origin, ...tokenOrigins]));
}

/**
 * The origins that may show Myomatch in a frame. For `frame-ancestors`.
 * @param {readonly RecordSystem[]} systems
 * @returns {string[]}
 */
export function listFrameOrigins(systems) {
  return listOnce(systems.flatMap(({ url, frameOrigins }) => [new URL(url).origin, ...frameOrigins]));
}

/**
 * Whether an address is of this machine alone. Only there is a connection without encryption accepted.
 * @param {URL} url
 */
export function isLoopback({ hostname }) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || ["127.0.0.1", "[::1]"].includes(hostname);
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw fault("It is not JSON.");
  }
}

/**
 * @param {unknown} entry
 * @param {number} place
 * @returns {RecordSystem}
 */
function readSystem(entry, place) {
  const where = `Entry ${place + 1}`;
  if (typeof entry !== "object" || entry === null) throw fault(`${where} is not an object.`);
  const {
    name,
    url,
    clientId,
    tokenOrigins = [],
    frameOrigins = [],
    ...others
  } = /** @type {Record<string, unknown>} */ (entry);
  const [unknown] = Object.keys(others);
  if (unknown) throw fault(`${where} has "${unknown}", which is not known.`);
  if (typeof name !== "string" || name.trim() === "") throw fault(`${where} has no "name".`);
  if (typeof clientId !== "string" || clientId === "") throw fault(`${where} has no "clientId".`);
  const record = readUrl(url);
  if (!record || record.search || record.hash) throw fault(`The "url" of entry ${place + 1} is not an https address.`);
  return {
    name: name.trim(),
    url: record.href.replace(/\/+$/, ""),
    clientId,
    tokenOrigins: readOrigins(tokenOrigins, `"tokenOrigins" of entry ${place + 1}`),
    frameOrigins: readOrigins(frameOrigins, `"frameOrigins" of entry ${place + 1}`),
  };
}

/**
 * @param {unknown} list
 * @param {string} where
 * @returns {string[]}
 */
function readOrigins(list, where) {
  if (!Array.isArray(list)) throw fault(`${where} is not a list.`);
  return list.map((text) => {
    const url = readUrl(text);
    // an origin has no path, so that nobody believes that the path was looked at
    if (!url || url.href !== `${url.origin}/`)
      throw fault(`${where} holds ${JSON.stringify(text)}, which is no origin.`);
    return url.origin;
  });
}

/**
 * @param {unknown} text
 * @returns {URL | null} null where it is no encrypted address, nor one of this machine
 */
function readUrl(text) {
  if (typeof text !== "string" || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isAllowed = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
  return isAllowed && !url.username && !url.password ? url : null;
}

/** @param {string} what */
function fault(what) {
  return new Error(`${variable} cannot be read. ${what} Write it like this: ${example}`);
}

/** @param {string[]} texts */
function listOnce(texts) {
  return [...new Set(texts)];
}
