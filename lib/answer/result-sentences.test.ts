import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, type SheetPart } from "@/lib/study/fixtures";
import type { Outcome } from "@/lib/study/schema";
import type { Answer } from "./answer";
import type { AnswerCell } from "./cells";
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
import {
  composeFindings,
  composeSubgroupSentences,
  describeCell,
  nameCell,
  nameCountedByOthers,
} from "./result-sentences";
import { answerTo, createLibrary } from "./small-library.arbitrary";

const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
const pregnant: Profile = { ...emptyProfile, features: { pregnancy: "yes" } };

const inWords = (part: Partial<Outcome>, text: string) =>
  createOutcome({ ...part, result: { kind: "narrative", text } });
const grams = (gPerKgPerCourse: number): SheetPart => ({
  treatment: { regimen: { gPerKgPerCourse, gPerKgPerDay: null, days: null, intervalWeeks: null, text: "a dose" } },
});
const carrying: SheetPart = { features: { pregnancy: { share: "all" } } };
const heart: SheetPart = { features: { cardiac: { share: "all" } } };

const answer = (sheets: readonly ReturnType<typeof sheet>[], profile = lung) =>
  answerTo(profile, createLibrary(sheets));
function cellOf({ cells }: Answer, domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null): AnswerCell {
  const cell = cells.find((one) => one.domain === domain && one.timing === timing);
  if (!cell) throw new Error(`no cell of ${domain}`);
  return cell;
}
const describeOf = (found: Answer, domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null) =>
  describeCell(cellOf(found, domain, timing), found.describing, found.cells);
const findOf = (found: Answer) => composeFindings(found.cells, found.describing);
const findingOf = (found: Answer, name: string) => findOf(found).find((finding) => finding.name === name);

describe("the name of a cell", () => {
  const nameOf = (found: Answer, domain: AnswerCell["domain"], timing: AnswerCell["timing"] = null) =>
    nameCell(cellOf(found, domain, timing));

  test("is its domain", () => {
    const found = answer([sheet("Doe", 20, [response(9, 20)], carrying)], pregnant);
    expect([nameOf(found, "response"), nameOf(found, "relapse"), nameOf(found, "pregnancy")]).toEqual([
      "Response",
      "Relapse",
      "Mother and child",
    ]);
    expect(nameOf(found, "harm")).toBe("Harm");
  });

  test("is the same where it has a lead", () => {
    const born = createOutcome({ domain: "pregnancy-outcome", events: 1, total: 1 });
    expect(nameOf(answer([report("Doe", [born], carrying)], pregnant), "pregnancy")).toBe("Mother and child");
  });

  test("says that deaths were counted, and when relapses, and which harm", () => {
    const of = (...outcomes: Outcome[]) => answer([sheet("Doe", 20, outcomes)]);
    expect(nameOf(of(deaths(2, 20)), "survival")).toBe("Deaths");
    expect(nameOf(of(survival(18, 20)), "survival")).toBe("Survival");
    expect(nameOf(of(response(9, 20)), "survival")).toBe("Survival");
    expect(nameOf(of(relapse(2, 20)), "relapse", "after-stopping")).toBe("Relapse after stopping");
    expect(nameOf(of(harm("stopped", 2, 20)), "harm")).toBe("Harm: treatment stopped");
  });

  test("what others count is named with that their definitions may differ", () => {
    const of = (domain: AnswerCell["domain"], ...outcomes: Outcome[]) => {
      const found = answer([sheet("Doe", 20, outcomes, carrying)], pregnant);
      const cell = found.cells.find((one) => one.domain === domain);
      return cell && nameCountedByOthers(cell);
    };
    expect(of("response", response(9, 20))).toBe("a response (definitions may differ)");
    expect(of("relapse", relapse(9, 20))).toBe("a relapse (definitions may differ)");
    expect(of("survival", survival(9, 20))).toBe("survival (definitions may differ)");
    expect(of("survival", deaths(9, 20))).toBe("deaths (definitions may differ)");
    expect(of("harm", harm("thrombosis", 9, 20))).toBe("this kind of harm, thrombosis (definitions may differ)");
    expect(of("harm", response(9, 20))).toBe("this kind of harm (definitions may differ)");
    expect(of("pregnancy", createOutcome({ domain: "pregnancy-outcome" }))).toBe("an outcome (definitions may differ)");
  });
});

