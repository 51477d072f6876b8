import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Outcome, Study } from "@/lib/study/schema";
import { type AnswerCell, groupCells, listCells, listChildHarms, listOtherTrials, splitOthers } from "./cells";
import { listGroup } from "./describing.arbitrary";
import { createLibrary } from "./library.arbitrary";
import type { StudyAnswer } from "./study-answer";

const refractory: Profile = { ...emptyProfile, features: { refractory: "yes" } };
const pregnant: Profile = { ...emptyProfile, features: { pregnancy: "yes" } };
const withLung: Profile = { ...emptyProfile, features: { ild: "yes" } };

/** A sheet of patients like each of the three; a larger one ranks before a smaller one of the same design. */
function createSheet(id: string, treated: number, outcomes: Outcome[], part: SheetPart = {}): Study {
  const all = { share: "all" } as const;
  return createStudy({
    id,
    outcomes,
    participants: { treated },
    ...part,
    features: { refractory: all, pregnancy: all, ild: all },
  });
}

function read(sheets: Study[], profile = refractory): { cells: AnswerCell[]; describing: StudyAnswer[] } {
  const { facts, found: describing } = listGroup(profile, createLibrary(sheets));
  expect(describing).toHaveLength(sheets.length);
  return { cells: listCells(facts, describing), describing };
}

function getCell(cells: readonly AnswerCell[], domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null) {
  const found = cells.find((cell) => cell.domain === domain && cell.timing === timing);
  if (!found) throw new Error(`getCell: no cell of ${domain}`);
  return found;
}

const response = (events: number, total: number, part: Partial<Outcome> = {}) =>
  createOutcome({ events, total, ...part });
const harm = (kind: NonNullable<Outcome["harm"]>, events: number, total: number, part: Partial<Outcome> = {}) =>
  createOutcome({ id: kind, domain: "adverse-event", harm: kind, events, total, ...part });
const names = (counting: AnswerCell["counting"]) => counting.map(({ found }) => found.study.id);

