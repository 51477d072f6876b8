import { describe, expect, test } from "vitest";
import { stripFullStop } from "@/lib/format/text";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { type StudySummary, toStudySummary } from "@/lib/study/summary";
import { calculateDose, changesDose, formatGramsWithRegimen, formatSteadyDose } from "./dose";

type Regimen = { gPerKgPerCourse?: number; gPerKgPerDay?: number; days?: number };

const doseIn = ({ gPerKgPerCourse, gPerKgPerDay, days }: Regimen, weightKg: number | null) =>
  calculateDose(
    createStudy({
      treatment: {
        regimen: {
          gPerKgPerCourse: gPerKgPerCourse ?? null,
          gPerKgPerDay: gPerKgPerDay ?? null,
          days: days ?? null,
          intervalWeeks: 4,
          text: "as reported",
        },
      },
    }),
    weightKg,
  );

// Worked out by hand.
test.each<[string, Regimen, number, string[]]>([
  [
    "1 g/kg on 2 days at 62 kg",
    { gPerKgPerDay: 1, days: 2 },
    62,
    ["1 g/kg on each of 2 days", "62 g a day", "124 g over 2 days"],
  ],
  [
    "0.4 g/kg on 5 days at 70 kg",
    { gPerKgPerDay: 0.4, days: 5, gPerKgPerCourse: 2 },
    70,
    ["28 g a day", "140 g over 5 days"],
  ],
  [
    "0.4 g/kg on 5 days at 61.3 kg, to a tenth of a gram",
    { gPerKgPerDay: 0.4, days: 5 },
    61.3,
    ["24.5 g a day", "122.6 g over 5 days"],
  ],
  ["2 g/kg a course at 62.5 kg", { gPerKgPerCourse: 2 }, 62.5, ["2 g/kg a course", "125 g a course"]],
  ["1 g/kg a day, days not given", { gPerKgPerDay: 1 }, 8, ["1 g/kg a day", "8 g a day"]],
  [
    "0.1 g/kg at 3 kg, not 0.30000000000000004",
    { gPerKgPerDay: 0.1, days: 3 },
    3,
    ["0.3 g a day", "0.9 g over 3 days"],
  ],
])("%s", (_, regimen, weightKg, parts) => {
  const dose = doseIn(regimen, weightKg);
  expect(dose?.regimen).toBe("as reported");
  for (const part of parts) expect(dose?.arithmetic).toContain(part);
  expect(dose?.arithmetic).toContain(`× ${weightKg} kg`);
});

test("one day is one day", () => {
  const arithmetic = doseIn({ gPerKgPerDay: 2, days: 1, gPerKgPerCourse: 2 }, 50)?.arithmetic;
  expect(arithmetic).toContain("100 g");
  expect(arithmetic).not.toContain("1 days");
});

test("a course that is known is worked out, though the days are not", () => {
  const arithmetic = doseIn({ gPerKgPerDay: 0.4, gPerKgPerCourse: 2 }, 50)?.arithmetic;
  expect(arithmetic).toContain("20 g");
  expect(arithmetic).toContain("100 g");
});

test.each<[Regimen, string]>([
  [
    { gPerKgPerDay: 1, days: 2, gPerKgPerCourse: 2 },
    "1 g/kg on each of 2 days: 1 × 50 kg = 50 g a day, 100 g over 2 days",
  ],
  [{ gPerKgPerDay: 2, days: 1 }, "2 g/kg on one day: 2 × 50 kg = 100 g a day"],
  [{ gPerKgPerDay: 0.4 }, "0.4 g/kg a day: 0.4 × 50 kg = 20 g a day"],
  [
    { gPerKgPerDay: 0.4, gPerKgPerCourse: 2 },
    "0.4 g/kg a day: 0.4 × 50 kg = 20 g a day, 2 g/kg a course: 2 × 50 kg = 100 g a course",
  ],
  [{ gPerKgPerCourse: 2, days: 5 }, "2 g/kg a course: 2 × 50 kg = 100 g a course"],
])("the whole of %j at 50 kg", (regimen, arithmetic) => {
  expect(doseIn(regimen, 50)?.arithmetic).toBe(arithmetic);
});

test("a dose that does not change, with its grams where the weight is known", () => {
  expect(formatSteadyDose(2, "a course", null)).toBe("2 g/kg a course");
  expect(formatSteadyDose(2, "a course", 62)).toBe("2 g/kg a course (2 × 62 kg = 124 g)");
});

