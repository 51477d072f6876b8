import { createHash } from "node:crypto";
import { loadLibrary } from "@/lib/study/load";
import { toSummaryFile } from "./summary-file";

let cached: { name: string; path: string; text: string } | undefined;

/**
 * The summaries of the whole library in one file, written once. It is named after its content: whoever has it need never
 * ask for it again.
 */
export function loadSummaryFile() {
  if (!cached) {
    const text = JSON.stringify(toSummaryFile(loadLibrary()));
    const name = `${createHash("sha256").update(text).digest("hex").slice(0, 16)}.json`;
    cached = { name, path: `/summaries/${name}`, text };
  }
  return cached;
}
