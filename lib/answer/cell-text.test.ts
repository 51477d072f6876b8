import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { formatCount } from "@/lib/format/numbers";
import { identifyPatients } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import {
  describeDifference,
  describeLead,
  describeOthers,
  findSharedTime,
  listNamed,
  shareLastWord,
} from "./cell-text";
import { groupCells, splitOthers } from "./cells";
import { anyLikelyProfile } from "./describing.arbitrary";
import { secondEditionLibrary } from "./fixtures";
import { describeToldInWords } from "./in-words-text";
import { answerTo } from "./library.arbitrary";
import type { Comparison } from "./reply";
import { listCounts } from "./result";
import { describeCell } from "./result-sentences";
import { describeUnused } from "./silent-text";

const library = secondEditionLibrary();
const answers = Object.values(exampleCases).map(({ profile }) => answerTo(profile, library));
const cells = answers.flatMap(({ cells, describing }) => cells.map((cell) => ({ cell, describing })));

describe("the words of a cell", () => {
  test("hold no sentence of others that is longer than 20 words", () => {
    expect(cells.length).toBeGreaterThan(20);
    for (const { cell } of cells)
      for (const sentence of `${describeOthers(cell)} ${describeUnused(cell)}`.split(". "))
        expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
  });

  test("give each leading figure its interval, but for single cases", () => {
    const leads = cells.flatMap(({ cell }) => cell.lead ?? []);
    expect(leads.length).toBeGreaterThan(15);
    for (const lead of leads) expect(describeLead(lead).limits !== null).toBe(lead.rule !== "single-cases");
  });

  test("say of what was seen in nobody that it was in nobody, and not twice", () => {
    const leads = cells.flatMap(({ cell }) => cell.lead ?? []);
    const [none, some] = [leads.filter(({ events }) => events === 0), leads.filter(({ events }) => events > 0)];
    expect(none.length).toBeGreaterThan(3);
    for (const lead of none) expect(describeLead(lead).what).toMatch(/^in nobody: (?!.*\b(none|nobody) )\S/);
    for (const lead of some) expect(describeLead(lead).what).not.toMatch(/^in nobody:/);
  });

  test("give no percentage of fewer than five patients", () => {
    const few = cells.flatMap(({ cell: { lead } }) => (lead && lead.total < 5 ? [describeLead(lead)] : []));
    expect(few.length).toBeGreaterThan(3);
    for (const { percent, limits, comparison } of few)
      expect(`${percent} ${limits} ${comparison}`).not.toMatch(/\d%(?! CI)/);
  });

  test("tell a time to relapse with the timing that it belongs to only", () => {
    const relapses = cells.flatMap(({ cell }) => (cell.domain === "relapse" && cell.lead ? [cell.lead] : []));
    const timed = relapses.filter((lead) => describeLead(lead).whom?.includes("median"));
    expect(timed.length).toBeGreaterThan(0);
    for (const { figure } of timed) expect(figure.timing).toBe("after-stopping");
  });
});

test("every randomised trial of the group is in the response cell, once a cohort, whatever it found", () => {
  let seen = 0;
  fc.assert(
    fc.property(anyLikelyProfile, (profile) => {
      const { cells, describing } = answerTo(profile, library);
      const response = cells.find(({ domain }) => domain === "response");
      if (!response) return;
      const named = [...(response.lead?.cases ?? []), ...listNamed(response, describing)].map(({ found }) => found);
      const cohorts = new Set(named.flatMap((found) => found?.study.cohort ?? found?.study.id ?? []));
      for (const { study, results } of describing) {
        if (!isRandomised(study) || results.response.kind === "none") continue;
        seen += 1;
        expect(cohorts).toContain(study.cohort ?? study.id);
      }
    }),
    { numRuns: 30, examples: [[exampleCases.refractoryAdult.profile]] },
  );
  expect(seen).toBeGreaterThan(0);
});

test("the timings of relapse are one group, and every cell is in a group", () => {
  for (const { cells } of answers) {
    const groups = groupCells(cells);
    expect(groups.flat()).toHaveLength(cells.length);
    expect(new Set(groups.map(([first]) => first?.domain)).size).toBe(groups.length);
  }
  expect(answers.some(({ cells }) => groupCells(cells).some((group) => group.length > 1))).toBe(true);
});

test("a difference whose interval holds zero is not written with a dash before a minus", () => {
  const word = (low: number): string | null =>
    describeDifference({
      difference: { value: 0.1, low, high: 0.3, method: "newcombe" },
      numberNeeded: null,
    } as Comparison);
  expect(word(0.02)).toBe("difference 10 points (2.0–30.0)");
  expect(word(-0.12)).toBe("difference 10 points (-12.0 to 30.0)");
});

test.each([
  [
    ["at least minimal improvement", "major improvement"],
    { shared: "improvement", names: ["at least minimal", "major"] },
  ],
  [["better"], { shared: null, names: ["better"] }],
  [["strength improved", "skin better"], { shared: null, names: ["strength improved", "skin better"] }],
  [["improved", "skin improved"], { shared: null, names: ["improved", "skin improved"] }],
])("the last word that all rows share stands once: %s", (names, expected) => {
  expect(shareLastWord(names)).toEqual(expected);
});