test.each([
  ["2 g/kg, then 1 g/kg", true],
  ["2 g/kg a month; later 1 g/kg", true],
  ["2 g/kg a month, Reduced to 1 g/kg", true],
  ["2 g/kg a month, then stopped", false],
  ["then 2 g/kg a month", false],
  ["1 g/kg on two days, 2 g/kg in all", false],
])("whether “%s” tells of a second dose: %s", (text, changes) => {
  const numbers = { gPerKgPerCourse: 2, gPerKgPerDay: null, days: null, intervalWeeks: null };
  expect(changesDose({ ...numbers, text })).toBe(changes);
});

test("nothing is worked out of nothing", () => {
  expect(doseIn({ gPerKgPerDay: 1, days: 2 }, null)).toEqual({ regimen: "as reported", arithmetic: null, note: null });
  expect(doseIn({}, 62)).toEqual({ regimen: "as reported", arithmetic: null, note: null });
  expect(calculateDose(createStudy(), 62)).toBeNull();
});

test("grams stand after the words of their regimen, also where it changes", () => {
  const arithmetic = "2 g/kg a course: 2 × 62 kg = 124 g a course";
  expect(formatGramsWithRegimen({ regimen: "2 g/kg at first, then 1 g/kg.", arithmetic, note: null })).toBe(
    `2 g/kg at first, then 1 g/kg (${arithmetic})`,
  );
  expect(formatGramsWithRegimen({ regimen: "2 g/kg", arithmetic: null, note: null })).toBeNull();
  expect(formatGramsWithRegimen(null)).toBeNull();
});

test("without words of the regimen there are no grams", () => {
  const study = toStudySummary(createStudy());
  const numbers = { gPerKgPerCourse: 2, gPerKgPerDay: null, days: null, intervalWeeks: null };
  const dose = (text: string) =>
    calculateDose({ ...study, treatment: { ...study.treatment, regimen: { ...numbers, text } } }, 62);
  expect(dose("2 g/kg")?.arithmetic).toContain("124 g");
  for (const text of ["", " "]) expect(dose(text)?.arithmetic).toBeNull();
});

