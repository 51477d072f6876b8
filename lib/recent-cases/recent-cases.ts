// The small build of zod: this travels to every phone.
import * as z from "zod/mini";
import type { Profile } from "@/lib/case/schema";
import { readCaseLink } from "@/lib/url-state/case";

/** Cases that a device keeps at most. */
export const MAX_RECENT_CASES = 20;

/** What lies in the storage of a device: case links alone, which hold answers and numbers and have no room for words. */
const kept = z.strictObject({ version: z.literal(1), cases: z.array(z.unknown()) });
const keptLink = z.string().check(z.maxLength(4000));

/** One kept case: its link, and what the link says. */
export type RecentCase = { link: string; profile: Profile };

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
 * Reads what a device keeps. Whatever is wrong with it costs only what is damaged: that is dropped, and said.
 * @param text what the storage holds, or null where it holds nothing
 */
export function readRecent(text: string | null): Recent {
  if (text === null) return off;
  const read = kept.safeParse(parsed(text));
  if (!read.success) {
    return { isOn: true, cases: [], problem: "What was kept here is damaged and cannot be read, so nothing is kept." };
  }
  const found = read.data.cases.map(readCase);
  const whole = found.filter((one) => one !== null).filter(isFirst);
  const lost = found.filter((one) => one === null).length;
  return { isOn: true, cases: whole.slice(0, MAX_RECENT_CASES), problem: lost > 0 ? lostInWords(lost) : null };
}

/** Writes the links of the kept cases as `readRecent` reads them. */
export function writeRecent(links: readonly string[]): string {
  return JSON.stringify({ version: 1, cases: links });
}

/**
 * The kept links with one more in front, each once, the oldest left out where there are too many.
 * @param instead the link this case had before its last answer: it makes room, so that a case on its way is one case
 */
export function addCase(links: readonly string[], link: string, instead: string | null): string[] {
  const others = links.filter((one) => one !== link && one !== instead);
  return [link, ...others].slice(0, MAX_RECENT_CASES);
}

function readCase(held: unknown): RecentCase | null {
  const link = keptLink.safeParse(held);
  if (!link.success || link.data === "") return null;
  const read = readCaseLink(link.data);
  return read.ok ? { link: link.data, profile: read.profile } : null;
}

function isFirst({ link }: RecentCase, index: number, all: RecentCase[]): boolean {
  return all.findIndex((one) => one.link === link) === index;
}

function lostInWords(lost: number): string {
  return lost === 1
    ? "One kept case could not be read and was left out."
    : `${lost} kept cases could not be read and were left out.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // damaged, which the schema then says
  }
}
