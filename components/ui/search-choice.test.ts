import { expect, test } from "vitest";
import { findOptions } from "./search-choice";

const options = [
  { id: "cherin", name: "Chérin 1990", detail: "Immunoglobulins in polymyositis" },
  { id: "dalakas", name: "Dalakas 1993", detail: "Dermatomyositis, a controlled trial" },
  { id: "smith", name: "Smith 1993" },
];
const findIds = (typed: string) => findOptions(options, typed).map(({ id }) => id);

test("every typed word occurs in the name or the detail, in any case and without accents", () => {
  expect(findIds("cherin")).toEqual(["cherin"]);
  expect(findIds("CHÉRIN")).toEqual(["cherin"]);
  expect(findIds("1993")).toEqual(["dalakas", "smith"]);
  expect(findIds("trial dalakas")).toEqual(["dalakas"]);
  expect(findIds("dalakas polymyositis")).toEqual([]);
});

test("with nothing typed, nothing is listed", () => {
  expect(findIds("")).toEqual([]);
  expect(findIds("  ")).toEqual([]);
});
