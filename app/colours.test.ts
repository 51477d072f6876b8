import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { colours } from "./colours";

const stylesheet = readFileSync("app/globals.css", "utf8");
const [, light = ""] = /^:root \{(.*?)^\}/ms.exec(stylesheet) ?? [];
const [, dark = ""] = /^@media \(prefers-color-scheme: dark\) \{\s+:root \{(.*?)^ {2}\}/ms.exec(stylesheet) ?? [];

/** The values of the colours with these names in a block of the stylesheet. */
function readColours(block: string, names: object) {
  return Object.fromEntries(
    Object.keys(names).map((name) => [name, new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(block)?.[1]]),
  );
}

test("the colours outside the page are those of the stylesheet", () => {
  expect(readColours(light, colours.light)).toEqual(colours.light);
  expect(readColours(dark, colours.dark)).toEqual(colours.dark);
});

test("the icon has the accent of the stylesheet", () => {
  expect(readFileSync("app/icon.svg", "utf8")).toContain(`fill="${colours.light.accent}"`);
});
