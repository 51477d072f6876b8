import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("no screen, paper or file takes grams without their words", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  expect(files.length).toBeGreaterThan(150);
  const readers = files.filter((file) => /\.arithmetic\b|\barithmetic\s*[:,}]/.test(readFileSync(file, "utf8")));
  expect(readers.sort()).toEqual(["lib/answer/dose.ts", "lib/answer/reply.ts"]);
});
