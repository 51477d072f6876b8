import { expect, test } from "vitest";
import { emptyProfile } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import { describeOthers } from "./cell-text";
import type { AnswerCell, CountingStudy } from "./cells";
import { describeCell } from "./result-sentences";
import { answerTo, createLibrary } from "./small-library.arbitrary";
import { findSpread, formatNamedCount } from "./spread-text";

const { cells, describing } = answerTo(
  { ...emptyProfile, features: { ild: "yes" } },
  createLibrary([createStudy({ features: { ild: { share: "all" } } })]),
);
const [cell] = cells;
if (!cell?.lead) throw new Error("nothing leads");
const { lead } = cell;

/** A cell whose other studies, each of patients of its own, count as many of as many. */
function createCell(counts: readonly (readonly [events: number, total: number])[]): AnswerCell {
  const counting = counts.map(([events, total], index): CountingStudy => {
    const study = { ...lead.found.study, id: `other-${index}`, cohort: null };
    return { found: { ...lead.found, name: `Other ${index}`, study }, figure: { ...lead.figure, events, total } };
  });
  return { ...(cell as AnswerCell), counting: [{ found: lead.found, figure: lead.figure }, ...counting] };
}

test.each<[counts: [number, number][], onScreen: string, inSentences: string]>([
  [[[8, 73]], ": Other 0, 8 of 73.", ": Other 0, 8 of 73."],
  [
    [
      [1, 1],
      [1, 1],
    ],
    ": 1 of 1 each.",
    ": 1 of 1 each. These are Other 0 and Other 1.",
  ],
  [
    [
      [1, 1],
      [3, 3],
    ],
    ": Other 0, 1 of 1; Other 1, 3 of 3.",
    ". Other 0: 1 of 1. Other 1: 3 of 3.",
  ],
  // three that differ are named, whatever their size
  [
    [
      [1, 5],
      [3, 6],
      [1, 1],
    ],
    ": Other 0, 1 of 5; Other 1, 3 of 6; Other 2, 1 of 1.",
    ". Other 0: 1 of 5. Other 1: 3 of 6. Other 2: 1 of 1.",
  ],
  // four that are all of one share have no ends
  [
    [
      [1, 1],
      [3, 3],
      [1, 1],
      [1, 1],
    ],
    ": 1 of 1 or 3 of 3.",
    ": 1 of 1 or 3 of 3.",
  ],
  [
    [
      [1, 1],
      [0, 1],
      [1, 2],
      [2, 2],
    ],
    ": Other 2, 1 of 2. Other 3, 2 of 2. In 1 of 2 single patients.",
    ": Other 2, 1 of 2. Other 3, 2 of 2. In 1 of 2 single patients.",
  ],
  // a series is named, whatever its place among the others
  [
    [
      [1, 1],
      [0, 1],
      [3, 11],
      [1, 1],
    ],
    ": Other 2, 3 of 11. In 2 of 3 single patients.",
    ": Other 2, 3 of 11. In 2 of 3 single patients.",
  ],
  [
    [
      [3, 6],
      [5, 8],
      [2, 5],
      [9, 9],
      [0, 1],
    ],
    ": 2 of 5 to 9 of 9 in four series. Other 4, 0 of 1.",
    ": 2 of 5 to 9 of 9 in four series. Other 4, 0 of 1.",
  ],
  // of those with one share, the largest stands at the end, wherever it is among the others
  ...[0, 1].map((order): [[number, number][], string, string] => {
    const ends: [number, number][] = [
      [0, 5],
      [0, 8],
      [3, 6],
      [9, 9],
      [5, 5],
    ];
    const words = ": 0 of 8 to 9 of 9 in five series.";
    return [order === 0 ? ends : [...ends].reverse(), words, words];
  }),
  [
    [
      [2, 4],
      [1, 2],
      [2, 4],
      [1, 2],
      [0, 5],
    ],
    ": Other 4, 0 of 5. 1 of 2 or 2 of 4 in four groups of two to four.",
    ": Other 4, 0 of 5. 1 of 2 or 2 of 4 in four groups of two to four.",
  ],
  [
    [
      [0, 1],
      [0, 1],
      [1, 1],
      [0, 1],
    ],
    ": in 1 of 4 single patients.",
    ": in 1 of 4 single patients.",
  ],
  // four of one share, the smaller first
  [
    [
      [4, 8],
      [2, 4],
      [1, 2],
      [2, 4],
    ],
    ": 1 of 2, 2 of 4 or 4 of 8.",
    ": 1 of 2, 2 of 4 or 4 of 8.",
  ],
  // three series are named, and of one more only the ends are told
  [
    [
      [1, 5],
      [3, 6],
      [2, 7],
      [0, 1],
    ],
    ": Other 0, 1 of 5. Other 1, 3 of 6. Other 2, 2 of 7. Other 3, 0 of 1.",
    ": Other 0, 1 of 5. Other 1, 3 of 6. Other 2, 2 of 7. Other 3, 0 of 1.",
  ],
  [
    [
      [2, 3],
      [2, 3],
      [2, 3],
      [2, 3],
      [0, 1],
    ],
    ": 2 of 3 each in four groups of two to four. Other 4, 0 of 1.",
    ": 2 of 3 each in four groups of two to four. Other 4, 0 of 1.",
  ],
])("counts of others %j are told as %s", (counts, onScreen, inSentences) => {
  const made = createCell(counts);
  expect(describeOthers(made).replace(/^.*?\(definitions may differ\)/, "")).toBe(onScreen);
  const { others } = describeCell(made, describing, [made]);
  expect(others.join(" ")).toContain(`(definitions may differ)${inSentences}`);
});

test("of no other study there is nothing to list", () => {
  expect(findSpread([])).toEqual({ kind: "listed", counts: [] });
});

test("of one study its count is told, whatever it is, and of two of one share the share", () => {
  const [one, two] = createCell([
    [1, 2],
    [1, 2],
  ]).counting.slice(1);
  if (!one || !two) throw new Error("no studies");
  expect(formatNamedCount(one)).toBe("Other 0, 1 of 2");
  const stable = { ...one.figure, degree: "other", plain: "stable after a year" } as const;
  expect(formatNamedCount({ ...one, figure: stable })).toBe("Other 0, stable after a year: 1 of 2");
  // among many it is told by itself, and in no sum
  const kept = { ...one, figure: { ...stable, events: 1, total: 1 } };
  const five = createCell([
    [1, 1],
    [1, 1],
    [0, 1],
    [1, 1],
  ]).counting.slice(1);
  expect(findSpread([...five, kept])).toEqual({
    kind: "sized",
    parts: ["in 3 of 4 single patients", "Other 0, stable after a year: 1 of 1"],
  });
  expect(findSpread([kept, ...five.filter(({ figure }) => figure.events === 1)]).kind).toBe("sized");
  expect(findSpread([one])).toEqual({ kind: "listed", counts: [one] });
  expect(findSpread([one, two])).toEqual({ kind: "equal", words: "1 of 2 each" });
});
