import { expect, test } from "vitest";
import { findOptions } from "./search-choice";

const options = [
  { id: "cherin", name: "Chérin 1990", detail: "Immunoglobulins in polymyositis" },
  { id: "dalakas", name: "Dalakas 1993", detail: "Dermatomyositis, a controlled trial" },
  { id: "smith", name: "Smith 1993" },
];
const found = (typed: string) => findOptions(options, typed).map(({ id }) => id);

test("every typed word occurs in the name or the detail, in any case and without accents", () => {
  expect(found("cherin")).toEqual(["cherin"]);
  expect(found("CHÉRIN")).toEqual(["cherin"]);
  expect(found("1993")).toEqual(["dalakas", "smith"]);
  expect(found("trial dalakas")).toEqual(["dalakas"]);
  expect(found("dalakas polymyositis")).toEqual([]);
});

test("with nothing typed, nothing is listed", () => {
  expect(found("")).toEqual([]);
  expect(found("  ")).toEqual([]);
});
