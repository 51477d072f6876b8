import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { loadLibrary } from "@/lib/study/load";
import { loadSummaryFile } from "./load-summaries";
import { toSummaryFile } from "./summary-file";

test("the file holds the whole library, and is named after what it holds", () => {
  const { name, path, text } = loadSummaryFile();
  expect(text).toBe(JSON.stringify(toSummaryFile(loadLibrary())));
  expect(name).toBe(`${createHash("sha256").update(text).digest("hex").slice(0, 16)}.json`);
  expect(path).toBe(`/summaries/${name}`);
  expect(loadSummaryFile()).toBe(loadSummaryFile());
});
