import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkLibrary } from "./check";
import { checkStudy } from "./study-check";
import { compareStudy } from "./study-compare";
import { writeForm } from "./study-form";
import { draftStudies } from "./study-new";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "myomatch-study-"));
  cpSync("data", folder, { recursive: true });
  rmSync(join(folder, "drafts"), { recursive: true, force: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const commands = {
  "study:new": draftStudies,
  "study:check": checkStudy,
  "study:form": writeForm,
  "study:compare": compareStudy,
  "check:data": checkLibrary,
};

/** One command of a curator, with what is typed behind its name, on a copy of the library. */
function run(command: keyof typeof commands, argument?: string) {
  const printed = commands[command]([...(argument === undefined ? [] : [argument]), folder]);
  return { status: printed.problems.length > 0 ? 1 : 0, ...printed };
}

function save(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const record = (pmid: string, title: string, author: string) =>
  [
    `PMID- ${pmid}`,
    "OWN - NLM",
    "DP  - 2025 Mar",
    `TI  - ${title}`,
    "PG  - 11-9",
    `AU  - ${author}`,
    "AU  - Bézier M",
    "TA  - J Examples",
    `SO  - J Examples. 2025 Mar:11-9.`,
    "",
  ].join("\n");

test("a curator's journey: import, complete, check, move, read a second time", () => {
  const file = save(
    "export.nbib",
    [
      record("99000001", "Immunoglobulin in ten adults.", "Neumann AB"),
      record("23906502", "Clinical efficacy of intravenous immunoglobulins.", "Bounfour T"),
      record("99000002", "Immunoglobulin in a child.", "Neumann AB"),
    ].join("\n"),
  );

  const imported = run("study:new", file);
  expect(imported.problems).toEqual(["Record 2: not drafted. PMID 23906502 is in studies/bounfour-2014.json already."]);
  expect(imported.out.at(-1)).toBe("2 of 3 records drafted.");
  expect(readdirSync(join(folder, "drafts")).sort()).toEqual(["neumann-2025.json", "neumann-2025b.json"]);

  // A second import overwrites nothing and drafts nothing twice.
  const path = join(folder, "drafts", "neumann-2025.json");
  const asDrafted = readFileSync(path, "utf8");
  expect(run("study:new", file).problems).toHaveLength(3);
  expect(readFileSync(path, "utf8")).toBe(asDrafted);

  // A draft is no sheet, wherever it lies.
  const open = run("study:check", path);
  expect(open.status).toBe(1);
  expect(open.problems).toContain(
    "neumann-2025.json: bottomLine: Still open: one sentence of our own, with its main caution.",
  );
  const misplaced = join(folder, "studies", "neumann-2025.json");
  writeFileSync(misplaced, asDrafted);
  expect(run("check:data").problems[0]).toMatch(/^neumann-2025\.json: draft: Still a draft: /);
  rmSync(misplaced);

  // Filled in from a sheet of the same kind, as data/README.md has it.
  const { draft: _, ...draft } = JSON.parse(asDrafted);
  const model = JSON.parse(readFileSync(join(folder, "studies", "suzuki-2009.json"), "utf8"));
  const sheet = { ...model, id: draft.id, citation: draft.citation };
  writeFileSync(path, JSON.stringify({ ...sheet, bottomLine: draft.bottomLine }));
  expect(run("study:check", path).problems).toEqual([
    "neumann-2025.json: bottomLine: Still open: one sentence of our own, with its main caution.",
    "1 fault in neumann-2025.json.",
  ]);
  writeFileSync(path, JSON.stringify(sheet));
  expect(run("study:check", path)).toMatchObject({ status: 0, out: ["neumann-2025.json has no fault."] });
  cpSync(path, misplaced);
  const sheets = readdirSync(join(folder, "studies")).length;
  expect(run("check:data")).toMatchObject({ status: 0, out: [expect.stringContaining(`${sheets} fact sheets`)] });
  expect(run("study:check", path).problems[0]).toMatch(/The library has a sheet of that name/);

  // The second reader.
  const form = JSON.parse(run("study:form", "neumann-2025").out.join("\n"));
  const blankForm = save("form.json", JSON.stringify(form));
  expect(run("study:compare", blankForm).problems[0]).toMatch(/is still blank/);
  const figures = form.figures.map((entry: { figure: string }) => ({
    ...entry,
    value: entry.figure === "treated" ? sheet.participants.treated + 1 : null,
  }));
  const filled = save("form.json", JSON.stringify({ ...form, figures }));
  const { status, out } = run("study:compare", filled);
  expect(status).toBe(0);
  expect(out[0]).toMatch(/^0 of \d+ figures agree\.$/);
  expect(out.join("\n")).toContain("Patients given immunoglobulin (treated): the sheet has");
});

test("an impossible request gets a sentence, and nothing is written", () => {
  const enormous = save("enormous.nbib", "");
  truncateSync(enormous, 20 * 1024 * 1024 + 1);
  for (const [command, words] of [
    [draftStudies, /^Name the export: npm run study:new -- FILE$/],
    [checkStudy, /^Name the sheet: npm run study:check -- FILE$/],
    [writeForm, /^Name the sheet: npm run study:form -- ID$/],
    [compareStudy, /^Name the form: npm run study:compare -- FORM$/],
  ] as const)
    expect(command([])).toEqual({ out: [], problems: [expect.stringMatching(words)] });
  for (const [command, argument, words] of [
    ["study:new", join(folder, "gone.nbib"), /There is no file/],
    ["study:new", folder, /There is no file/],
    ["study:new", save("empty.nbib", ""), /The file is empty\./],
    ["study:new", enormous, /larger than 20 MB/],
    ["study:check", join(folder, "gone.json"), /There is no file/],
    ["study:check", save("broken.json", "{"), /Not JSON/],
    ["study:form", "gone-1999", /The library has no sheet "gone-1999"\./],
    ["study:compare", save("broken-form.json", "{"), /The form is not JSON/],
  ] as const) {
    const { status, problems } = run(command, argument);
    expect([command, status]).toEqual([command, 1]);
    expect(problems.join("\n")).toMatch(words);
    expect(problems.join("\n")).not.toMatch(/\n\s+at /);
  }
  expect(existsSync(join(folder, "drafts"))).toBe(false);
});
