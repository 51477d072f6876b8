import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Feature, Share } from "@/lib/vocabulary/feature";
import { outcomeDomains } from "@/lib/vocabulary/outcomes";
import { createOutcome, createStudy, type SheetPart } from "./fixtures";
import { loadLibrary, readLibrary } from "./load";
import { type Study, study } from "./schema";
import { anyStudies } from "./study.arbitrary";

const faultsIn = (sheet: unknown) =>
  (study.safeParse(sheet).error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);

/** The example with one place changed, as a curator might leave it; undefined takes the key away. */
function changed(path: string, value: unknown, from: Study = createStudy()): unknown {
  const sheet: unknown = structuredClone(from);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const holder = keys.reduce((place, key) => place[key] as Record<string, unknown>, sheet as Record<string, unknown>);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return sheet;
}

const pathsIn = (sheet: unknown) => faultsIn(sheet).map((fault) => fault.split(": ")[0]);

describe("every sheet of the library", () => {
  test("is taken as it stands, and parsing changes nothing", () => {
    const { studies } = loadLibrary();
    expect(studies.length).toBeGreaterThan(100);
    for (const sheet of studies) expect(study.parse(sheet)).toEqual(sheet);
  });

  test.each([
    ["data", 150],
    ["e2e/library", 35],
  ])("of %s is taken without the fields of the second edition too", (folder, fewest) => {
    const { studies, faults } = readLibrary(folder);
    expect(faults).toEqual([]);
    expect(studies.length).toBeGreaterThan(fewest);
    for (const sheet of studies) expect(faultsIn(stripSecondEdition(sheet))).toEqual([]);
  });

  test("together they hold each field of the second edition", () => {
    const { studies } = loadLibrary();
    const outcomes = studies.flatMap((sheet) => sheet.outcomes);
    for (const field of outcomeFields) expect(outcomes.filter((found) => found[field]).length).toBeGreaterThan(3);
    for (const feature of newFeatures) expect(studies.some(({ features }) => features[feature])).toBe(true);
    expect(studies.filter(({ guideline }) => guideline?.status).length).toBeGreaterThan(2);
    expect(studies.filter(({ treatment }) => treatment.regimen?.phases).length).toBeGreaterThan(2);
  });
});

const outcomeFields = ["plain", "harm", "of", "criterion", "months"] as const;
const newFeatures = [
  "postpartum",
  "oedema",
  "criticalIllness",
  "onImmunoglobulin",
  "antiSrp",
  "antiHmgcr",
  "antiTif1",
  "antiNxp2",
  "antiMi2",
] as const;

/** The sheet as the first edition would have it. */
function stripSecondEdition(sheet: Study): unknown {
  const { guideline: _, ...rest } = structuredClone(sheet);
  for (const feature of newFeatures) delete rest.features[feature];
  for (const outcome of rest.outcomes) {
    for (const field of outcomeFields) delete outcome[field];
    if ((newFeatures as readonly unknown[]).includes(outcome.subgroup)) delete outcome.subgroup;
  }
  delete rest.treatment.regimen?.phases;
  return rest;
}

test("the generated sheets are sheets, ids apart", () => {
  fc.assert(
    fc.property(anyStudies(8), (sheets) => {
      for (const sheet of sheets) expect(faultsIn(sheet)).toEqual([]);
      expect(new Set(sheets.map(({ id }) => id)).size).toBe(sheets.length);
    }),
  );
});