describe("a dose that changes with time", () => {
  type Coded = NonNullable<StudySummary["treatment"]["regimen"]>;
  const study = toStudySummary(createStudy());
  const work = (regimen: Partial<Coded> & { text: string }, weightKg: number) =>
    calculateDose(
      {
        ...study,
        treatment: {
          ...study.treatment,
          regimen: { gPerKgPerCourse: null, gPerKgPerDay: null, days: null, intervalWeeks: null, ...regimen },
        },
      },
      weightKg,
    );

  test("is worked out phase by phase where its phases are coded: lim-2021", () => {
    const sheet = loadLibrary().studies.find(({ id }) => id === "lim-2021");
    expect(sheet && calculateDose(sheet, 62)).toMatchObject({
      arithmetic: "first 2 × 62 kg = 124 g, start; then 1 × 62 kg = 62 g, weeks 3 and 6",
      note: null,
    });
  });

  const steps = (...phases: { gPerKgPerCourse: number | null; everyWeeks?: number; when: string }[]) =>
    phases.map((phase) => ({ days: null, everyWeeks: null, ...phase }));

  test("names each step, a week's where it is weekly, and one whose dose is not given", () => {
    const phases = steps(
      { gPerKgPerCourse: 2, when: "start" },
      { gPerKgPerCourse: 0.2, everyWeeks: 1, when: "from week 4" },
      { gPerKgPerCourse: null, everyWeeks: 1, when: "from week 20" },
      { gPerKgPerCourse: 1, everyWeeks: 4, when: "from week 30" },
    );
    expect(work({ text: "2 g/kg, then 0.2 g/kg", phases }, 60)).toEqual({
      regimen: "2 g/kg, then 0.2 g/kg",
      arithmetic:
        "first 2 × 60 kg = 120 g, start; then 0.2 × 60 kg = 12 g a week, from week 4; then no dose given, from week 20; then 1 × 60 kg = 60 g, from week 30",
      note: null,
    });
  });

  test("of steps without any dose nothing is worked out", () => {
    const phases = steps({ gPerKgPerCourse: null, when: "start" }, { gPerKgPerCourse: null, when: "from week 4" });
    expect(work({ text: "monthly, then less", phases }, 120)).toEqual({
      regimen: "monthly, then less",
      arithmetic: null,
      note: null,
    });
  });

  test("a later step may be the large one", () => {
    const phases = steps({ gPerKgPerCourse: 1, when: "start" }, { gPerKgPerCourse: 3, when: "from week 4" });
    expect(work({ text: "1 g/kg", gPerKgPerCourse: 1, phases }, 80)?.note).toMatch(/^Above 200 g/);
  });

  test("a heavy patient is told of before a large dose", () => {
    expect(work({ text: "2 g/kg", gPerKgPerCourse: 3 }, 110)?.note).toBe(
      "Above 100 kg, documents in this library dose by adjusted weight.",
    );
    expect(work({ text: "3 g/kg", gPerKgPerCourse: 3 }, 90)?.note).toBe(
      "Above 200 g with an unknown body-mass index: documents in this library dose by adjusted weight.",
    );
    expect(work({ text: "3 g/kg a day", gPerKgPerDay: 3 }, 90)?.note).toMatch(/^Above 200 g/);
    expect(work({ text: "2 g/kg a day", gPerKgPerDay: 2 }, 90)?.note).toBeNull();
  });

  test("grams and what is said of them stand together", () => {
    expect(formatGramsWithRegimen(work({ text: "2 g/kg a course. ", gPerKgPerCourse: 2 }, 110))).toBe(
      "2 g/kg a course (2 g/kg a course: 2 × 110 kg = 220 g a course. Above 100 kg, documents in this library dose by adjusted weight)",
    );
  });

  test("is not worked out where they are not, and that is said", () => {
    const dose = work({ text: "2 g/kg at first, then 1 g/kg", gPerKgPerCourse: 2 }, 62);
    expect(dose?.arithmetic).toBeNull();
    expect(dose?.note).toMatch(/changes with time.*not worked out/);
    expect(formatGramsWithRegimen(dose)).toMatch(/^2 g\/kg at first, then 1 g\/kg \(The dose changes/);
  });

  test("is a week's, where the interval is one week", () => {
    expect(work({ text: "weekly", gPerKgPerCourse: 0.2, intervalWeeks: 1 }, 60)?.arithmetic).toBe(
      "0.2 g/kg a week: 0.2 × 60 kg = 12 g a week",
    );
    expect(work({ text: "monthly", gPerKgPerCourse: 2, intervalWeeks: 4 }, 60)?.arithmetic).toContain("a course");
  });

  test.each<[number, Partial<Coded>, RegExp | null]>([
    [100, { gPerKgPerCourse: 2 }, null],
    [100.5, { gPerKgPerCourse: 1 }, /^Above 100 kg, .* adjusted weight\.$/],
    [100, { gPerKgPerCourse: 2.1 }, /^Above 200 g with an unknown body-mass index: .* adjusted weight\.$/],
    [80, { gPerKgPerDay: 1, days: 3 }, /^Above 200 g/],
    [80, { gPerKgPerDay: 1, days: 2 }, null],
    [90, { phases: [{ gPerKgPerCourse: 3, days: null, everyWeeks: null, when: "start" }] }, /^Above 200 g/],
  ])("at %d kg: %j", (weightKg, regimen, note) => {
    const dose = work({ text: "as reported", ...regimen }, weightKg);
    expect(dose?.arithmetic).not.toBeNull();
    if (note) expect(dose?.note).toMatch(note);
    else expect(dose?.note).toBeNull();
  });
});

describe("in the library", () => {
  test("grams are the weight times what the sheet says, and a dose that changes is not one number", () => {
    const weightKg = 62;
    const seen = { worked: 0, phases: 0, left: 0 };
    for (const study of loadLibrary().studies) {
      const { regimen } = study.treatment;
      const dose = calculateDose(study, weightKg);
      if (!regimen || !dose) continue;
      const { gPerKgPerDay, gPerKgPerCourse, days, phases } = regimen;
      const ofDays = gPerKgPerDay && days ? gPerKgPerDay * days : null;
      const ofPhases = (phases ?? []).map((phase) => phase.gPerKgPerCourse);
      const possible = (phases ? ofPhases : [gPerKgPerDay, gPerKgPerCourse, ofDays]).filter(
        (amount) => amount !== null,
      );
      if (dose.arithmetic === null) {
        seen.left += dose.note === null ? 0 : 1;
        expect([study.id, possible.length === 0 || dose.note !== null]).toEqual([study.id, true]);
        continue;
      }
      seen.worked += 1;
      seen.phases += phases ? 1 : 0;
      for (const [, grams] of dose.arithmetic.matchAll(/([\d.]+) g(?![/\w])/g)) {
        expect([study.id, possible.some((perKg) => Math.abs(perKg * weightKg - Number(grams)) <= 0.05)]).toEqual([
          study.id,
          true,
        ]);
      }
      expect(dose.arithmetic).not.toMatch(/\b1 days|\bshould|recommend/);
      expect(formatGramsWithRegimen(dose)?.startsWith(stripFullStop(regimen.text))).toBe(true);
    }
    expect(seen.worked).toBeGreaterThan(20);
    expect(seen.phases).toBeGreaterThan(0);
  });
});