describe("what leads a cell, whatever was found", () => {
  const sheets = {
    large: createSheet("large-2001", 40, [response(1, 40)]),
    five: createSheet("five-2002", 5, [response(5, 5)]),
    four: createSheet("four-2003", 4, [response(4, 4)]),
    two: createSheet("two-2004", 2, [response(0, 2)]),
    one: createSheet("one-2005", 1, [response(1, 1)], { design: { type: "case-report" } }),
    other: createSheet("other-2006", 1, [response(0, 1)], { design: { type: "case-report" } }),
  };

  test.each<[string, (keyof typeof sheets)[], string, string[], [number, number]]>([
    ["the first series of five or more", ["two", "five", "large"], "series", ["large-2001"], [1, 40]],
    ["five are a series", ["four", "five", "one"], "series", ["five-2002"], [5, 5]],
    ["four are few", ["one", "two", "four"], "few", ["four-2003"], [4, 4]],
    ["two are few", ["one", "two", "other"], "few", ["two-2004"], [0, 2]],
    ["single cases are added up", ["one", "other"], "single-cases", ["one-2005", "other-2006"], [1, 2]],
    ["one case alone", ["other"], "single-cases", ["other-2006"], [0, 1]],
  ])("%s", (_, chosen, rule, cases, [events, total]) => {
    const { lead, counting, silent } = getCell(read(chosen.map((name) => sheets[name])).cells, "response");
    expect(lead && [lead.rule, names(lead.cases).sort(), lead.events, lead.total]).toEqual([
      rule,
      cases,
      events,
      total,
    ]);
    expect([counting.length, silent]).toEqual([chosen.length, 0]);
  });

  test("a randomised trial with a comparison leads, and one without stands as a series", () => {
    const trial = (id: string, outcomes: Outcome[]) =>
      createSheet(id, 4, outcomes, { design: { type: "randomised-controlled-trial", controlled: true } });
    const comparator = { label: "Placebo", events: 1, total: 4 };
    const counts = [
      response(2, 4, { comparator }),
      response(1, 4, { id: "major", degree: "major", comparator }),
      response(3, 4, { id: "alone", degree: "moderate" }),
      createOutcome({ domain: "survival", events: 4, total: 4, comparator }),
    ];
    const compared = getCell(read([sheets.large, trial("trial-2001", counts)]).cells, "response");
    expect(compared.lead && [compared.lead.rule, compared.lead.found.study.id]).toEqual(["trial", "trial-2001"]);
    // Its other degrees of the same, counted in both arms; nothing else that it compares.
    expect(compared.lead?.degrees.map(({ id }) => id)).toEqual(["major"]);
    expect(compared.trials.map(({ study }) => study.id)).toEqual(["trial-2001"]);
    const alone = getCell(read([sheets.large, trial("alone-2001", [response(2, 4)])]).cells, "response");
    expect(alone.lead && [alone.lead.rule, alone.lead.degrees]).toEqual(["series", []]);
    expect(alone.lead?.found.study.id).toBe("large-2001");
  });

  test("deaths are never added to survivors, and one patient of two reports counts once", () => {
    const survival = (events: number, direction: Outcome["direction"]) =>
      createOutcome({ domain: "survival", events, total: 1, direction });
    const single = (id: string, outcome: Outcome, cohort: string | null = null) =>
      createSheet(id, 1, [outcome], { design: { type: "case-report" }, cohort });
    const { lead, counting } = getCell(
      read([
        single("alive-2001", survival(1, "benefit")),
        single("dead-2002", survival(1, "harm")),
        single("alive-2003", survival(1, "benefit"), "same"),
        single("again-2004", survival(1, "benefit"), "same"),
      ]).cells,
      "survival",
    );
    expect(counting).toHaveLength(4);
    const directions = lead?.cases.map(({ figure }) => figure.direction);
    expect(new Set(directions).size).toBe(1);
    expect(names(lead?.cases ?? []).filter((id) => id === "alive-2003" || id === "again-2004").length).toBeLessThan(2);
    expect([lead?.events, lead?.total]).toEqual([lead?.cases.length, lead?.cases.length]);
  });

  test("the single case that ranks first is among those that are added up", () => {
    const alive = createOutcome({ domain: "survival", events: 1, total: 1 });
    const died = createOutcome({ domain: "survival", events: 1, total: 1, direction: "harm" });
    // The larger report of the same patients tells of a death.
    const sheets = [
      createSheet("first-2001", 1, [alive], {
        cohort: "same",
        design: { type: "non-randomised-controlled", controlled: true },
      }),
      createSheet("larger-2002", 9, [died], { cohort: "same" }),
    ];
    const { lead } = getCell(read(sheets).cells, "survival");
    expect([names(lead?.cases ?? []), lead?.events, lead?.total]).toEqual([["first-2001"], 1, 1]);
  });

  test("a lead says which special traits its patients have", () => {
    const found = read([
      createStudy({
        id: "heart-2001",
        features: { refractory: { share: "all" }, cardiac: { share: "all" }, antiMda5: { share: "most" } },
      }),
    ]);
    expect(getCell(found.cells, "response").lead?.traits).toEqual(["cardiac", "antiMda5"]);
  });

  test("only of a trial that leads its other degrees of response stand beside it, and only beside its response", () => {
    const comparator = { label: "Placebo", events: 1, total: 4 };
    const outcomes = [
      response(2, 10, { comparator }),
      response(1, 10, { id: "major", degree: "major", comparator }),
      createOutcome({ domain: "relapse", events: 1, total: 10, comparator }),
    ];
    const degreesOf = (type: "randomised-controlled-trial" | "non-randomised-controlled") => {
      const { cells } = read([createSheet("a-2001", 10, outcomes, { design: { type, controlled: true } })]);
      return [getCell(cells, "response"), getCell(cells, "relapse", "after-stopping")].map(({ lead }) => [
        lead?.rule,
        lead?.degrees.map(({ id }) => id),
      ]);
    };
    expect(degreesOf("randomised-controlled-trial")).toEqual([
      ["trial", ["major"]],
      ["trial", []],
    ]);
    expect(degreesOf("non-randomised-controlled")).toEqual([
      ["series", []],
      ["series", []],
    ]);
  });

  test("a total of more patients than were treated is no figure of a cell", () => {
    const { lead, silent } = getCell(read([createSheet("mixed-2001", 10, [response(6, 20)])]).cells, "response");
    expect([lead, silent]).toEqual([null, 1]);
    expect(getCell(read([createSheet("whole-2001", 20, [response(6, 20)])]).cells, "response").lead?.total).toBe(20);
  });
});

