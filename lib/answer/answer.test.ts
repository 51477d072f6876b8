import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, getAnswer, type Profile, setAnswer } from "@/lib/case/schema";
import { groups } from "@/lib/match/match";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import { anyStudies } from "@/lib/study/study.arbitrary";
import { toStudySummary } from "@/lib/study/summary";
import { features } from "@/lib/vocabulary/feature";
import { prepareLibrary } from "./library";
import { answerTo, anySheets, createLibrary, createLibraryData, getReply } from "./small-library.arbitrary";

vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 50 };

/** The sheets in any other order. */
const shuffled = (sheets: readonly Study[]) => fc.shuffledSubarray([...sheets], { minLength: sheets.length });

const isTreatment = ({ design, treatment }: Study) =>
  treatment.agent !== null && design.type !== "guideline" && design.type !== "systematic-review";

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

describe("on generated cases and libraries", () => {
  test("every treatment study is in exactly one group, in the order of the groups, and no other sheet is among them", () => {
    fc.assert(
      fc.property(anyProfile, anySheets, (profile, sheets) => {
        const view = getReply(profile, createLibrary(sheets));
        const treatment = sheets.filter(isTreatment).map(({ id }) => id);
        expect(view.studies.map(({ id }) => id).sort()).toEqual(treatment.sort());
        const places = view.studies.map(({ group }) => groups.indexOf(group));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort());
        const aside = [...view.background, ...view.reviews, ...view.guidelines].map(({ id }) => id);
        expect([...aside, ...treatment].sort()).toEqual(sheets.map(({ id }) => id).sort());
      }),
      runs,
    );
  });

  test("neither the order of files or answers nor the form of the sheets matters to any part of the view, and nothing is changed", () => {
    const pairs = anySheets.chain((sheets) => fc.tuple(fc.constant(sheets), shuffled(sheets)));
    fc.assert(
      fc.property(anyProfile, pairs, (profile, [sheets, turned]) => {
        const data = frozen(createLibraryData(structuredClone(sheets)));
        const view = getReply(frozen(structuredClone(profile)), prepareLibrary(data));
        const records = prepareLibrary({ ...createLibraryData(sheets), studies: sheets.map(toStudySummary) });
        const answeredOtherwise = {
          ...profile,
          features: Object.fromEntries(Object.entries(profile.features).reverse()),
        };
        expect(getReply(profile, createLibrary(sheets)), "the same again").toEqual(view);
        expect(getReply(profile, createLibrary(turned)), "files in another order").toEqual(view);
        expect(getReply(answeredOtherwise, createLibrary(sheets)), "answers in another order").toEqual(view);
        expect(getReply(profile, records), "records instead of sheets").toEqual(view);
      }),
      runs,
    );
  });

  test("what a study found has no influence on its group, its reasons or its rank", () => {
    fc.assert(
      fc.property(anyProfile, anySheets, anyStudies(8), (profile, sheets, others) => {
        const altered = sheets.map((sheet, index) => {
          const { outcomes, headline } = others[index % Math.max(1, others.length)] ?? createStudy();
          return { ...sheet, outcomes, headline };
        });
        const placesIn = (list: Study[]) =>
          getReply(profile, createLibrary(list)).studies.map(({ id, group, reasons, lacks, level }) => ({
            id,
            group,
            reasons,
            lacks,
            level,
          }));
        expect(placesIn(altered)).toEqual(placesIn(sheets));
      }),
      runs,
    );
  });

  test("the verdict and the gap count what the view shows", () => {
    fc.assert(
      fc.property(anyProfile, anySheets, (profile, sheets) => {
        const { verdict, gap, studies } = getReply(profile, createLibrary(sheets));
        const describing = studies.filter(({ group }) => group === "this-patient");
        expect(verdict.describing).toBe(describing.length);
        const most = new Map<string, number>();
        for (const { id, cohort, treated } of describing) {
          const key = cohort ?? `alone ${id}`;
          most.set(key, Math.max(most.get(key) ?? 0, treated ?? 0));
        }
        expect(verdict.patients).toBe([...most.values()].reduce((sum, treated) => sum + treated, 0));
        expect(gap.described).toBe(describing.length > 0);
        const nearest = studies.filter(({ group }) => group === "part").map(({ id, lacks }) => ({ id, lacks }));
        expect(gap.nearest).toEqual(nearest);
        if (describing.length === 0 && nearest.length > 0)
          expect(verdict.text).toMatch(
            /^No published study in this library (describes|is mainly of patients like this:) /,
          );
      }),
      runs,
    );
  });
});