test.each<[string[], string | null]>([
  [["At least minimal improvement at week 16 (primary endpoint)", "Major improvement at week 16"], "at week 16"],
  [["Improved at week 16", "Improved at week 24"], null],
  [["Improved at month 6", "Improved"], null],
  [[], null],
])("%j were counted %s", (labels, time) => {
  expect(findSharedTime(labels)).toBe(time);
});

describe("what is told in words only", () => {
  const polymyositis = answerTo({ ...emptyProfile, diagnosis: "PM", features: { refractory: "yes" } }, library);

  test("stands in the cell of its domain and timing, though nobody counts it: Cherin 2002", () => {
    const relapses = polymyositis.cells.filter(({ domain }) => domain === "relapse");
    const told = relapses.flatMap((cell) =>
      listNamed(cell, polymyositis.describing).map((one) => ({ ...one, timing: cell.timing, lead: cell.lead })),
    );
    const ofCherin = told.filter(({ found }) => found?.name === "Cherin 2002");
    expect(ofCherin.map(({ timing, lead }) => [timing, lead])).toEqual([["after-stopping", null]]);
    expect(ofCherin.map(({ text }) => text)).toEqual([
      " (of patients who improved), benefit kept three years after stopping: In half of the improved patients the benefit was still there at least three years after stopping; the number who relapsed and when could not be read.",
    ]);
    const finding = polymyositis.findings.find(({ name }) => name === "Relapse after stopping");
    expect(finding?.lead).toEqual(["No count can be used here."]);
    expect(finding?.more.join(" ")).toMatch(/^By an enzyme or antibody value only: /);
    expect(finding?.beside.join(" ")).toContain("Cherin 2002 (of patients who improved)");
  });

  test("says of whom it is, where these are not all patients of a study that treated all", () => {
    const necrotising = answerTo({ ...emptyProfile, features: { necrotising: "yes" } }, library);
    const told = [...polymyositis.cells, ...necrotising.cells].flatMap(({ inWords }) => inWords);
    const listPopulations = (name: string) =>
      new Set(told.filter(({ found }) => found.name === name).map((one) => one.population));
    expect(listPopulations("Cherin 2002")).toEqual(new Set(["patients who improved"]));
    // nobody may read of these as of patients who were given immunoglobulin
    expect(listPopulations("Ashton 2016")).toEqual(new Set(["all 20, how many had immunoglobulin is not said"]));
    for (const { population, found, isControlled } of told) {
      if (population !== null || isControlled) continue;
      expect(found.study.participants.treated).toBe(found.study.participants.enrolled);
    }
    // first drugs are no groups with and without immunoglobulin
    const skin = answerTo({ ...emptyProfile, diagnosis: "DM", features: { skin: "yes" } }, library);
    const child = answerTo(exampleCases.child.profile, library);
    const controlled = [...skin.cells, ...child.cells].flatMap(({ inWords }) =>
      inWords.filter(({ isControlled }) => isControlled),
    );
    const populations = new Map(controlled.map(({ found, population }) => [found.name, population]));
    expect(populations.get("Johnson 2015")).toBe("DM patients by first supplementary drug");
    expect(populations.get("Lam 2011")).toBeNull();
    expect(describeToldInWords({ isControlled: false, timing: "unclear", population: "all 20" })).toBe(
      "whether on treatment is not told, of all 20",
    );
  });

  test("is of studies that describe the patient and do not count it: generated cases", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyLikelyProfile, (profile) => {
        const { cells, describing } = answerTo(profile, library);
        for (const group of groupCells(cells)) {
          const words = group.flatMap(({ inWords }) => inWords);
          seen += words.length;
          // each in one cell of its domain
          expect(new Set(words.map(({ found }) => found)).size).toBe(words.length);
          const counting = group.flatMap((cell) => cell.counting.map(({ found }) => found));
          for (const { found, words: text } of words) {
            expect(describing).toContain(found);
            expect(counting).not.toContain(found);
            expect(text).not.toContain("%");
          }
        }
        const relapses = cells.filter(({ domain }) => domain === "relapse").flatMap(({ inWords }) => inWords);
        for (const found of describing) {
          const { results, relapses: counts, study } = found;
          const outcome = study.outcomes.find(({ id }) => id === study.headline.relapse);
          const isToldOnly = results.relapse.kind === "text" && counts.length === 0;
          if (!isToldOnly || outcome?.timing === "before-immunoglobulin") continue;
          expect(relapses.map((told) => told.found)).toContain(found);
        }
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});

test("how long a study followed all of its patients is not said of a part of them, or where not all were treated", () => {
  let said = 0;
  for (const profile of Object.values(exampleCases).map((example) => example.profile)) {
    for (const { lead } of answerTo(profile, library).cells) {
      // in the words of the program: those of a sheet end otherwise
      if (!lead || !/^(of .*; )?followed .*\)$/.test(describeLead(lead).whom ?? "")) continue;
      said += 1;
      const { enrolled, treated } = lead.found.study.participants;
      expect([lead.figure.total, enrolled], lead.found.name).toEqual([treated, treated]);
    }
  }
  expect(said).toBeGreaterThan(2);
});

test("with deaths stands of what, as the sheet has it", () => {
  const swallowing = answerTo({ ...emptyProfile, features: { dysphagia: "yes" } }, library);
  const deaths = swallowing.cells.find(({ domain }) => domain === "survival")?.lead;
  expect(deaths && [deaths.found.name, describeLead(deaths).whom]).toEqual([
    "Marie 2010",
    "six of aspiration pneumonia, two of cancer",
  ]);
});

test("a count that comes with time says of what time it speaks", () => {
  const adult = answerTo(exampleCases.refractoryAdult.profile, library);
  const whom = adult.cells.flatMap(({ lead }) => (lead ? [`${lead.found.name}: ${describeLead(lead).whom}`] : []));
  expect(whom).toContain("Gambini 2014: followed 20 months (mean)");
  // deaths and thromboembolism
  expect(whom.filter((text) => text === "Aggarwal 2024: over 40 weeks")).toHaveLength(2);
  expect(whom.join()).not.toContain("from not stated");
  // what is told with its time is told once: "relapsed within two years"
  for (const { cell } of cells) {
    if (!cell.lead || !/week|month|year/.test(cell.lead.figure.plain)) continue;
    expect(describeLead(cell.lead).whom ?? "").not.toMatch(/^followed|; followed/);
  }
});

test("each other study that is told has its own count, and only single cases are added up", () => {
  const seen = new Map<string, number>();
  let addedUp = 0;
  for (const { cell, describing } of cells) {
    const { domain, lead, counting } = cell;
    if (!lead) continue;
    const saw = () => seen.set(domain, (seen.get(domain) ?? 0) + 1);
    const led = new Set(lead.cases.map(({ found }) => identifyPatients(found.study)));
    const others = counting.filter(({ found }) => !led.has(identifyPatients(found.study)));
    const sentences = describeCell(cell, describing, [cell]).others;
    const inSum = [describeOthers(cell), ...sentences.filter((sentence) => /^\S+ other stud(?:y|ies) /.test(sentence))];
    const singles: (string | undefined)[] = [];
    const alike = others.filter(({ figure }) => figure.direction === lead.figure.direction);
    const groups = new Set(alike.map(({ found }) => identifyPatients(found.study))).size;
    if (groups > 0) expect(describeOthers(cell)).toMatch(new RegExp(`^${groups} more counts? `));
    for (const text of inSum) {
      for (const { found } of lead.cases) expect(text).not.toContain(found.name);
      for (const [, count, single] of text.matchAll(/(\d+ of \d+)( single patients)?/g)) {
        if (single) singles.push(count);
        else expect(alike.map(({ figure }) => formatCount(figure))).toContain(count);
        saw();
      }
    }
    const single = splitOthers(cell).alike.filter(({ figure }) => figure.total === 1);
    const happened = single.filter(({ figure }) => figure.events === 1);
    for (const count of singles) expect(count).toBe(`${happened.length} of ${single.length}`);
    addedUp += singles.length;
    // A sentence that begins with a study has a count of this study.
    for (const sentence of sentences) {
      const found = describing.find(({ name }) => sentence.startsWith(name));
      if (!found) continue;
      const own = others.flatMap((other) => (other.found === found ? [other.figure] : []));
      const ofChild = domain === "pregnancy" ? listCounts(found.pregnancy) : [];
      for (const [count] of sentence.matchAll(/\d+ of \d+/g)) {
        expect([...own, ...ofChild].map(formatCount)).toContain(count);
        saw();
      }
    }
  }
  expect(addedUp).toBeGreaterThan(3);
  for (const domain of ["response", "relapse", "survival", "harm", "pregnancy"])
    expect(seen.get(domain) ?? 0, domain).toBeGreaterThan(0);
});

test("of more studies that tell it in words than a cell has room for it is said how many more do, wherever they are told", () => {
  const toldIn = (isOfHarm: boolean) =>
    cells.find(({ cell }) => cell.inWords.length > 0 && (cell.domain === "harm") === isOfHarm);
  const found = toldIn(false);
  const [told] = found?.cell.inWords ?? [];
  if (!found || !told) throw new Error("nothing is told in words");
  const cell = { ...found.cell, inWords: Array.from({ length: 5 }, () => told) };
  const rest = "2 more tell it in words.";
  expect(listNamed(cell, found.describing).map(({ text }) => text)).toContain(rest);
  expect(describeCell(cell, found.describing, [cell]).beside).toContain(rest);
  const named = listNamed(found.cell, found.describing).map(({ text }) => text);
  expect(named.join(" ")).not.toContain("more tell");
  // of harm, what is grave may be the last
  const harm = toldIn(true);
  if (!harm) throw new Error("no harm is told in words");
  const ofHarm = { ...harm.cell, inWords: Array.from({ length: 5 }, () => harm.cell.inWords[0] ?? told) };
  expect(listNamed(ofHarm, harm.describing)).toHaveLength(5);
});
