import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addPagePolicy, noOtherOrigins as none } from "./content-policy.mjs";
import { protectPages } from "./protect-pages.mjs";

const html = `<html><head><meta charSet="utf-8"/></head><body><script>one()</script></body></html>`;

let project = "";
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "myomatch-pages-"));
});
afterEach(() => rmSync(project, { recursive: true }));

function write(path: string, content: string): string {
  const file = join(project, ".next/server", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

test("every built page gets its policy, in whatever folder, and no other file is touched", () => {
  const pages = ["app/index.html", "app/studies/one.html", "pages/404.html"].map((path) => write(path, html));
  const data = write("app/library.json.body", html);
  expect(protectPages({}, project)).toBe(pages.length);
  for (const page of pages) expect(readFileSync(page, "utf8")).toBe(addPagePolicy(html, none));
  expect(readFileSync(data, "utf8")).toBe(html);
});

test("a page that was drawn again by a server is dropped: it would come without its policy", () => {
  write("app/index.html", html);
  const drawn = write("route-cache/APP_PAGE/index.html", html);
  protectPages({}, project);
  expect(existsSync(drawn)).toBe(false);
});

test("the build fails at a page that would not run, and names it; and where there is no page", () => {
  expect(() => protectPages({}, project)).toThrow("holds no page");
  write("app/about.html", html.replace("<script>", '<p onclick="x()"></p><script>'));
  expect(() => protectPages({}, project)).toThrow(/Not built: the page .*about\.html .*onclick="x\(\)"/);
});

test("only the page that is named may ask another origin", () => {
  const [about = "", index = ""] = ["app/about.html", "app/index.html"].map((path) => write(path, html));
  protectPages({ "/about": ["https://records.example"] }, project);
  expect(readFileSync(about, "utf8")).toContain("connect-src 'self' https://records.example;");
  expect(readFileSync(index, "utf8")).toContain("connect-src 'self';");
});
