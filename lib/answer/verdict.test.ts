import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { answerTo, createLibrary } from "./small-library.arbitrary";

const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
const trial = { design: { type: "randomised-controlled-trial", controlled: true } } as const satisfies SheetPart;

/** A study named after its id, of patients all of whom have lung disease. */
const ofLung = (author: string, treated: number | null, part: SheetPart = {}) =>
  createStudy({
    id: author.toLowerCase(),
    citation: { authors: [`${author} A`], year: 2020 },
    outcomes: [createOutcome({ domain: "other" })],
    features: { ild: { share: "all" } },
    ...part,
    participants: { treated, ...part.participants },
  });

const verdictOf = (studies: Parameters<typeof createLibrary>[0], profile = lung) => {
  const { sentences, verdict } = answerTo(profile, createLibrary(studies));
  return { ...sentences, ...verdict };
};

describe("who describes the patient, and how many", () => {
  const start = "a patient with interstitial lung disease given immunoglobulin";
  test.each<[string, [number | null, string?][], string, string[]]>([
    ["one study", [[10]], `One study describes ${start}, 10 patients in all.`, []],
    ["two studies", [[10], [5]], `Two studies describe ${start}, 15 patients in all.`, []],
    ["a single case", [[1]], `One study describes ${start}, a single case.`, []],
    ["single cases", [[1], [1], [1]], `Three studies describe ${start}, one patient each.`, []],
    ["a case and a series", [[1], [5]], `Two studies describe ${start}, 6 patients in all.`, []],
    [
      "two reports of the same patients",
      [
        [10, "same"],
        [7, "same"],
      ],
      `Two studies describe ${start}, 10 patients in all, each counted once.`,
      [],
    ],
    [
      "two reports of the same single case",
      [
        [1, "same"],
        [1, "same"],
      ],
      `Two studies describe ${start}, 1 patient in all, each counted once.`,
      [],
    ],
    ["a study that does not say", [[null]], `One study describes ${start}, without saying how many.`, []],
    [
      "one of two that does not say",
      [[null], [10]],
      `Two studies describe ${start}, 10 patients in all.`,
      ["One study does not say how many."],
    ],
    [
      "two of three that do not say",
      [[null], [10], [null]],
      `Three studies describe ${start}, 10 patients in all.`,
      ["Two studies do not say how many."],
    ],
  ])("%s", (_, treated, lead, extent) => {
    const studies = treated.map(([count, cohort = null], place) => ofLung(`Doe${place}`, count, { cohort }));
    expect(verdictOf(studies)).toMatchObject({ lead, extent, describing: studies.length });
  });

  test("a study most of whose patients are like this one is not of such patients only", () => {
    const most = ofLung("Most", 10, { features: { ild: { share: "most" } } });
    expect(verdictOf([ofLung("All", 5), most]).extent).toEqual(["Not all of them were like this."]);
  });

  test("what was answered no says nothing of that", () => {
    const some = ofLung("Some", 10, { features: { ild: { share: "all" }, malignancy: { share: "some" } } });
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", malignancy: "no" } };
    expect(verdictOf([some], profile).extent).toEqual([]);
  });

  test("who is already on immunoglobulin is not said to be given it once more", () => {
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", onImmunoglobulin: "yes" } };
    const on = ofLung("One", 10, { features: { ild: { share: "all" }, onImmunoglobulin: { share: "all" } } });
    const { lead } = verdictOf([on], profile);
    expect(lead).toContain("already on immunoglobulin");
    expect(lead).not.toContain("given immunoglobulin");
    expect(verdictOf([on], { ...emptyProfile, features: { ild: "yes" } }).lead).toContain("given immunoglobulin");
  });

  test("how many are mainly of patients whose answer only refines", () => {
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", elderly: "yes" } };
    const old = (author: string, share: "all" | "most" | "some" | "unclear") =>
      ofLung(author, 10, { features: { ild: { share: "all" }, elderly: { share } } });
    const extentOf = (...studies: ReturnType<typeof old>[]) => verdictOf(studies, profile).extent;
    expect(extentOf(old("One", "unclear"), old("Two", "some"))).toEqual([
      "None of these is mainly of patients 65 or over.",
    ]);
    expect(extentOf(old("One", "all"), old("Two", "some"))).toEqual(["One of these is mainly of patients 65 or over."]);
    expect(extentOf(old("One", "all"), old("Two", "most"), old("Three", "some"))).toEqual([
      "Two of these are mainly of patients 65 or over.",
      "Not all of them were like this.",
    ]);
    expect(extentOf(old("One", "all"), old("Two", "all"))).toEqual([]);
  });
});

