import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile } from "@/lib/case/schema";
import { sum } from "@/lib/format/numbers";
import { countPatientsTreated, identifyPatients, selectFirstReports } from "@/lib/study/cohort";
import { createStudy } from "@/lib/study/fixtures";
import { drawInfusions, formatInfusionWeeks, groupGiven, listInfusionWeeks } from "./given";
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

describe("the line of infusions", () => {
  const { treatment } = createStudy();
  const regimen = { ...silent, intervalWeeks: 4, text: "monthly" };
  type Courses = NonNullable<typeof treatment.courses>;
  const list = (intervalWeeks: number | null, given: Partial<Courses>) => {
    const courses: Courses = { mean: null, median: null, min: null, max: null, ...given };
    return listInfusionWeeks({ ...treatment, regimen: { ...regimen, intervalWeeks }, courses });
  };

  test.each<[string, number[] | null, number[] | null]>([
    ["three courses every four weeks", list(4, { max: 3 }), [0, 4, 8]],
    ["a mean is rounded to whole courses", list(4, { mean: 1.6 }), [0, 4]],
    ["how often is not known", list(null, { max: 3 }), null],
    ["how many is not known", list(4, {}), null],
    ["weekly infusions are no courses", list(1, { max: 3 }), null],
    ["nothing of courses", listInfusionWeeks({ ...treatment, regimen, courses: null }), null],
  ])("%s", (_, weeks, expected) => expect(weeks).toEqual(expected));

  test("in words and in marks", () => {
    expect(formatInfusionWeeks([0])).toBe("week 0");
    expect(formatInfusionWeeks([0, 3, 6])).toBe("weeks 0, 3, 6");
    expect(formatInfusionWeeks([0, 4, 8, 12, 16])).toBe("weeks 0, 4, 8 … 16");
    expect(drawInfusions([0, 4, 8])).toBe("● ● ●");
    expect(drawInfusions(Array.from({ length: 15 }, (_, course) => course))).toMatch(/^(● ){12}…$/);
  });
});
