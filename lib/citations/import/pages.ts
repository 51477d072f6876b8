import { splitPageRange } from "@/lib/citations/export/ris";

const hyphens = /\s*[‐‑‒–—―−﹘﹣－]\s*|\s+-\s+/g;
const nothing = /^(?:no[- ](?:pagination|specified).*|n\/?a|n\.?\s?p\.?|unpaginated|none|null|undefined|-+|0)$/i;

/** A page, or pages, as one export writes them: one kind of hyphen, no "pp.", and null where it says that there are none. */
function cleanPages(text: string | null): string | null {
  const pages = (text ?? "")
    .trim()
    .replace(hyphens, "-")
    .replace(/^-+|-+(?=-)/g, "")
    .replace(/^\((.*)\)$/, "$1")
    .replace(/^(?:pp?\b\.?|pages?\b)\s*/i, "")
    .replace(/(?<=\d)\s+\d+\s?pp?\.?$/i, "")
    .replace(/^art(?:icle|n)?\b\.? ?(?:no\b\.?|number\b|id\b)?:?\s*(?=\w*\d)/i, "")
    // tried only where a run begins: at each of its signs, a long one takes time by the square of its length
    .replace(/(?<![\s.+-])[\s.+-]+$/, "");
  return pages === "" || nothing.test(pages) ? null : pages;
}

/**
 * Pages as sheets have them: "3", "3-9", "S57-S63", the last page written out. "1150-7" is 1150 to 1157.
 * @param first the first page, or a whole range
 * @param last the last page where an export has a field for it
 * @returns null where the export gives none
 */
export function readPages(first: string | null, last: string | null = null): string | null {
  const begin = cleanPages(first);
  const end = cleanPages(last);
  if (begin === null) return end;
  const whole = end === null || /\d-\w/.test(begin) ? begin : /\d-\w/.test(end) ? end : `${begin}-${end}`;
  const range = splitPageRange(whole);
  return range.last === null || range.last === range.first ? range.first : `${range.first}-${range.last}`;
}

/** Whether a publisher's own number ("1042", "e1042") can be the page or the number of the article in the journal. */
export function isArticleNumber(text: string): boolean {
  return /^[A-Za-z]{0,5}\d{1,7}(?:\.\d{1,3})?$/.test(text);
}
