import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { colours } from "./colours";

const stylesheet = readFileSync("app/globals.css", "utf8");

/** The light or the dark value of each of these colours in the stylesheet. */
function readColours(scheme: "light" | "dark", names: object) {
  return Object.fromEntries(
    Object.keys(names).map((name) => {
      const [, light, dark] =
        new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(stylesheet) ?? [];
      return [name, scheme === "light" ? light : dark];
    }),
  );
}

test("the colours outside the page are those of the stylesheet", () => {
  expect(readColours("light", colours.light)).toEqual(colours.light);
  expect(readColours("dark", colours.dark)).toEqual(colours.dark);
});

test("the icon has the accent of the stylesheet", () => {
  expect(readFileSync("public/icon.svg", "utf8")).toContain(`fill="${colours.light.accent}"`);
});