describe("what leads", () => {
  const leadOf = (found: Answer, name = "Response") => findingOf(found, name)?.lead;

  test("is named with its study, its count and its interval", () => {
    // Wilson, 20 of 40: 35.2% to 64.8%
    expect(leadOf(answer([sheet("Doe", 40, [response(20, 40)], heart)]))).toEqual([
      "Doe 2020, better: 20 of 40 (50%), 95% CI 35% to 65%.",
      "All 40 had heart involvement.",
    ]);
  });

  test("of a relapse says also of whom", () => {
    const outcomes = [relapse(20, 40, { population: "all who stopped." })];
    expect(leadOf(answer([sheet("Doe", 40, outcomes)]), "Relapse after stopping")).toEqual([
      "Doe 2020, relapsed: 20 of 40 (50%), 95% CI 35% to 65%. Who: all who stopped.",
    ]);
  });

  test("of a trial has its second group", () => {
    const compared = [response(37, 47, { comparator: placebo(21, 48) })];
    const of = (enrolled: number) => leadOf(answer([trial("Doe", 47, compared, { participants: { enrolled } })]))?.[1];
    expect(of(95)).toBe(
      "Placebo: 21 of 48 (44%); difference 35 points, 95% CI 15.5 to 51.0 (Newcombe); number needed to treat 3.",
    );
    expect(of(60)).toBe("Placebo: 21 of 48 (44%), 95% CI 31% to 58%.");
    // Newcombe, 21 of 47 against 20 of 48: an interval that holds zero has no number needed
    const alike = [response(21, 47, { comparator: placebo(20, 48) })];
    const found = leadOf(answer([trial("Doe", 47, alike, { participants: { enrolled: 95 } })]));
    expect(found?.[1]).toMatch(/^Placebo: 20 of 48 \(42%\); difference 3 points, .* \(Newcombe\)\.$/);
  });

  test("of single cases names each", () => {
    expect(leadOf(answer([report("Doe", [response(1, 1)], heart)]))).toEqual([
      "Doe 2020, better: 1 of 1, a single case.",
      "The patient had heart involvement.",
    ]);
    const two = leadOf(answer([report("Doe", [response(1, 1)]), report("Roe", [response(0, 1)])]));
    expect([
      ["1 of 2 single cases, added up. Doe 2020, better: 1 of 1. Roe 2020, better: 0 of 1."],
      ["1 of 2 single cases, added up. Roe 2020, better: 0 of 1. Doe 2020, better: 1 of 1."],
    ]).toContainEqual(two);
  });

  test("what its patients were given is said with the first, and again where it differs", () => {
    const found = answer([
      sheet("Doe", 40, [response(20, 40)], grams(2)),
      sheet("Roe", 20, [survival(9, 20)], grams(1)),
      sheet("Poe", 10, [relapse(2, 10)], grams(2)),
    ]);
    expect(findOf(found).map(({ name, given }) => [name, given])).toEqual([
      ["Response", "IV, 2 g/kg a course."],
      ["Survival", "IV, 1 g/kg a course."],
      ["Relapse after stopping", null],
    ]);
  });
});

describe("where nobody counts", () => {
  test("it is said of a response always, and of the rest only where something is told", () => {
    expect(findOf(answer([sheet("Doe", 20, [createOutcome({ domain: "other" })])]))).toEqual([
      { name: "Response", lead: ["It gives no count of responders."], given: null, more: [], beside: [] },
    ]);
    const two = [sheet("Doe", 20, [createOutcome({ domain: "other" })]), sheet("Roe", 10, [survival(9, 10)])];
    expect(findOf(answer(two)).map(({ name, lead }) => [name, lead[0]])).toEqual([
      ["Response", "None gives a count of responders."],
      ["Survival", expect.stringMatching(/^Roe 2020/)],
    ]);
  });

  test("a relapse of one timing is said to be counted by none where one of another is counted", () => {
    const found = answer([sheet("Doe", 20, [relapse(2, 20, { timing: "on-treatment" })])]);
    expect(findingOf(found, "Relapse after stopping")).toEqual({
      name: "Relapse after stopping",
      lead: ["It gives no count."],
      given: null,
      more: [],
      beside: [],
    });
    const two = answer([
      sheet("Doe", 20, [relapse(2, 20, { timing: "on-treatment" })]),
      sheet("Roe", 10, [response(1, 10)]),
    ]);
    expect(findingOf(two, "Relapse after stopping")?.lead).toEqual(["None gives a count."]);
  });

  test("what is told in words stands beside it", () => {
    const found = answer([
      sheet("Doe", 20, [response(9, 20), inWords({ domain: "survival", plain: "alive" }, "All lived.")]),
    ]);
    expect(findingOf(found, "Survival")).toEqual({
      name: "Survival",
      lead: ["It gives no count."],
      given: null,
      more: [],
      beside: ["Doe 2020 (in words), alive: All lived."],
    });
  });

  test("counts that no figure is made of are named", () => {
    const found = answer([sheet("Doe", 20, [response(9, 20), relapse(2, 20, { criterion: "enzyme" })])]);
    const unused = "By an enzyme or antibody value only, after stopping: Doe 2020, 2 of 20.";
    expect(findingOf(found, "Relapse")).toEqual({
      name: "Relapse",
      lead: ["No count can be used here."],
      given: null,
      more: [unused],
      beside: [],
    });
    expect(describeOf(found, "relapse")).toEqual({
      own: [],
      trials: [],
      inWords: [],
      beside: [],
      nested: [],
      within: [],
      others: [unused],
      matters: [[unused]],
    });
  });
});

