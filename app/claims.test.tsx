import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { getKind, isRandomised } from "@/lib/study/kind";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import Methods from "./about/page";

/*
 * Every claim of README.md and of the page "Methods and limits" has a test or a figure behind it, or says nothing that
 * can be tested: docs/claims.md has a row for each paragraph.
 */

const { studies, wanted } = loadLibrary();

type Row = { begins: string; holds: string };

/** The rows of a part of docs/claims.md. */
function readRows(part: string): Row[] {
  const text = readFileSync("docs/claims.md", "utf8").split(`\n## ${part}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...text.matchAll(/^\| (.+?) \| (.+) \|$/gm)]
    .map(([, begins = "", holds = ""]) => ({ begins, holds }))
    .slice(2);
}

/** The paragraphs and points of README.md: no headings, tables, pictures or code. */
function readReadme(): string[] {
  return (
    readFileSync("README.md", "utf8")
      .replace(/^```.*?^```$/gms, "")
      // a link and words in bold as they are read
      .replace(/(?<!!)\[(.*?)\]\(.*?\)/g, "$1")
      .replaceAll("**", "")
      .split(/\n\n+|\n(?=- )/)
      .map((block) => block.replace(/\s+/g, " ").replace(/^- /, "").trim())
      .filter((block) => block !== "" && !/^[#|!]/.test(block))
  );
}

const markup = renderToStaticMarkup(
  <CaseProvider>
    <Methods />
  </CaseProvider>,
);

/** The paragraphs and points of the page "Methods and limits": no headings, no tables, not the list of its parts. */
function readMethods(): string[] {
  const withoutContents = markup.replace(/<nav\b.*?<\/nav>/gs, "");
  return [...withoutContents.matchAll(/<(p|li)\b[^>]*>(.*?)<\/\1>/gs)].map(([, , block = ""]) => readText(block));
}

function readText(html: string): string {
  return html
    .replace(/<!-- -->|<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether a paragraph begins with these words; what the library holds stands in braces. */
function begins(block: string, words: string): boolean {
  if (words === "{wanted}") return wanted.some(({ title }) => block.startsWith(title));
  const pattern = words.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${pattern.replaceAll("{number}", "(?:\\d+|[A-Z][a-z]+)")}`).test(block);
}

describe.each([
  { part: "README.md", blocks: readReadme(), atLeast: 18 },
  { part: "Methods and limits", blocks: readMethods().filter((block) => block !== ""), atLeast: 90 },
])("$part", ({ part, blocks, atLeast }) => {
  const rows = readRows(part);

  test("every paragraph has a row, and every row a paragraph", () => {
    expect(blocks.length).toBeGreaterThanOrEqual(atLeast);
    expect(blocks.filter((block) => !rows.some((row) => begins(block, row.begins)))).toEqual([]);
    expect(rows.filter((row) => !blocks.some((block) => begins(block, row.begins)))).toEqual([]);
  });

  test("every row names tests that are there, or says why nothing can be tested", () => {
    const named = rows.flatMap(({ holds }) => [...holds.matchAll(/`([^`]+)` “([^”]+)”/g)]);
    expect(named.length).toBeGreaterThanOrEqual(rows.length);
    expect(
      named.filter(([, file = "", title = ""]) => !readFileSync(file, "utf8").includes(title)).map(([all]) => all),
    ).toEqual([]);
    // a row of tests is nothing but tests: a title that is left out would hold nothing, and nobody would see it
    expect(rows.filter(({ holds }) => !/^(`[^`]+` “[^”]+”(; (?=`)|$))+$|^no claim: .{10}/.test(holds))).toEqual([]);
  });
});

test("the page counts what was read, and by how many", () => {
  const page = readText(markup);
  const treatment = studies.filter((study) => getKind(study) === "treatment");
  const count = (isCounted: (study: Study) => boolean) => `${studies.filter(isCounted).length} of ${studies.length}`;
  const sentences = [
    `Most figures were read in abstracts: ${count(({ reads }) => reads === "abstract")} `,
    `The full text was read for ${count(({ reads }) => reads === "full-text")} `,
    `${count(({ extraction }) => extraction.readers === 1)} `,
    `Two readers have read ${count(({ extraction }) => extraction.readers === 2)} `,
    `${treatment.filter(isRandomised).length} of the ${treatment.length} treatment studies report randomised trials, `,
    `${treatment.filter(({ participants }) => participants.treated === 1).length} of ${treatment.length} `,
  ];
  expect(sentences.filter((sentence) => !page.includes(sentence))).toEqual([]);
});
