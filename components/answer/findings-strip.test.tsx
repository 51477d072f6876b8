import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { secondEditionLibrary } from "@/lib/answer/fixtures";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { FindingsStrip } from "./findings-strip";

const library = secondEditionLibrary();

/** The cells of a case as a reader meets them: the text of each, in order. */
function readCells(name: ExampleName): string[] {
  const html = renderToStaticMarkup(
    <CaseProvider>
      <FindingsStrip answer={answerTo(exampleCases[name].profile, library)} />
    </CaseProvider>,
  );
  return html
    .split("<article")
    .slice(1)
    .map((cell) =>
      cell
        .replace(/^[^>]*>/, "")
        .replace(/<svg.*?<\/svg>/gs, "")
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    );
}

test.each<[ExampleName, RegExp[]]>([
  [
    "adultSkinOnlyRefractory",
    [
      /^Response 19 of 27 70% skin clear or almost clear .*One other study counts it: 2 of 2\./,
      /^Relapse after stopping 10 of 19 53% .*of: the 19 major responders.*median 6\.2 months/,
      /^Survival Not counted by any of 2 studies\./,
      /^Harm: headache 2 of 27 7% severe headache/,
    ],
  ],
  [
    "refractoryAdult",
    [
      /^Response 37 of 47 79% .*Placebo: 21 of 48 \(44%\); difference 35 points, 95% CI 15\.5 to 51\.0 .*number needed to treat 3.*Miyasaka 2012, a randomised trial.*32 of 47 \(68%\) 11 of 48 \(23%\).*15 of 47 \(32%\) 4 of 48 \(8%\)/,
      /^Relapse under continuing treatment 0 of 13 0%/,
      /^Deaths 0 of 95 0%/,
      /^Harm: thrombosis 6 of 95 6% any thromboembolic event/,
    ],
  ],
  [
    "adultRefractoryLungDisease",
    [/^Response 7 of 17/, /^Survival 2 of 5 40%.*All 5 had rapidly progressive lung disease/, /^Relapse/, /^Harm/],
  ],
  [
    "child",
    [
      /^Response 12 of 18/,
      /^Relapse after stopping 4 of 6/,
      /^Relapse/,
      /^Relapse/,
      /^Survival 1 of 2 .*All|Both/,
      /^Harm/,
    ],
  ],
  [
    "pregnant",
    [
      /^Response 3 of 3/,
      /^Mother and child 3 of 3 .*healthy child.*Mosca 2005, born preterm, at 35 weeks: 1 of 1/,
      /^Relapse timing not reported 0 of 2/,
      /^Harm: any adverse event 0 of 2/,
    ],
  ],
])("%s: what each cell says", (name, expected) => {
  const cells = readCells(name);
  expect(cells).toHaveLength(expected.length);
  for (const [index, words] of expected.entries()) expect(cells[index]).toMatch(words);
});

test("where nobody describes the patient there is no strip, and nothing is stated there", () => {
  expect(readCells("pregnantWithLungDisease")).toEqual([]);
  expect(renderToStaticMarkup(<FindingsStrip answer={answerTo(emptyProfile, library)} />)).toBe("");
});