describe("how far the others spread", () => {
  const others = [
    createSheet("lead-2001", 40, [response(20, 40)]),
    createSheet("low-2002", 30, [response(3, 30)]),
    createSheet("high-2003", 20, [response(18, 20)]),
    createSheet("middle-2004", 10, [response(5, 10)]),
  ];

  test("from the lowest share to the highest, the lead left out", () => {
    const { lead, lowest, highest } = getCell(read(others).cells, "response");
    expect([lead, lowest, highest].map((one) => one?.found.study.id)).toEqual(["lead-2001", "low-2002", "high-2003"]);
  });

  test("figures of the opposite, and of the same patients, are no end of it", () => {
    const survival = (id: string, events: number, total: number, part: SheetPart = {}, died = false) =>
      createSheet(
        id,
        total,
        [createOutcome({ domain: "survival", events, total, direction: died ? "harm" : "benefit" })],
        part,
      );
    const cell = getCell(
      read([
        survival("first-2001", 20, 41, { cohort: "same" }),
        survival("again-2006", 0, 8, { cohort: "same" }),
        survival("opposite-2005", 9, 9, {}, true),
        survival("low-2002", 3, 30),
        survival("high-2003", 18, 20),
      ]).cells,
      "survival",
    );
    expect(cell.lead?.found.study.id).toBe("first-2001");
    expect([cell.lowest, cell.highest].map((one) => one?.found.study.id)).toEqual(["low-2002", "high-2003"]);
    const { alike, opposite } = splitOthers(cell);
    expect(names(opposite)).toEqual(["opposite-2005"]);
    // "again-2006" is of the patients of the lead
    expect(names(alike).sort()).toEqual(["high-2003", "low-2002"]);
  });

  test("others of one cohort count once", () => {
    const same = { cohort: "same" };
    const { cells } = read([
      createSheet("lead-2001", 40, [response(20, 40)]),
      createSheet("once-2002", 30, [response(3, 30)], same),
      createSheet("twice-2003", 20, [response(18, 20)], same),
    ]);
    expect(names(splitOthers(getCell(cells, "response")).alike)).toEqual(["once-2002"]);
  });

  test("a lead alone has none", () => {
    const cell = getCell(read(others.slice(0, 1)).cells, "response");
    expect([cell.lowest, cell.highest, splitOthers(cell)]).toEqual([null, null, { alike: [], opposite: [] }]);
  });
});

describe("the cell of harm", () => {
  test.each<[string, Outcome[], string | null]>([
    ["the gravest first", [harm("any", 9, 10), harm("serious", 1, 10), harm("thrombosis", 0, 10)], "thrombosis"],
    ["then what is serious", [harm("any", 9, 10), harm("stopped", 2, 10), harm("serious", 1, 10)], "serious"],
    ["then what ended the treatment", [harm("any", 9, 10), harm("stopped", 2, 10)], "stopped"],
    ["then any", [harm("other", 3, 10), harm("any", 9, 10)], "any"],
    ["that it passed is no harm", [harm("serious", 1, 10, { direction: "benefit" }), harm("any", 2, 10)], "any"],
    ["of more than were treated is none", [harm("serious", 1, 11), harm("any", 2, 10)], "any"],
    ["nobody counts any", [response(5, 10)], null],
  ])("%s", (_, outcomes, expected) => {
    const { lead, silent } = getCell(read([createSheet("harm-2001", 10, outcomes)]).cells, "harm");
    expect([lead?.figure.harm ?? null, silent]).toEqual([expected, expected === null ? 1 : 0]);
  });

  test("counts the same harm of each study, and the others are silent", () => {
    const cell = getCell(
      read([
        createSheet("any-2001", 40, [harm("any", 9, 40)]),
        createSheet("clot-2002", 10, [harm("any", 8, 10), harm("thrombosis", 1, 10)]),
      ]).cells,
      "harm",
    );
    expect([names(cell.counting), cell.silent]).toEqual([["clot-2002"], 1]);
    expect(cell.lead?.events).toBe(1);
  });

  test("is not of a kind that only one patient was spared, where others had another", () => {
    const spared = createSheet("one-2001", 1, [harm("serious", 0, 1)]);
    const kindOf = (...sheets: Study[]) => getCell(read(sheets).cells, "harm").lead?.figure.harm;
    expect(kindOf(spared, createSheet("many-2002", 40, [harm("other", 9, 40)]))).toBe("other");
    expect(kindOf(spared, createSheet("one-2002", 1, [harm("other", 0, 1)]))).toBe("serious");
    expect(kindOf(createSheet("one-2001", 1, [harm("serious", 1, 1)]))).toBe("serious");
  });

  test("tells in words what is grave and nobody counts, with whom it is of, also beside a count of something lighter", () => {
    const words = (kind: Outcome["harm"], text: string, part: Partial<Outcome> = {}) =>
      createOutcome({
        id: `words-${kind}`,
        domain: "adverse-event",
        harm: kind,
        plain: `${kind} event`,
        result: { kind: "narrative", text },
        ...part,
      });
    const cell = getCell(
      read([
        createSheet("counted-2001", 40, [harm("any", 9, 40), words("headache", "Some had a headache.")]),
        createSheet("told-2002", 20, [words("serious", "One pulmonary embolism."), words("any", "Most felt unwell.")]),
        createSheet("both-2003", 10, [harm("thrombosis", 0, 10), words("thrombosis", "None at the lower dose.")]),
        createSheet("part-2004", 8, [words("thrombosis", "Two clots.", { population: "those given 2 g/kg" })]),
      ]).cells,
      "harm",
    );
    expect(cell.inWords.map(({ found, words: told, population }) => [found.study.id, told, population])).toEqual([
      ["told-2002", "serious event: One pulmonary embolism.", null],
      ["part-2004", "thrombosis event: Two clots.", "those given 2 g/kg"],
    ]);
  });
});

