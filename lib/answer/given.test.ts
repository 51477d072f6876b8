import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile } from "@/lib/case/schema";
import { sum } from "@/lib/format/numbers";
import { countPatientsTreated, identifyPatients, selectFirstReports } from "@/lib/study/cohort";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import {
  drawInfusions,
  formatInfusionWeeks,
  getRoute,
  getSteadyDose,
  groupGiven,
  hasDoseInWords,
  listGiven,
  listInfusionWeeks,
  tellsDose,
} from "./given";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";

const library = realLibrary();

type Regimen = NonNullable<ReturnType<typeof createStudy>["treatment"]["regimen"]>;

const silent = { gPerKgPerCourse: null, gPerKgPerDay: null, days: null, intervalWeeks: null };

/** Describing studies of a refractory patient, one for each regimen. */
function describeRegimens(regimens: readonly (Partial<Regimen> & { text: string })[], agent: "IVIG" | "SCIG" = "IVIG") {
  const sheets = regimens.map((regimen, index) => {
    const sheet = createStudy({ id: `study-${2000 + index}`, features: { refractory: { share: "all" } } });
    return { ...sheet, treatment: { ...sheet.treatment, agent, regimen: { ...silent, ...regimen } } };
  });
  return answerTo({ ...emptyProfile, features: { refractory: "yes" } }, createLibrary(sheets)).describing;
}

