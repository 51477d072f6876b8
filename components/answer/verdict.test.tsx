import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile, setAnswer } from "@/lib/case/schema";
import { describeVerdict } from "./describe-verdict";
import { Verdict } from "./verdict";

const library = realLibrary();
const draw = (profile: Profile) =>
  renderToStaticMarkup(
    <CaseProvider>
      <Verdict {...describeVerdict(answerTo(profile, library), () => {})} onAnswer={() => {}} onMore={() => {}} />
    </CaseProvider>,
  );
const isDrawnAsGap = (markup: string) => /<section[^>]*border-gap/.test(markup);

test("a gap is drawn as one; a case that contradicts itself is not, and nobody is said to have missed it", () => {
  expect(isDrawnAsGap(draw(exampleCases.pregnantWithLungDisease.profile))).toBe(true);
  expect(draw(exampleCases.pregnantWithLungDisease.profile)).toContain("No study in this library describes this");
  expect(isDrawnAsGap(draw(exampleCases.skinOnlyWithLungDisease.profile))).toBe(false);
  expect(draw(exampleCases.skinOnlyWithLungDisease.profile)).not.toContain("No study in this library describes this");
  expect(isDrawnAsGap(draw(exampleCases.refractoryAdult.profile))).toBe(false);
});

test("how sure is said wherever there are figures, and not before anything is stated", () => {
  const childOfFortyTwo: Profile = { ...emptyProfile, ageYears: 42, features: { juvenile: "yes" } };
  const { describing, facts } = answerTo(childOfFortyTwo, library);
  expect([describing.length, facts.contradictions.length].every((count) => count > 0)).toBe(true);
  expect(draw(childOfFortyTwo)).toMatch(/How sure is the (response|best study, .+)\?/);
  expect(draw(emptyProfile)).not.toContain("How sure");
  expect(draw({ ...emptyProfile, diagnosis: "IBM" })).not.toContain("How sure");
});

test("the next question says what a yes and a no would leave, and where nothing is stated only how many studies it places", () => {
  const read = (profile: Profile) => /Would change most: .*?<\/p>/.exec(draw(profile))?.[0].replace(/<[^>]+>/g, "");
  const { refractoryAdult, pregnantWithLungDisease } = exampleCases;
  expect(read(refractoryAdult.profile)).toMatch(/\? If yes, \d+ stud(y is|ies are) of such patients; if no, \d+\.$/);
  // nobody is like this patient, whatever is answered
  expect(read(pregnantWithLungDisease.profile)).toBeUndefined();
  expect(read(emptyProfile)).toMatch(/\? It decides the place of \d+ studies\.$/);
});

test("what the next question says of a yes and a no is what those answers find", () => {
  let asked = 0;
  for (const { profile } of Object.values(exampleCases)) {
    const { nextQuestion } = answerTo(profile, library);
    if (!nextQuestion?.describing) continue;
    asked += 1;
    for (const given of ["yes", "no"] as const) {
      const { describing } = answerTo(setAnswer(profile, nextQuestion.feature, given), library);
      expect(nextQuestion.describing[given]).toBe(describing.length);
    }
  }
  expect(asked).toBeGreaterThan(8);
});

test("on a phone only what the parts of a gap say is left to them: a figure of a part of a study stays in view", () => {
  const markup = draw(exampleCases.skinOnlyWithLungDisease.profile);
  const sentences = [...markup.matchAll(/<span( class="max-sm:sr-only")?>([^<]+)<\/span>/g)];
  const [hidden, shown] = [true, false].map((isHidden) =>
    sentences.flatMap(([, given, text = ""]) => (Boolean(given) === isHidden ? [text] : [])),
  );
  expect(hidden?.length).toBeGreaterThan(0);
  for (const sentence of hidden ?? []) expect(sentence).toMatch(/^ ?(Nearest:|Then|\w+ more describes? a part)/);
  expect(shown?.join()).toContain("13 of 15");
});

test("a phone has the case in words where the five questions do not show all of it", () => {
  const leftOut = (profile: Profile) => draw(profile).includes(`<span class="max-sm:sr-only">`);
  expect(leftOut(exampleCases.refractoryAdult.profile)).toBe(true);
  expect(leftOut({ ...emptyProfile, features: { antiMda5: "yes" } })).toBe(false);
  expect(leftOut({ ...emptyProfile, diagnosis: "PM", features: { refractory: "yes" } })).toBe(false);
});

test("a grade of the best study says which study that is", () => {
  expect(draw({ ...emptyProfile, features: { antiMda5: "yes" } })).toContain("How sure is the best study, Wang 2022?");
});

test("after answers of no only, what a patient may have instead is offered: a first treatment where it is not ruled out", () => {
  const offers = (profile: Profile) => [
    />Untreated \(first treatment\)</.test(draw(profile)),
    />Diagnosis, age …</.test(draw(profile)),
  ];
  expect(offers({ ...emptyProfile, features: { refractory: "no" } })).toEqual([true, true]);
  expect(offers({ ...emptyProfile, features: { juvenile: "no" } })).toEqual([false, true]);
  expect(offers({ ...emptyProfile, features: { refractory: "no", firstLine: "no" } })).toEqual([false, true]);
  expect(offers({ ...emptyProfile, features: { firstLine: "yes" } })).toEqual([false, false]);
  expect(offers({ ...emptyProfile, ageYears: 42, features: { refractory: "no" } })).toEqual([true, true]);
  // an age or a weight is no answer of no
  for (const nothingAnswered of [{}, { ageYears: 42 }, { ageYears: 70 }, { weightKg: 62 }])
    expect(offers({ ...emptyProfile, ...nothingAnswered })).toEqual([false, false]);
});
