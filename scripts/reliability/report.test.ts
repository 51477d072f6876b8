import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { replacePart, writeTable } from "./report";

test("only what stands between the marks of a part is replaced", () => {
  const text = "a\n<!-- soak:begin -->\nold\n<!-- soak:end -->\nb\n<!-- break:begin -->\n<!-- break:end -->\n";
  const soaked = replacePart(text, "soak", ["1", "$2"]);
  expect(soaked).toBe(text.replace("old", "1\n$$2"));
  expect(replacePart(soaked, "break", [])).toContain("$2");
  expect(() => replacePart("", "soak", [])).toThrow('no marks "soak:begin"');
});

test("the page has the marks of each part, and figures between them", () => {
  const page = readFileSync("docs/reliability.md", "utf8");
  for (const part of ["soak", "break"] as const)
    expect(replacePart(page, part, []).length).toBeLessThan(page.length - 100);
});

test("a cell cannot end its row", () => {
  expect(writeTable(["a"], [["x | y\nz"]])).toEqual(["| a |", "| --- |", "| x \\| y z |"]);
});
