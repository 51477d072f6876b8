import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { getSearchText, normaliseText } from "@/lib/browse/search";
import { exampleCases } from "@/lib/case/fixtures";
import { groups } from "@/lib/match/match";
import type { Reason } from "@/lib/match/reason";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { identifyPatients } from "@/lib/study/cohort";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { features } from "@/lib/vocabulary/feature";
import { formatSetTitle } from "./comparable-results-title";
import { groupNames } from "./group-names";
import { describeReason } from "./match-reasons";

const noCase = { diagnosis: null };
const noAges = createStudy();

const createReason = (part: Partial<Reason>): Reason => ({
  feature: "ild",
  patient: "yes",
  study: "some",
  relation: "partly",
  silence: null,
  definition: null,
  role: "decides",
  count: null,
  ...part,
});

describe("a reason in words", () => {
  test.each<[Partial<Reason>, string, string]>([
    [{ feature: "pregnancy", count: { n: 2, of: 18 } }, "◐", "Pregnant: some (2 of 18)"],
    [{ feature: "pregnancy", study: "all", relation: "same", count: { n: 1, of: 1 } }, "✓", "Pregnant: all (1 of 1)"],
    [
      { study: "unclear", relation: "not-reported", silence: "not in the abstract" },
      "?",
      "Interstitial lung disease: not in the abstract",
    ],
    [
      { feature: "muscle", study: "most", relation: "mostly", definition: "by definition of polymyositis" },
      "✓",
      "Muscle disease: most, by definition of polymyositis",
    ],
    [
      { feature: "juvenile", patient: "no", study: "none", relation: "same", count: { n: 0, of: 11 } },
      "✓",
      "adults only (11)",
    ],
    [{ feature: "skinOnly", study: "none", relation: "differs" }, "✗", "no skin-only patients"],
    [
      { feature: "dysphagia", patient: "no", study: "none", relation: "same", count: { n: 0, of: 8 } },
      "✓",
      "no patients with dysphagia (0 of 8)",
    ],
    [
      {
        feature: "steroidFree",
        patient: "unknown",
        study: "most",
        relation: "depends",
        count: { n: 21, of: 27 },
        role: null,
      },
      "↔",
      "21 of 27 had no corticosteroid",
    ],
    [{ feature: "juvenile", patient: "no", study: "all", relation: "differs" }, "✗", "Under 18: all"],
    [
      { feature: "refractory", patient: "unknown", study: "most", relation: "depends", role: null },
      "↔",
      "Most had refractory disease",
    ],
  ])("%o", (reason, sign, text) => {
    expect(describeReason(createReason(reason), noCase, noAges)).toMatchObject({ sign, text });
  });

  test("each relation has words of its own: no sign or colour carries it alone", () => {
    const relations = ["same", "mostly", "partly", "mostly-differs", "differs", "not-reported", "depends"] as const;
    const meanings = relations.map((relation) => describeReason(createReason({ relation }), noCase, noAges).meaning);
    expect(new Set(meanings).size).toBe(relations.length);
  });

  test("no tick stands before nobody, whatever the feature", () => {
    const texts = features.map(
      (feature) =>
        describeReason(createReason({ feature, patient: "no", study: "none", relation: "same" }), noCase, noAges).text,
    );
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(text).toMatch(/^(adults only$|no )/);
  });

  test("a diagnosis goes by its name", () => {
    const reason = createReason({ feature: "diagnosis", study: "all", relation: "same", count: { n: 6, of: 6 } });
    expect(describeReason(reason, { diagnosis: "PM" }, noAges).text).toBe("Polymyositis: all (6 of 6)");
  });
});

test("every group has a title and a meaning of its own", () => {
  for (const group of groups) {
    expect(groupNames[group].title).not.toBe("");
    expect(groupNames[group].meaning).toMatch(/\.$/);
  }
  expect(new Set(groups.map((group) => groupNames[group].title)).size).toBe(4);
});

test("sets that are kept apart are called apart", () => {
  const base = {
    domain: "response",
    organ: "skin",
    degree: "major",
    timing: null,
    criterion: null,
    denominator: null,
    ages: "mixed-or-not-stated",
    kept: "made",
    arms: "uncontrolled",
  } as const;
  const relapse = {
    ...base,
    domain: "relapse",
    organ: null,
    degree: null,
    timing: "after-stopping",
    criterion: "clinical",
    denominator: "responders",
  } as const;
  const titles: Parameters<typeof formatSetTitle>[0][] = [
    base,
    { ...base, degree: "any" },
    { ...base, organ: "muscle" },
    { ...base, arms: "randomised" },
    { ...base, ages: "children" },
    { ...base, ages: "adults" },
    { ...base, kept: "kept" },
    { ...base, kept: "some-kept" },
    relapse,
    { ...relapse, timing: "on-treatment" },
    { ...relapse, denominator: "all-treated" },
    { ...relapse, criterion: "enzyme" },
  ];
  const named = titles.map(formatSetTitle);
  expect(new Set(named).size).toBe(titles.length);
  expect(named[3]).toContain("randomised");
  expect(named[9]).toMatch(/under continuing treatment/i);
});

describe("search", () => {
  test("finds with and without accents, by title, PMID and year", () => {
    const text = getSearchText(
      createStudy({
        id: "gottfried-2000",
        citation: { authors: ["Göttfried I"], pmid: "10694294", year: 2000, title: "Clinical Responses" },
      }),
    );
    for (const typed of ["göttfried", "Gottfried", "10694294", "2000", "clinical responses"])
      expect(text).toContain(normaliseText(typed));
    expect(text).not.toMatch(/null|undefined/);
    expect(normaliseText("Chérin ÅÉÎ")).toBe("cherin aei");
  });
});

describe("the studies that print", () => {
  const library = prepareLibrary(loadLibrary());

  test.each(Object.entries(exampleCases))(
    "%s: at most eight, in rank order, of the closest group there is, the same patients once",
    (_, { profile }) => {
      const answer = answerTo(profile, library);
      const { studies, left } = selectStudiesToPrint(answer);
      const [closest] = groups.filter((group) => answer.studies.some((study) => study.group === group));
      const members = answer.studies.filter(({ group }) => group === closest);
      expect(studies.length).toBeLessThanOrEqual(8);
      expect(studies.length > 0).toBe(members.length > 0);
      const patients = new Set(members.map(({ study }) => identifyPatients(study)));
      expect(new Set([...studies, ...left].map(({ study }) => identifyPatients(study)))).toEqual(patients);
      expect(studies.length + left.length).toBe(patients.size);
      const places = studies.map((study) => members.indexOf(study));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  test("the source documents are on the page of their own case", () => {
    for (const { profile, study } of Object.values(exampleCases) as {
      profile: typeof exampleCases.child.profile;
      study?: string;
    }[]) {
      if (!study) continue;
      expect(selectStudiesToPrint(answerTo(profile, library)).studies.map((found) => found.study.id)).toContain(study);
    }
  });
});
