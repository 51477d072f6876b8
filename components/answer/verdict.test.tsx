import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { describeVerdict } from "./describe-verdict";
import { Verdict } from "./verdict";

const library = realLibrary();
const draw = (profile: Profile) =>
  renderToStaticMarkup(
    <CaseProvider>
      <Verdict {...describeVerdict(answerTo(profile, library))} onAnswer={() => {}} />
    </CaseProvider>,
  );
const isDrawnAsGap = (markup: string) => /<section[^>]*border-gap/.test(markup);

test("a gap is drawn as one; a case that contradicts itself is not, and nobody is said to have missed it", () => {
  expect(isDrawnAsGap(draw(exampleCases.pregnantWithLungDisease.profile))).toBe(true);
  expect(draw(exampleCases.pregnantWithLungDisease.profile)).toContain("Nobody studied this");
  expect(isDrawnAsGap(draw(exampleCases.skinOnlyWithLungDisease.profile))).toBe(false);
  expect(draw(exampleCases.skinOnlyWithLungDisease.profile)).not.toContain("Nobody studied this");
  expect(isDrawnAsGap(draw(exampleCases.refractoryAdult.profile))).toBe(false);
});

test("how sure is said wherever there are figures, and not before anything is stated", () => {
  const childOfFortyTwo: Profile = { ...emptyProfile, ageYears: 42, features: { juvenile: "yes" } };
  const { describing, facts } = answerTo(childOfFortyTwo, library);
  expect([describing.length, facts.contradictions.length].every((count) => count > 0)).toBe(true);
  expect(draw(childOfFortyTwo)).toContain("How sure?");
  expect(draw(emptyProfile)).not.toContain("How sure?");
  expect(draw({ ...emptyProfile, diagnosis: "IBM" })).not.toContain("How sure?");
});