describe("what is counted within a relapse that leads", () => {
  const chain = [response(20, 40), relapse(10, 20, { of: "response", population: "responders" })];

  test("is told from the widest", () => {
    const found = answer([sheet("Doe", 40, chain)]);
    const nested = ["Of 40, better: 20.", "Of these 20, relapsed: 10."];
    expect(describeOf(found, "relapse", "after-stopping").nested).toEqual(nested);
    expect(findingOf(found, "Relapse after stopping")?.more.slice(0, 2)).toEqual(nested);
    expect(describeOf(found, "response").nested).toEqual([]);
  });

  test("and in short without what leads a cell itself", () => {
    const found = answer([sheet("Doe", 40, chain)]);
    // Both counts lead: nothing is left to tell.
    expect(describeOf(found, "relapse", "after-stopping").within).toEqual([]);
    const again = createOutcome({
      id: "again",
      domain: "retreatment",
      plain: "controlled again",
      of: "relapse",
      events: 4,
      total: 10,
    });
    const longer = answer([sheet("Doe", 40, [...chain, again])]);
    expect(describeOf(longer, "relapse", "after-stopping").within).toEqual(["Of these 10, controlled again: 4."]);
    // Another study leads the response, so that the responders of this one are told.
    const second = answer([sheet("Large", 50, [response(25, 50)]), sheet("Doe", 40, chain)]);
    expect(describeOf(second, "relapse", "after-stopping").within).toEqual([
      "Of 40, better: 20.",
      "Of these 20, relapsed: 10.",
    ]);
  });

  test("and of no other counts that lie within each other", () => {
    const found = answer([
      sheet("Doe", 40, [
        response(30, 40),
        response(10, 30, { id: "major", degree: "major", plain: "much better", of: "response" }),
        response(20, 40, { id: "skin", organ: "skin", plain: "skin better" }),
        relapse(5, 20, { of: "skin" }),
      ]),
    ]);
    expect(describeOf(found, "relapse", "after-stopping").nested).toEqual([
      "Of 40, skin better: 20.",
      "Of these 20, relapsed: 5.",
    ]);
  });

  test("and in short also where another count, or another study, leads with the same numbers", () => {
    const major = response(20, 40, { id: "major", degree: "major", plain: "much better" });
    const within = [major, relapse(10, 20, { of: "major" })];
    const other = answer([sheet("Doe", 40, [response(20, 40), ...within])]);
    expect(describeOf(other, "relapse", "after-stopping").within).toEqual([
      "Of 40, much better: 20.",
      "Of these 20, relapsed: 10.",
    ]);
    const study = answer([sheet("Ames", 40, [response(20, 40)]), sheet("Doe", 40, chain)]);
    expect(describeOf(study, "relapse", "after-stopping").within).toEqual([
      "Of 40, better: 20.",
      "Of these 20, relapsed: 10.",
    ]);
  });

  test("of one patient there is nothing within", () => {
    const one = [response(1, 1), relapse(1, 1, { of: "response" })];
    const found = answer([report("Doe", one)]);
    expect(describeOf(found, "relapse", "after-stopping").nested).toEqual([]);
    expect(describeOf(found, "relapse", "after-stopping").within).toEqual([]);
  });

  test("and nothing where the relapse is within nothing", () => {
    const found = answer([sheet("Doe", 40, [response(20, 40), relapse(10, 40)])]);
    expect(describeOf(found, "relapse", "after-stopping")).toMatchObject({ nested: [], within: [] });
  });
});

