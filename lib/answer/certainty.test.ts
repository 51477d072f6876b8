import { expect, test } from "vitest";
import { exampleStudy } from "@/lib/study/fixtures";
import { certaintyOfAnswer } from "./certainty";

const single = (id: string) => exampleStudy({ id, design: { type: "case-report" }, participants: { treated: 1 } });
const series = (id: string) => exampleStudy({ id, participants: { treated: 20 } });
const trial = (id: string, cohort: string | null = null) =>
  exampleStudy({
    id,
    cohort,
    design: { type: "randomised-controlled-trial", controlled: true },
    participants: { treated: 40, enrolled: 80 },
  });

test("with nothing stated there is nothing to weigh, and nobody is said to be unstudied", () => {
  expect(certaintyOfAnswer([], 0, false)).not.toMatch(/[Nn]obody|No study/);
});

test("where nobody describes the patient, that is said", () => {
  expect(certaintyOfAnswer([], 0, true)).toMatch(/^No study in this library describes/);
});

test("single cases show what can happen, not how often", () => {
  expect(certaintyOfAnswer([single("a"), single("b")], 1, true)).toMatch(/^Only single cases/);
  expect(certaintyOfAnswer([single("a"), series("b")], 1, true)).toMatch(/^No randomised trial/);
});

test("trials are counted once a cohort, and the rest is named only where there is one", () => {
  expect(certaintyOfAnswer([trial("a", "same"), trial("b", "same")], 1, true)).toBe(
    "One randomised trial describes such patients.",
  );
  expect(certaintyOfAnswer([trial("a"), trial("b"), series("c")], 1, true)).toMatch(
    /^Two randomised trials describe .* The other studies cannot tell/,
  );
});

test("responses that are counted in different ways are said not to be pooled", () => {
  expect(certaintyOfAnswer([series("a")], 1, true)).not.toMatch(/different ways/);
  expect(certaintyOfAnswer([series("a")], 3, true)).toMatch(/counted in three different ways/);
});