describe("an unknown or missing field", () => {
  test.each([
    "",
    "citation.",
    "design.",
    "participants.",
    "participants.age.",
    "features.ild.",
    "treatment.",
    "outcomes.0.",
    "outcomes.0.result.",
    "headline.",
    "extraction.",
    "sources.0.",
  ])("an unknown key in %s is named", (place) => {
    expect(faultsIn(changed(`${place}extra`, 1)).join()).toContain('"extra"');
  });

  test.each([
    "id",
    "citation.pmid",
    "sources",
    "design.type",
    "cohort",
    "participants.treated",
    "features.pregnancy",
    "features.juvenile",
    "features.skinOnly",
    "features.ild",
    "features.refractory",
    "treatment.agent",
    "outcomes.0.population",
    "outcomes.0.locator",
    "outcomes.0.result.total",
    "bottomLine",
    "extraction.readers",
    "unclear",
  ])("%s is missed where it is missing", (path) => {
    expect(pathsIn(changed(path, undefined))).toContain(path);
  });
  test("a figure domain that the headline leaves out has no leading outcome", () => {
    const { relapse: _, ...headline } = createStudy().headline;
    expect(study.parse({ ...createStudy(), headline }).headline).toEqual({ ...headline, relapse: null });
  });

  test.each([
    ["a feature outside the vocabulary", "features.fever", { share: "all", n: null, note: null }, "features"],
    ["a share outside the vocabulary", "features.ild.share", "few", "features.ild.share"],
    ["a diagnosis outside the vocabulary", "participants.diagnoses", { XYZ: 1 }, "participants.diagnoses"],
    ["half a patient", "participants.treated", 2.5, "participants.treated"],
    ["fewer patients than none", "outcomes.0.result.events", -1, "outcomes.0.result.events"],
    ["nobody as a denominator", "outcomes.0.result.total", 0, "outcomes.0.result.total"],
    ["a PMID with letters", "citation.pmid", "PMID1", "citation.pmid"],
    ["a DOI as an address", "citation.doi", "https://doi.org/10.1/x", "citation.doi"],
    ["an id with capitals", "id", "Bounfour-2014", "id"],
    ["an empty population", "outcomes.0.population", " ", "outcomes.0.population"],
    ["no outcome", "outcomes", [], "outcomes"],
    ["no source", "sources", [], "sources"],
  ])("%s", (_, path, value, at) => {
    expect(pathsIn(changed(path, value)).join()).toContain(at);
  });
});

describe("counts", () => {
  test("more events than patients", () => {
    expect(faultsIn(changed("outcomes.0.result.events", 11))).toEqual([
      "outcomes.0.result.events: 11 events are more than the total of 10.",
    ]);
  });

  test.each([
    [19, 27, 70, true],
    [19, 27, 70.4, true],
    [19, 27, 70.37, true],
    [19, 27, 70.3, true], // cut off, as some sources print
    [19, 27, 71, false], // 70.37 is neither rounded nor cut off to 71
    [35, 42, 83, true],
    [35, 42, 84, false],
    [19, 27, 69, false],
    [10, 27, 53, false], // 10 of 27 is wrong: the 53% are of 19
    [10, 19, 53, true],
    [37, 47, 78.7, true],
    [37, 47, 79.8, false],
    [0, 7, 0, true],
    [0, 7, 1, false],
    [7, 7, 100, true],
    [7, 7, 99, false],
  ])("%d of %d printed as %d%%: fits %s", (events, total, reportedPercent, fits) => {
    const sheet = changed("outcomes.0.result", { kind: "proportion", events, total, reportedPercent, derived: false });
    expect(pathsIn(sheet)).toEqual(fits ? [] : ["outcomes.0.result.reportedPercent"]);
  });

  test("a derived count says how", () => {
    expect(pathsIn(changed("outcomes.0.result.derived", true))).toEqual(["outcomes.0.result.how"]);
  });

  test("a comparison group cannot have more events than patients either, nor stand beside what is no count", () => {
    expect(pathsIn(changed("outcomes.0.comparator", { label: "Placebo", events: 5, total: 4 }))).toEqual([
      "outcomes.0.comparator.events",
    ]);
    const sheet = changed("outcomes.0", {
      ...createOutcome({ result: { kind: "narrative", text: "Some improved." } }),
      comparator: { label: "Placebo", events: 1, total: 4 },
    });
    expect(pathsIn(sheet)).toEqual(["outcomes.0.comparator"]);
  });
});

describe("what an outcome carries", () => {
  test("a counted response its degree, a relapse its timing, and nothing else either", () => {
    expect(pathsIn(changed("outcomes.0.degree", undefined))).toEqual(["outcomes.0.degree"]);
    const relapse = createStudy({ outcomes: [createOutcome({ domain: "relapse" })] });
    expect(pathsIn(changed("outcomes.0.timing", undefined, relapse))).toEqual(["outcomes.0.timing"]);
    expect(pathsIn(changed("outcomes.0.timing", "on-treatment"))).toEqual(["outcomes.0.timing"]);
    expect(pathsIn(changed("outcomes.0.degree", "any", relapse))).toEqual(["outcomes.0.degree"]);
  });

  test("survival says whether it counts the living or the dead", () => {
    const survival = createStudy({ outcomes: [createOutcome({ domain: "survival" })] });
    expect(pathsIn(changed("outcomes.0.direction", "neutral", survival))).toEqual(["outcomes.0.direction"]);
    expect(pathsIn(changed("outcomes.0.direction", "harm", survival))).toEqual([]);
  });
});