describe("how the others stand to it", () => {
  const first = sheet("First", 40, [response(20, 40)]);
  const othersOf = (...sheets: ReturnType<typeof sheet>[]) => describeOf(answer([first, ...sheets]), "response").others;

  test("one, several, and those that give no count", () => {
    expect(othersOf()).toEqual([]);
    expect(othersOf(sheet("Second", 9, [response(1, 9)]))).toEqual([
      "One other study counts a response (definitions may differ): Second 2020, 1 of 9.",
    ]);
    expect(
      othersOf(
        sheet("Second", 9, [response(1, 9)]),
        sheet("Third", 8, [response(7, 8)]),
        sheet("Silent", 7, [survival(1, 7)]),
      ),
    ).toEqual([
      "Two other studies count a response (definitions may differ).",
      "Second 2020: 1 of 9.",
      "Third 2020: 7 of 8.",
      "1 gives no count.",
    ]);
  });

  test("of one share, and of many by their size", () => {
    expect(othersOf(sheet("Second", 9, [response(9, 9)]), sheet("Third", 9, [response(9, 9)]))).toEqual([
      "Two other studies count a response (definitions may differ): 9 of 9 each.",
      "These are Second 2020 and Third 2020.",
    ]);
    const small = ["Ames", "Bell", "Cole"].map((name) => report(name, [response(1, 1)]));
    expect(othersOf(sheet("Second", 9, [response(1, 9)]), ...small)).toEqual([
      "Four other studies count a response (definitions may differ): Second 2020, 1 of 9.",
      "In 3 of 3 single patients.",
    ]);
  });

  test("of the opposite each is named, with what makes its patients unlike others", () => {
    const found = answer([sheet("First", 40, [survival(30, 40)]), sheet("Second", 9, [deaths(2, 9)], heart)]);
    expect(describeOf(found, "survival").others).toEqual([
      "Second 2020, died: 2 of 9.",
      "Second 2020: all 9 had heart involvement.",
    ]);
  });

  test("what went wrong with a child stands last", () => {
    const child = (id: string, plain: string, events: number, direction: Outcome["direction"]) =>
      createOutcome({ id, domain: "pregnancy-outcome", plain, events, total: 8, direction });
    const found = answer(
      [sheet("Doe", 8, [child("born", "born alive", 7, "benefit"), child("early", "born early", 2, "harm")], carrying)],
      pregnant,
    );
    expect(describeOf(found, "pregnancy").others).toEqual(["Doe 2020, born early: 2 of 8."]);
    expect(describeOf(found, "pregnancy").matters).toEqual([["Doe 2020, born early: 2 of 8."]]);
  });
});

describe("beside the lead", () => {
  const words = inWords({ plain: "better" }, "No difference was seen.");
  const found = () =>
    answer([
      trial("First", 30, [response(20, 30, { comparator: placebo(10, 30) })], heart),
      // Wilson: 2 of 20 2.8% to 30.1%, 10 of 20 29.9% to 70.1%; more are counted than were randomised
      trial("Second", 20, [response(2, 20, { comparator: placebo(10, 20) })], {
        ...heart,
        participants: { enrolled: 30 },
      }),
      trial("Third", 10, [words]),
      sheet("Grouped", 9, [words], { design: { type: "non-randomised-controlled", controlled: true } }),
      sheet("Series", 8, [response(4, 8)]),
    ]);
  const second = [
    "Second 2020, a randomised trial, better: 2 of 20 (10%), 95% CI 3% to 30%.",
    "Placebo: 10 of 20 (50%), 95% CI 30% to 70%.",
    "All 20 had heart involvement.",
  ];
  const third = "Third 2020, a randomised trial, says in words: No difference was seen.";
  const grouped = "Grouped 2020 (controlled, not randomised), better: No difference was seen.";

  test("stand every other trial and what is told in words", () => {
    const { own, beside } = describeOf(found(), "response");
    expect(own[0]).toMatch(/^Placebo: 10 of 30 \(33%\)/);
    expect(own.slice(1)).toEqual(["All 30 had heart involvement."]);
    expect(beside.slice(0, own.length)).toEqual(own);
    // A trial is named by its place in the order, which heart involvement lowers.
    expect(beside.slice(own.length).sort()).toEqual([...second, third, grouped].sort());
    expect(findingOf(found(), "Response")?.beside.toSorted()).toEqual([...second, third, grouped].sort());
  });

  test("a short text keeps the sentences of one matter together", () => {
    const { matters } = describeOf(found(), "response");
    expect(matters).toContainEqual(second);
    expect(matters).toContainEqual([third]);
    expect(matters).toContainEqual([grouped]);
    expect(matters).toContainEqual([
      "Two other studies count a response (definitions may differ).",
      "Series 2020: 4 of 8.",
      "Second 2020: 2 of 20.",
    ]);
    expect(matters).toHaveLength(4);
  });

  test("stands what a trial compares of harm, with whom it is of", () => {
    const compared = answer([
      trial("Roe", 10, [harm("any", 5, 10, { comparator: placebo(3, 10), population: "all treated." })]),
      sheet("Doe", 20, [harm("thrombosis", 2, 20)]),
    ]);
    // Wilson: 5 of 10 23.7% to 76.3%
    const sentences = ["In both groups: Roe 2020, any event: 5 of 10 (50%), 95% CI 24% to 76%.", "Who: all treated."];
    const { others, matters } = describeOf(compared, "harm");
    expect(others.slice(0, 2)).toEqual(sentences);
    expect(others[2]).toMatch(/^Placebo: 3 of 10 \(30%\)/);
    expect(others.slice(3)).toEqual(["1 counts another harm."]);
    expect(matters).toEqual([others.slice(0, 3)]);
  });
});

