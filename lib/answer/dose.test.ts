import { describe, expect, test } from "vitest";
import { stripFullStop } from "@/lib/format/text";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { type StudySummary, toStudySummary } from "@/lib/study/summary";
import { calculateDose, formatGramsWithRegimen } from "./dose";

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
