import { readFileSync, writeFileSync } from "node:fs";
import { describeMachine } from "@/scripts/machine";

const page = "docs/reliability.md";

/** The parts of the page that a program writes, each between two marks of its name. */
export type Part = "soak" | "break";

/**
 * Puts lines between the two marks of a part.
 * @throws Error where the text has no such marks
 */
export function replacePart(text: string, part: Part, lines: readonly string[]): string {
  const between = new RegExp(`(<!-- ${part}:begin -->\\n)[\\s\\S]*?(<!-- ${part}:end -->)`);
  if (!between.test(text)) throw new Error(`${page} has no marks "${part}:begin" and ":end".`);
  return text.replace(between, (_, begin: string, end: string) => `${begin}${lines.join("\n")}\n${end}`);
}

/** A table in Markdown. A line within a cell, or a bar, would end it. */
export function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const write = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  return [write(head), write(head.map(() => "---")), ...rows.map(write)];
}

/** Writes a part of docs/reliability.md, and when and on what it was measured. */
export function writePart(part: Part, lines: readonly string[]): void {
  const date = new Date().toISOString().slice(0, 10);
  const measured = `Written by \`npm run ${part}\` on ${date}, on ${describeMachine().join(", ")}.`;
  writeFileSync(page, replacePart(readFileSync(page, "utf8"), part, [measured, "", ...lines]));
}
