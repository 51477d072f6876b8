import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { getCurrent, launchPath, pagePaths } from "./pages";

test("the lists of pages are those of the folders in app", () => {
  const folders = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((path) => `/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith("/page.tsx") && !path.includes("["));
  expect(folders.map((path) => path.replace(/\/page\.tsx$/, "") || "/").sort()).toEqual(
    [...pagePaths, launchPath].sort(),
  );
});

test.each([
  ["/", "/", "page"],
  ["/studies", "/studies", "page"],
  ["/studies", "/studies/mosca-2005", "true"],
  ["/studies", "/studies-of-another-kind", undefined],
  ["/", "/studies", undefined],
  ["/about", "/help", undefined],
] as const)("%s while %s is open: %s", (path, openPath, expected) => {
  expect(getCurrent(path, openPath)).toBe(expected);
});