describe("what was given, by regimen", () => {
  test("a dose that stands in words alone is told in them, and not said to be unknown", () => {
    const words = "about 1.7 g/kg a month under the skin at home";
    const groups = groupGiven(describeRegimens([{ text: words }, { text: "Monthly infusions." }], "SCIG"), 62);
    expect(groups.regimens.map(({ words: coded, studies }) => [coded, studies[0]?.dose?.regimen])).toEqual([
      [null, words],
    ]);
    expect(groups.withoutDose.map(({ dose }) => dose?.regimen)).toEqual(["Monthly infusions."]);
  });

  test("each describing study is in one group, and the counts add up", () => {
    let grouped = 0;
    fc.assert(
      fc.property(anyProfile, fc.constantFrom(null, 62), (profile, weightKg) => {
        const { describing } = answerTo(profile, library);
        const { regimens, withoutDose, silent } = groupGiven(describing, weightKg);
        const inGroups = [
          ...regimens.flatMap(({ studies }) => studies),
          ...withoutDose,
          ...silent.flatMap(({ studies }) => studies),
        ];
        expect(inGroups).toHaveLength(describing.length);
        expect(new Set(inGroups)).toEqual(new Set(describing));
        for (const { studies, separate, patients, frequencies, words } of regimens) {
          expect(separate).toBe(selectFirstReports(studies.map(({ study }) => study)).length);
          expect(patients).toBe(countPatientsTreated(studies.map(({ study }) => study)).patients);
          for (const frequency of frequencies) expect(frequency.studies).toBeLessThanOrEqual(separate);
          // a dose that changes stands alone
          if (words === null) expect(separate).toBe(1);
          else expect(words.includes("62 kg")).toBe(weightKg !== null);
        }
        // no patients are in two groups
        const patients = regimens.map(({ studies }) => new Set(studies.map(({ study }) => identifyPatients(study))));
        expect(new Set(patients.flatMap((group) => [...group])).size).toBe(sum(patients.map(({ size }) => size)));
        const sizes = regimens.map(({ separate }) => separate);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        grouped += inGroups.length;
      }),
      { numRuns: 60 },
    );
    expect(grouped).toBeGreaterThan(20);
  });

  test("counts a cohort once, whichever of its reports tells the dose", () => {
    const { describing } = answerTo(exampleCases.refractoryAdult.profile, library);
    const groups = groupGiven(describing, null).regimens.filter(({ studies }) =>
      studies.some(({ study }) => study.cohort === "proderm"),
    );
    expect(describing.filter(({ study }) => study.cohort === "proderm").length).toBeGreaterThan(2);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.separate).toBe(1);
    expect(groups[0]?.patients).toBe(95);
  });

  test("puts one dose together, however it was divided, and two doses, routes and rhythms apart", () => {
    const describing = describeRegimens([
      { gPerKgPerCourse: 2, intervalWeeks: 4, text: "2 g/kg every four weeks" },
      { gPerKgPerDay: 1, days: 2, intervalWeeks: 4, text: "1 g/kg on two days" },
      { gPerKgPerCourse: 2, intervalWeeks: 6, text: "2 g/kg every six weeks" },
      { gPerKgPerCourse: 1, text: "1 g/kg" },
      { gPerKgPerCourse: 1, intervalWeeks: 1, text: "1 g/kg a week" },
      { gPerKgPerDay: 0.4, text: "0.4 g/kg a day" },
      { text: "high dose" },
    ]);
    expect(describing).toHaveLength(7);
    const { regimens, withoutDose } = groupGiven(describing, 50);
    expect(regimens.map(({ words, studies }) => `${words}: ${studies.length}`).sort()).toEqual([
      "0.4 g/kg a day (0.4 × 50 kg = 20 g): 1",
      "1 g/kg a course (1 × 50 kg = 50 g): 1",
      "1 g/kg a week (1 × 50 kg = 50 g): 1",
      "2 g/kg a course (2 × 50 kg = 100 g): 3",
    ]);
    expect(regimens[0]?.frequencies).toEqual([
      { text: "every 4 weeks", studies: 2 },
      { text: "every 6 weeks", studies: 1 },
    ]);
    expect(withoutDose).toHaveLength(1);
    expect(
      groupGiven(describeRegimens([{ gPerKgPerCourse: 1, text: "1 g/kg" }], "SCIG"), null).regimens[0],
    ).toMatchObject({
      route: "subcutaneous",
      words: "1 g/kg a course",
    });
  });

  test("a dose that changes is never one number of grams", () => {
    const phases = [
      { gPerKgPerCourse: 2, days: null, everyWeeks: null, when: "start" },
      { gPerKgPerCourse: 1, days: null, everyWeeks: 3, when: "weeks 3 and 6" },
    ];
    const describing = describeRegimens([
      { gPerKgPerCourse: 2, text: "2 g/kg" },
      { gPerKgPerCourse: 2, phases, text: "2 g/kg, then 1 g/kg" },
      { gPerKgPerCourse: 2, text: "2 g/kg at first, later 0.8 g/kg" },
    ]);
    const { regimens } = groupGiven(describing, 62);
    expect(regimens).toHaveLength(3);
    expect(regimens.filter(({ words }) => words === null)).toHaveLength(2);
  });

  test("says of a great weight once what the library says of it", () => {
    const answer = answerTo({ ...exampleCases.refractoryAdult.profile, weightKg: 110 }, library);
    const { regimens } = groupGiven(answer.describing, 110);
    expect(regimens[0]?.note).toContain("adjusted weight");
  });
});

