import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { secondEditionLibrary } from "@/lib/answer/fixtures";
import { answerTo, createLibrary } from "@/lib/answer/library.arbitrary";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { FindingsStrip } from "./findings-strip";

const library = secondEditionLibrary();

const draw = (name: ExampleName) =>
  renderToStaticMarkup(
    <CaseProvider>
      <FindingsStrip answer={answerTo(exampleCases[name].profile, library)} />
    </CaseProvider>,
  );

/** The cells of a case as a reader meets them: the text of each, in order. */
const read = (markup: string) =>
  markup
    .replace(/^[^>]*>/, "")
    .replace(/<svg.*?<\/svg>/gs, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,:;](?: |$))/g, "")
    .trim();

function readCells(name: ExampleName): string[] {
  return draw(name)
    .split("<article")
    .slice(1)
    .map((cell) => read(cell.replace(/<\/article>.*$/s, "")));
}

test.each<[ExampleName, RegExp[]]>([
  [
    "adultSkinOnlyRefractory",
    [
      /^Response 19 of 27 70% skin clear or almost clear i Given: IV, dose not in the abstract\. Dose known only of others: Cafardi 2015, 2 other patients: IV, 2 g\/kg every 4 weeks\. Age not in the abstract\. 95% CI 52–84%\. Bounfour 2014, retrospective cohort; abstract\. 1 more counts a response \(definitions may differ\): Cafardi 2015, 2 of 2\.$/,
      /^Relapse after stopping 10 of 19 53% .*of the 19 major responders; median 6\.2 months from last IVIG course 95% CI 32–73%\. Bounfour 2014/,
      /^Survival not counted by any of 2 studies$/,
      /^Harm 2 of 27 7% severe headache.*Known of immunoglobulin: thrombosis, kidney injury, haemolysis → Safety$/,
    ],
  ],
  [
    "refractoryAdult",
    [
      /^Response 37 of 47 79% .*Placebo: 21 of 48 \(44%, 31–58%\); difference 35 points \(15\.5–51\.0\); number needed to treat 3\. .*Aggarwal 2022, randomised trial/,
      /^Relapse after stopping No count that can be used here, of 34 studies\. By an enzyme or antibody value only: .* 2013, 5 of 17; .*Cherin 2002 \(of patients who improved\), benefit kept three years after stopping: .* under continuing treatment 0 of 13 0% .*Given: under the skin, 0\.2 g\/kg a week\. Mean age 50\. 95% CI 0–23%/,
      /^Deaths 0 of 95 0% in nobody: died i over 40 weeks Placebo, first 16 weeks: 0 of 48 \(0%, 0–7%\)\. .*1 more counts deaths \(definitions may differ\): Marie 2010, 8 of 73\..*“Clinically amyopathic …” 2021 \(in words\), died of respiratory failure: .*she died/,
      /^Harm against placebo in a trial 30 of 52 58% related adverse event in first 16 weeks i of patients given immunoglobulin in the first 16 weeks, five of whom came over from placebo Placebo: 11 of 48 \(23%, 13–37%\)\. 95% CI 44–70%\. Aggarwal 2024, randomised trial; full text\. the most serious counted 6 of 95 6% any thromboembolic event i over 40 weeks 95% CI 3–13%\. Aggarwal 2024, from a randomised trial, without its comparison group; full text\. The same study: any serious adverse event 14 of 95 \(15%, 9–23%\)\./,
    ],
  ],
  [
    "adultRefractoryLungDisease",
    [
      /^Response 7 of 17 41% .*All 17 had antisynthetase antibody\./,
      /^Survival 2 of 5 40%.*All 5 had rapidly progressive lung disease/,
      /^Relapse not counted by any of 6 studies$/,
      /^Harm 9 of 17 53%/,
    ],
  ],
  [
    "child",
    [
      /^Response 12 of 18 67% .*Most had refractory disease\. .*Lam 2011 \(controlled, not randomised\), .*: Although they started with more active disease, recipients kept a similar or lower disease activity than controls from 30 days to four years after diagnosis\.$/,
      /^Relapse after stopping 4 of 6 67% .*of children who had responded initially .*under continuing treatment 0 of 1 .*on or off treatment not told 2 of 2 /,
      /^Survival 1 of 2 .*Same pulses without immunoglobulin: 1 of 1\. Both had interstitial lung disease and anti-MDA5 antibody\./,
      /^Harm 25 of 38 66%/,
    ],
  ],
  [
    "pregnant",
    [
      /^Response 3 of 3 .*Li 2018: the patient had necrotising myopathy\. Williams 2007; Linardaki 2011; Li 2018, case report; abstract\./,
      /^Mother and child 3 of 3 .*healthy child.*Linardaki 2011, fetal complication: 0 of 1\. Mosca 2005, born preterm, at 35 weeks: 1 of 1\./,
      /^Relapse after stopping Not counted apart by any of 4 studies\. on or off treatment not told 0 of 2 in nobody: disease back/,
      /^Harm 0 of 2 .*thrombosis, kidney injury, haemolysis → Safety$/,
    ],
  ],
])("%s: what each cell says", (name, expected) => {
  const cells = readCells(name);
  expect(cells).toHaveLength(expected.length);
  for (const [index, words] of expected.entries()) expect(cells[index]).toMatch(words);
});

