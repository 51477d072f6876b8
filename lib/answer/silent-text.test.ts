import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { timingNames } from "@/lib/vocabulary/outcomes";
import { secondEditionLibrary } from "./fixtures";
import { answerTo, realLibrary } from "./library.arbitrary";
import type { Figure } from "./reply";
import { getFigure } from "./result";
import { describeUnused, listUnusedCounts } from "./silent-text";

const library = secondEditionLibrary();
const answers = Object.values(exampleCases).map(({ profile }) => answerTo(profile, library));

const isRelapse = ({ domain }: Pick<Figure, "domain">) => domain === "relapse";

test("each describing study is counted, or among the numbers of those that are not", () => {
  let seen = 0;
  for (const { cells, describing } of answers)
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
  for (const { cells, describing } of answers)
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
  expect(listUnusedCounts(child)).toEqual([
    "Some had no immunoglobulin: Levy 2010, 2 of 8.",
  ]);
});

test("a value of an enzyme is told with its reason, and never as a relapse", () => {
  const relapse = answerTo(exampleCases.refractoryAdult.profile, library).cells.find(
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
