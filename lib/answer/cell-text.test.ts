import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { formatCount } from "@/lib/format/numbers";
import { identifyPatients } from "@/lib/study/cohort";
import { createOutcome, type SheetPart } from "@/lib/study/fixtures";
import { isRandomised } from "@/lib/study/kind";
import type { Outcome } from "@/lib/study/schema";
import type { Answer } from "./answer";
import {
  describeCaution,
  describeDifference,
  describeHarmInShort,
  describeLead,
  describeMethods,
  describeOthers,
  describeSources,
  describeUncounted,
  describeUncountedInShort,
  findSharedTime,
  listDefinitions,
  listFurtherComparisons,
  listNamed,
  shareLastWord,
} from "./cell-text";
import { type AnswerCell, type CountedOtherwise, groupCells, splitOthers } from "./cells";
import { anyLikelyProfile } from "./describing.arbitrary";
import { secondEditionLibrary } from "./fixtures";
import { describeToldInWords } from "./in-words-text";
import { createLazily } from "./lazily";
import type { Library } from "./library";
import { answerTo, createLibrary } from "./library.arbitrary";
import {
  createDeaths as deaths,
  createHarm as harm,
  createPlacebo as placebo,
  createRelapse as relapse,
  createReport as report,
  createResponse as response,
  createSheet as sheet,
  createSurvival as survival,
  createTrial as trial,
} from "./lung-sheets.arbitrary";
import type { Comparison } from "./reply";
import { listCounts } from "./result";
import { describeCell } from "./result-sentences";
import { describeUnused } from "./silent-text";
import type { StudyAnswer } from "./study-answer";

/** The library of the second edition with the answers to the example cases, read when a test first asks for them. */
const real: {
  library: Library;
  answers: Answer[];
  cells: { cell: AnswerCell; describing: StudyAnswer[] }[];
} = createLazily({
  library: secondEditionLibrary,
  answers: () => Object.values(exampleCases).map(({ profile }) => answerTo(profile, real.library)),
  cells: () => real.answers.flatMap(({ cells, describing }) => cells.map((cell) => ({ cell, describing }))),
});

describe("the words of a cell", () => {
  test("hold no sentence of others that is longer than 20 words", () => {
    expect(real.cells.length).toBeGreaterThan(20);
    for (const { cell } of real.cells)
      for (const sentence of `${describeOthers(cell)} ${describeUnused(cell)}`.split(". "))
        expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
  });

  test("give each leading figure its interval, but for single cases", () => {
    const leads = real.cells.flatMap(({ cell }) => cell.lead ?? []);
    expect(leads.length).toBeGreaterThan(15);
    for (const lead of leads) expect(describeLead(lead).limits !== null).toBe(lead.rule !== "single-cases");
  });

  test("say of what was seen in nobody that it was in nobody, and not twice", () => {
    const leads = real.cells.flatMap(({ cell }) => cell.lead ?? []);
    const [none, some] = [leads.filter(({ events }) => events === 0), leads.filter(({ events }) => events > 0)];
    expect(none.length).toBeGreaterThan(3);
    for (const lead of none) expect(describeLead(lead).what).toMatch(/^in nobody: (?!.*\b(none|nobody) )\S/);
    for (const lead of some) expect(describeLead(lead).what).not.toMatch(/^in nobody:/);
  });

  test("give no percentage of fewer than five patients", () => {
    const few = real.cells.flatMap(({ cell: { lead } }) => (lead && lead.total < 5 ? [describeLead(lead)] : []));
    expect(few.length).toBeGreaterThan(3);
    for (const { percent, limits, comparison } of few)
      expect(`${percent} ${limits} ${comparison}`).not.toMatch(/\d%(?! CI)/);
  });

  test("tell a time to relapse with the timing that it belongs to only", () => {
    const relapses = real.cells.flatMap(({ cell }) => (cell.domain === "relapse" && cell.lead ? [cell.lead] : []));
    const timed = relapses.filter((lead) => describeLead(lead).whom?.includes("median"));
    expect(timed.length).toBeGreaterThan(0);
    for (const { figure } of timed) expect(figure.timing).toBe("after-stopping");
  });
});