describe("the cells of relapse", () => {
  const relapse = (timing: Outcome["timing"], events: number, part: Partial<Outcome> = {}) =>
    createOutcome({ id: `relapse-${timing}`, domain: "relapse", timing, events, total: 10, ...part });

  test("one for each timing at which any are counted, and none for those before", () => {
    const { cells } = read([
      createSheet("stopped-2001", 10, [relapse("after-stopping", 4)]),
      createSheet("under-2002", 10, [relapse("on-treatment", 2), relapse("before-immunoglobulin", 9)]),
    ]);
    const found = cells.filter(({ domain }) => domain === "relapse");
    expect(found.map(({ timing }) => timing).sort()).toEqual(["after-stopping", "on-treatment"]);
    expect(found.map(({ lead }) => lead?.events).sort()).toEqual([2, 4]);
    expect(groupCells(cells).filter(([first]) => first?.domain === "relapse")).toEqual([found]);
  });

  test("where only relapses under treatment are counted, those after stopping have a cell all the same, and come first", () => {
    const { cells } = read([
      createSheet("under-2001", 20, [relapse("on-treatment", 0)]),
      createSheet("enzyme-2002", 10, [relapse("after-stopping", 4, { criterion: "enzyme" })]),
    ]);
    const found = cells.filter(({ domain }) => domain === "relapse");
    expect(found.map(({ timing, lead, silent }) => [timing, lead?.events ?? null, silent])).toEqual([
      ["after-stopping", null, 2],
      ["on-treatment", 0, 1],
    ]);
    const why = found.map(({ otherwise }) => otherwise.map((one) => [one.found.study.id, one.why]));
    expect(why).toEqual([
      [
        ["under-2001", "timing"],
        ["enzyme-2002", "enzyme"],
      ],
      [["enzyme-2002", "enzyme-named"]],
    ]);
  });

  test("an enzyme alone is no relapse, and where nobody counts one there is one empty cell", () => {
    const { cells } = read([createSheet("enzyme-2001", 10, [relapse("after-stopping", 4, { criterion: "enzyme" })])]);
    const found = cells.filter(({ domain }) => domain === "relapse");
    expect(found.map(({ timing, lead, silent }) => [timing, lead, silent])).toEqual([[null, null, 1]]);
  });
});