describe("by sheets made by hand", () => {
  const coded = (text: string, part: Partial<Regimen> = {}): Regimen => ({ ...silent, text, ...part });
  const twoGrams = coded("2 g/kg", { gPerKgPerCourse: 2 });
  /** Describing studies of a refractory patient, the one with most patients first. */
  const describeSheets = (parts: readonly SheetPart[], weightKg: number | null = null) =>
    answerTo(
      { ...emptyProfile, weightKg, features: { refractory: "yes" } },
      createLibrary(
        parts.map((part, place) =>
          createStudy({
            id: `study-${place}`,
            features: { refractory: { share: "all" } },
            ...part,
            participants: { treated: 50 - place, ...part.participants },
          }),
        ),
      ),
    ).describing;
  const groupSheets = (parts: readonly SheetPart[], weightKg: number | null = null) => {
    const { regimens, withoutDose, silent } = groupGiven(describeSheets(parts, weightKg), weightKg);
    return {
      regimens: regimens.map((group) => ({ ...group, studies: group.studies.map(({ study }) => study.id) })),
      withoutDose: withoutDose.map(({ study }) => study.id),
      silent: silent.map(({ silence, studies }) => [silence, ...studies.map(({ study }) => study.id)]),
    };
  };

  describe("what each study gave", () => {
    const nothing = { regimen: null, courses: null, concomitant: null };
    const courses = { mean: 4.8, median: null, min: null, max: 15 };
    const listed = (treatment: NonNullable<SheetPart["treatment"]>) =>
      listGiven(describeSheets([{ treatment: { ...nothing, ...treatment } }]));

    test("has its route, how often, how many courses and what beside", () => {
      const regimen = coded("0.2 g/kg a week", { gPerKgPerCourse: 0.2, intervalWeeks: 1 });
      expect(listed({ agent: "SCIG", regimen, courses, concomitant: "prednisone" })).toEqual([
        {
          id: "study-0",
          route: "subcutaneous",
          frequency: "every week",
          courses: "mean 4.8, at most 15",
          alongside: "prednisone",
          dose: { regimen: "0.2 g/kg a week", arithmetic: null, note: null },
        },
      ]);
    });

    test("is left out only where nothing is said of it", () => {
      const empty = { route: "intravenous", frequency: null, courses: null, alongside: null, dose: null };
      expect(listed({})).toEqual([]);
      expect(listed({ courses })).toEqual([{ id: "study-0", ...empty, courses: "mean 4.8, at most 15" }]);
      expect(listed({ concomitant: "prednisone" })).toEqual([{ id: "study-0", ...empty, alongside: "prednisone" }]);
      expect(listed({ regimen: coded("monthly") })).toMatchObject([{ dose: { regimen: "monthly" } }]);
      const [found] = describeSheets([{ treatment: { regimen: twoGrams } }]);
      if (!found) throw new Error("no study");
      const { study } = found;
      const untreated = { ...found, study: { ...study, treatment: { ...study.treatment, agent: null } } };
      expect(listGiven([untreated])).toEqual([]);
    });
  });

  test.each<[Partial<Regimen> | null, ReturnType<typeof getSteadyDose>]>([
    [null, null],
    [{}, null],
    [{ gPerKgPerCourse: 2 }, { gPerKg: 2, each: "a course" }],
    [
      { gPerKgPerCourse: 0.2, intervalWeeks: 1 },
      { gPerKg: 0.2, each: "a week" },
    ],
    [
      { gPerKgPerDay: 1, days: 2 },
      { gPerKg: 2, each: "a course" },
    ],
    [
      { gPerKgPerDay: 0.4, days: null, gPerKgPerCourse: 2 },
      { gPerKg: 2, each: "a course" },
    ],
    [{ gPerKgPerDay: 0.4 }, { gPerKg: 0.4, each: "a day" }],
    [{ days: 5 }, null],
    [{ gPerKgPerCourse: 2, text: "2 g/kg, then 1 g/kg" }, null],
    [
      {
        gPerKgPerCourse: 2,
        phases: [2, 1].map((dose) => ({ gPerKgPerCourse: dose, days: null, everyWeeks: null, when: "" })),
      },
      null,
    ],
    [
      {
        gPerKgPerDay: 0.4,
        phases: [1, 2].map(() => ({ gPerKgPerCourse: null, days: null, everyWeeks: null, when: "" })),
      },
      { gPerKg: 0.4, each: "a day" },
    ],
  ])("the steady dose of %j", (regimen, steady) => {
    const study = createStudy();
    const treatment = { ...study.treatment, regimen: regimen && coded("as reported", regimen) };
    expect(getSteadyDose({ ...study, treatment })).toEqual(steady);
  });

  test("a dose is told by its numbers, by its steps or by its words", () => {
    const tell = (regimen: Regimen | null) => {
      const study = createStudy({ treatment: { regimen } });
      return [tellsDose(study), hasDoseInWords(study)];
    };
    expect(tell(null)).toEqual([false, false]);
    expect(tell(coded("monthly"))).toEqual([false, false]);
    expect(tell(coded("monthly", { gPerKgPerCourse: 2 }))).toEqual([true, false]);
    expect(tell(coded("about 2 g/kg a month"))).toEqual([true, true]);
    expect(tell(coded("2 g/kg, then 1 g/kg"))).toEqual([true, true]);
  });

  test("by which way it was given", () => {
    expect(getRoute(createStudy({ treatment: { agent: "SCIG" } }))).toBe("subcutaneous");
    expect(getRoute(createStudy({ treatment: { agent: "IVIG" } }))).toBe("intravenous");
  });

  describe("reports on the same patients", () => {
    const report = (regimen: Regimen | null, part: SheetPart = {}): SheetPart => ({
      cohort: "same",
      treatment: { regimen },
      ...part,
    });
    const groupReports = (...reports: SheetPart[]) =>
      groupSheets(reports).regimens.map(({ words, studies, separate, patients }) => [
        words,
        studies,
        separate,
        patients,
      ]);

    test("are one study, for which the first that tells the dose speaks", () => {
      expect(groupReports(report(null), report(twoGrams), report(null))).toEqual([
        ["2 g/kg a course", ["study-1", "study-0", "study-2"], 1, 50],
      ]);
    });

    test("that tell the same stand together, also where one tells what came later", () => {
      const phases = [2, 1].map((gPerKgPerCourse) => ({ gPerKgPerCourse, days: null, everyWeeks: null, when: "then" }));
      const changing = coded("2 g/kg, then 1 g/kg", { gPerKgPerCourse: 2, phases });
      expect(groupReports(report(twoGrams), report(changing))).toEqual([
        ["2 g/kg a course", ["study-0", "study-1"], 1, 50],
      ]);
      expect(groupReports(report(changing), report(twoGrams))).toEqual([[null, ["study-0", "study-1"], 1, 50]]);
    });

    test("that tell another dose, or another way, stand apart", () => {
      const oneGram = coded("1 g/kg", { gPerKgPerCourse: 1 });
      expect(groupReports(report(twoGrams), report(oneGram))).toHaveLength(2);
      const underSkin = { treatment: { regimen: twoGrams, agent: "SCIG" } } as const;
      expect(groupReports(report(twoGrams), report(null, underSkin))).toHaveLength(2);
      const words = coded("about 2 g/kg");
      expect(groupReports(report(words), report(words))).toHaveLength(2);
      expect(groupReports(report(twoGrams), report(twoGrams, { cohort: "other" }))).toEqual([
        ["2 g/kg a course", ["study-0", "study-1"], 2, 99],
      ]);
    });

    test("that tell a regimen without grams do not say what the others gave", () => {
      expect(groupSheets([report(twoGrams), report(coded("high dose"))])).toMatchObject({
        regimens: [{ studies: ["study-0"] }],
        withoutDose: ["study-1"],
      });
    });
  });

  test("a group says how often, the most first, and whose patients are not counted", () => {
    const every = (intervalWeeks: number | null): SheetPart => ({
      treatment: { regimen: { ...twoGrams, intervalWeeks } },
    });
    const { regimens } = groupSheets([
      every(6),
      every(4),
      every(null),
      every(4),
      { ...every(null), participants: { treated: null } },
    ]);
    expect(regimens).toMatchObject([
      {
        route: "intravenous",
        words: "2 g/kg a course",
        note: null,
        frequencies: [
          { text: "every 4 weeks", studies: 2 },
          { text: "every 6 weeks", studies: 1 },
        ],
        separate: 5,
        patients: 50 + 49 + 48 + 47,
        uncounted: 1,
      },
    ]);
  });

  test("a week is said once", () => {
    const regimen = coded("0.2 g/kg a week", { gPerKgPerCourse: 0.2, intervalWeeks: 1 });
    expect(groupSheets([{ treatment: { regimen } }]).regimens).toMatchObject([
      { words: "0.2 g/kg a week", frequencies: [] },
    ]);
  });

  test("what is said of a great weight stands with a dose that stays, and not where words tell it", () => {
    const note = "Above 100 kg, documents in this library dose by adjusted weight.";
    const phases = [2, 1].map((gPerKgPerCourse) => ({ gPerKgPerCourse, days: null, everyWeeks: null, when: "then" }));
    const changing = coded("2 g/kg, later less", { gPerKgPerCourse: 2, phases });
    const sheets = [{ treatment: { regimen: twoGrams } }, { treatment: { regimen: changing } }];
    expect(groupSheets(sheets, 110).regimens.map((group) => [group.words, group.note])).toEqual([
      ["2 g/kg a course (2 × 110 kg = 220 g)", note],
      [null, null],
    ]);
  });

  test("the regimen of most studies comes first, and the silent ones by how they are silent", () => {
    const oneGram = coded("1 g/kg", { gPerKgPerCourse: 1 });
    const groups = groupSheets([
      { treatment: { regimen: oneGram } },
      { treatment: { regimen: twoGrams } },
      { treatment: { regimen: twoGrams } },
      { treatment: { regimen: null } },
      { treatment: { regimen: null }, reads: "full-text" },
      { treatment: { regimen: null } },
      { treatment: { regimen: coded("monthly") } },
    ]);
    expect(groups.regimens.map(({ studies }) => studies)).toEqual([["study-1", "study-2"], ["study-0"]]);
    expect(groups.withoutDose).toEqual(["study-6"]);
    expect(groups.silent).toEqual([
      ["not in the abstract", "study-3", "study-5"],
      ["not reported", "study-4"],
    ]);
  });
});