describe("a case without a yes", () => {
  const profile: Profile = { ...emptyProfile, features: { ild: "no" } };
  const others = [
    createStudy({ id: "ten", participants: { treated: 10 } }),
    createStudy({ id: "one", participants: { treated: 1 } }),
  ];

  test("has the general evidence, without the studies that a no rules out", () => {
    expect(verdictOf([...others, ofLung("Lung", 30)], profile)).toMatchObject({
      lead: "Nothing is answered yes so far, so no study is singled out.",
      extent: ["General evidence: 2 studies, 11 patients given immunoglobulin."],
      findings: [],
      trials: null,
      singleCases: null,
      including: [],
      subgroups: [],
      describing: 0,
      patients: 0,
    });
    expect(verdictOf(others.slice(1), profile).extent).toEqual([
      "General evidence: 1 study, 1 patient given immunoglobulin.",
    ]);
  });
});

describe("the design of the studies", () => {
  const trialsOf = (...parts: SheetPart[]) =>
    verdictOf(parts.map((part, place) => ofLung(`Doe${place}`, 10, part))).trials;
  test.each<[string, SheetPart[], string]>([
    ["one trial", [trial], "It is a randomised trial."],
    ["one series", [{}], "It is no randomised trial."],
    ["series", [{}, {}], "None of them is a randomised trial."],
    ["a trial and a series", [{}, trial], "One randomised trial is among them."],
    ["two trials", [trial, {}, trial], "Two randomised trials are among them."],
    [
      "two reports of one trial",
      [
        { ...trial, cohort: "same" },
        { ...trial, cohort: "same" },
      ],
      "One randomised trial is among them.",
    ],
  ])("%s", (_, parts, sentence) => expect(trialsOf(...parts)).toBe(sentence));

  test("a series among single cases is no single case", () => {
    expect(verdictOf([ofLung("One", 1), ofLung("Ten", 10)])).toMatchObject({
      trials: "None of them is a randomised trial.",
      singleCases: null,
    });
  });
});

describe("single cases", () => {
  type Part = Parameters<typeof createOutcome>[0];
  const good = "Single cases tend to be published when they go well.";
  const died = { domain: "survival", direction: "harm", total: 1 } as const;
  const relapsed = { domain: "relapse", total: 1 } as const;
  test.each<[string, Part[], string | null]>([
    ["a response", [{ events: 1, total: 1 }], good],
    ["no response", [{ events: 0, total: 1 }], null],
    ["nothing counted", [{ domain: "other" }], null],
    ["a death and no response counted", [{ ...died, events: 0 }], null],
    [
      "a response and no death",
      [
        { events: 1, total: 1 },
        { ...died, events: 0 },
      ],
      good,
    ],
    [
      "a response and a death",
      [
        { events: 1, total: 1 },
        { ...died, events: 1 },
      ],
      null,
    ],
    [
      "a response and no relapse",
      [
        { events: 1, total: 1 },
        { ...relapsed, events: 0 },
      ],
      good,
    ],
    [
      "a response and a relapse",
      [
        { events: 1, total: 1 },
        { ...relapsed, events: 1 },
      ],
      null,
    ],
    [
      "a response and an event that is neither good nor bad",
      [
        { events: 1, total: 1 },
        { domain: "adverse-event", direction: "neutral", events: 1, total: 1 },
      ],
      good,
    ],
  ])("%s", (_, outcomes, sentence) => {
    const verdict = verdictOf([ofLung("One", 1, { outcomes: outcomes.map(createOutcome) })]);
    expect(verdict).toMatchObject({ trials: null, singleCases: sentence });
  });

  test("one failure among two is not all well", () => {
    const cases = [1, 0].map((events, place) =>
      ofLung(`Doe${place}`, 1, { outcomes: [createOutcome({ events, total: 1 })] }),
    );
    expect(verdictOf(cases).singleCases).toBe(null);
    expect(verdictOf(cases.slice(0, 1)).singleCases).toBe(good);
  });
});

