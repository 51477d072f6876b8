import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { composeLetterText } from "./letter-text";

const library = realLibrary();

test("the letter tells the counts with their intervals, the relapse beside the response, and its references", () => {
  const text = composeLetterText(answerTo(exampleCases.adultSkinOnlyRefractory.profile, library));
  expect(text).toContain("19 of 27 (70%), 95% CI 52% to 84% [1]");
  expect(text).toContain("10 of 19 (53%), 95% CI 32% to 73% [1]");
  expect(text).toMatch(/\n1\. Bounfour T.*PMID 23906502\.$/m);
});

test.each(Object.values(exampleCases))(
  "$name: neutral, and every number in brackets is a reference in the list",
  ({ profile }) => {
    const text = composeLetterText(answerTo(profile, library));
    expect(text).not.toMatch(/medically necessary|should|recommended|100%/i);
    const [body = "", list = ""] = text.split("\nReferences\n");
    const cited = new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => number));
    const listed = [...list.matchAll(/^(\d+)\. /gm)].map(([, number]) => number);
    expect([...cited].sort()).toEqual([...listed].sort());
  },
);

test("what was not favourable is in the letter: the trial without a difference, deaths of another study, a child born early", () => {
  const adult = composeLetterText(answerTo(exampleCases.refractoryAdult.profile, library));
  expect(adult).toMatch(/Miyasaka 2012 \[\d+\], a randomised trial, says in words: .*did not differ significantly/);
  expect(adult).toContain("8 of 73");
  const pregnant = composeLetterText(answerTo(exampleCases.pregnant.profile, library));
  expect(pregnant).toMatch(/Mosca 2005 \[\d+\], born preterm, at 35 weeks: 1 of 1/);
  expect(pregnant).toContain("Single cases tend to be published when they go well.");
});

test("with nothing stated, or another disease, there is no letter", () => {
  expect(composeLetterText(answerTo(emptyProfile, library))).toBe("");
  expect(composeLetterText(answerTo({ ...emptyProfile, diagnosis: "IBM" }, library))).toBe("");
});
