import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Problem } from "@/scripts/cli.mjs";
import { run } from "@/scripts/spawn.mjs";
import { budgets } from "./budgets";
import { createRow, type Section } from "./rows";

/** How long `npm test` takes as the first command in a fresh clone of what is committed. */
export async function measureTestTime(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), "bench-clone-"));
  let output = "";
  const collect = {
    onOutput: (text: string) => {
      output += text;
    },
  };
  try {
    if ((await run("git", ["clone", "--quiet", ".", folder], collect)) !== 0) throw new Problem(output);
    const start = performance.now();
    const shell = { ...collect, shell: true };
    if ((await run(`cd "${folder}" && npm test`, [], shell)) !== 0) throw new Problem(`npm test failed:\n${output}`);
    const minutes = (performance.now() - start) / 60_000;
    return {
      title: "The tests",
      how: "`npm test` as the first command in a fresh clone: install, checks, builds, unit and browser tests.",
      rows: [createRow({ what: "npm test", ours: [minutes], unit: "minutes" }, budgets.testTime)],
      limits: "The browser tests, which have the machine to themselves, and two builds.",
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
