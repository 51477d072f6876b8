/**
 * Text that GitHub Flavored Markdown shows as it is: no markup, no HTML, no link and no half of a letter comes out of it,
 * whatever a record or a title holds. On one line.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]|~@]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/www\./gi, "www\\.")
    .replace(/^([#+-]|\d+[.)])/, "\\$1");
}
