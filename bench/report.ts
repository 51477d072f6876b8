import { formatQuantity } from "./figures";
import { formatBudget, judge, type Row, type Section } from "./rows";

export type Report = {
  /** the date of the run, as 2026-11-26 */
  date: string;
  machine: readonly string[];
  /** what speaks against the figures; null where nothing does */
  warning: string | null;
  sections: readonly Section[];
  tried: readonly string[];
};

const columns = ["what", "figure", "compared with", "judged", "budget", "met"];

function listCells(row: Row): string[] {
  const { what, figure, peer, judged, budget, note } = row;
  const verdict = judge(row);
  return [
    note && figure ? `${what} (${note})` : what,
    figure ? formatQuantity(figure) : `not measured: ${note}`,
    peer ? formatQuantity(peer) : "",
    // A figure that is judged as it stands need not stand twice.
    judged && peer ? formatQuantity(judged) : "",
    budget ? formatBudget(budget) : "",
    verdict === "met" ? "yes" : verdict === "not met" ? "**no**" : "",
  ];
}

/** The rows of a section as lines of text whose columns stand below each other. */
export function formatTable(rows: readonly Row[]): string[] {
  const lines = [columns, ...rows.map(listCells)].map((cells) => cells.map((cell) => cell.replaceAll("**", "")));
  const widths = columns.map((_, place) => Math.max(...lines.map((cells) => cells[place]?.length ?? 0)));
  return lines.map((cells) =>
    cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** The rows whose budget is broken, each with its section. */
export function listBroken(sections: readonly Section[]): string[] {
  return sections.flatMap(({ title, rows }) =>
    rows.filter((row) => judge(row) === "not met").map(({ what }) => `${title}: ${what}`),
  );
}

/** Writes docs/performance.md. */
export function writeReport({ date, machine, warning, sections, tried }: Report): string {
  const parts = [
    "# How fast it is",
    "This page is written by `npm run bench` and not by hand. Other machines give other figures, so most budgets are " +
      "ratios to something measured beside it in the same run. The budgets stand in " +
      "[bench/budgets.ts](../bench/budgets.ts); the bench ends with an error if one is broken.",
    [`Measured on ${date}, on:`, "", ...machine.map((line) => `- ${line}`)].join("\n"),
    warning,
    ...sections.flatMap(({ title, how, rows, limits }) => [
      `## ${title}`,
      how,
      ...(rows.length > 0 ? [writeMarkdownTable([columns, ...rows.map(listCells)]), `What limits it: ${limits}`] : []),
    ]),
    ...(tried.length > 0 ? ["## Tried without gain", tried.map((line) => `- ${line}`).join("\n")] : []),
  ];
  return `${parts.filter((part) => part !== null).join("\n\n")}\n`;
}

function writeMarkdownTable([head = [], ...rows]: string[][]): string {
  const write = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [write(head), write(head.map(() => "---")), ...rows.map(write)].join("\n");
}
