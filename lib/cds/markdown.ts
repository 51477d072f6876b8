/** What stands for letters that are no sign of Markdown alone; such a sign gets a backslash before it. */
const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "://": ":\\/\\/",
  "www.": "www\\.",
};

/**
 * Text that GitHub Flavored Markdown shows as it is: no markup, no HTML, no link and no half of a letter comes out of it,
 * whatever a record or a title holds. On one line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s{2,}|[^\S ]|[\p{Cc}\p{Cf}\p{Cs}]/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim()
    .replace(/[\\`*_[\]|~@&<>]|:\/\/|www\./gi, (found) => escapes[found.toLowerCase()] ?? `\\${found}`)
    .replace(/^([#+-]|\d+[.)])/, "\\$1");
}