describe("the question worth asking next", () => {
  test("is open, and decides as many studies as it says", () => {
    fc.assert(
      fc.property(anyProfile, anySheets, (profile, sheets) => {
        const library = createLibrary(sheets);
        const { ask } = getReply(profile, library);
        if (!ask) return;
        expect(getAnswer(profile, ask.feature)).toBe("unknown");
        const groupsIn = (answer: "yes" | "no") =>
          new Map(
            getReply(setAnswer(profile, ask.feature, answer), library).studies.map(({ id, group }) => [id, group]),
          );
        const [yes, no] = [groupsIn("yes"), groupsIn("no")];
        expect(ask.decides).toBe([...yes].filter(([id, group]) => no.get(id) !== group).length);
        expect(ask.decides).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  test("is none where no answer would move a study", () => {
    expect(getReply(exampleCases.nothingStated.profile, createLibrary([])).ask).toBeNull();
    expect(getReply(exampleCases.nothingStated.profile, createLibrary([createStudy()])).ask).toBeNull();
  });

  test("is never one that the answers already imply", () => {
    const lung = createStudy({ id: "lung", features: { ild: { share: "all" } } });
    const { ask, profile } = getReply(exampleCases.skinOnlyRefractory.profile, createLibrary([lung]));
    expect(profile.implied).toMatchObject({ ild: "no" });
    expect(ask).toBeNull();
  });
});

describe("the case as understood", () => {
  test("what was stated, what that implies, and what contradicts", () => {
    const { profile } = getReply(
      { features: { skinOnly: "yes" }, diagnosis: null, weightKg: null, ageYears: null },
      createLibrary([]),
    );
    // the example of the interface's description
    expect(profile).toEqual({
      features: { skinOnly: "yes" },
      implied: expect.objectContaining({ amyopathic: "yes", skin: "yes", muscle: "no", ild: "no" }),
      diagnosis: null,
      weightKg: null,
      contradictions: [],
    });
  });

  test("an age is reported as the answers it gives", () => {
    const { profile } = getReply({ features: {}, diagnosis: "DM", weightKg: 62, ageYears: 70 }, createLibrary([]));
    expect(profile).toMatchObject({ features: { juvenile: "no", elderly: "yes" }, diagnosis: "DM", weightKg: 62 });
  });
});

describe("the gap", () => {
  const pregnant = createStudy({
    id: "pregnant",
    participants: { treated: 1 },
    features: { pregnancy: { share: "all" } },
  });
  const lung = createStudy({
    id: "lung",
    participants: { treated: 5 },
    features: { ild: { share: "all" }, pregnancy: { share: "none" } },
  });
  const both = createStudy({
    id: "both",
    participants: { treated: 2 },
    features: { ild: { share: "all" }, pregnancy: { share: "all" } },
  });
  const { profile } = exampleCases.pregnantWithLungDisease;

  test("every combination of the stated features, with who describes it", () => {
    const { gap } = getReply(profile, createLibrary([pregnant, lung]));
    expect(gap.combinations).toEqual([
      { features: ["pregnancy"], studies: 1, patients: 1, uncounted: 0 },
      { features: ["ild"], studies: 1, patients: 5, uncounted: 0 },
      { features: ["pregnancy", "ild"], studies: 0, patients: 0, uncounted: 0 },
    ]);
    expect(getReply(profile, createLibrary([pregnant, lung, both])).gap.combinations.at(-1)).toEqual({
      features: ["pregnancy", "ild"],
      studies: 1,
      patients: 2,
      uncounted: 0,
    });
  });

  test("'not reported' and 'nobody' are distinguished", () => {
    const { studies, verdict } = getReply(profile, createLibrary([pregnant, lung]));
    expect(studies.map(({ id, lacking }) => [id, lacking])).toEqual([
      ["pregnant", ["lung disease not in the abstract"]],
      ["lung", ["nobody pregnant"]],
    ]);
    expect(verdict.text).toContain(
      "Nearest: one study of pregnancy (lung disease not in the abstract). Then one study of interstitial lung disease (nobody pregnant).",
    );
  });

  test("at most five features are combined, and the whole patient stands last", () => {
    const many = {
      ...profile,
      features: Object.fromEntries(features.slice(0, 8).map((feature) => [feature, "yes" as const])),
    };
    const { combinations } = getReply(many, createLibrary([lung])).gap;
    expect(combinations).toHaveLength(32);
    expect(new Set(combinations.map((combination) => combination.features.join())).size).toBe(32);
    expect(combinations.at(-1)?.features).toEqual(features.slice(0, 8));
  });

  test("a library of nobody says so", () => {
    const { verdict, gap } = getReply(profile, createLibrary([]));
    expect(gap).toMatchObject({ described: false, nearest: [] });
    expect(verdict.text).toMatch(
      /^No published study in this library describes a pregnant patient with interstitial lung disease\./,
    );
  });
});

describe("the verdict's sentences", () => {
  const refractory = { ...exampleCases.nothingStated.profile, features: { refractory: "yes" as const } };
  const all = { features: { refractory: { share: "all" as const } } };

  test("small series give counts and no percentage", () => {
    const series = createStudy({
      ...all,
      participants: { treated: 4 },
      outcomes: [createOutcome({ events: 3, total: 4 })],
    });
    const { text } = getReply(refractory, createLibrary([series])).verdict;
    expect(text).toContain("3 of 4");
    expect(text.replaceAll("95% CI", "")).not.toContain("%");
  });

  test("a placebo arm is never left out beside its treated arm", () => {
    const trial = createStudy({
      ...all,
      design: { type: "randomised-controlled-trial", controlled: true },
      participants: { treated: 47, enrolled: 95 },
      outcomes: [createOutcome({ events: 37, total: 47, comparator: { label: "Placebo", events: 21, total: 48 } })],
    });
    const { text } = getReply(refractory, createLibrary([trial])).verdict;
    expect(text).toContain("37 of 47 (79%)");
    expect(text).toContain("21 of 48 (44%)");
    expect(text).toContain("65% to 88%"); // Wilson, 37 of 47
  });

  test("patients who are not counted are named", () => {
    const uncounted = createStudy({ id: "uncounted", ...all, participants: { treated: null } });
    const counted = createStudy({ id: "counted", ...all, participants: { treated: 7 } });
    expect(getReply(refractory, createLibrary([uncounted])).verdict.text).toContain("without saying how many");
    expect(getReply(refractory, createLibrary([uncounted, counted])).verdict.text).toMatch(
      /7 patients in all.+One study does not say how many\./,
    );
    // Where two are of the same patients, each of them is a report.
    const again = createStudy({ id: "again", ...all, cohort: "same", participants: { treated: 7 } });
    const reports = [uncounted, again, { ...counted, cohort: "same" }];
    expect(getReply(refractory, createLibrary(reports)).verdict.text).toMatch(
      /^Three studies describe .+One study does not say how many\./,
    );
  });

  test("two reports of one patient are one patient", () => {
    const outcomes = [createOutcome({ events: 1, total: 1 })];
    const report = (id: string) => createStudy({ id, ...all, cohort: "same", participants: { treated: 1 }, outcomes });
    const { text, patients } = getReply(refractory, createLibrary([report("a"), report("b")])).verdict;
    expect(patients).toBe(1);
    expect(text).not.toContain("2 of 2");
    expect(text).toContain("1 of 1");
    expect(text).not.toContain("one patient each");
  });

  test("no order is given in our own words", () => {
    for (const { profile } of Object.values(exampleCases)) {
      const { verdict, gap } = getReply(profile, createLibrary([]));
      expect(`${verdict.text} ${gap.text}`).not.toMatch(/\bshould\b|recommend|medically necessary|must\b/i);
    }
  });
});

describe("each part of an answer is of the studies that it speaks of", () => {
  const all = { share: "all" } as const;
  const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
  const library = createLibrary([
    createStudy({ id: "lung", participants: { treated: 9 }, features: { ild: all } }),
    createStudy({
      id: "lung-skin",
      participants: { treated: 8 },
      features: { ild: all },
      outcomes: [createOutcome({ organ: "skin", events: 2, total: 8 })],
    }),
    createStudy({ id: "some", participants: { treated: 20 }, features: { ild: { share: "some", n: 4 } } }),
    createStudy({ id: "general", participants: { treated: 7 } }),
    createStudy({ id: "other", participants: { treated: 6 }, features: { ild: { share: "none" } } }),
    createStudy({ id: "background", treatment: { agent: null }, features: { ild: all } }),
  ]);
  const ids = (studies: readonly { study: { id: string } }[]) => studies.map(({ study }) => study.id);

  test("stated: those that describe the patient", () => {
    const answer = answerTo(lung, library);
    expect(ids(answer.describing)).toEqual(["lung", "lung-skin"]);
    expect(ids(answer.part)).toEqual(["some"]);
    expect(ids(answer.studies)).toEqual(["lung", "lung-skin", "some", "general", "other"]);
    expect(answer.library).toEqual({ version: "example", searched: "2026-11-22", studies: 5, patients: 50 });
    expect(answer.comparableSets.map(({ counts }) => ids(counts))).toEqual([["lung"], ["lung-skin"]]);
    expect(answer.verdict).toMatchObject({ describing: 2, patients: 17 });
    expect(answer.certainty).toBe(
      "No randomised trial describes such patients: without one, the effect of immunoglobulin cannot be told from that of time or other treatment. Response is counted in two different ways, not pooled.",
    );
    expect(answer.including).toEqual([{ id: "some", aspect: "ild", n: 4, of: 20 }]);
    expect(answer.findings.map(({ name }) => name)).toEqual(["Response"]);
    expect(answer.sure).toBe(2);
    expect(answer.scope).toEqual({ covered: true, text: null });
    expect(ids(answer.background)).toEqual(["background"]);
  });

  test("nothing stated: the general evidence", () => {
    const answer = answerTo({ ...emptyProfile, features: { ild: "no" } }, library);
    expect(ids(answer.describing)).toEqual([]);
    expect(answer.comparableSets.map(({ counts }) => ids(counts))).toEqual([["some", "general", "other"]]);
    expect(answer.certainty).toBe("No question is answered yes, so there is no answer to weigh yet.");
    expect(answer).toMatchObject({ sure: 0, cells: [], findings: [], given: [] });
  });

  test("a disease that is not covered: none, and nothing is claimed of it", () => {
    const wanted = { title: "Lungs", year: null, pmid: null, doi: null, reason: "not read", about: ["ild"] } as const;
    const withWanted = prepareLibrary({ ...library, wanted: [{ ...wanted, about: [...wanted.about] }] });
    const profile: Profile = { ...lung, diagnosis: "IBM" };
    const answer = answerTo(profile, withWanted);
    expect(answer.studies).toEqual([]);
    expect(answer.certainty).toMatch(/^Myomatch does not cover inclusion body myositis/);
    expect(answer).toMatchObject({ comparableSets: [], including: [], wanted: [], nextQuestion: null, leaveOut: [] });
    expect(answer.scope.covered).toBe(false);
    expect(answerTo(lung, withWanted).wanted).toHaveLength(1);
  });

  test("intervals are Wilson's, unless the exact ones are asked for", () => {
    const methodOf = (method?: "wilson" | "exact") => {
      const [found] = answerTo(lung, library, method).describing;
      return found?.results.response.kind === "count" && found.results.response.figure.interval.method;
    };
    expect([methodOf(), methodOf("wilson"), methodOf("exact")]).toEqual(["wilson", "wilson", "exact"]);
  });

  test("response counted by one organ in two degrees is counted in two ways", () => {
    const degree = (id: string, degree: "any" | "major") =>
      createStudy({ id, features: { ild: all }, outcomes: [createOutcome({ degree })] });
    const waysOf = (...degrees: ("any" | "major")[]) =>
      answerTo(lung, createLibrary(degrees.map((one, place) => degree(`study-${place}`, one)))).certainty;
    expect(waysOf("any", "major", "any")).toMatch(/ in two different ways/);
    expect(waysOf("any", "any")).not.toMatch(/different ways/);
    // A study without a count counts it in no way.
    const silent = createStudy({
      id: "silent",
      features: { ild: all },
      outcomes: [createOutcome({ domain: "other" })],
    });
    expect(answerTo(lung, createLibrary([degree("counting", "any"), silent])).certainty).not.toMatch(/different ways/);
  });
});