describe("all sentences together", () => {
  const some = ofLung("Some", 12, {
    features: { ild: { share: "some", n: 5 } },
    outcomes: [
      createOutcome({ events: 9, total: 12 }),
      createOutcome({ id: "of-lung", events: 1, total: 5, subgroup: "ild" }),
    ],
  });
  const compared = ofLung("Trial", 10, {
    ...trial,
    participants: { treated: 10, enrolled: 20 },
    outcomes: [createOutcome({ events: 6, total: 10, comparator: { label: "Placebo", events: 5, total: 10 } })],
  });

  test("with what else of this patient nobody in that study is known to have", () => {
    const child: Profile = { ...emptyProfile, features: { ild: "yes", juvenile: "yes" } };
    const start = "Some 2020 treated others too. Of its patients with interstitial lung disease, example of response";
    const subgroupsOf = (share: "unclear" | "none" | "all") =>
      verdictOf([{ ...some, features: { ...some.features, juvenile: { share, n: null, note: null } } }], child)
        .subgroups;
    expect(subgroupsOf("unclear")).toEqual([
      `${start}: 1 of 5 (20%), 95% CI 4% to 62%.`,
      "Some 2020: age under 18 not in the abstract.",
    ]);
    expect(subgroupsOf("none")).toEqual([]);
    expect(subgroupsOf("all")).toEqual([expect.any(String)]);
  });

  test("in order, and as one text", () => {
    const { sentences, text, patients, describing } = verdictOf([some, compared]);
    // Wilson: 31% to 83% of 6/10, 24% to 76% of 5/10, 4% to 62% of 1/5
    expect(sentences).toEqual([
      "One study describes a patient with interstitial lung disease given immunoglobulin, 10 patients in all.",
      "Response: Trial 2020, example of response: 6 of 10 (60%), 95% CI 31% to 83%.",
      expect.stringMatching(/^Placebo: 5 of 10 \(50%\); difference 10 points/),
      "It is a randomised trial.",
      "Others include such patients: Some 2020, 5 of 12 with interstitial lung disease.",
      "Some 2020 treated others too. Of its patients with interstitial lung disease, example of response: 1 of 5 (20%), 95% CI 4% to 62%.",
    ]);
    expect(text).toBe(sentences.join(" "));
    expect({ patients, describing }).toEqual({ patients: 10, describing: 1 });
  });

  test("of single cases, how these come to be published", () => {
    const verdict = verdictOf([ofLung("One", 1, { outcomes: [createOutcome({ events: 1, total: 1 })] })]);
    expect(verdict.sentences.slice(-1)).toEqual(["Single cases tend to be published when they go well."]);
  });

  test("where nobody describes the patient, who comes nearest, and its part counted apart", () => {
    expect(verdictOf([some])).toMatchObject({
      lead: "No published study in this library is mainly of patients like this: a patient with interstitial lung disease.",
      extent: ["Others include such patients: Some 2020, 5 of 12 with interstitial lung disease."],
      findings: [],
      trials: null,
      singleCases: null,
      including: [],
      subgroups: [
        "Some 2020 treated others too. Of its patients with interstitial lung disease, example of response: 1 of 5 (20%), 95% CI 4% to 62%.",
      ],
      describing: 0,
      patients: 0,
    });
  });
});
