import { expect, test } from "vitest";
import { answerCase } from "@/lib/answer/answer";
import { secondEditionLibrary } from "@/lib/answer/fixtures";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { composeOpeningLines, formatHeadline } from "./opening-lines";
import { listStudiedParts } from "./studied-parts";

const library = secondEditionLibrary();
const day = "2026-11-25";
const compose = (profile: Profile) => composeOpeningLines(answerCase(readCase(profile), library), day);

test("the skin-only case as notes write it", () => {
  expect(compose(exampleCases.skinOnlyRefractory.profile)).toEqual([
    "Skin only, refractory (Myomatch, 25 Nov 2026). 3 studies, 30 patients, no comparison group.",
    "Response, skin clear or almost clear: 19/27 (70%, 52–84). Given: IV, dose not in the abstract. Relapse after stopping 10/19 responders (53%, 32–73), median 6.2 months. Survival not counted. Harm: severe headache 2/27 (7%, 2–23).",
  ]);
});

/** What must be among the counts of each worked case, in the library of the second edition. */
const golden: [keyof typeof exampleCases, string[]][] = [
  [
    "refractoryAdult",
    [
      "34 studies of 30 groups of patients, 492 patients",
      "Response, at least minimal improvement at week 16: 37/47 (79%, 65–88) v 21/48 (44%, 31–58) placebo, difference 35 points (15.5 to 51.0)",
      "0/13 (0%, 0–23); mean age 50. Given: under the skin, 0.2 g/kg a week.",
      "Harm: related adverse event in first 16 weeks 30/52 (58%, 44–70) v 11/48 (23%, 13–37) placebo (some patients are counted in both groups); any thromboembolic event 6/95 (6%, 3–13)",
    ],
  ],
  [
    "adultRefractoryLungDisease",
    [
      "6 studies, 26 patients",
      "Response, forced vital capacity up by more than 10%: 7/17 (41%, 22–64)",
      "Survival 2/5 (40%, 12–77)",
    ],
  ],
  [
    "child",
    [
      "29 studies of 26 groups of patients, 111 patients",
      "Response, corticosteroid more than halved, no flare: 12/18 (67%, 44–84)",
      "Relapse after stopping 4/6",
    ],
  ],
  ["pregnant", ["4 studies, 4 patients, single cases only", "Response 3/3 single cases", "healthy child born 1/1"]],
  [
    "pregnantWithLungDisease",
    ["No published study in this library describes this patient", "Pregnant: 4 studies, 4 patients.", "7/17"],
  ],
];

test.each(golden)("%s", (name, texts) => {
  const lines = compose(exampleCases[name].profile).join(" ");
  for (const text of texts) expect(lines).toContain(text);
  expect(lines).not.toMatch(/undefined|null|NaN|\b[0-4]\/[0-4] \(\d/);
});

test("in pregnancy each report's child is there, the one born early as well", () => {
  const answer = answerCase(readCase(exampleCases.pregnant.profile), library);
  const [, counts] = composeOpeningLines(answer, day);
  expect(answer.describing).toHaveLength(4);
  expect(counts).toContain("born preterm, at 35 weeks 1/1");
  expect(counts).toContain("fetal complication 0/1");
});

test("an answer of no, the age and the weight are part of the case", () => {
  const features: Profile["features"] = { juvenile: "no", refractory: "yes" };
  expect(compose({ ...emptyProfile, features, weightKg: 62 })[0]).toMatch(/^Refractory; not under 18; 62 kg \(/);
});

test("antibodies keep their capitals", () => {
  const features: Profile["features"] = { antiMda5: "yes", ild: "yes" };
  expect(compose({ ...emptyProfile, features })[0]).toMatch(/^Interstitial lung disease, anti-MDA5 \(/);
  const pregnant = answerTo({ ...emptyProfile, features: { pregnancy: "yes", antiMda5: "yes" } }, realLibrary());
  expect(listStudiedParts(pregnant).map(({ name }) => name)).toContain("Anti-MDA5");
});

test("every case has two lines, and a headline that counts its studies", () => {
  for (const { profile } of Object.values(exampleCases)) {
    const answer = answerTo(profile, realLibrary());
    const [first, second] = composeOpeningLines(answer, null);
    expect(first).toContain("(Myomatch). ");
    expect(second).not.toBe("");
    const { describing } = answer.verdict;
    if (describing > 0)
      expect(formatHeadline(answer)).toMatch(new RegExp(`^${describing} stud(y|ies)( of [\\w ]+ patients)?, `));
  }
});

test("each part counts the studies that the gap counts", () => {
  const parts = Object.values(exampleCases).flatMap(({ profile }) => {
    const answer = answerTo(profile, realLibrary());
    return listStudiedParts(answer).map((part) => ({ part, combinations: answer.gap.combinations }));
  });
  expect(parts.length).toBeGreaterThan(1);
  for (const { part, combinations } of parts)
    expect(combinations.map(({ studies }) => studies)).toContain(part.studies.length);
});

test("what a study counts, but not in a way that can be used, is not said to be uncounted", () => {
  // a report that counts the relapses of enzymes, or of another time
  const lines = compose({ ...emptyProfile, diagnosis: "JDM", features: { steroidFree: "yes" } }).join(" ");
  expect(lines).toContain("Relapse after stopping: no usable count. Survival not counted.");
});
