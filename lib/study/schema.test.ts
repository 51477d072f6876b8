import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOutcome, createStudy, type SheetPart } from "./fixtures";
import { loadLibrary } from "./load";
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
});

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

  test("skin disease only leaves no room for lung or muscle disease in most", () => {
    const all = { share: "all", n: null, note: null };
    const skinOnly = createStudy({ features: { skinOnly: { share: "all" } } });
    expect(pathsIn(changed("features.ild", all, skinOnly))).toEqual(["features.ild"]);
    expect(pathsIn(changed("features.muscle", all, skinOnly))).toEqual(["features.muscle"]);
  });
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
