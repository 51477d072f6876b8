import { expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { emptyProfile } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import { toStudySummary } from "@/lib/study/summary";
import { listBefore } from "./before-text";

const study = toStudySummary(
  createStudy({
    features: { refractory: { share: "all" }, dysphagia: { share: "most" }, ild: { share: "some" } },
    participants: { treated: 3 },
  }),
);
const adult = { ...study, participants: { ...study.participants, age: { ...study.participants.age, mean: 42 } } };

test("age, diagnosis and features, as far as the case does not say them", () => {
  const nothing = listBefore(readCase(emptyProfile), adult);
  expect(nothing).toContain("42 years on average");
  expect(nothing).toContain("Refractory");
  expect(nothing).toContain("Dysphagia: most");
  expect(nothing.join()).not.toContain("lung");

  const refractory = listBefore(readCase({ ...emptyProfile, features: { refractory: "yes" } }), adult);
  expect(refractory).not.toContain("Refractory");
  expect(refractory).toContain("Dysphagia: most");
});