describe("the order of the cells", () => {
  const survival = createOutcome({ domain: "survival", events: 9, total: 10 });
  const child = (events: number, direction: Outcome["direction"]) =>
    createOutcome({ id: `child-${direction}`, domain: "pregnancy-outcome", events, total: 10, direction });
  const sheet = (...outcomes: Outcome[]) => [createSheet("example-2001", 10, [response(5, 10), ...outcomes])];
  const order = (sheets: Study[], profile: Profile) => read(sheets, profile).cells.map(({ domain }) => domain);

  test("is by what matters first for such a patient", () => {
    expect(order(sheet(survival), refractory)).toEqual(["response", "relapse", "survival", "harm"]);
    expect(order(sheet(survival), withLung)).toEqual(["response", "survival", "relapse", "harm"]);
    expect(order(sheet(survival), pregnant)).toEqual(["response", "pregnancy", "relapse", "harm", "survival"]);
  });

  test("leaves survival out of a pregnancy where nobody counts it, and of no other case", () => {
    expect(order(sheet(), pregnant)).toEqual(["response", "pregnancy", "relapse", "harm"]);
    expect(order(sheet(), withLung)).toContain("survival");
  });

  test("what went wrong with a child stands beside what went well, unless nothing did", () => {
    const { cells, describing } = read(sheet(child(8, "benefit"), child(2, "harm")), pregnant);
    const cell = getCell(cells, "pregnancy");
    expect(cell.lead?.events).toBe(8);
    expect(listChildHarms(cell, describing).map(({ figure }) => figure.events)).toEqual([2]);
    expect(listChildHarms(getCell(cells, "response"), describing)).toEqual([]);
    const only = read(sheet(child(2, "harm")), pregnant);
    expect(getCell(only.cells, "pregnancy").lead?.events).toBe(2);
    expect(listChildHarms(getCell(only.cells, "pregnancy"), only.describing)).toEqual([]);
    const none = read(sheet(child(8, "benefit"), child(0, "harm")), pregnant);
    expect(listChildHarms(getCell(none.cells, "pregnancy"), none.describing)).toEqual([]);
  });

  test("of no study there is no cell", () => {
    expect(listCells({ traits: new Set() }, [])).toEqual([]);
  });
});

describe("other randomised trials beside the lead of the response", () => {
  const trial = (id: string, treated: number, outcomes: Outcome[], cohort: string | null = null) =>
    createSheet(id, treated, outcomes, { design: { type: "randomised-controlled-trial", controlled: true }, cohort });
  const words = createOutcome({ result: { kind: "narrative", text: "No difference was seen." } });

  test("each but the one that leads, once a cohort", () => {
    const { cells, describing } = read([
      trial("first-2001", 30, [response(20, 30)]),
      trial("second-2002", 20, [response(2, 20)], "same"),
      trial("again-2003", 10, [response(1, 10)], "same"),
      createSheet("series-2004", 50, [response(25, 50)]),
    ]);
    const cell = getCell(cells, "response");
    expect(cell.lead?.found.study.id).toBe("first-2001");
    expect(listOtherTrials(cell, describing).map(({ trial: other }) => other.study.id)).toEqual(["second-2002"]);
    expect(listOtherTrials(getCell(cells, "harm"), describing)).toEqual([]);
  });

  test("with its own words where it counts nothing, unless its patients are counted elsewhere", () => {
    const { cells, describing } = read([
      trial("first-2001", 30, [response(20, 30, { comparator: { label: "Placebo", events: 1, total: 9 } })], "led"),
      trial("words-2002", 20, [words]),
      trial("again-2003", 19, [words], "led"),
      trial("silent-2004", 18, [harm("any", 1, 18)]),
      trial("once-2005", 17, [words], "told"),
      trial("twice-2006", 16, [words], "told"),
      createSheet("series-2007", 10, [words]),
      trial("counted-2008", 15, [words], "elsewhere"),
      createSheet("elsewhere-2009", 9, [response(4, 9)], { cohort: "elsewhere" }),
    ]);
    const found = listOtherTrials(getCell(cells, "response"), describing);
    expect(found.map((one) => [one.trial.study.id, "text" in one])).toEqual([
      ["words-2002", true],
      ["once-2005", true],
    ]);
  });
});

