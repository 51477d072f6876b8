import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { timingNames } from "@/lib/vocabulary/outcomes";
import type { CountedOtherwise } from "./cells";
import { secondEditionLibrary } from "./fixtures";
import type { Library } from "./library";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";
import type { Figure } from "./reply";
import { getFigure } from "./result";
import { describeUnused, isCountedOtherwise, listUnusedCounts } from "./silent-text";

const listAnswers = (library: Library) => Object.values(exampleCases).map(({ profile }) => answerTo(profile, library));

const isRelapse = ({ domain }: Pick<Figure, "domain">) => domain === "relapse";

test("each describing study is counted, or among the numbers of those that are not", () => {
  let seen = 0;
  for (const { cells, describing } of listAnswers(secondEditionLibrary()))
    for (const cell of cells) {
      const numbers = [...describeUnused(cell).matchAll(/\d+/g)].map(Number);
      const unused = numbers.reduce((sum, number) => sum + number, 0);
      expect(unused).toBe(cell.silent);
      expect(cell.counting.length + unused).toBe(describing.length);
      seen += cell.otherwise.length;
    }
  expect(seen).toBeGreaterThan(10);
});

test("no study that has a count of the domain is said to give none", () => {
  let silent = 0;
  let before = 0;
  const library = secondEditionLibrary();
  for (const { cells, describing } of listAnswers(library))
    for (const { domain, otherwise, counting } of cells) {
      if (domain !== "relapse") continue;
      const told = [...counting, ...otherwise].map(({ found }) => found);
      for (const found of describing.filter((one) => !told.includes(one))) {
        const { results, otherFigures } = found;
        const relapses = [getFigure(results.relapse) ?? [], otherFigures.filter(isRelapse)].flat();
        // What came before immunoglobulin is no relapse of those who were given it.
        expect(relapses.filter(({ timing }) => timing !== "before-immunoglobulin")).toEqual([]);
        silent += 1;
        before += relapses.length;
      }
    }
  expect(silent).toBeGreaterThan(100);
  expect(before).toBeGreaterThan(0);
  const child = answerTo(exampleCases.child.profile, library).cells.find(({ timing }) => timing === "after-stopping");
  if (!child) throw new Error("no relapse after stopping");
  expect(describeUnused(child)).toBe("3 count it at another time, 1 counts it otherwise and 24 give no count.");
  expect(listUnusedCounts(child)).toEqual(["Some had no immunoglobulin: Levy 2010, 2 of 8."]);
});

test("a value of an enzyme is told with its reason, and never as a relapse", () => {
  const relapse = answerTo(exampleCases.refractoryAdult.profile, secondEditionLibrary()).cells.find(
    ({ domain }) => domain === "relapse",
  );
  if (!relapse) throw new Error("no relapse");
  const enzyme = relapse.otherwise.filter(({ why }) => why === "enzyme");
  expect(enzyme.map(({ figure }) => `${figure.events} of ${figure.total}`)).toContain("5 of 17");
  expect(enzyme.length).toBeGreaterThan(1);
  const [line = ""] = listUnusedCounts(relapse);
  expect(line).toMatch(/^By an enzyme or antibody value only: /);
  for (const { found, figure } of enzyme) expect(line).toContain(`${found.name}, ${figure.events} of ${figure.total}`);
});

test("a count of an enzyme is named once among the relapses, and never as of another timing", () => {
  const seen = { counts: 0, several: 0 };
  const real = realLibrary();
  const cases: Partial<Profile>[] = [
    ...(["refractory", "skinOnly", "juvenile", "muscleDisease"] as const).map((feature) => ({
      features: { [feature]: "yes" as const },
    })),
    { diagnosis: "PM" },
    { diagnosis: "IMNM" },
  ];
  for (const part of cases) {
    const relapses = answerTo({ ...emptyProfile, ...part }, real).cells.filter(({ domain }) => domain === "relapse");
    const counts = relapses.flatMap(({ otherwise }) => otherwise.filter(({ figure }) => figure.criterion === "enzyme"));
    if (relapses.length > 1 && counts.length > 0) seen.several += 1;
    for (const { found, figure } of counts) {
      const named = `${found.name}, ${figure.events} of ${figure.total}`;
      const told = relapses.flatMap((cell) =>
        listUnusedCounts(cell)
          .filter((line) => line.startsWith("By an enzyme") && line.includes(named))
          .map((line) => ({ line, timing: cell.timing })),
      );
      expect(told, named).toHaveLength(1);
      const [{ line, timing } = { line: "", timing: null }] = told;
      if (figure.timing !== timing) expect(line).toContain(`only, ${timingNames[figure.timing ?? "unclear"]}: `);
      seen.counts += 1;
    }
  }
  expect(seen.counts).toBeGreaterThan(5);
  expect(seen.several).toBeGreaterThan(0);
});

