import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addFirstStyles, selectRules, writeFirstStyles } from "./first-styles.mjs";

const select = (sheet: string, ...classes: string[]) => selectRules(sheet, new Set(classes));

test("a rule is kept where its selectors can match, and in its order", () => {
  const sheet = "p{a:1}.one{b:2}.two{c:3}.one .two{d:4}.two,.one{e:5}";
  expect(select(sheet, "one")).toBe("p{a:1}.one{b:2}.two,.one{e:5}");
  expect(select(sheet, "two", "one")).toBe(sheet);
  expect(select(sheet)).toBe("p{a:1}");
});

test("names are read with their escaped signs, and no number is taken for a name", () => {
  const sheet = String.raw`.sm\:p-0\.5{a:.5rem}.\[grid-area\:1\/1\]{b:1}.c\,d{c:1}:where(.e>:not(:last-child)){d:1}`;
  expect(select(sheet, "sm:p-0.5", "c,d")).toBe(String.raw`.sm\:p-0\.5{a:.5rem}.c\,d{c:1}`);
  expect(select(sheet, "[grid-area:1/1]", "e")).toBe(
    String.raw`.\[grid-area\:1\/1\]{b:1}:where(.e>:not(:last-child)){d:1}`,
  );
});

test("a class that a rule excludes need not be there, and what else the rule names must", () => {
  const sheet = String.raw`.x:not(.y){a:1}:not(:is(.y,.z)) p{b:2}.x:not(:where(.y:not(.z),.a\)b))>.b{c:3}.x\:not\(.y{d:4}`;
  expect(select(sheet)).toBe(":not(:is(.y,.z)) p{b:2}");
  expect(select(sheet, "x")).toBe(".x:not(.y){a:1}:not(:is(.y,.z)) p{b:2}");
  expect(select(sheet, "x", "b", "x:not(", "y")).toBe(sheet);
});

test("rules within conditions and layers are chosen too; those for paper alone are left out, and empty ones", () => {
  const sheet =
    '@layer a,b;@layer b{.x{a:1}.y{b:2}@media (min-width:4rem){.y{c:3}}}@media print{.x{d:4}}@page wide{e:5}@property --p{syntax:"{"}';
  expect(select(sheet, "x")).toBe('@layer a,b;@layer b{.x{a:1}}@property --p{syntax:"{"}');
});

const link = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>';
const page = `<html><head>${link}</head><body><p class="x a&amp;b">text</p><script>'<p class="y">'</script></body></html>`;

test("the styles of a page stand in its head, and the whole style sheet at its end", () => {
  const sheet = String.raw`.x{a:1}.a\&b{b:"$&"}.y{c:3}`;
  expect(addFirstStyles(page, () => sheet)).toBe(
    page
      .replace(
        link,
        () =>
          String.raw`<link rel="preload" href="/_next/static/chunks/a.css" as="style"/><style>.x{a:1}.a\&b{b:"$&"}</style>`,
      )
      .replace("</body>", `${link}</body>`),
  );
});

test("every page of a build gets them", () => {
  const project = mkdtempSync(join(tmpdir(), "myomatch-styles-"));
  try {
    for (const folder of [".next/server/app/studies", ".next/static/chunks"])
      mkdirSync(join(project, folder), { recursive: true });
    writeFileSync(join(project, ".next/static/chunks/a.css"), ".x{a:1}");
    const files = ["index.html", "studies/one.html"].map((name) => join(project, ".next/server/app", name));
    for (const file of files) writeFileSync(file, page);
    writeFirstStyles(project);
    for (const file of files) expect(readFileSync(file, "utf8")).toContain("<style>.x{a:1}</style>");
  } finally {
    rmSync(project, { recursive: true });
  }
});
