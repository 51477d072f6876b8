import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explainRefusedWriting, findRefusedWriting } from "./cli.mjs";

const refuse = (code: string, path?: string) => Object.assign(new Error("refused"), { code, path });

test.each([
  ["EACCES", "this user may not write there"],
  ["EROFS", "the disk can only be read"],
  ["ENOSPC", "the disk is full"],
])("%s is told in a sentence, with the file", (code, reason) => {
  expect(explainRefusedWriting(refuse(code, ".next/inputs.sha256"))).toBe(
    `Nothing could be written to .next/inputs.sha256: ${reason} (${code}). Change that, then try again.`,
  );
  expect(explainRefusedWriting(refuse(code))).toContain("the project's folder");
});

test("any other error is none of these", () => {
  const folder = mkdtempSync(join(tmpdir(), "myomatch-cli-"));
  try {
    writeFileSync(join(folder, "none", "file"), "");
    throw new Error("expected a refusal");
  } catch (error) {
    expect(explainRefusedWriting(error)).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(explainRefusedWriting(new Error("other"))).toBeNull();
});

test("what another program printed of a refusal is told in the same sentence", () => {
  const full = "Nothing could be written to .next: the disk is full (ENOSPC). Change that, then try again.";
  expect(findRefusedWriting("> Build error occurred\nError: ENOSPC: no space left on device, write\n", ".next")).toBe(
    full,
  );
  expect(findRefusedWriting("failed to write: No space left on device (os error 28)", ".next")).toBe(full);
  expect(findRefusedWriting("Error: EACCES: permission denied, open", ".next")).toContain("(EACCES)");
  for (const other of ["", "Error: ENOENT: no such file", "Type error: ENOSPCX"])
    expect(findRefusedWriting(other, ".next")).toBeNull();
});
