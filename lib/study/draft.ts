import { stripFullStop } from "@/lib/format/text";

/** What an open field of a draft begins with. No sheet of the library holds such a text. */
export const TODO_PREFIX = "OPEN:";

/** What is wrong with a field that is left open without a word on what belongs there. */
export const todoMessage = "Still open.";

/** The key by which a draft calls itself one. */
export const DRAFT_KEY = "draft";

export type OpenField = { path: (string | number)[]; message: string };

/**
 * Every field that a draft leaves open, as sentences: "Still open: number treated, or null."
 * @returns nothing for what is no object
 */
export function findOpenFields(value: unknown, path: (string | number)[] = []): OpenField[] {
  if (typeof value === "string") {
    if (!value.trimStart().startsWith(TODO_PREFIX)) return [];
    const instruction = stripFullStop(value.trim().slice(TODO_PREFIX.length).trim());
    return [{ path, message: instruction ? `Still open: ${instruction}.` : todoMessage }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => findOpenFields(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, nested]) => findOpenFields(nested, [...path, key]));
}

/** Whether a file says of itself that it is a draft, and the file without that. */
export function stripDraftFlag(raw: unknown): { isDraft: boolean; rest: unknown } {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || !(DRAFT_KEY in raw)) {
    return { isDraft: false, rest: raw };
  }
  const { [DRAFT_KEY]: _, ...rest } = raw as Record<string, unknown>;
  return { isDraft: true, rest };
}
