import { createHash } from "node:crypto";

/**
 * The origins besides this one that a page may deal with, such as "https://records.example". Usually there are none.
 * @typedef {object} OtherOrigins
 * @property {readonly string[]} connect those that a page may ask for data
 * @property {readonly string[]} frameAncestors those that may show Myomatch in a frame of theirs
 */

/** @type {OtherOrigins} */
export const noOtherOrigins = { connect: [], frameAncestors: [] };

/** @param {OtherOrigins["connect"]} connect */
const listWhatPagesMayDo = (connect) => [
  "img-src 'self'",
  ["connect-src 'self'", ...connect].join(" "),
  "worker-src 'self'",
  "manifest-src 'self'",
  // no `<base>` may turn our addresses into others, and no form is sent to a server
  "base-uri 'none'",
  "form-action 'none'",
];

/**
 * The content policy in the header of every reply. Scripts and styles are not in it: which of them a page may run is in
 * the policy of that page, because a header is fixed before the pages exist.
 * @param {OtherOrigins} origins
 */
export function writeHeaderPolicy({ connect, frameAncestors }) {
  return [
    ...listWhatPagesMayDo(connect),
    "frame-src 'none'",
    "object-src 'none'",
    "font-src 'none'",
    "media-src 'none'",
    ["frame-ancestors", ...(frameAncestors.length > 0 ? frameAncestors : ["'none'"])].join(" "),
  ].join("; ");
}

/** The policy of a reply that is no page: it runs nothing. A service worker asks its own server only. */
export const dataPolicy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/** Our `<meta>` as `addPagePolicy` writes it. */
const ownMeta = /<meta http-equiv="Content-Security-Policy" content="[^"]*"\/>/;

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;
const styleAttribute = /(?<=<[a-z][^<>]*\sstyle=")[^"]*(?=")/g;
const programAttribute = /<[a-z][^<>]*\son[a-z]+="[^"]*"/i;

/** @param {string} html */
export const removeScripts = (html) => html.replace(/<script[^>]*>[\s\S]*?<\/script>/g, "");

/**
 * The content policy of one built page. It runs the scripts of this server and, of those written into the page, just
 * those that the build wrote, by their hashes; the same for styles, in elements and in attributes. Everything that is not named is forbidden.
 * @param {string} html
 * @param {Pick<OtherOrigins, "connect">} origins
 */
export function writePagePolicy(html, { connect }) {
  const elements = removeScripts(html);
  const attributes = hashTexts(elements.match(styleAttribute)?.map(decodeAttribute) ?? []);
  return [
    "default-src 'none'",
    ["script-src 'self'", ...hashContents(html, inlineScript)].join(" "),
    ["style-src 'self'", ...hashContents(elements, inlineStyle)].join(" "),
    // the name warns of hashes of programs in attributes; here they are of sizes of plots
    ...(attributes.length > 0 ? [["style-src-attr 'unsafe-hashes'", ...attributes].join(" ")] : []),
    ...listWhatPagesMayDo(connect),
  ].join("; ");
}

/**
 * A built page with its content policy in it, in place of the one it may have. It comes before the first script, and
 * behind the name of the encoding, which a browser looks for at the very beginning.
 * @param {string} html
 * @param {Pick<OtherOrigins, "connect">} origins
 * @throws {Error} where the page holds a program in an attribute, which a policy forbids, or has no head
 */
export function addPagePolicy(html, origins) {
  const page = html.replace(ownMeta, "");
  const program = programAttribute.exec(removeScripts(page));
  if (program) throw new Error(`It holds a program in an attribute, which it could not run: ${program[0]}`);
  const head = /<head>(<meta charSet="utf-8"\/>)?/.exec(page);
  if (!head) throw new Error("It has no <head>.");
  const end = head.index + head[0].length;
  const meta = `<meta http-equiv="Content-Security-Policy" content="${writePagePolicy(page, origins)}"/>`;
  return page.slice(0, end) + meta + page.slice(end);
}

/**
 * @param {string} html
 * @param {RegExp} element with its content as the first group
 */
function hashContents(html, element) {
  return hashTexts([...html.matchAll(element)].map(([, content = ""]) => content));
}

/**
 * @param {string[]} texts
 * @returns {string[]} each hash once
 */
function hashTexts(texts) {
  const hashes = texts.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  return [...new Set(hashes)];
}

/**
 * The value of an attribute as a browser reads it; React writes these five signs with names.
 * @param {string} text
 */
export function decodeAttribute(text) {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