describe("by counts made by hand", () => {
  type Why = CountedOtherwise["why"];

  /** A count of relapses that a cell has no place for, in a study of its own. */
  function count(
    why: Why,
    events = 1,
    total = 5,
    timing: NonNullable<Figure["timing"]> = "after-stopping",
  ): CountedOtherwise {
    const study = createStudy({
      citation: { authors: [`Of${total} A`] },
      outcomes: [createOutcome({ domain: "relapse", timing, events, total })],
    });
    const [found] = answerTo(emptyProfile, createLibrary([study])).studies;
    const figure = found && getFigure(found.results.relapse);
    if (!found || !figure) throw new Error("The study has no relapse");
    return { found, figure, why };
  }

  test.each<[why: Why[], giveNone: number, words: string]>([
    [[], 0, ""],
    [[], 1, "1 gives no count."],
    [[], 2, "2 give no count."],
    [["harm"], 0, "1 counts another harm."],
    [["harm", "harm"], 3, "2 count another harm and 3 give no count."],
    [["timing"], 0, "1 counts it at another time."],
    [["untreated"], 1, "1 counts it otherwise and 1 gives no count."],
    [["untreated", "enzyme", "enzyme-named"], 0, "3 count it otherwise."],
    [["enzyme", "timing", "timing"], 4, "2 count it at another time, 1 counts it otherwise and 4 give no count."],
  ])("counted in no figure by %j, and not at all by %i", (why, giveNone, words) => {
    const otherwise = why.map((one) => count(one));
    expect(describeUnused({ silent: otherwise.length + giveNone, otherwise })).toBe(words);
  });

  test.each<[timing: Figure["timing"], why: Why[], expected: boolean]>([
    [null, [], false],
    [null, ["timing"], true],
    ["after-stopping", ["timing"], false],
    ["after-stopping", ["timing", "enzyme"], true],
    ["after-stopping", ["untreated"], true],
  ])("a cell of timing %s, counted otherwise by %j: %s", (timing, why, expected) => {
    expect(isCountedOtherwise({ timing, otherwise: why.map((one) => count(one)) })).toBe(expected);
  });

  test("only what stands nowhere else is named, by why and by when", () => {
    const otherwise = [
      count("enzyme", 1, 6),
      count("timing", 1, 7),
      count("enzyme-named", 1, 8),
      count("harm", 1, 9),
      count("untreated", 2, 10),
      count("enzyme", 3, 11),
      count("enzyme", 4, 12, "on-treatment"),
    ];
    expect(listUnusedCounts({ timing: "after-stopping", otherwise })).toEqual([
      "Some had no immunoglobulin: Of10 2020, 2 of 10.",
      "By an enzyme or antibody value only: Of6 2020, 1 of 6; Of11 2020, 3 of 11.",
      "By an enzyme or antibody value only, under continuing treatment: Of12 2020, 4 of 12.",
    ]);
    expect(listUnusedCounts({ timing: null, otherwise: [count("enzyme", 1, 6)] })).toEqual([
      "By an enzyme or antibody value only, after stopping: Of6 2020, 1 of 6.",
    ]);
    expect(listUnusedCounts({ timing: null, otherwise: [count("timing"), count("harm")] })).toEqual([]);
  });

  test("a count without a timing is named without one", () => {
    const { found, figure } = count("untreated", 2, 10);
    const survival = { found, figure: { ...figure, timing: null }, why: "untreated" as const };
    expect(listUnusedCounts({ timing: "after-stopping", otherwise: [survival] })).toEqual([
      "Some had no immunoglobulin: Of10 2020, 2 of 10.",
    ]);
  });
});