describe("what is told in words", () => {
  const narrative = (text: string, part: Partial<Outcome> = {}) =>
    createOutcome({ plain: "alive", domain: "survival", ...part, result: { kind: "narrative", text } });
  const controlled: SheetPart = { design: { type: "non-randomised-controlled", controlled: true } };
  const trial: SheetPart = { design: { type: "randomised-controlled-trial", controlled: true } };
  const tell = (sheets: Study[], domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null) =>
    getCell(read(sheets).cells, domain, timing).inWords.map(({ found, words }) => [found.study.id, words]);

  describe("says of whom", () => {
    const whom = (population: string, part: SheetPart = {}, domain: AnswerCell["domain"] = "survival") => {
      const outcome = domain === "harm" ? { domain: "adverse-event" as const, harm: "serious" as const } : {};
      const sheet = createSheet("told-2001", 10, [narrative("Most did well.", { ...outcome, population })], part);
      return getCell(read([sheet]).cells, domain).inWords[0]?.population;
    };

    test.each([
      "all treated",
      "All treated",
      "all the treated",
      "all treated patients",
      "all treated children",
      "one patient",
      "the one patient",
      "the one treated woman",
      "one treated child",
    ])("not of %s, where all were treated", (population) => {
      expect(whom(population)).toBeNull();
      expect(whom(population, {}, "harm")).toBeNull();
    });

    test.each([
      "not all treated",
      "all treated women",
      "all treated patients with lung disease",
      "all",
      "treated patients",
      "the one",
      "one man",
      "the treated patient",
    ])("of %s", (population) => {
      expect(whom(population)).toBe(population);
      expect(whom(population, {}, "harm")).toBe(population);
    });

    test("of all treated, where not all were, or nobody says how many", () => {
      for (const participants of [
        { treated: 8, enrolled: 10 },
        { treated: null, enrolled: 10 },
        { treated: null, enrolled: null },
      ])
        for (const domain of ["survival", "harm"] as const)
          expect(whom("all treated", { participants }, domain)).toBe("all treated");
    });

    test("not of the groups with and without it that a controlled study compares", () => {
      expect(whom("30 children given IVIG against 48 not given it", controlled)).toBeNull();
      expect(whom("those given immunoglobulin and those without", controlled)).toBeNull();
      for (const population of [
        "30 children given IVIG",
        "30 children against 48 given IVIG",
        "30 children given methotrexate against 48 not given it",
      ])
        expect(whom(population, controlled)).toBe(population);
      const population = "30 children given IVIG against 48 not given it";
      expect(whom(population)).toBe(population);
    });

    test("without a bracket or a semicolon, for it stands in a bracket itself", () => {
      const population = "the first (two of five); the others (three); and the rest";
      const plain = "the first, two of five, the others, three, and the rest";
      expect(whom(population)).toBe(plain);
      expect(whom(population, {}, "harm")).toBe(plain);
    });
  });

  test("repeats no percentage without its counts", () => {
    const sheets = [createSheet("told-2001", 10, [narrative("50% lived.")])];
    expect(tell(sheets, "survival")).toEqual([["told-2001", "alive: percentages without counts, not repeated here."]]);
  });

  test("of survival stands beside counts of others, with how the study was controlled", () => {
    const sheets = [
      createSheet("counted-2001", 20, [createOutcome({ domain: "survival", events: 9, total: 20 })]),
      createSheet("told-2002", 10, [narrative("All lived.")]),
      createSheet("grouped-2003", 9, [narrative("All lived.")], controlled),
      createSheet("trial-2004", 8, [narrative("All lived.")], trial),
    ];
    const { inWords } = getCell(read(sheets).cells, "survival");
    expect(new Map(inWords.map(({ found, isControlled }) => [found.study.id, isControlled]))).toEqual(
      new Map([
        ["trial-2004", false],
        ["grouped-2003", true],
        ["told-2002", false],
      ]),
    );
    expect(inWords.map(({ words, timing }) => [words, timing])).toEqual(inWords.map(() => ["alive: All lived.", null]));
  });

  test("of a response stands only of controlled studies where somebody counts one, and never of a trial", () => {
    const told = [
      createSheet("told-2001", 10, [narrative("Most did.", { domain: "response" })]),
      createSheet("grouped-2002", 9, [narrative("Most did.", { domain: "response" })], controlled),
      createSheet("trial-2003", 8, [narrative("Most did.", { domain: "response" })], trial),
    ];
    const ids = (sheets: Study[]) => tell(sheets, "response").map(([id]) => id);
    expect(ids([...told, createSheet("counted-2004", 20, [response(9, 20)])])).toEqual(["grouped-2002"]);
    expect(ids(told)).toEqual(["grouped-2002", "told-2001"]);
  });

  test("of survival stands also where its study counts relapses", () => {
    const relapse = createOutcome({ domain: "relapse", events: 1, total: 10 });
    expect(tell([createSheet("told-2001", 10, [relapse, narrative("All lived.")])], "survival")).toEqual([
      ["told-2001", "alive: All lived."],
    ]);
  });

  test("of a pregnancy stands nowhere", () => {
    const told = createSheet("told-2001", 10, [narrative("All were born.", { domain: "pregnancy-outcome" })]);
    const { cells } = read([told], pregnant);
    expect(cells.flatMap(({ inWords }) => inWords)).toEqual([]);
  });

  describe("of a relapse", () => {
    const count = (timing: Outcome["timing"], part: Partial<Outcome> = {}) =>
      createOutcome({ id: `${timing}`, domain: "relapse", timing, events: 1, total: 20, ...part });
    const words = (timing: Outcome["timing"]) =>
      narrative("Some relapsed.", { id: "told", domain: "relapse", timing, plain: "relapsed", direction: "harm" });
    const counted = createSheet("counted-2001", 20, [count("after-stopping"), count("on-treatment")]);
    const place = (timing: Outcome["timing"], sheets = [counted]) =>
      read([...sheets, createSheet("told-2002", 10, [response(1, 10), words(timing)])])
        .cells.filter(({ domain }) => domain === "relapse")
        .flatMap((cell) => cell.inWords.map((told) => [cell.timing, told.timing]));

    test("stands in the cell of its timing, else in the first and says so", () => {
      expect(place("on-treatment")).toEqual([["on-treatment", null]]);
      expect(place("after-stopping")).toEqual([["after-stopping", null]]);
      expect(place("unclear")).toEqual([["after-stopping", "unclear"]]);
      // where nobody counts any, the one cell has no timing
      expect(place("on-treatment", [])).toEqual([[null, "on-treatment"]]);
    });

    test("before immunoglobulin stands nowhere", () => {
      expect(place("before-immunoglobulin")).toEqual([]);
    });

    test("stands nowhere where its study counts any", () => {
      const both = createSheet("both-2001", 20, [words("after-stopping"), count("on-treatment")]);
      const { cells } = read([both]);
      expect(cells.flatMap(({ inWords }) => inWords)).toEqual([]);
    });
  });
});

