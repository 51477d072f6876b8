/** What an open field of a draft begins with. No sheet of the library holds such a text. */
export const openMark = "OPEN:";

/** What is wrong with a field that is left open without a word on what belongs there. */
export const stillOpen = "Still open.";

/** The key by which a draft calls itself one. */
export const draftKey = "draft";

export type OpenField = { path: (string | number)[]; message: string };

/**
 * Every field that a draft leaves open, as sentences: "Still open: number treated, or null."
 * @returns nothing for what is no object
 */
export function openFields(value: unknown, path: (string | number)[] = []): OpenField[] {
  if (typeof value === "string") {
    if (!value.trimStart().startsWith(openMark)) return [];
    const wanted = value.trim().slice(openMark.length).trim().replace(/\.$/, "");
    return [{ path, message: wanted ? `Still open: ${wanted}.` : stillOpen }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => openFields(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => openFields(held, [...path, key]));
}

/** Whether a file says of itself that it is a draft, and the file without that. */
export function withoutDraftMark(raw: unknown): { isDraft: boolean; rest: unknown } {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw) || !(draftKey in raw)) {
    return { isDraft: false, rest: raw };
  }
  const { [draftKey]: _, ...rest } = raw as Record<string, unknown>;
  return { isDraft: true, rest };
}
