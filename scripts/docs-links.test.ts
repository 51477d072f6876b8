import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { getReply } from "@/lib/answer/library.arbitrary";
import { readEvidenceRequest } from "@/lib/api/request";
import { loadLibrary } from "@/lib/study/load";

const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "CODE_OF_CONDUCT.md",
  "SECURITY.md",
  "data/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };

/** What a page links to or shows, short of other sites. Code is not looked at. */
function findTargets(text: string): string[] {
  const prose = text.replace(/^```.*?^```/gms, "").replace(/`[^`]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target).filter((it) => !/^[a-z]+:/.test(it));
}

/** The anchors of a page's headings, as they are made where the page is read. */
function listAnchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

test("there are pages to check", () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.flatMap((page) => findTargets(readFileSync(page, "utf8"))).length).toBeGreaterThan(60);
});

test.each(pages)("every link and picture of %s leads to something", (page) => {
  const broken = findTargets(readFileSync(page, "utf8")).filter((target) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : join(dirname(page), path);
    if (!existsSync(file)) return true;
    return anchor !== undefined && !listAnchors(readFileSync(file, "utf8")).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(pages)("every command that %s names exists", (page) => {
  const named = [...readFileSync(page, "utf8").matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script);
  expect(named.filter((script) => !(script in scripts))).toEqual([]);
});

test("CONTRIBUTING.md names every command", () => {
  const named = [...readFileSync("CONTRIBUTING.md", "utf8").matchAll(/`npm (?:run )?([\w:-]+)/g)].map(
    ([, script = ""]) => script,
  );
  expect(Object.keys(scripts).filter((script) => !named.includes(script))).toEqual([]);
});

test("CONTRIBUTING.md leads from a dozen kinds of change to the file to start in", () => {
  const [, section = ""] = readFileSync("CONTRIBUTING.md", "utf8").split("## Where to start");
  const rows = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => /^\| (?!to change|---)/.test(line));
  expect(rows.length).toBeGreaterThan(11);
  expect(rows.filter((row) => findTargets(row).length === 0)).toEqual([]);
});

test("the request in README.md gets the reply that stands there", () => {
  const blocks = [...readFileSync("README.md", "utf8").matchAll(/^```json\n(.*?)^```/gms)].map(([, json = ""]) => json);
  const [request = "", reply = ""] = blocks;
  const read = readEvidenceRequest(request);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  const expected = JSON.parse(reply, (_, value) => (typeof value === "number" ? expect.closeTo(value, 4) : value)) as {
    studies: { id: string }[];
  };
  const { studies } = getReply(read.profile, prepareLibrary(loadLibrary()));
  expect(expected.studies.length).toBeGreaterThan(0);
  const shown = expected.studies.map((printed) => studies.find(({ id }) => id === printed.id));
  expect(shown).toMatchObject(expected.studies);
});
