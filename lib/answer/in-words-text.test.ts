import { describe, expect, test } from "vitest";
import { emptyProfile } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import type { CellDomain } from "@/lib/vocabulary/outcomes";
import type { ToldInWords } from "./cells";
import { describeToldInWords, listToldInWords } from "./in-words-text";
import { answerTo, createLibrary } from "./small-library.arbitrary";

const [found] = answerTo(emptyProfile, createLibrary([createStudy()])).studies;
if (!found) throw new Error("The library has no study");

const told = (part: Partial<ToldInWords> = {}): ToldInWords => ({
  found,
  words: "benefit kept: most did well.",
  isControlled: false,
  timing: null,
  population: null,
  ...part,
});

describe("how and of whom something is told", () => {
  test.each<[Partial<ToldInWords>, string]>([
    [{}, "in words"],
    [{ population: "patients who improved" }, "of patients who improved"],
    [{ isControlled: true }, "controlled, not randomised"],
    [{ isControlled: true, population: "children" }, "controlled, not randomised, of children"],
    [{ timing: "after-stopping" }, "in words, after stopping"],
    [{ timing: "on-treatment", population: "children" }, "under continuing treatment, of children"],
    [{ timing: "unclear" }, "in words, whether on treatment is not told"],
  ])("%j", (part, words) => expect(describeToldInWords(told(part))).toBe(words));
});

describe("what a cell tells in words", () => {
  const list = (count: number, domain: CellDomain = "relapse") =>
    listToldInWords({ domain, inWords: Array.from({ length: count }, () => told()) });
  const text = " (in words), benefit kept: most did well.";

  test("is told of three studies, each with its study", () => {
    expect(list(0)).toEqual([]);
    expect(list(3)).toEqual(Array.from({ length: 3 }, () => ({ found, text, isOfOtherTiming: false })));
  });

  test("and counted of more", () => {
    expect(list(4).slice(3)).toEqual([{ found: null, text: "1 more tells it in words." }]);
    expect(list(5)).toHaveLength(4);
    expect(list(5).slice(3)).toEqual([{ found: null, text: "2 more tell it in words." }]);
  });

  test("but of harm, where what is grave may be the last, none is left out", () => {
    expect(list(5, "harm").map((one) => one.found)).toEqual(Array.from({ length: 5 }, () => found));
  });

  test("says where it is of another timing than its cell", () => {
    const [first] = listToldInWords({ domain: "relapse", inWords: [told({ timing: "unclear" })] });
    expect(first?.isOfOtherTiming).toBe(true);
  });
});
