import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkImports } from "./check-imports.mjs";
import { drawImports } from "./draw-imports.mjs";
import { importDirections } from "./import-directions.mjs";

test("every folder is in the list, and the list has no other", () => {
  const inTree = ["lib", "components"].flatMap((parent) => readdirSync(parent).map((folder) => `${parent}/${folder}`));
  expect(Object.keys(importDirections).sort()).toEqual([...inTree, "app", "data", "e2e", "scripts"].sort());
});

test("the list goes from the bottom up, so that it holds no circle", () => {
  const above = new Set<string>();
  for (const [folder, below] of Object.entries(importDirections)) {
    expect(below.filter((next) => !above.has(next))).toEqual([]);
    above.add(folder);
  }
});

test("docs/architecture.md has the picture of the list; if not, run: npm run draw:imports", () => {
  const page = readFileSync("docs/architecture.md", "utf8");
  expect(page).toBe(drawImports(page));
  expect(page).toContain("components/figure");
});

const allowedFiles = {
  "app/page.tsx": 'import { field } from "@/components/ui/field";\nexport const page = <p>{field}</p>;',
  "components/ui/field.tsx": 'import { numbers } from "@/lib/format/numbers";\nexport const field = numbers;',
  "lib/study/fixtures.ts": 'export * from "@/lib/case/case";',
  "lib/case/case.ts": 'import { numbers } from "../format/numbers";\nexport const answers = numbers;',
  "lib/case/case.test.ts": 'import "@/lib/study/fixtures";\nimport "@/lib/study/load";',
  "lib/format/numbers.ts": "export const numbers = 1;",
  "lib/study/load.ts": 'import { readFileSync } from "node:fs";\nexport const load = readFileSync;',
};

/** Checks a small project with these files, and with one more or another one. */
async function checkSmallProject(further: Record<string, string> = {}) {
  // inside the project, where React is found
  const root = mkdtempSync(join(process.cwd(), "test-imports-"));
  try {
    for (const [file, text] of Object.entries({ ...allowedFiles, ...further })) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return await checkImports(root, ["app", "components", "lib"]);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("what the list allows is accepted", async () => {
  expect(await checkSmallProject()).toMatchObject({ faults: [], imports: 7 });
});

test.each([
  ["upward in lib", "lib/format/numbers.ts", 'import "@/lib/study/load";', "lib/format imports only itself"],
  ["upward, as a type", "lib/format/a.ts", 'export type { A } from "@/lib/study/load";', "lib/format imports only"],
  [
    "upward, in a type",
    "lib/format/a.ts",
    'export type A = typeof import("@/lib/study/load");',
    "lib/format imports only",
  ],
  ["upward, with ../", "lib/format/a.ts", 'import "../study/load";', "lib/format imports only"],
  ["upward, from a script file", "lib/format/a.mjs", 'import "../study/load.ts";', "lib/format imports only"],
  [
    "later, from inside JSX",
    "components/ui/a.tsx",
    'export const A = () => <a onClick={() => import("@/components/case/b")}>b</a>;',
    "components/ui imports only",
  ],
  ["in a circle", "lib/format/numbers.ts", 'import "./z";', "no import leads in a circle"],
  ["of React in lib", "lib/format/a.ts", 'import { useState } from "react";', "neither React nor Next.js"],
  ["of Next.js in lib", "lib/format/a.ts", 'import Link from "next/link";', "neither React nor Next.js"],
  ["of app", "components/ui/a.tsx", 'import "@/app/page";', "nothing imports app"],
  ["of a component, in a test in lib", "lib/case/a.test.ts", 'import "@/components/ui/field";', "not in a test either"],
  ["of files in lib", "lib/format/a.ts", 'import "node:fs";', "reads files"],
  ["of the sheets in a component", "components/ui/a.tsx", 'import "@/lib/study/load";', "a page hands them over"],
  ["of a fixture", "lib/case/a.ts", 'import "@/lib/study/fixtures";', "only tests import"],
  ["of what does not exist", "lib/format/a.ts", 'import "./none";', "leads to a file or package"],
])("an import is refused %s", async (_, file, text, rule) => {
  const { faults } = await checkSmallProject({
    "lib/format/z.ts": 'import "./numbers";',
    "components/case/b.ts": "export const b = 1;",
    [file]: text,
  });
  expect(faults).toContainEqual(expect.stringMatching(new RegExp(`^${file} imports .*${rule}`)));
});
