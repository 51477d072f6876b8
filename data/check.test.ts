import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkLibrary } from "./check";

test("the real library passes", () => {
  const { out, problems } = checkLibrary([]);
  expect(problems).toEqual([]);
  const sheets = readdirSync("data/studies").filter((name) => name.endsWith(".json"));
  expect(out.join()).toContain(`${sheets.length} fact sheets`);
});

test("a broken copy fails, with every fault of every file by its path", () => {
  const folder = mkdtempSync(join(tmpdir(), "myomatch-check-"));
  try {
    cpSync("data", folder, { recursive: true });
    const change = (id: string, from: string, to: string) => {
      const path = join(folder, "studies", `${id}.json`);
      const text = readFileSync(path, "utf8");
      expect(text).toContain(from);
      writeFileSync(path, text.replace(from, to));
    };
    // the wrong denominator of the relapses, by which the printed 53% no longer fits
    change("bounfour-2014", '"total": 19', '"total": 27');
    change("tsai-1997", '"response": "initial-response"', '"response": "gone"');
    change("cherin-1994", '"cohort"', '"Cohort"');
    writeFileSync(join(folder, "studies", "copy-2000.json"), readFileSync(join(folder, "studies", "suzuki-2009.json")));
    writeFileSync(join(folder, "studies", "broken-2000.json"), "{");
    writeFileSync(join(folder, "wanted.json"), '[{ "title": "A report", "about": ["weather"] }]');
    writeFileSync(join(folder, "screened.json"), "[");
    const { out, problems: faults } = checkLibrary([folder]);
    expect(out).toEqual([]);
    for (const fault of [
      /^bounfour-2014\.json: outcomes\.3\.result\.reportedPercent: The source prints 53%/,
      /^tsai-1997\.json: headline\.response: /,
      /^cherin-1994\.json: cohort: /,
      /^cherin-1994\.json: \(whole file\): .*"Cohort"/,
      /^copy-2000\.json: id: /,
      /^(copy-2000|suzuki-2009)\.json: citation\.pmid: /,
      /^(copy-2000|suzuki-2009)\.json: citation\.doi: /,
      /^broken-2000\.json: \(whole file\): Not JSON/,
      /^wanted\.json: 0\.reason: /,
      /^wanted\.json: 0\.about\.0: /,
      /^screened\.json: \(whole file\): Not JSON/,
    ]) {
      expect(faults.filter((line) => fault.test(line))).toHaveLength(1);
    }
    expect(faults.at(-1)).toBe(`${faults.length - 1} faults in the study library.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