describe("what a cell cannot use", () => {
  const relapse = (timing: Outcome["timing"], part: Parameters<typeof createOutcome>[0] = {}) =>
    createOutcome({ id: `relapse-${timing}`, domain: "relapse", timing, events: 4, total: 10, ...part });
  const enzyme = { criterion: "enzyme" } as const;
  const list = (...sheets: Study[]) =>
    read(sheets)
      .cells.filter(({ domain }) => domain === "relapse")
      .map(({ timing, otherwise }) => [
        timing,
        ...otherwise.map(({ found, figure, why }) => [found.study.id, figure.timing, why]),
      ]);

  test("is a count of an enzyme in the cell of its timing, else in the first, and only named in the others", () => {
    const under = createSheet("under-2001", 20, [relapse("on-treatment", { total: 20 })]);
    const other = (timing: Outcome["timing"]) => createSheet("enzyme-2002", 10, [relapse(timing, enzyme)]);
    expect(list(under, other("on-treatment"))).toEqual([
      ["after-stopping", ["under-2001", "on-treatment", "timing"], ["enzyme-2002", "on-treatment", "enzyme-named"]],
      ["on-treatment", ["enzyme-2002", "on-treatment", "enzyme"]],
    ]);
    expect(list(under, other("unclear"))).toEqual([
      ["after-stopping", ["under-2001", "on-treatment", "timing"], ["enzyme-2002", "unclear", "enzyme"]],
      ["on-treatment", ["enzyme-2002", "unclear", "enzyme-named"]],
    ]);
  });

  test("is what came before immunoglobulin nowhere", () => {
    expect(list(createSheet("a-2001", 10, [relapse("before-immunoglobulin")]))).toEqual([[null]]);
    // but a value of an enzyme is told, whenever it was
    expect(list(createSheet("a-2001", 10, [relapse("before-immunoglobulin", enzyme)]))).toEqual([
      [null, ["a-2001", "before-immunoglobulin", "enzyme"]],
    ]);
  });

  test("is of its own timing first", () => {
    const sheet = createSheet("a-2001", 10, [
      relapse("on-treatment"),
      relapse("unclear", enzyme),
      relapse("after-stopping", enzyme),
    ]);
    expect(list(sheet)).toEqual([["after-stopping", ["a-2001", "after-stopping", "enzyme"]], ["on-treatment"]]);
  });

  test("is a total of more patients than were treated, with why", () => {
    expect(list(createSheet("a-2001", 10, [relapse("after-stopping", { total: 20 })]))).toEqual([
      ["after-stopping", ["a-2001", "after-stopping", "untreated"]],
    ]);
  });

  test("is of harm the gravest other kind that a study counts", () => {
    const cell = getCell(
      read([
        createSheet("clot-2001", 20, [harm("thrombosis", 1, 20)]),
        createSheet("other-2002", 10, [harm("headache", 1, 10), harm("any", 2, 10)]),
        createSheet("silent-2003", 9, [response(1, 9)]),
      ]).cells,
      "harm",
    );
    expect(cell.otherwise.map(({ found, figure, why }) => [found.study.id, figure.harm, why])).toEqual([
      ["other-2002", "headache", "harm"],
    ]);
  });

  test("is of a response nothing but a total of others too", () => {
    const { otherwise } = getCell(read([createSheet("a-2001", 10, [harm("any", 2, 10)])]).cells, "response");
    expect(otherwise).toEqual([]);
  });
});

