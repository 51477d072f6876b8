import { expect, test } from "vitest";
import { formatTable, listBroken, writeReport } from "./report";
import { createRatioRow, createRow, createUnmeasuredRow, type Section } from "./rows";

const paint = (limit: number) =>
  createRatioRow(
    { what: "/", ours: [1200], theirs: [1000], unit: "ms" },
    { side: "at most", limit: { value: limit, unit: "times" } },
  );
const section: Section = {
  title: "Paint",
  how: "On a phone.",
  rows: [
    paint(1.3),
    { ...paint(1.1), what: "/studies" },
    createRow({ what: "/summary", ours: [900], unit: "ms", note: "slowest: 950 ms" }),
    createUnmeasuredRow("behind a proxy", "nginx is not installed"),
  ],
  limits: "The line.",
};
const report = {
  date: "2026-11-26",
  machine: ["2 cores"],
  warning: "The machine was busy.",
  sections: [section],
  tried: ["Two lines."],
};

test("the page has every row with its figure, what it is compared with, its budget and whether it is met", () => {
  expect(writeReport(report)).toContain(
    [
      "## Paint",
      "",
      "On a phone.",
      "",
      "| what | figure | compared with | judged | budget | met |",
      "| --- | --- | --- | --- | --- | --- |",
      "| / | 1,200 ms | 1,000 ms | 1.20x | at most 1.30x | yes |",
      "| /studies | 1,200 ms | 1,000 ms | 1.20x | at most 1.10x | **no** |",
      "| /summary (slowest: 950 ms) | 900 ms |  |  |  |  |",
      "| behind a proxy | not measured: nginx is not installed |  |  |  |  |",
      "",
      "What limits it: The line.",
    ].join("\n"),
  );
});

test("the page says when and on what it was measured, what speaks against it, and what was tried", () => {
  const page = writeReport(report);
  for (const text of ["Measured on 2026-11-26", "- 2 cores", "The machine was busy.", "- Two lines."])
    expect(page).toContain(text);
  expect(writeReport({ ...report, warning: null })).not.toContain("null");
});

test("the columns of the printed table stand below each other", () => {
  const [head = "", ...lines] = formatTable(section.rows);
  const place = head.indexOf("budget");
  expect(lines.slice(0, 2).map((line) => line.slice(place, place + 7))).toEqual(["at most", "at most"]);
  expect(lines[1]).toMatch(/no$/);
});

test("the broken budgets are named with their section", () => {
  expect(listBroken([section])).toEqual(["Paint: /studies"]);
  expect(listBroken([])).toEqual([]);
});
