import { expect, test } from "vitest";
import { exampleStudy } from "@/lib/study/fixtures";
import { describeAnswerCertainty } from "./certainty";

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
  expect(describeAnswerCertainty([], 0, false)).not.toMatch(/[Nn]obody|No study/);
});

test("where nobody describes the patient, that is said", () => {
  expect(describeAnswerCertainty([], 0, true)).toMatch(/^No study in this library describes/);
});

test("single cases show what can happen, not how often", () => {
  expect(describeAnswerCertainty([single("a"), single("b")], 1, true)).toMatch(/^Only single cases/);
  expect(describeAnswerCertainty([single("a"), series("b")], 1, true)).toMatch(/^No randomised trial/);
});

test("trials are counted once a cohort, and the rest is named only where there is one", () => {
  expect(describeAnswerCertainty([trial("a", "same"), trial("b", "same")], 1, true)).toBe(
    "One randomised trial describes such patients.",
  );
  expect(describeAnswerCertainty([trial("a"), trial("b"), series("c")], 1, true)).toMatch(
    /^Two randomised trials describe .* The other studies cannot tell/,
  );
});

test("responses that are counted in different ways are said not to be pooled", () => {
  expect(describeAnswerCertainty([series("a")], 1, true)).not.toMatch(/different ways/);
  expect(describeAnswerCertainty([series("a")], 3, true)).toMatch(/counted in three different ways/);
});