describe("a headline", () => {
  test("names an outcome that the sheet has", () => {
    expect(faultsIn(changed("headline.response", "responded"))).toEqual([
      'headline.response: Names the outcome "responded", which the sheet does not have.',
    ]);
  });

  test("names one of its own domain", () => {
    expect(pathsIn(changed("headline.relapse", "response"))).toEqual(["headline.relapse"]);
  });

  test("two outcomes with one id are refused", () => {
    const twice = { ...createStudy(), outcomes: [createOutcome(), createOutcome({ events: 1 })] };
    expect(pathsIn(twice)).toEqual(["outcomes"]);
  });
});

describe("a feature's count fits its share of those treated", () => {
  test.each([
    ["all", 10, 10, true],
    ["all", 9, 10, false],
    ["all", 11, 10, false],
    ["most", 6, 10, true],
    ["most", 5, 10, false],
    ["most", 10, 10, false],
    ["some", 5, 10, true],
    ["some", 1, 10, true],
    ["some", 6, 10, false],
    ["some", 0, 10, false],
    ["none", 0, 10, true],
    ["none", 1, 10, false],
    ["unclear", 3, 10, false],
    ["none", 1, null, false],
    ["some", 0, null, false],
    ["all", 7, null, true],
  ] as const)("%s with %d of %s: %s", (share, n, treated, fits) => {
    const sheet = {
      ...createStudy({ participants: { treated, enrolled: treated } }),
      features: { ...createStudy().features, ild: { share, n, note: null } },
    };
    expect(pathsIn(sheet)).toEqual(fits ? [] : ["features.ild.n"]);
  });
});

describe("features that no patient has together", () => {
  const withShares = (shares: Partial<Record<Feature, Share>>) => ({
    ...createStudy(),
    features: {
      ...createStudy().features,
      ...Object.fromEntries(
        Object.entries(shares).map(([feature, share]) => [feature, { share, n: null, note: null }]),
      ),
    },
  });

  test.each([
    ["firstLine", "refractory"],
    ["firstLine", "steroidDependent"],
    ["juvenile", "elderly"],
    ["skinOnly", "ild"],
    ["skinOnly", "muscle"],
    ["pregnancy", "elderly"],
    ["muscle", "amyopathic"],
    ["necrotising", "amyopathic"],
  ] as const)("%s and %s are refused of over half each, whichever it is", (one, other) => {
    const fault = `features.${other}: All or most cannot have this where all or most have "${one}".`;
    for (const first of ["all", "most"] as const) {
      for (const second of ["all", "most"] as const) {
        expect(faultsIn(withShares({ [one]: first, [other]: second }))).toEqual([fault]);
      }
      for (const second of ["some", "none", "unclear"] as const) {
        expect(faultsIn(withShares({ [one]: first, [other]: second }))).toEqual([]);
      }
    }
  });

  test("features that go together are not", () => {
    expect(faultsIn(withShares({ pregnancy: "all", refractory: "all", steroidFree: "all", skin: "all" }))).toEqual([]);
  });
});

describe("what is counted, in plain words", () => {
  test.each([
    ["x".repeat(45), null],
    ["x".repeat(46), "Too big: expected string to have <=45 characters"],
    ["better.", "Without a full stop."],
    ["Skin clear", "Begin in lower case."],
    ["IVIG stopped", null],
    ["skin clear or almost clear", null],
    [" ", "Too small: expected string to have >=1 characters"],
  ])("“%s”: %s", (plain, fault) => {
    expect(faultsIn(changed("outcomes.0.plain", plain))).toEqual(fault ? [`outcomes.0.plain: ${fault}`] : []);
  });
});

test("two outcomes of one domain do not have the same plain words", () => {
  const [one, other] = [createOutcome({ id: "one", plain: "better" }), createOutcome({ id: "other", plain: "better" })];
  const relapse = createOutcome({ domain: "relapse", plain: "better" });
  expect(faultsIn({ ...createStudy({ outcomes: [one] }), outcomes: [one, other, relapse] })).toEqual([
    'outcomes.1.plain: "one" says the same: readers could not tell them apart.',
  ]);
  const wordless = [one, other].map((outcome) => ({ ...outcome, plain: null }));
  expect(faultsIn({ ...createStudy({ outcomes: [one] }), outcomes: wordless })).toEqual([]);
});