describe("harm that a trial compares", () => {
  const placebo = (events: number, total = 10) => ({ comparator: { label: "Placebo", events, total } });
  const trial = (id: string, treated: number, outcomes: Outcome[]) =>
    createSheet(id, treated, outcomes, {
      design: { type: "randomised-controlled-trial", controlled: true },
      participants: { treated, enrolled: 2 * treated },
    });
  const compare = (...sheets: Study[]) => {
    const { compared } = getCell(read(sheets).cells, "harm");
    return compared && [compared.found.study.id, compared.figure.harm, compared.degrees.map((one) => one.harm)];
  };
  const clot = createSheet("clot-2001", 40, [harm("thrombosis", 1, 40)]);

  test("is of any kind first, then the gravest, and what else it compares", () => {
    const outcomes = [
      harm("headache", 2, 10, placebo(1)),
      harm("serious", 1, 10, placebo(1)),
      harm("any", 5, 10, placebo(3)),
      harm("stopped", 1, 10),
    ];
    expect(compare(clot, trial("a-2002", 10, outcomes))).toEqual(["a-2002", "any", ["serious", "headache"]]);
    expect(compare(clot, trial("a-2002", 10, outcomes.slice(0, 2)))).toEqual(["a-2002", "serious", ["headache"]]);
  });

  test("is a lead of its own, also where its name is that of what leads", () => {
    const event = { id: "event" };
    const sheets = [
      createSheet("clot-2001", 40, [harm("thrombosis", 1, 40, event)]),
      trial("a-2002", 10, [harm("any", 5, 10, { ...event, ...placebo(3) })]),
    ];
    const { lead, compared } = getCell(read(sheets).cells, "harm");
    expect(lead?.found.study.id).toBe("clot-2001");
    expect(compared).toMatchObject({ rule: "trial", events: 5, total: 10, figure: { harm: "any" }, degrees: [] });
    expect(names(compared?.cases ?? [])).toEqual(["a-2002"]);
  });

  test("is of the first trial in rank order that compares any", () => {
    const silent = trial("silent-2002", 30, [harm("any", 2, 30)]);
    const second = trial("second-2003", 20, [harm("any", 2, 20, placebo(1, 20))]);
    const third = trial("third-2004", 10, [harm("any", 2, 10, placebo(1))]);
    expect(compare(clot, silent, second, third)).toEqual(["second-2003", "any", []]);
  });

  test("is of no study that is not randomised", () => {
    const controlled = createSheet("a-2002", 10, [harm("any", 5, 10, placebo(3))], {
      design: { type: "non-randomised-controlled", controlled: true },
    });
    expect(compare(clot, controlled)).toBeNull();
    expect(compare(clot)).toBeNull();
  });

  test("is not said again where it leads", () => {
    expect(compare(trial("a-2002", 10, [harm("any", 5, 10, placebo(3))]))).toBeNull();
    // Another kind of harm of the same trial leads: then what it compares of any is said beside it.
    expect(
      compare(trial("a-2002", 10, [harm("thrombosis", 1, 10, placebo(1)), harm("any", 5, 10, placebo(3))])),
    ).toEqual(["a-2002", "any", ["thrombosis"]]);
  });
});