describe("patients like this one who are counted apart in a study of others", () => {
  const apart = (subgroup: Outcome["subgroup"], part: SheetPart = {}) =>
    sheet("Doe", 20, [response(3, 6, { subgroup })], {
      ...part,
      features: { ild: { share: "some" }, ...part.features },
    });
  const tell = (study: ReturnType<typeof sheet>, profile = lung) => {
    const { facts, part } = answer([study], profile);
    expect(part).toHaveLength(1);
    return composeSubgroupSentences(facts, part);
  };

  test("are told with their own count", () => {
    // Wilson, 3 of 6: 18.8% to 81.2%
    expect(tell(apart("ild", heart))).toEqual([
      "Doe 2020 treated others too. Of its patients with interstitial lung disease, better: 3 of 6 (50%), 95% CI 19% to 81%.",
      "Doe 2020: all 20 had heart involvement.",
    ]);
  });

  test("but not where all of its patients are like that, or none is in something else that was answered yes", () => {
    const pregnant: Profile = { ...emptyProfile, features: { ild: "yes", pregnancy: "yes" } };
    const tellOf = (ild: "all" | "some", pregnancy: "none" | "unclear") =>
      tell(apart("ild", { features: { ild: { share: ild }, pregnancy: { share: pregnancy } } }), pregnant);
    expect(tellOf("some", "unclear")).toEqual([
      expect.stringContaining("3 of 6"),
      "Doe 2020: pregnancy not in the abstract.",
    ]);
    expect(tellOf("some", "none")).toEqual([]);
    expect(tellOf("all", "unclear")).toEqual([]);
  });

  test("but not where they are counted apart for something else, or for nothing", () => {
    expect(tell(apart("cardiac"))).toEqual([]);
    expect(tell(sheet("Doe", 20, [response(3, 6)], { features: { ild: { share: "some" } } }))).toEqual([]);
    expect(tell(sheet("Doe", 20, [survival(3, 6)], { features: { ild: { share: "some" } } }))).toEqual([]);
  });

  test("nor for what is answered no, or only refines", () => {
    const without: Profile = { ...emptyProfile, features: { ild: "yes", cardiac: "no" } };
    expect(tell(apart("cardiac", { features: { cardiac: { share: "some" } } }), without)).toEqual([]);
    const withSkin: Profile = { ...emptyProfile, features: { ild: "yes", skin: "yes" } };
    expect(tell(apart("skin", { features: { skin: { share: "some" } } }), withSkin)).toEqual([]);
  });

  test("by either name of one concept", () => {
    const amyopathic: Profile = { ...emptyProfile, diagnosis: "CADM" };
    const study = sheet("Doe", 20, [response(3, 6, { subgroup: "amyopathic" })], {
      features: { ild: { share: "unclear" }, amyopathic: { share: "some" } },
    });
    expect(tell(study, amyopathic)[0]).toMatch(
      /^Doe 2020 treated others too\. Of its patients with amyopathic disease, /,
    );
  });
});
