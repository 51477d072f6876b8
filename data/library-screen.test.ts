import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { screenExport } from "./library-screen";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-screen-"));
  cpSync("data", folder, { recursive: true });
  rmSync(join(folder, "drafts"), { recursive: true, force: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(...words: string[]) {
  const printed = screenExport(words);
  return { status: printed.problems.length > 0 ? 1 : 0, ...printed };
}

function save(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const record = (pmid: string, title: string) =>
  `PMID- ${pmid}\nDP  - 2025 Mar\nTI  - ${title}.\nAU  - Neumann AB\nTA  - J Examples\nSO  - J Examples. 2025.\n`;

test("each record gets its answer, the new ones a draft, once", () => {
  save(
    "screened.json",
    JSON.stringify([
      { title: "In mice", year: 2025, pmid: "99000001", doi: null, reason: "an animal study", date: "2026-11-25" },
    ]),
  );
  const whole = [
    record("23906502", "Clinical efficacy"),
    record("99000001", "In mice"),
    record("37429682", "Time is muscle"),
    record("99000002", "In ten adults"),
    record("99000002", "In ten adults"),
  ];
  const file = save("export.nbib", [...whole.slice(0, 2), "PMID- 99000003\nTI  - Cut", ...whole.slice(2)].join("\n\n"));

  const screened = run(file, folder);
  expect(screened.status).toBe(1);
  expect(screened.problems).toEqual([
    "Record 3 (line 17): Broken. Its source line (SO) is missing: the record is cut off.",
  ]);
  for (const [index, words] of [
    "In the library: bounfour-2014 (by PMID 23906502)",
    "Left out on 2026-11-25: an animal study",
    "Wanted: ",
    "New: In ten adults (2025; PMID 99000002)",
    "The same as record 5 of this file",
    "6 records: 1 broken, 1 in the library, 1 left out before, 1 wanted, 0 with a draft, 1 given before in this file, 1 new.",
  ].entries())
    expect(screened.out[index]).toContain(words);
  expect(existsSync(join(folder, "drafts"))).toBe(false);

  const good = save("good.nbib", whole.join("\n"));
  const drafted = run(good, folder, "--draft");
  expect(drafted).toMatchObject({ status: 0, problems: [] });
  expect(drafted.out).toContain("1 of 1 records drafted.");
  expect(readdirSync(join(folder, "drafts"))).toEqual(["neumann-2025.json"]);
  expect(run("--draft", good, folder).out).toContain(
    "5 records: 0 broken, 1 in the library, 1 left out before, 1 wanted, 2 with a draft, 0 given before in this file, 0 new.",
  );
  expect(readdirSync(join(folder, "drafts"))).toHaveLength(1);
});

test("an impossible request gets a sentence", () => {
  const good = save("good.nbib", record("1", "A report"));
  for (const [words, sentence] of [
    [[], /^Name the export/],
    [[join(folder, "gone.nbib"), folder], /There is no file/],
    [[folder, folder], /There is no file/],
    [[good, folder, "--drafts"], /^There is no option --drafts\. Name the export/],
    [[save("empty.nbib", ""), folder], /The file is empty\./],
    [[save("letter.txt", "Dear colleague"), folder], /No record was found/],
  ] as const) {
    const { status, problems } = run(...words);
    expect([words.length, status, problems.length]).toEqual([words.length, 1, 1]);
    expect(problems[0]).toMatch(sentence);
  }
  save("wanted.json", "{");
  expect(run(good, folder)).toMatchObject({ status: 1, problems: [expect.stringContaining("npm run check:data")] });
});
