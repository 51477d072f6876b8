import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkImports } from "./check-imports.mjs";
import { drawImports } from "./draw-imports.mjs";
import { importDirections } from "./import-directions.mjs";

test("every folder is in the list, and the list has no other", () => {
  const inTree = ["lib", "components"].flatMap((parent) => readdirSync(parent).map((folder) => `${parent}/${folder}`));
  expect(Object.keys(importDirections).sort()).toEqual(
    [...inTree, "app", "bench", "data", "dev", "e2e", "scripts"].sort(),
  );
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
  "lib/case/case.ts": 'import { numbers } from "../format/numbers";\nexport const answers = numbers;',
  "lib/case/case.test.ts": 'import "@/lib/study/fixtures";\nimport "@/lib/study/load";',
  "lib/format/numbers.ts": "export const numbers = 1;",
  "lib/study/fixtures.ts": 'export * from "./load";',
  "lib/study/load.ts": 'import { readFileSync } from "node:fs";\nexport const load = readFileSync;',
  "node_modules/next/link.js": "export default 1;",
  "node_modules/react/index.js": "export default 1;",
};

/** Each file with an import that is not allowed, and the rule that it breaks. */
const refused: [what: string, file: string, text: string, rule: string][] = [
  ["upward in lib", "lib/format/a.ts", 'import "@/lib/study/load";', "lib/format imports only itself"],
  ["upward, as a type", "lib/format/b.ts", 'export type { A } from "@/lib/study/load";', "lib/format imports only"],
  ["upward, in a type", "lib/format/c.ts", 'export type A = import("@/lib/study/load").A;', "lib/format imports only"],
  ["upward, with ../", "lib/format/d.ts", 'import "../study/load";', "lib/format imports only"],
  ["upward, from a script file", "lib/format/e.mjs", 'import "../study/load.ts";', "lib/format imports only"],
  ["upward, in components", "components/ui/a.tsx", 'import "@/components/state/b";', "components/ui imports only"],
  [
    "upward, later, inside JSX",
    "components/state/b.tsx",
    'export const B = () => <a onClick={() => import("@/components/case/c")}>c</a>;',
    "components/state imports only",
  ],
  ["in a circle", "components/case/c.ts", 'import "./d";', "no import leads in a circle"],
  ["of React in lib", "lib/format/f.ts", 'import react from "react";', "neither React nor Next.js"],
  ["of Next.js in lib", "lib/format/g.ts", 'import link from "next/link";', "neither React nor Next.js"],
  ["of app", "components/ui/e.tsx", 'import "@/app/page";', "nothing imports app"],
  ["of a component in a test in lib", "lib/case/a.test.ts", 'import "@/components/ui/field";', "not in a test either"],
  ["of files in lib", "lib/format/h.ts", 'import "node:fs";', "reads files"],
  ["of the sheets in a component", "components/ui/f.tsx", 'import "@/lib/study/load";', "a page hands them over"],
  ["of a fixture", "lib/match/a.ts", 'import "@/lib/study/fixtures";', "only tests import"],
  ["of what does not exist", "lib/format/i.ts", 'import "./none";', "leads to a file or package"],
];

/** Checks a small project with these files, outside of the folders that other checks read. */
async function checkSmallProject(files: Record<string, string>) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "imports-")));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return await checkImports(root, ["app", "components", "lib"]);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("what the list allows is accepted", async () => {
  expect(await checkSmallProject(allowedFiles)).toMatchObject({ faults: [], imports: 7 });
});

test("what the list does not allow is refused, with the file, what it imports and the rule", async () => {
  const files = Object.fromEntries(refused.map(([, file, text]) => [file, text]));
  const circle = { "components/case/d.ts": 'import "./c";' };
  const { faults } = await checkSmallProject({ ...allowedFiles, ...files, ...circle });
  const missed = refused.filter(
    ([, file, , rule]) => !faults.some((fault) => fault.startsWith(`${file} imports `) && fault.includes(rule)),
  );
  expect(missed).toEqual([]);
});