describe("fields that belong to some outcomes only", () => {
  const having = (part: Parameters<typeof createOutcome>[0]) => ({ ...createStudy(), outcomes: [createOutcome(part)] });
  const withoutHeadline = (part: Parameters<typeof createOutcome>[0]) => ({
    ...having(part),
    headline: createStudy({ outcomes: [createOutcome({ domain: "other" })] }).headline,
  });
  const months = { value: 6, from: "last course" as const };
  const time = {
    kind: "time",
    statistic: "median",
    value: 6,
    min: null,
    max: null,
    unit: "months",
    from: "last course",
  } as const;

  test.each(outcomeDomains)("on %s", (domain) => {
    const faultsOf = (part: object) => faultsIn(withoutHeadline({ domain, ...part }));
    expect(faultsOf({ harm: "thrombosis" })).toEqual(
      domain === "adverse-event" ? [] : ["outcomes.0.harm: Only adverse events say what kind of harm they are."],
    );
    expect(faultsOf({ criterion: "enzyme" })).toEqual(
      domain === "relapse" ? [] : ["outcomes.0.criterion: Only relapses say what tells them."],
    );
    expect(faultsOf({ months })).toEqual(
      domain === "relapse" || domain === "response"
        ? []
        : ["outcomes.0.months: Only relapses, responses and times say of what time they speak."],
    );
    expect(faultsOf({ months, result: time })).toEqual([]);
    expect(faultsOf({ harm: null, criterion: null, months: null, of: null, plain: null })).toEqual([]);
  });

  test("values outside the vocabulary, and a time before its start", () => {
    const pathOf = (part: object) => pathsIn({ ...createStudy(), outcomes: [{ ...createOutcome(), ...part }] });
    expect(pathOf({ harm: "death" })).toEqual(["outcomes.0.harm"]);
    expect(pathOf({ criterion: "skin" })).toEqual(["outcomes.0.criterion"]);
    expect(pathOf({ months: { value: 6, from: "birth" } })).toEqual(["outcomes.0.months.from"]);
    expect(pathOf({ months: { value: -1, from: null } })).toEqual(["outcomes.0.months.value"]);
    expect(pathOf({ months: { value: 0, from: null } })).toEqual([]);
  });
});

describe("a count among the patients of another", () => {
  const narrative = { kind: "narrative", text: "Some improved." } as const;
  const faultsOf = (...outcomes: Parameters<typeof createOutcome>[0][]) =>
    faultsIn({ ...createStudy(), outcomes: outcomes.map((part) => createOutcome(part)) });
  const relapse = { domain: "relapse", events: 3, total: 6, of: "response" } as const;

  test.each<[string, Parameters<typeof createOutcome>[0][], string | null]>([
    ["fits", [{}, relapse], null],
    ["fits, whichever comes first", [relapse, {}], null],
    ["names nothing", [{}, { ...relapse, of: "gone" }], 'Names the outcome "gone", which the sheet does not have.'],
    ["names itself", [{}, { ...relapse, of: "relapse" }], "An outcome cannot be counted of itself."],
    [
      "names what is no count",
      [{}, { id: "words", result: narrative }, { ...relapse, of: "words" }],
      'Names "words", which is no count.',
    ],
    ["has another total", [{}, { ...relapse, total: 10 }], '"response" has 6 events, which are not the total of 10.'],
    [
      "is no count",
      [{}, { ...relapse, result: narrative }],
      "Only a count has a total that is another outcome's events.",
    ],
  ])("%s", (_, outcomes, message) => {
    const index = outcomes.findIndex((part) => part?.of);
    expect(faultsOf(...outcomes)).toEqual(message ? [`outcomes.${index}.of: ${message}`] : []);
  });

  test("who had this of whom: 10 of the 19 of 27", () => {
    const { outcomes } = loadLibrary().studies.find(({ id }) => id === "bounfour-2014") ?? { outcomes: [] };
    const among = outcomes.filter(({ of }) => of);
    expect(among.map(({ result }) => result)).toContainEqual(expect.objectContaining({ events: 10, total: 19 }));
  });
});