test("before the cells stands the harm in one line, which a phone has no room for otherwise: what a trial compares first", () => {
  expect(draw("adultSkinOnlyRefractory")).toContain("Harm: severe headache 2 of 27 (7%, 2–23%). Bounfour 2014.");
  expect(draw("refractoryAdult")).toContain(
    "Harm: related adverse event in first 16 weeks 30 of 52 (58%, 44–70%) v 11 of 48 (23%, 13–37%) on placebo; any thromboembolic event 6 of 95 (6%, 3–13%). Aggarwal 2024.",
  );
});

test("a grave harm that is told in words only is not behind a count of minor side effects: Lim 2021", () => {
  const html = draw("untreatedAdult");
  const words = /Three serious events, one of them a pulmonary embolism/;
  expect(/<p aria-hidden="true"[^>]*>Harm: minor side effects 1 of 11 .*?<\/p>/.exec(html)?.[0]).toMatch(words);
  expect(readCells("untreatedAdult").at(-1)).toMatch(words);
});

test("beside the lead of a trial stand its degrees in both groups, and every other trial, whatever it found", () => {
  expect(read(draw("refractoryAdult"))).toMatch(
    /Aggarwal 2022, at week 16: each degree of response in both groups improvement immunoglobulin placebo at least minimal 37 of 47 79% \(65–88%\) 21 of 48 44% \(31–58%\) at least moderate 32 of 47 68% \(54–80%\) 11 of 48 23% \(13–37%\) major 15 of 47 32% \(20–46%\) 4 of 48 8% \(3–20%\) Dalakas 1993 \(15 randomised\): back to nearly normal function 9 of 12 \(75%, 47–91%\)\. Placebo, either period: 0 of 11 \(0%, 0–26%\)\. Miyasaka 2012 \(26 randomised\): .*did not differ significantly\./,
  );
});

test("the method of the intervals is named once, and a single case has its interval once", () => {
  const count = (text: string, words: string) => text.split(words).length - 1;
  for (const name of ["adultSkinOnlyRefractory", "refractoryAdult", "child", "pregnant"] as const) {
    const html = draw(name);
    expect(count(html, "Wilson"), name).toBe(1);
    expect(count(html, "Newcombe"), name).toBe(name === "refractoryAdult" ? 1 : 0);
    const sentence = "A single case: 95% interval 0.21–1 if it happened, 0–0.79 if not.";
    expect(count(html, sentence), name).toBe(name === "child" || name === "pregnant" ? 1 : 0);
  }
});

test("the timings of relapse are of one size where each has five patients or more", () => {
  const sizes = (cell: string) =>
    [...cell.matchAll(/<strong class="whitespace-nowrap (text-[\w-]+)/g)].map(([, size]) => size);
  const [, relapse = ""] = draw("child").split("<article").slice(1);
  // the two after the first stand in the cell on a wide screen, and below it on a phone
  expect(sizes(relapse)).toEqual(["text-figure-small", "text-count", "text-count", "text-count", "text-count"]);
});

test("the definition is closed, and its button says what it opens", () => {
  const html = draw("adultSkinOnlyRefractory");
  expect(html).toContain('aria-label="Definition and source: skin clear or almost clear" aria-expanded="false"');
  expect(html).not.toContain("as the investigators defined it");
});

test("the bottom lines have their place before they are there, for one to three studies only", () => {
  const listStudies = (name: ExampleName) =>
    [...(draw(name).split("95% intervals")[1] ?? "").matchAll(/href="\/studies\/([\w-]+)/g)].map(([, id]) => id);
  expect(listStudies("adultSkinOnlyRefractory")).toEqual(["bounfour-2014", "bounfour-2014", "cafardi-2015"]);
  expect(listStudies("refractoryAdult")).toEqual([]);
});

test("where nobody describes the patient there is no strip, and nothing is stated there", () => {
  expect(readCells("pregnantWithLungDisease")).toEqual([]);
  expect(renderToStaticMarkup(<FindingsStrip answer={answerTo(emptyProfile, library)} />)).toBe("");
});

test("below the cells a phone has how many give no count of a response, also where no other counts one", () => {
  const [, below = ""] =
    /<\/article><div class="[^"]*@2xl:hidden"><p [^>]*>(Response: .*?)<\/p>/.exec(draw("pregnant")) ?? [];
  expect(read(`>${below}`)).toBe("Response: 1 gives no count.");
});

test("in how many the disease went on stands once: with the response, where no row of patients tells it", () => {
  const outcomes = [
    createOutcome({ events: 5, total: 9 }),
    createOutcome({ id: "later", domain: "progression", direction: "harm", plain: "tube needed", events: 2, total: 9 }),
  ];
  const series = createStudy({
    participants: { treated: 9, enrolled: 9 },
    features: { ild: { share: "all" } },
    outcomes,
  });
  const answer = answerTo({ ...emptyProfile, features: { ild: "yes" } }, createLibrary([series]));
  const strip = renderToStaticMarkup(
    <CaseProvider>
      <FindingsStrip answer={answer} />
    </CaseProvider>,
  );
  expect(read(strip).match(/Tube needed: 2 of 9 \(22%\)\./g)).toHaveLength(1);
  expect(read(draw("adultSkinOnlyRefractory")).match(/Muscle disease appeared later: 6 of 27/g)).toHaveLength(1);
});
