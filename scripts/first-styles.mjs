import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { decodeAttribute, removeScripts } from "./content-policy.mjs";
import { listPages } from "./protect-pages.mjs";

const sheetLink = /<link rel="stylesheet" href="(\/_next\/static\/[^"?]+\.css)"[^>]*\/>/g;

/**
 * Writes the first styles into each page that `next build` made. Comes before the policies, which allow them.
 * @param {string} [folder] of the project
 */
export function writeFirstStyles(folder = ".") {
  /** @param {string} address */
  const readSheet = (address) => readFileSync(join(folder, address.replace("/_next/", ".next/")), "utf8");
  for (const page of listPages(folder)) writeFileSync(page, addFirstStyles(readFileSync(page, "utf8"), readSheet));
}

/**
 * A built page with the styles that its own markup uses in its head, so that a browser paints it without another turn of
 * the line. The whole style sheet, which what is drawn later needs, is asked for at once and applied at the end of the page.
 * @param {string} html
 * @param {(address: string) => string} readSheet the text of the style sheet at this address
 */
export function addFirstStyles(html, readSheet) {
  const classes = listClasses(html);
  return [...html.matchAll(sheetLink)].reduce((page, [link, address = ""]) => {
    const first = `<link rel="preload" href="${address}" as="style"/><style>${selectRules(readSheet(address), classes)}</style>`;
    return page.replace(link, () => first).replace("</body>", () => `${link}</body>`);
  }, html);
}

/**
 * The names in the `class` attributes of a page.
 * @param {string} html
 */
function listClasses(html) {
  const values = [...removeScripts(html).matchAll(/\sclass="([^"]*)"/g)].map(([, value = ""]) =>
    decodeAttribute(value),
  );
  return new Set(values.flatMap((value) => value.split(" ")));
}

/**
 * The rules that a screen can need for markup with these classes and no others, in the order of the style sheet.
 * @param {string} sheet as the build writes it: without comments and without rules within rules
 * @param {ReadonlySet<string>} classes
 * @returns {string}
 */
export function selectRules(sheet, classes) {
  return splitRules(sheet)
    .map(({ head, body }) => {
      if (body === null) return `${head};`;
      if (head === "@media print" || head.startsWith("@page")) return "";
      if (!/^@(layer|supports|media|container)\b/.test(head))
        return head.startsWith("@") || canMatch(head, classes) ? `${head}{${body}}` : "";
      const inner = selectRules(body, classes);
      return inner && `${head}{${inner}}`;
    })
    .join("");
}

/**
 * Whether one of these selectors can match where there are no other classes. A comma within brackets parts them too, and
 * what a selector excludes is not looked at, so that rather too many match.
 * @param {string} selectors
 * @param {ReadonlySet<string>} classes
 */
function canMatch(selectors, classes) {
  return removeExclusions(selectors)
    .split(/(?<!\\),/)
    .some((selector) => {
      const named = [...selector.matchAll(/(?<!\\)\.((?:\\.|[\w-])+)/g)];
      return named.every(([, name = ""]) => classes.has(name.replace(/\\(.)/g, "$1")));
    });
}

/**
 * Selectors without each `:not(…)`: a class in it need not be there.
 * @param {string} selectors
 */
function removeExclusions(selectors) {
  let kept = "";
  let depth = 0;
  // a bracket behind "\" is part of a name
  for (const [sign] of selectors.matchAll(/\\.|:not\(|./gs)) {
    if (sign === ":not(" || (depth > 0 && sign === "(")) depth += 1;
    else if (depth === 0) kept += sign;
    else if (sign === ")") depth -= 1;
  }
  return kept;
}

/**
 * @typedef {object} Rule
 * @property {string} head what stands before the braces
 * @property {string | null} body what stands between them; null where there are none
 */

/**
 * The rules of a style sheet, or of the inside of one rule.
 * @param {string} sheet
 * @returns {Rule[]}
 */
function splitRules(sheet) {
  /** @type {Rule[]} */
  const rules = [];
  let start = 0;
  let opened = 0;
  let depth = 0;
  // a text in quotes and a sign behind "\" may be a brace
  for (const { 0: sign, index } of sheet.matchAll(/\\.|"(?:\\.|[^"\\])*"|[{};]/g)) {
    if (sign === "{") {
      if (depth === 0) opened = index;
      depth += 1;
    } else if (sign === "}") {
      depth -= 1;
      if (depth === 0) rules.push({ head: sheet.slice(start, opened), body: sheet.slice(opened + 1, index) });
    } else if (sign !== ";" || depth > 0) continue;
    else rules.push({ head: sheet.slice(start, index), body: null });
    if (depth === 0) start = index + 1;
  }
  return rules;
}
