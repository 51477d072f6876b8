import { describe, expect, test } from "vitest";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { compareForm, createBlankForm, type Form, formatAgreement } from "./double-extraction";
import { listFigures } from "./extracted-values";

const study = createStudy({
  id: "example-2020",
  outcomes: [
    createOutcome({ label: "Response: 6 improved at 12 months", population: "the 10 treated", reportedPercent: 60 }),
    createOutcome({ id: "relapse", domain: "relapse", events: 2, total: 6 }),
  ],
});

/** A form filled in as the sheet has it, with these figures read otherwise. */
function filled(sheet: Study, otherwise: Record<string, unknown> = {}): Form {
  const values = new Map(listFigures(sheet).map(({ id, value }) => [id, value]));
  const form = createBlankForm(sheet);
  const figures = form.figures.map((entry) => ({
    ...entry,
    value: (entry.figure in otherwise ? otherwise[entry.figure] : values.get(entry.figure)) as number | null,
  }));
  return { ...form, figures };
}

const compare = (form: unknown, studies: readonly Study[] = [study]) => compareForm(JSON.stringify(form), studies);

describe("a blank form", () => {
  test("names every figure and gives none away", () => {
    const form = createBlankForm(study);
    expect(form.figures.every(({ value }) => value === "FILL")).toBe(true);
    expect(form.figures.find(({ figure }) => figure === "response.events")?.what).toBe(
      "Response: Response: … improved at 12 months (of: the … treated): events",
    );
  });

  test("each sheet of the library has one, and no two figures of a form have one name", () => {
    for (const sheet of loadLibrary().studies) {
      const names = createBlankForm(sheet).figures.map(({ figure }) => figure);
      expect([sheet.id, new Set(names).size]).toEqual([sheet.id, names.length]);
    }
  });
});

describe("a filled form", () => {
  test("that says the same agrees in every figure that the source gives", () => {
    expect(compare(filled(study)).agreement).toEqual({ compared: 7, agreed: 7, differences: [] });
  });

  test("that differs is reported figure by figure, a figure that one reader did not find too", () => {
    const { agreement } = compare(filled(study, { "relapse.events": 3, "response.reportedPercent": null, female: 4 }));
    expect(agreement).toMatchObject({ compared: 8, agreed: 5 });
    expect(agreement?.differences).toEqual([
      "Women (female): the sheet has none, the form 4.",
      expect.stringContaining("(response.reportedPercent): the sheet has 60, the form none."),
      expect.stringContaining("(relapse.events): the sheet has 2, the form 3."),
    ]);
    expect(agreement && formatAgreement(agreement)).toEqual([
      "5 of 8 figures agree.",
      ...(agreement?.differences ?? []),
      expect.stringContaining("Settle each difference"),
      '"extraction": {"readers":2,"figuresCompared":8,"figuresAgreed":5,"adjudicated":true}',
    ]);
  });

  test("of any sheet of the library agrees with that sheet", () => {
    const { studies } = loadLibrary();
    for (const sheet of studies) {
      const { agreement, faults } = compare(filled(sheet), studies);
      expect([sheet.id, faults, agreement?.differences]).toEqual([sheet.id, [], []]);
    }
  });

  test("may begin with the lines that npm prints", () => {
    const text = `\n> myomatch@0.1.0 study:form\n> tsx data/study-form.ts example-2020\n\n${JSON.stringify(filled(study), null, 2)}`;
    expect(compareForm(text, [study]).faults).toEqual([]);
  });
});

describe("a form that cannot be compared gets sentences that explain why", () => {
  test.each<[string, unknown, string]>([
    ["no form", [], "This is no form"],
    ["no figures", { form: "example-2020" }, "This is no form"],
    ["no such sheet", { form: "gone-1999", figures: [] }, 'The library has no sheet "gone-1999".'],
    ["missing figures", { form: "example-2020", figures: [] }, "treated (Patients given immunoglobulin) is missing"],
    ["still blank", createBlankForm(study), "treated is still blank"],
    ["text", filled(study, { treated: "ten" }), 'treated is neither a number nor null: "ten".'],
    ["unknown", { ...filled(study), figures: [{ figure: "colour", value: 1 }] }, "colour is no figure of this sheet."],
    [
      "twice",
      { ...filled(study), figures: [...filled(study).figures, { figure: "treated", value: 1 }] },
      "treated stands in the form twice.",
    ],
  ])("%s", (_, form, words) => {
    const { agreement, faults } = compare(form);
    expect(agreement).toBeNull();
    expect(faults.join("\n")).toContain(words);
  });

  test("no JSON", () => {
    expect(compareForm("{", [study]).faults[0]).toContain("not JSON");
  });
});