describe("phases of a regimen", () => {
  const regimen = { gPerKgPerCourse: 2, gPerKgPerDay: null, days: 2, intervalWeeks: 4, text: "2 g/kg, later 1 g/kg" };
  const first = { gPerKgPerCourse: 2, days: 2, everyWeeks: 4, when: "start" };
  const at = (when: string) => ({ gPerKgPerCourse: 1, days: null, everyWeeks: 4, when });
  const faultsOf = (...phases: object[]) => faultsIn(changed("treatment.regimen", { ...regimen, phases }));
  const firstDiffers = "treatment.regimen.phases.0: The first phase has the dose and the days of the regimen itself.";
  const tooEarly = (index: number) =>
    `treatment.regimen.phases.${index}.when: This phase begins before the one above it.`;

  test.each<[string, object[], string[]]>([
    ["two in order", [first, at("weeks 3 and 6")], []],
    ["weeks before months", [first, at("weeks 3 and 6"), at("from month 4")], []],
    ["at no stated time", [first, at("later"), at("week 3")], []],
    ["in the words of a source", [{ ...first, when: "one course after surgery" }, at("from month 6")], []],
    ["one", [first], ["treatment.regimen.phases: A regimen that does not change has no phases."]],
    ["none", [], ["treatment.regimen.phases: A regimen that does not change has no phases."]],
    ["a first with another dose", [{ ...first, gPerKgPerCourse: 1 }, at("later")], [firstDiffers]],
    ["a first on other days", [{ ...first, days: null }, at("later")], [firstDiffers]],
    ["out of order", [first, at("week 12"), at("week 6")], [tooEarly(2)]],
    ["months before weeks", [first, at("from month 4"), at("week 16")], [tooEarly(2)]],
    ["a start that is not first", [first, at("week 2"), at("start")], [tooEarly(2)]],
  ])("%s", (_, phases, faults) => {
    expect(faultsOf(...phases)).toEqual(faults);
  });

  test("null and left out are the same, and a phase says when", () => {
    expect(faultsIn(changed("treatment.regimen", { ...regimen, phases: null }))).toEqual([]);
    expect(faultsIn(changed("treatment.regimen", regimen))).toEqual([]);
    expect(pathsIn(changed("treatment.regimen", { ...regimen, phases: [first, at(" ")] }))).toEqual([
      "treatment.regimen.phases.1.when",
    ]);
  });
});

describe("a guideline", () => {
  const guideline = createStudy({ design: { type: "guideline" } });

  test.each([
    ["current", null, null],
    ["replaced", null, null],
    ["replaced", "The next edition", null],
    ["retired", null, null],
    [null, null, null],
    ["current", "The next edition", "guideline.by: Only a replaced guideline names what took its place."],
    ["retired", "The next edition", "guideline.by: Only a replaced guideline names what took its place."],
    [null, "The next edition", "guideline.by: Only a replaced guideline names what took its place."],
  ])("%s, by %s", (status, by, fault) => {
    expect(faultsIn(changed("guideline", { status, by }, guideline))).toEqual(fault ? [fault] : []);
  });

  test("nothing else is current, replaced or retired", () => {
    expect(faultsIn(changed("guideline", { status: "current", by: null }))).toEqual([
      "guideline: Only a guideline can be current, replaced or retired.",
    ]);
    expect(faultsIn(changed("guideline", null))).toEqual([]);
    expect(pathsIn(changed("guideline", { status: "old", by: null }, guideline))).toEqual(["guideline.status"]);
  });
});

test.each(["Some improved", "Some improved,", "Some “improved”"])("%s: a text ends with a full stop", (text) => {
  const ending = (text: string) => changed("outcomes.0", createOutcome({ result: { kind: "narrative", text } }));
  expect(faultsIn(ending(text))).toEqual(["outcomes.0.result.text: End the text with a full stop."]);
  expect(faultsIn(ending(`${text}.`))).toEqual([]);
});

test.each([
  ["et al.", false],
  ["Example A et al", false],
  ["Example A, ET AL.", false],
  ["Etal A", true],
  ["Alvarez-Et A", true],
])("%s as an author: taken %s", (name, isTaken) => {
  const fault = 'citation.authors.1: List the authors: "et al." is no author.';
  expect(faultsIn(changed("citation.authors", ["Example A", name]))).toEqual(isTaken ? [] : [fault]);
});

test("more treated than enrolled, and a regimen that does not add up", () => {
  expect(pathsIn(changed("participants.treated", 11))).toEqual(["participants.treated"]);
  const regimen = { gPerKgPerCourse: 2, gPerKgPerDay: 0.4, days: 2, intervalWeeks: 4, text: "2 g/kg" };
  expect(pathsIn(changed("treatment.regimen", regimen))).toEqual(["treatment.regimen"]);
  expect(pathsIn(changed("treatment.regimen", { ...regimen, days: 5 }))).toEqual([]);
});

test("the builder refuses what is not a sheet", () => {
  const impossible: SheetPart = { outcomes: [createOutcome({ events: 3, total: 2 })] };
  expect(() => createStudy(impossible)).toThrow("3 events are more than the total of 2.");
});
