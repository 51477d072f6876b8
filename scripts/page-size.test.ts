import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { measureFirstLoad } from "./page-size.mjs";

test("a page is its document, and the scripts and styles that it names, each once; without those of Next.js", () => {
  const project = mkdtempSync(join(tmpdir(), "myomatch-size-"));
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), content);
  };
  // what is random does not get smaller
  const kilobytes = (count: number) => randomBytes(count * 1000);
  try {
    write(
      ".next/build-manifest.json",
      JSON.stringify({ rootMainFiles: ["static/chunks/next.js"], polyfillFiles: ["static/chunks/old.js"] }),
    );
    for (const [name, size] of Object.entries({
      "next.js": 70,
      "old.js": 40,
      "own.js": 20,
      "own.css": 5,
      "late.js": 9,
    }))
      write(`.next/static/chunks/${name}`, kilobytes(size));
    write(
      ".next/server/app/index.html",
      [
        ...["next.js", "old.js", "own.js", "own.js"].map(
          (name) => `<script src="/_next/static/chunks/${name}"></script>`,
        ),
        '<link rel="stylesheet" href="/_next/static/chunks/own.css?v=1"/>',
      ].join(""),
    );
    expect(measureFirstLoad("index", project)).toBeGreaterThan(25);
    expect(measureFirstLoad("index", project)).toBeLessThan(26);
  } finally {
    rmSync(project, { recursive: true });
  }
});
