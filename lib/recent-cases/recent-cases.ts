import type { Profile } from "@/lib/case/schema";
import { readCaseLink, writeCaseLink } from "@/lib/url-state/case";

/** Cases that a device keeps at most. */
export const MAX_RECENT_CASES = 20;

/** One kept case: its link, and what the link says. */
type RecentCase = { link: string; profile: Profile };

/** What was found in the storage of a device. `isOn` is false where nobody asked for cases to be kept. */
export type Recent = {
  isOn: boolean;
  /** newest first */
  cases: RecentCase[];
  /** what could not be read, in a sentence, or null */
  problem: string | null;
};

/** Nothing is kept, because nobody asked for it. */
export const off: Recent = { isOn: false, cases: [], problem: null };

/**
 * Reads what a device keeps. Whatever is wrong with it costs only what is damaged: that is dropped and reported. No more
 * entries are read than are ever written.
 * @param text what the storage holds, or null where it holds nothing
 */
export function readRecent(text: string | null): Recent {
  if (text === null) return off;
  const stored = readStored(parseJson(text));
  if (!stored) {
    return { isOn: true, cases: [], problem: "What was kept here is damaged and cannot be read, so nothing is kept." };
  }
  const entries = stored.slice(0, MAX_RECENT_CASES).map(readEntry);
  const cases = entries.filter((entry) => entry !== null);
  const byLink = new Map(cases.map((entry) => [entry.link, entry]));
  return { isOn: true, cases: [...byLink.values()], problem: describeDropped(entries.length - cases.length) };
}

/** Writes the links of the kept cases as `readRecent` reads them. */
export function writeRecent(links: readonly string[]): string {
  return JSON.stringify({ version: 1, cases: links });
}

/**
 * The kept links with one more in front, each once, the oldest left out where there are too many.
 * @param replaced the link this case had before its last answer: a case on its way is one case
 */
export function addCase(links: readonly string[], link: string, replaced: string | null): string[] {
  const others = links.filter((other) => other !== link && other !== replaced);
  return [link, ...others].slice(0, MAX_RECENT_CASES);
}

/** One entry of the storage; null where it is no link of a case, or one of the empty case, which is not kept. */
function readEntry(entry: unknown): RecentCase | null {
  const read = typeof entry === "string" ? readCaseLink(entry) : null;
  if (!read?.ok) return null;
  const link = writeCaseLink(read.value);
  return link === "" ? null : { link, profile: read.value };
}

function describeDropped(count: number): string | null {
  if (count === 0) return null;
  return count === 1
    ? "One kept case could not be read and was left out."
    : `${count} kept cases could not be read and were left out.`;
}

/**
 * What is in the storage of a device: a version and case links, which contain answers and numbers and no free text. Null
 * where it is anything else.
 */
function readStored(content: unknown): unknown[] | null {
  if (typeof content !== "object" || content === null || Object.keys(content).length !== 2) return null;
  if (!("version" in content && content.version === 1 && "cases" in content)) return null;
  return Array.isArray(content.cases) ? content.cases : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // damaged, which the schema then says
  }
}