test("every randomised trial of the group is in the response cell, once a cohort, whatever it found", () => {
  let seen = 0;
  fc.assert(
    fc.property(anyLikelyProfile, (profile) => {
      const { cells, describing } = answerTo(profile, real.library);
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
  for (const { cells } of real.answers) {
    const groups = groupCells(cells);
    expect(groups.flat()).toHaveLength(cells.length);
    expect(new Set(groups.map(([first]) => first?.domain)).size).toBe(groups.length);
  }
  expect(real.answers.some(({ cells }) => groupCells(cells).some((group) => group.length > 1))).toBe(true);
});

test("a difference whose interval holds zero is not written with a dash before a minus", () => {
  const word = (low: number): string | null =>
    describeDifference({
      difference: { value: 0.1, low, high: 0.3, method: "newcombe" },
      numberNeeded: null,
    } as Comparison);
  expect(word(0.02)).toBe("difference 10 points (2.0–30.0)");
  expect(word(0)).toBe("difference 10 points (0.0–30.0)");
  expect(word(-0.12)).toBe("difference 10 points (-12.0 to 30.0)");
});

test.each([
  [
    ["at least minimal improvement", "major improvement"],
    { shared: "improvement", names: ["at least minimal", "major"] },
  ],
  [["better"], { shared: null, names: ["better"] }],
  [["skin better"], { shared: null, names: ["skin better"] }],
  [["improved", "better"], { shared: null, names: ["improved", "better"] }],
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
  const answerOfPolymyositis = () =>
    answerTo({ ...emptyProfile, diagnosis: "PM", features: { refractory: "yes" } }, real.library);

  test("stands in the cell of its domain and timing, though nobody counts it: Cherin 2002", () => {
    const polymyositis = answerOfPolymyositis();
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
    const polymyositis = answerOfPolymyositis();
    const necrotising = answerTo({ ...emptyProfile, features: { necrotising: "yes" } }, real.library);
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
    const skin = answerTo({ ...emptyProfile, diagnosis: "DM", features: { skin: "yes" } }, real.library);
    const child = answerTo(exampleCases.child.profile, real.library);
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
        const { cells, describing } = answerTo(profile, real.library);
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
    for (const { lead } of answerTo(profile, real.library).cells) {
      if (!lead || !describeLead(lead).whom?.includes("followed")) continue;
      said += 1;
      const { enrolled, treated } = lead.found.study.participants;
      expect([lead.figure.total, enrolled], lead.found.name).toEqual([treated, treated]);
    }
  }
  expect(said).toBeGreaterThan(2);
});

test("of single cases, what did not happen stands behind what did", () => {
  const { cells: ofCancer } = answerTo({ ...emptyProfile, features: { malignancy: "yes" } }, real.library);
  const lead = ofCancer.find(({ domain }) => domain === "response")?.lead;
  expect([lead?.events, lead?.total]).toEqual([1, 3]);
  expect(lead && describeLead(lead).what).toBe(
    "heart disease recovered; not: swallowing better; not: improved before the tumour was removed",
  );
});

test("with deaths stands of what, as the sheet has it", () => {
  const swallowing = answerTo({ ...emptyProfile, features: { dysphagia: "yes" } }, real.library);
  const deaths = swallowing.cells.find(({ domain }) => domain === "survival")?.lead;
  expect(deaths && [deaths.found.name, describeLead(deaths).whom]).toEqual([
    "Marie 2010",
    "six of aspiration pneumonia, two of cancer",
  ]);
});

test("a count that comes with time says of what time it speaks", () => {
  const adult = answerTo(exampleCases.refractoryAdult.profile, real.library);
  const whom = adult.cells.flatMap(({ lead }) => (lead ? [`${lead.found.name}: ${describeLead(lead).whom}`] : []));
  expect(whom).toContain("Gambini 2014: followed 20 months (mean)");
  // deaths and thromboembolism
  expect(whom.filter((text) => text === "Aggarwal 2024: over 40 weeks")).toHaveLength(2);
  expect(whom.join()).not.toContain("from not stated");
  // what is told with its time is told once: "relapsed within two years"
  for (const { cell } of real.cells) {
    if (!cell.lead || !/week|month|year/.test(cell.lead.figure.plain)) continue;
    expect(describeLead(cell.lead).whom ?? "").not.toMatch(/^followed|; followed/);
  }
});

test("each other study that is told has its own count, and only single cases are added up", () => {
  const seen = new Map<string, number>();
  let addedUp = 0;
  for (const { cell, describing } of real.cells) {
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
    // what its own words alone tell is told by itself
    const single = splitOthers(cell).alike.filter(({ figure }) => figure.total === 1 && figure.degree !== "other");
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
    real.cells.find(({ cell }) => cell.inWords.length > 0 && (cell.domain === "harm") === isOfHarm);
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

describe("by sheets made by hand", () => {
  const profile = { ...emptyProfile, features: { ild: "yes" } } as const;

  const inWords = (kind: NonNullable<Outcome["harm"]>, text: string) =>
    harm(kind, 0, 1, { id: `${kind}-in-words`, result: { kind: "narrative", text } });

  const answer = (...sheets: ReturnType<typeof sheet>[]) => answerTo(profile, createLibrary(sheets));
  function cellOf({ cells }: Answer, domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null): AnswerCell {
    const cell = cells.find((one) => one.domain === domain && one.timing === timing);
    if (!cell) throw new Error(`no cell of ${domain}`);
    return cell;
  }
  function leadOf(from: Answer, domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null) {
    const { lead } = cellOf(from, domain, timing);
    if (!lead) throw new Error(`nothing leads in ${domain}`);
    return lead;
  }
  const tellLead = (domain: AnswerCell["domain"], ...sheets: ReturnType<typeof sheet>[]) =>
    describeLead(leadOf(answer(...sheets), domain));

  describe("a lead", () => {
    test("of a series, part by part", () => {
      // Wilson, 20 of 40: 35.2% to 64.8%
      expect(
        tellLead("response", sheet("Doe", 40, [response(20, 40)], { features: { cardiac: { share: "all" } } })),
      ).toEqual({
        count: "20 of 40",
        percent: "50%",
        what: "better",
        counted: "better",
        whom: null,
        limits: "95% CI 35–65%",
        comparison: null,
        traits: ["All 40 had heart involvement."],
        further: null,
      });
    });

    test("of few has limits and no percentage", () => {
      expect(tellLead("response", sheet("Doe", 4, [response(2, 4)]))).toMatchObject({
        percent: null,
        limits: "95% CI 0.15–0.85",
      });
      expect(tellLead("response", sheet("Doe", 5, [response(1, 5)]))).toMatchObject({ percent: "20%" });
    });

    test("of single cases is their sum, with what was counted in each", () => {
      const cardiac: SheetPart = { features: { cardiac: { share: "all" } } };
      const found = tellLead(
        "response",
        report("Doe", [response(1, 1)], cardiac),
        report("Roe", [response(0, 1, { plain: "clear" })], cardiac),
      );
      expect(found).toMatchObject({
        count: "1 of 2",
        percent: null,
        whom: null,
        limits: null,
        comparison: null,
        further: null,
      });
      expect(found.what).toBe("better; not: clear");
      expect([...found.traits].sort()).toEqual([
        "Doe 2020: the patient had heart involvement.",
        "Roe 2020: the patient had heart involvement.",
      ]);
      const one = tellLead("response", report("Doe", [response(1, 1)], cardiac));
      expect([one.what, one.traits]).toEqual(["better", ["The patient had heart involvement."]]);
    });

    test("of five single cases or more has no percentage either", () => {
      const names = ["Ames", "Bell", "Cole", "Dale", "Ford"];
      const found = tellLead("response", ...names.map((name) => report(name, [response(1, 1)])));
      expect(found).toMatchObject({ count: "5 of 5", percent: null, limits: null, what: "better" });
    });

    test("of single cases of harm names the kinds with or", () => {
      const { what } = tellLead(
        "harm",
        report("Doe", [harm("serious", 1, 1, { plain: "stroke" })]),
        report("Roe", [harm("serious", 1, 1, { plain: "embolism" })]),
      );
      expect(what.split(" or ").sort()).toEqual(["embolism", "stroke"]);
    });

    test("of nobody says so", () => {
      expect(tellLead("response", sheet("Doe", 8, [response(0, 8)]))).toMatchObject({
        what: "in nobody: better",
        counted: "better",
      });
    });

    test("of a trial has its second group", () => {
      const compared = [response(37, 47, { comparator: placebo(21, 48) })];
      // R: prop.test for the group, DescTools::BinomDiffCI with method "score" for the difference
      expect(tellLead("response", trial("Doe", 47, compared, { participants: { enrolled: 95 } })).comparison).toBe(
        "Placebo: 21 of 48 (44%, 31–58%); difference 35 points (15.5–51.0); number needed to treat 3.",
      );
      // More than were randomised: some patients are in both groups.
      expect(tellLead("response", trial("Doe", 47, compared, { participants: { enrolled: 60 } })).comparison).toBe(
        "Placebo: 21 of 48 (44%, 31–58%).",
      );
    });

    test("of harm names the next kind that its study counts of as many", () => {
      const tell = (...outcomes: Outcome[]) => tellLead("harm", sheet("Doe", 20, outcomes)).further;
      // Wilson, 2 of 20: 2.8% to 30.1%; 4 of 20: 8.1% to 41.6%
      expect(tell(harm("thrombosis", 1, 20), harm("any", 4, 20), harm("headache", 2, 20))).toBe(
        "The same study: headache event 2 of 20 (10%, 3–30%).",
      );
      expect(tell(harm("thrombosis", 1, 20), harm("headache", 2, 19), harm("any", 4, 20))).toBe(
        "The same study: any event 4 of 20 (20%, 8–42%).",
      );
      expect(tell(harm("serious", 1, 20))).toBeNull();
      // The same kind is no further one.
      expect(tell(harm("serious", 1, 20), harm("serious", 3, 20, { id: "later", plain: "later" }))).toBeNull();
      // A kind with no name of its own is no next one.
      expect(
        tell(harm("serious", 1, 20), createOutcome({ id: "x", domain: "other", events: 1, total: 20 })),
      ).toBeNull();
      expect(tellLead("harm", sheet("Doe", 4, [harm("serious", 1, 4), harm("any", 2, 4)])).further).toBe(
        "The same study: any event 2 of 4 (0.15–0.85).",
      );
    });

    test("of anything but harm names no further harm", () => {
      expect(tellLead("response", sheet("Doe", 20, [response(9, 20), harm("any", 4, 20)])).further).toBeNull();
    });
  });

  describe("whom a lead counts", () => {
    const whomOf = (domain: AnswerCell["domain"], timing: AnswerCell["timing"], ...args: Parameters<typeof sheet>) =>
      describeLead(leadOf(answer(sheet(...args)), domain, timing)).whom;
    const followed = (value: number, unit: "weeks" | "months" | "years", statistic: "mean" = "mean"): SheetPart => ({
      design: { followUp: { value, unit, statistic } },
    });

    test.each([
      [{ value: 31, unit: "months", statistic: "mean" }, "followed 31 months (mean)"],
      [{ value: 2, unit: "years", statistic: "median" }, "followed 2 years (median)"],
      [{ value: 1, unit: "years", statistic: "fixed" }, "followed 1 year"],
      [{ value: 12, unit: "weeks", statistic: "minimum" }, "followed 12 weeks or more"],
      [{ value: 6, unit: "months", statistic: "maximum" }, "followed up to 6 months"],
    ] as const)("of a study that followed its patients %j", (followUp, whom) => {
      expect(whomOf("survival", null, "Doe", 20, [survival(9, 20)], { design: { followUp } })).toBe(whom);
    });

    test.each(["survival", "harm", "relapse"] as const)("the time belongs to %s", (domain) => {
      const outcomes = [survival(9, 20), harm("any", 4, 20), relapse(2, 20)];
      const timing = domain === "relapse" ? "after-stopping" : null;
      expect(whomOf(domain, timing, "Doe", 20, outcomes, followed(3, "years"))).toBe("followed 3 years (mean)");
    });

    test("and not to a response", () => {
      expect(whomOf("response", null, "Doe", 20, [response(9, 20)], followed(3, "years"))).toBeNull();
    });

    test.each<[string, Partial<Outcome>, string | null]>([
      ["its own words tell a time", { plain: "alive at five years" }, null],
      ["its label tells one", { plain: "alive", label: "Alive over the first 40 weeks" }, "over the first 40 weeks"],
      ["its label tells one otherwise", { plain: "alive", label: "Alive (40-week part)" }, null],
      ["its definition tells one", { definition: "alive at month 12" }, null],
      ["its definition tells none", { definition: "alive when last seen" }, "followed 3 years (mean)"],
    ])("where %s: %s", (_, part, whom) => {
      expect(whomOf("survival", null, "Doe", 20, [survival(9, 20, part)], followed(3, "years"))).toBe(whom);
    });

    test("by the time of the count, else by that of the study", () => {
      const within = (value: number) => [relapse(2, 20, { months: { value, from: "last course" } })];
      const tell = (...outcomes: Outcome[]) =>
        whomOf("relapse", "after-stopping", "Doe", 20, outcomes, followed(3, "years"));
      expect(tell(...within(12))).toBe("within 12 months");
      expect(tell(...within(1))).toBe("within 1 month");
      const soon = response(9, 20, { months: { value: 6, from: "first course" } });
      expect(tell(soon, ...within(12))).toBe("within 12 months");
      const median: Outcome = createOutcome({
        id: "time",
        domain: "relapse",
        plain: "time to relapse",
        result: {
          kind: "time",
          statistic: "median",
          value: 6.2,
          min: null,
          max: null,
          unit: "months",
          from: "last course",
        },
      });
      expect(tell(relapse(2, 20), median)).toBe("median 6.2 months from last course");
      expect(tell(relapse(2, 15, { population: "responders" }), median)).toBe(
        "of responders; median 6.2 months from last course",
      );
    });

    test("of a part of the patients it is said of whom, and not how long all were followed", () => {
      const tell = (population: string, part: Partial<Outcome> = {}) =>
        whomOf("survival", null, "Doe", 20, [survival(9, 15, { population, ...part })], followed(3, "years"));
      expect(tell("the 15 adults.")).toBe("of the 15 adults");
      expect(tell("The 15 who came off")).toBe("of the 15 who came off");
      expect(tell("DM patients")).toBe("of DM patients");
      expect(tell("DM patients of Paris")).toBe("of DM patients of Paris");
      expect(tell("the 15 adults, not all of whom were treated")).toBe("of the 15 adults");
      expect(tell("the 15 adults (not all treated)")).toBe("of the 15 adults");
      expect(tell("the 15 adults, not all treated; some twice")).toBe("of the 15 adults, not all treated; some twice");
      const within = [response(20, 20), survival(9, 20, { of: "response", population: "all 20" })];
      expect(whomOf("survival", null, "Doe", 20, within, followed(3, "years"))).toBe("of all 20");
    });

    test("and not where not all patients of the study were treated", () => {
      const part: SheetPart = { ...followed(3, "years"), participants: { enrolled: 30 } };
      expect(whomOf("survival", null, "Doe", 20, [survival(9, 20)], part)).toBeNull();
      expect(whomOf("survival", null, "Doe", 20, [survival(9, 20)])).toBeNull();
    });
  });

  describe("harm in one line", () => {
    const tell = (...sheets: ReturnType<typeof sheet>[]) => {
      const found = answer(...sheets);
      return describeHarmInShort(cellOf(found, "harm"), found.describing, null);
    };

    test("of nobody", () => {
      expect(tell(sheet("Doe", 20, [response(9, 20)]))).toBe("Harm: not counted by the study.");
      expect(tell(sheet("Doe", 20, [response(9, 20)]), sheet("Roe", 10, [response(5, 10)]))).toBe(
        "Harm: not counted by any of 2 studies.",
      );
      expect(tell(sheet("Doe", 20, [response(9, 20), inWords("serious", "One embolism.")]))).toBe(
        "Harm: not counted by the study. Doe 2020 (in words), serious event: One embolism.",
      );
    });

    test("of a series", () => {
      // Wilson, 2 of 20: 2.8% to 30.1%
      expect(tell(sheet("Doe", 20, [harm("any", 2, 20)]))).toBe("Harm: any event 2 of 20 (10%, 3–30%). Doe 2020.");
    });

    test("of single cases", () => {
      expect(tell(report("Doe", [harm("serious", 1, 1)]))).toBe(
        "Harm: 1 of 1 single case had serious event. Doe 2020.",
      );
      expect(tell(report("Doe", [harm("serious", 1, 1)]), report("Roe", [harm("serious", 0, 1)]))).toMatch(
        /^Harm: 1 of 2 single cases had serious event\. (Doe 2020 and Roe 2020|Roe 2020 and Doe 2020)\.$/,
      );
    });

    test("of a trial that compares it, and of what leads", () => {
      const trialOfHarm = trial("Roe", 10, [harm("any", 5, 10, { comparator: placebo(3, 10) })]);
      // Wilson: 5 of 10 23.7% to 76.3%, 3 of 10 10.8% to 60.3%
      const compared = "any event 5 of 10 (50%, 24–76%) v 3 of 10 (30%, 11–60%) on placebo";
      expect(tell(trialOfHarm, sheet("Doe", 20, [harm("thrombosis", 2, 20)]))).toBe(
        `Harm: ${compared}; thrombosis event 2 of 20 (10%, 3–30%). Roe 2020 and Doe 2020.`,
      );
      expect(tell(trialOfHarm)).toBe("Harm: any event 5 of 10 (50%, 24–76%). Roe 2020.");
    });

    test("with what is grave in words, unless something grave leads", () => {
      const told = sheet("Roe", 10, [inWords("serious", "One embolism."), harm("any", 1, 10)]);
      const words = " Roe 2020 (in words), serious event: One embolism.";
      expect(tell(sheet("Doe", 20, [harm("any", 2, 20)]), told)).toBe(
        `Harm: any event 2 of 20 (10%, 3–30%). Doe 2020.${words}`,
      );
      expect(tell(sheet("Doe", 20, [harm("thrombosis", 2, 20)]), told)).toBe(
        "Harm: thrombosis event 2 of 20 (10%, 3–30%). Doe 2020.",
      );
      // A thrombosis that nobody had says nothing of the embolism.
      expect(tell(sheet("Doe", 40, [harm("thrombosis", 0, 40)]), told)).toBe(
        `Harm: thrombosis event 0 of 40 (0%, 0–9%). Doe 2020.${words}`,
      );
      const more = sheet("Poe", 5, [inWords("thrombosis", "One clot.")]);
      expect(tell(sheet("Doe", 20, [harm("any", 2, 20)]), told, more)).not.toContain("clot");
    });
  });

  test("what a trial compares besides stands with both of its groups", () => {
    const found = answer(
      trial("Roe", 10, [
        harm("any", 5, 10, { comparator: placebo(3, 10) }),
        harm("serious", 1, 10, { comparator: placebo(1, 2) }),
        harm("headache", 2, 10),
      ]),
      sheet("Doe", 20, [harm("thrombosis", 2, 20)]),
    );
    const { compared } = cellOf(found, "harm");
    // Wilson: 1 of 10 1.8% to 40.4%, 1 of 2 0.09 to 0.91
    expect(compared && listFurtherComparisons(compared)).toEqual([
      "Serious event: 1 of 10 (10%, 2–40%) v 1 of 2 (0.09–0.91).",
    ]);
    expect(listFurtherComparisons(leadOf(found, "harm"))).toEqual([]);
  });

  test.each([
    [null, ""],
    [
      "Some patients are counted in both groups, so no difference is worked out.",
      " (some patients are counted in both groups)",
    ],
    ["The groups were not formed at random.", " (the groups were not formed at random)"],
  ])("the caution of %s", (note, words) => {
    expect(describeCaution({ note } as Comparison)).toBe(words);
  });

  describe("the studies that a cell names beside its lead", () => {
    const name = (found: Answer, domain: AnswerCell["domain"]) =>
      listNamed(cellOf(found, domain), found.describing)
        .map((one) => `${one.found?.name}${one.text}`)
        .sort();

    test("are the other trials, with how many were randomised", () => {
      const found = answer(
        trial("First", 30, [response(20, 30, { comparator: placebo(10, 30) })]),
        // Wilson: 2 of 20 2.8% to 30.1%, 10 of 20 29.9% to 70.1%
        trial("Second", 20, [response(2, 20, { comparator: placebo(10, 20) })], {
          features: { cardiac: { share: "all" } },
          participants: { enrolled: null },
        }),
        trial("Third", 10, [createOutcome({ plain: "better", result: { kind: "narrative", text: "No difference." } })]),
        trial("Fourth", 8, [response(2, 8)]),
      );
      expect(name(found, "response")).toEqual([
        // Wilson, 2 of 8: 7.1% to 59.1%
        "Fourth 2020 (16 randomised): better 2 of 8 (25%, 7–59%).",
        "Second 2020 (randomised): better 2 of 20 (10%, 3–30%). Placebo: 10 of 20 (50%, 30–70%). All 20 had heart involvement.",
        "Third 2020 (20 randomised): No difference.",
      ]);
    });

    test("each once, though one counts those without a response", () => {
      const found = answer(
        trial("First", 30, [response(20, 30, { comparator: placebo(10, 30) })]),
        trial("Second", 8, [
          response(6, 8),
          response(2, 8, { id: "none", plain: "no response", direction: "harm", subgroup: "ild" }),
        ]),
      );
      // Wilson, 2 of 8: 7.1% to 59.1%
      expect(name(found, "response")).toEqual(["Second 2020 (16 randomised): no response 2 of 8 (25%, 7–59%)."]);
    });

    test("and what counts the opposite, with what makes its patients unlike others", () => {
      const found = answer(
        sheet("First", 20, [survival(15, 20)]),
        sheet("Second", 9, [deaths(9, 9)], { features: { cardiac: { share: "all" } } }),
        sheet("Alike", 8, [survival(8, 8)]),
        report("Third", [deaths(1, 1)]),
      );
      // Wilson, 9 of 9: 70.1% to 100%; one patient has no interval of its own
      expect(name(found, "survival")).toEqual([
        "Second 2020, died: 9 of 9 (100%, 70–100%). All 9 had heart involvement.",
        "Third 2020, died: 1 of 1.",
      ]);
    });

    test("and what went wrong with a child", () => {
      const found = answerTo(
        { ...emptyProfile, features: { pregnancy: "yes" } },
        createLibrary([
          report(
            "Doe",
            [
              createOutcome({ id: "born", domain: "pregnancy-outcome", plain: "born alive", events: 1, total: 1 }),
              createOutcome({
                id: "early",
                domain: "pregnancy-outcome",
                plain: "born early",
                events: 1,
                total: 1,
                direction: "harm",
              }),
            ],
            { features: { pregnancy: { share: "all" }, ild: { share: "unclear" } } },
          ),
        ]),
      );
      expect(name(found, "pregnancy")).toEqual(["Doe 2020, born early: 1 of 1."]);
    });
  });

  test("how many others count it, as one or as several", () => {
    const tell = (...sheets: ReturnType<typeof sheet>[]) => describeOthers(cellOf(answer(...sheets), "response"));
    const first = sheet("First", 20, [response(10, 20)]);
    expect(tell(first)).toBe("");
    expect(tell(first, sheet("Second", 9, [response(1, 9)]))).toBe(
      "1 more counts a response (definitions may differ): Second 2020, 1 of 9.",
    );
    expect(tell(first, sheet("Second", 9, [response(1, 9)]), sheet("Third", 8, [response(1, 8)]))).toBe(
      "2 more count a response (definitions may differ): Second 2020, 1 of 9; Third 2020, 1 of 8.",
    );
  });

  describe("what nobody counts", () => {
    const found = (
      timing: AnswerCell["timing"],
      why: CountedOtherwise["why"] | null,
      of: AnswerCell["timing"] = null,
    ) => {
      const relapses = answer(sheet("Doe", 20, [relapse(2, 20)]));
      const { found: study, figure } = leadOf(relapses, "relapse", "after-stopping");
      const cell: AnswerCell = {
        ...cellOf(relapses, "relapse", "after-stopping"),
        timing,
        lead: null,
        otherwise: why ? [{ found: study, figure: { ...figure, timing: of }, why }] : [],
      };
      const describing = relapses.describing;
      return [
        describeUncounted(describing, [cell]),
        describeUncounted([...describing, ...describing], [cell]),
        describeUncountedInShort(cell),
      ];
    };

    test.each<[AnswerCell["timing"], CountedOtherwise["why"] | null, AnswerCell["timing"], string[]]>([
      [null, null, null, ["not counted by the study", "not counted by any of 2 studies", "not counted"]],
      [
        null,
        "enzyme",
        null,
        [
          "no count that can be used here, of 1 study",
          "no count that can be used here, of 2 studies",
          "no usable count",
        ],
      ],
      [
        "after-stopping",
        "timing",
        "unclear",
        ["not counted apart by the study", "not counted apart by any of 2 studies", "not counted apart"],
      ],
      [
        "after-stopping",
        "timing",
        "on-treatment",
        ["not counted by the study", "not counted by any of 2 studies", "not counted"],
      ],
      [
        "on-treatment",
        "timing",
        "unclear",
        ["not counted by the study", "not counted by any of 2 studies", "not counted"],
      ],
    ])("with timing %s, counted otherwise by %s of timing %s", (timing, why, of, words) => {
      expect(found(timing, why, of)).toEqual(words);
    });

    test("relapses of which one study does not tell the time are not counted apart, whatever others tell", () => {
      const relapses = answer(sheet("Doe", 20, [relapse(2, 20)]));
      const { found: study, figure } = leadOf(relapses, "relapse", "after-stopping");
      const tellOf = (...timings: ("unclear" | "on-treatment")[]): AnswerCell => ({
        ...cellOf(relapses, "relapse", "after-stopping"),
        otherwise: timings.map((timing) => ({ found: study, figure: { ...figure, timing }, why: "timing" })),
      });
      const mixed = tellOf("unclear", "on-treatment");
      expect(describeUncountedInShort(mixed)).toBe("not counted apart");
      expect(describeUncountedInShort(tellOf())).toBe("not counted");
      expect(describeUncounted(relapses.describing, [tellOf("on-treatment"), mixed])).toBe(
        "not counted apart by the study",
      );
    });

    test("one cell of several is enough", () => {
      const { cells, describing } = answer(sheet("Doe", 20, [response(2, 20)]));
      const [cell] = cells;
      if (!cell?.lead) throw new Error("nothing leads");
      const usedNowhere: AnswerCell = { ...cell, otherwise: [{ ...cell.lead, why: "untreated" }] };
      expect(describeUncounted(describing, [cell, usedNowhere])).toBe("no count that can be used here, of 1 study");
    });
  });

  describe("design and source of what leads", () => {
    const tell = (...sheets: ReturnType<typeof sheet>[]) => {
      const { cases, reading } = describeSources(leadOf(answer(...sheets), "response"));
      return { cases: cases.map(({ found: { name }, after }) => `${name}${after}`).sort(), reading };
    };

    test("stand once where they are alike", () => {
      expect(tell(sheet("Doe", 20, [response(9, 20)]))).toEqual({
        cases: ["Doe 2020"],
        reading: "case series; abstract",
      });
      expect(tell(report("Doe", [response(1, 1)]), report("Roe", [response(1, 1)]))).toEqual({
        cases: ["Doe 2020", "Roe 2020"],
        reading: "case report; abstract",
      });
    });

    test("stand with each where they differ, and counts where these do", () => {
      expect(
        tell(
          report("Doe", [response(1, 1)], { reads: "full-text" }),
          report("Roe", [response(1, 1)], { reads: "secondary" }),
        ),
      ).toEqual({
        cases: ["Doe 2020, case report; full text", "Roe 2020, case report; secondary source"],
        reading: "",
      });
      expect(tell(report("Doe", [response(1, 1)]), report("Roe", [response(0, 1)]))).toEqual({
        cases: ["Doe 2020 1 of 1", "Roe 2020 0 of 1"],
        reading: "case report; abstract",
      });
    });

    test("of a trial without a second group say that it has none", () => {
      expect(tell(trial("Doe", 20, [response(9, 20, { comparator: placebo(3, 20) })])).reading).toBe(
        "randomised trial; abstract",
      );
      const alone = answer(trial("Doe", 20, [response(9, 20)]));
      expect(describeSources(leadOf(alone, "response")).reading).toMatch(
        /^(?!randomised trial;).*comparison.*; abstract$/,
      );
      // Of one patient nobody expects a second group.
      expect(tell(trial("Doe", 1, [response(1, 1)])).reading).toBe("randomised trial; abstract");
    });
  });

  test("the method of the intervals is named once, with the interval of a single case", () => {
    const tell = (...sheets: ReturnType<typeof sheet>[]) => describeMethods(answer(...sheets).cells);
    expect(describeMethods([])).toEqual([]);
    expect(tell(sheet("Doe", 20, [createOutcome({ domain: "other" })]))).toEqual([]);
    expect(tell(sheet("Doe", 20, [response(9, 20)]))).toEqual(["95% intervals: Wilson."]);
    expect(tell(trial("Doe", 20, [response(9, 20, { comparator: placebo(3, 20) })]))).toEqual([
      "95% intervals: Wilson; of differences: Newcombe.",
    ]);
    const compared = [response(9, 20, { comparator: placebo(3, 20) }), survival(9, 20)];
    expect(tell(trial("Doe", 20, compared))).toEqual(["95% intervals: Wilson; of differences: Newcombe."]);
    // Wilson, 1 of 1: 0.207 to 1; 0 of 1: 0 to 0.793
    expect(tell(report("Doe", [response(1, 1)]), sheet("Roe", 20, [survival(9, 20)]))).toEqual([
      "95% intervals: Wilson.",
      "A single case: 95% interval 0.21–1 if it happened, 0–0.79 if not. It says almost nothing about the next patient.",
    ]);
  });

  test("a definition, with whom it is of and what else belongs to it", () => {
    const tell = (...args: Parameters<typeof sheet>) => {
      const { found, figure } = leadOf(answer(sheet(...args)), "response");
      return listDefinitions(found, figure);
    };
    expect(tell("Doe", 20, [response(9, 20)])).toEqual(["Definition: not in the abstract.", "Who: all treated."]);
    expect(
      tell("Doe", 20, [
        response(9, 20, {
          definition: "half as much.",
          population: "all treated.",
          comparator: placebo(3, 20),
          p: "0.02",
          degree: "any",
          result: {
            kind: "proportion",
            events: 9,
            total: 20,
            reportedPercent: null,
            derived: true,
            how: "20 less 11.",
          },
        }),
      ]),
    ).toEqual([
      "Definition: half as much.",
      "Who: all treated.",
      "How we got the number: 20 less 11.",
      "P as reported 0.02.",
      "The groups were not formed at random.",
    ]);
  });
});