describe("the line of infusions", () => {
  const { treatment } = createStudy();
  const regimen = { ...silent, intervalWeeks: 4, text: "monthly" };
  type Courses = NonNullable<typeof treatment.courses>;
  const list = (intervalWeeks: number | null, given: Partial<Courses>) => {
    const courses: Courses = { mean: null, median: null, min: null, max: null, ...given };
    return listInfusionWeeks({ ...treatment, regimen: { ...regimen, intervalWeeks }, courses });
  };

  test.each<[string, () => number[] | null, number[] | null]>([
    ["three courses every four weeks", () => list(4, { max: 3 }), [0, 4, 8]],
    ["a mean is rounded to whole courses", () => list(4, { mean: 1.6 }), [0, 4]],
    ["at most so many, before what they had on average", () => list(4, { max: 3, median: 2, mean: 1 }), [0, 4, 8]],
    ["the median, before the mean", () => list(4, { median: 2, mean: 3, min: 1 }), [0, 4]],
    ["the mean, before the least", () => list(4, { mean: 2, min: 1 }), [0, 4]],
    ["at least so many", () => list(4, { min: 2 }), [0, 4]],
    ["every two weeks", () => list(2, { max: 2 }), [0, 2]],
    [
      "no regimen",
      () =>
        listInfusionWeeks({ ...treatment, regimen: null, courses: { mean: null, median: null, min: null, max: 3 } }),
      null,
    ],
    ["how often is not known", () => list(null, { max: 3 }), null],
    ["how many is not known", () => list(4, {}), null],
    ["weekly infusions are no courses", () => list(1, { max: 3 }), null],
    ["nothing of courses", () => listInfusionWeeks({ ...treatment, regimen, courses: null }), null],
  ])("%s", (_, findWeeks, expected) => expect(findWeeks()).toEqual(expected));

  test("in words and in marks", () => {
    expect(formatInfusionWeeks([0])).toBe("week 0");
    expect(formatInfusionWeeks([0, 3, 6])).toBe("weeks 0, 3, 6");
    expect(formatInfusionWeeks([0, 4, 8, 12])).toBe("weeks 0, 4, 8, 12");
    expect(formatInfusionWeeks([0, 4, 8, 12, 16])).toBe("weeks 0, 4, 8 … 16");
    expect(drawInfusions([0, 4, 8])).toBe("● ● ●");
    expect(drawInfusions(Array.from({ length: 12 }, (_, course) => course))).toMatch(/^(● ){11}●$/);
    expect(drawInfusions(Array.from({ length: 15 }, (_, course) => course))).toMatch(/^(● ){12}…$/);
  });
});
