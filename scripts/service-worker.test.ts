import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { savedFiles } from "./service-worker.mjs";

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "myomatch-saved-"));
});
afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, content = "") {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

function built(routes: string[]) {
  write(
    ".next/prerender-manifest.json",
    JSON.stringify({ routes: Object.fromEntries(routes.map((url) => [url, {}])) }),
  );
}

test("a page is saved from its document, a file from its content", () => {
  built(["/", "/_not-found", "/studies/one", "/studies/one/sheet.json"]);
  for (const page of ["index", "_not-found", "studies/one"]) write(`.next/server/app/${page}.html`);
  write(".next/server/app/studies/one/sheet.json.body");

  expect(savedFiles(project)).toEqual([
    { url: "/", path: join(project, ".next/server/app/index.html"), isNamedByHash: false },
    { url: "/_not-found", path: join(project, ".next/server/app/_not-found.html"), isNamedByHash: false },
    { url: "/studies/one", path: join(project, ".next/server/app/studies/one.html"), isNamedByHash: false },
    {
      url: "/studies/one/sheet.json",
      path: join(project, ".next/server/app/studies/one/sheet.json.body"),
      isNamedByHash: false,
    },
  ]);
});

test("scripts, styles and the public folder are saved, the service worker itself is not", () => {
  built([]);
  write(".next/static/chunks/0a1b.js");
  write("public/icons/192.png");
  write("public/sw.js");

  expect(savedFiles(project)).toEqual([
    { url: "/_next/static/chunks/0a1b.js", path: join(project, ".next/static/chunks/0a1b.js"), isNamedByHash: true },
    { url: "/icons/192.png", path: join(project, "public/icons/192.png"), isNamedByHash: false },
  ]);
});

test("what is shown only where the program broke down is not saved", () => {
  built(["/_global-error"]);
  expect(savedFiles(project)).toEqual([]);
});
