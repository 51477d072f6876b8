import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** The direction of imports: each folder, and the folders it may import. */
const mayImport: Record<string, string[]> = {
  "lib/terms": ["lib/terms"],
  "lib/stats": ["lib/stats"],
  "lib/profile": ["lib/profile", "lib/terms"],
  "lib/study": ["lib/study", "lib/terms"],
  "lib/match": ["lib/match", "lib/profile", "lib/study", "lib/terms"],
  "lib/evidence": ["lib/evidence", "lib/match", "lib/profile", "lib/stats", "lib/study", "lib/terms"],
  "lib/present": ["lib/present", "lib/evidence", "lib/match", "lib/profile", "lib/stats", "lib/study", "lib/terms"],
  "lib/case-link": ["lib/case-link", "lib/profile", "lib/terms"],
  "lib/recent": ["lib/recent", "lib/case-link", "lib/profile", "lib/terms"],
  "lib/cite": ["lib/cite", "lib/study", "lib/terms"],
  "lib/curate": ["lib/curate", "lib/cite", "lib/study", "lib/terms"],
  "lib/api": ["lib/api", "lib/evidence", "lib/present", "lib/profile", "lib/study", "lib/terms"],
  "lib/newcomer": [],
  components: ["components", "lib/*", "!lib/api"],
  app: ["app", "components", "lib/*"],
  data: ["lib/cite", "lib/curate", "lib/study", "lib/terms"],
  e2e: ["lib/case-link", "lib/profile", "lib/stats", "lib/terms"],
  scripts: ["components", "data", "e2e", "lib/*", "scripts"],
};
const folders = Object.keys(mayImport);

/** Single imports worth naming, with whether they may stand in a file of that folder. */
const cases: [folder: string, code: string, verdict: "allowed" | "refused"][] = [
  ["lib/stats", 'import "./interval";', "allowed"],
  ["lib/stats", 'import "zod";', "allowed"],
  ["lib/study", 'import "node:fs";', "allowed"],
  ["lib/stats", 'import "../study/schema";', "refused"],
  ["lib/stats", 'import "./../study/schema";', "refused"],
  ["lib/stats", 'import "..";', "refused"],
  ["lib/stats", 'import "../../data/safety.json";', "refused"],
  ["lib/stats", 'import type { Study } from "@/lib/study/schema";', "refused"],
  ["lib/stats", 'export { study } from "@/lib/study/schema";', "refused"],
  ["lib/stats", 'export * from "@/lib/study/schema";', "refused"],
  ["lib/stats", 'const schema = await import("@/lib/study/schema");', "refused"],
  ["lib/present", 'import { useState } from "react";', "refused"],
  ["lib/present", 'import { render } from "react-dom/server";', "refused"],
  ["lib/api", 'import { NextResponse } from "next/server";', "refused"],
  ["components", 'import Link from "next/link";', "allowed"],
  ["components", 'import "@/lib/study/schema";', "allowed"],
  ["components", 'import "@/lib/study/load";', "refused"],
  ["app", 'import "@/lib/study/load";', "allowed"],
  ["app", 'import "../about/page";', "refused"],
  ["e2e", 'import "@/lib/study/examples";', "allowed"],
  ["e2e", 'import "@/lib/cite/reference-parsers.test-data";', "allowed"],
  ["e2e", 'import "@/lib/cite/ris";', "refused"],
  ["e2e", 'import "@/lib/study/schema";', "refused"],
];

const fileOfArrow = (from: string, to: string) => `${from}/imports-${to.replace("/", "-")}.ts`;
const fileOfCase = (folder: string, index: number) => `${folder}/case-${index}.ts`;

let project: string;
let refused: Set<string>;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "myomatch-direction-"));
  for (const file of ["biome.json", ".gitignore"]) cpSync(file, join(project, file));
  for (const from of folders) {
    for (const to of folders) write(fileOfArrow(from, to), `import "@/${to}/file";`);
  }
  cases.forEach(([folder, code], index) => {
    write(fileOfCase(folder, index), code);
  });
  refused = lint();
});

afterAll(() => rmSync(project, { recursive: true }));

function write(file: string, code: string) {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), `${code}\n`);
}

/** The files that the rule refuses. */
function lint() {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const flags = ["--only=style/noRestrictedImports", "--reporter=json", "--max-diagnostics=none"];
  const { stdout } = spawnSync(process.execPath, [biome, "lint", ...flags], { cwd: project, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { severity: string; location: { path: string } }[] };
  return new Set(diagnostics.filter(({ severity }) => severity === "error").map(({ location }) => location.path));
}

describe("the direction of imports", () => {
  test.each(folders)("%s imports what it may and nothing else", (from) => {
    const allowed = folders.filter((to) => {
      const group = to.replace(/\/.*/, "/*");
      const rules = mayImport[from] ?? [];
      return !rules.includes(`!${to}`) && (rules.includes(to) || rules.includes(group));
    });
    expect(folders.filter((to) => !refused.has(fileOfArrow(from, to)))).toEqual(allowed);
  });

  test.each(cases.map((one, index) => [...one, index] as const))("in %s, %s is %s", (folder, _, verdict, index) => {
    expect(refused.has(fileOfCase(folder, index))).toBe(verdict === "refused");
  });
});
