import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listSavedFiles } from "./service-worker.mjs";

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "myomatch-saved-"));
});
afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, content = "") {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), content);
}

function writeBuild(routes: string[]) {
  write(
    ".next/prerender-manifest.json",
    JSON.stringify({ routes: Object.fromEntries(routes.map((url) => [url, {}])) }),
  );
  write(".next/build-manifest.json", JSON.stringify({ polyfillFiles: ["static/chunks/old.js"] }));
}

test("a page is saved from its document, a file from its content", () => {
  writeBuild(["/", "/_not-found", "/studies/one", "/studies/search.json"]);
  for (const page of ["index", "_not-found", "studies/one"]) write(`.next/server/app/${page}.html`);
  write(".next/server/app/studies/search.json.body");

  expect(listSavedFiles(project)).toEqual([
    { url: "/", path: join(project, ".next/server/app/index.html") },
    { url: "/_not-found", path: join(project, ".next/server/app/_not-found.html") },
    { url: "/studies/one", path: join(project, ".next/server/app/studies/one.html") },
    { url: "/studies/search.json", path: join(project, ".next/server/app/studies/search.json.body") },
  ]);
});

test("scripts, styles and the public folder are saved, the service worker itself is not", () => {
  writeBuild([]);
  write(".next/static/chunks/0a1b.js");
  write("public/icons/192.png");
  write("public/sw.js");

  expect(listSavedFiles(project)).toEqual([
    { url: "/_next/static/chunks/0a1b.js", path: join(project, ".next/static/chunks/0a1b.js") },
    { url: "/icons/192.png", path: join(project, "public/icons/192.png") },
  ]);
});

test("what no device asks for, or has in the library's file, is not saved", () => {
  writeBuild(["/_global-error", "/studies/one/sheet.json", "/studies/one/evidence.json", "/api/openapi.json"]);
  write(".next/static/chunks/old.js");
  expect(listSavedFiles(project)).toEqual([]);
});
