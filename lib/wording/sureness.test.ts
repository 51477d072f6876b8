import { expect, test } from "vitest";
import { LARGE_TRIAL } from "@/lib/answer/certainty";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { spellNumber } from "@/lib/format/text";
import { countSeparateTrials } from "@/lib/study/cohort";
import { isRandomised } from "@/lib/study/kind";
import { describeGraded, describeSureness, nameGraded, type SurenessWords } from "./sureness";

/** The line as the screen puts it together. */
const formatSureness = ({ what, why }: SurenessWords) => (why === null ? what : `${what}: ${why}`);

const library = realLibrary();
const answer = answerTo(exampleCases.refractoryAdult.profile, library);

test("each step has its words, and no letter of a grade", () => {
  const words = ([0, 1, 2, 3] as const).map((sure) =>
    formatSureness(describeSureness({ sure, cells: [], describing: [] })),
  );
  expect(words).toEqual([
    "No study in this library describes this",
    "Single cases: they show what can happen, not how often",
    "Series without a comparison group: the effect cannot be told from time or other treatment",
    "Compared, but not at random",
  ]);
});

test("the trials of an answer are counted, whatever they found", () => {
  const trials = countSeparateTrials(answer.describing.map(({ study }) => study));
  expect(answer.sure).toBe(4);
  expect(trials).toBeGreaterThan(1);
  expect(formatSureness(describeSureness(answer))).toBe(
    `Randomised, small: ${spellNumber(trials)} trials, each told by itself`,
  );
});

test("one trial is counted; a large one is not called small, and no other for its sake", () => {
  const [first] = answer.describing.filter(({ study }) => isRandomised(study));
  if (!first) throw new Error("no trial to read");
  expect(formatSureness(describeSureness({ sure: 4, cells: [], describing: [first] }))).toBe(
    "Randomised, small: one trial",
  );
  const participants = { ...first.study.participants, enrolled: LARGE_TRIAL };
  const large = { ...first, study: { ...first.study, participants } };
  expect(describeSureness({ sure: 4, cells: [], describing: [large] }).what).toBe("Randomised");
  expect(describeSureness({ ...answer, describing: [...answer.describing, large] }).what).toBe("Randomised, small");
});

test("what is graded is the response only where the response that leads is of that design", () => {
  const grade = (profile: Profile) => nameGraded(answerTo(profile, library));
  expect(nameGraded(answer)).toBe("response");
  // a trial that tells its result in words only, and a series that leads
  expect(grade({ ...emptyProfile, diagnosis: "PM" })).toBe("best study");
  // studies with a comparison group, and a series without one that leads
  expect(grade(exampleCases.child.profile)).toBe("best study");
  // single cases, and none that counts a response
  expect(grade({ ...emptyProfile, features: { pregnancy: "yes", refractory: "yes" } })).toBe("best study");
  expect(grade(exampleCases.adultSkinOnlyRefractory.profile)).toBe("response");
  expect(grade(exampleCases.pregnantWithLungDisease.profile)).toBe(null);
});

test("a grade says of which study and which figure it is, and how sure the figure is that it is not of", () => {
  const read = (profile: Profile) => describeGraded(answerTo(profile, library));
  expect(describeGraded(answer)).toEqual({
    of: "response, 37 of 47 in Aggarwal 2022",
    short: "Response, Aggarwal 2022",
    apart: null,
  });
  expect(read(exampleCases.child.profile)).toEqual({
    of: "best study, Lam 2011",
    short: "Best study, Lam 2011",
    apart: "Not of the response, 12 of 18 in Al-Mayouf 2000: no comparison group.",
  });
  // single cases, which no one study reports
  expect(read(exampleCases.pregnant.profile)).toEqual({ of: "response, 3 of 3", short: "Response", apart: null });
  // nobody counts a response
  expect(read({ ...emptyProfile, features: { pregnancy: "yes", refractory: "yes" } })?.apart).toBe(null);
  expect(read(exampleCases.pregnantWithLungDisease.profile)).toBe(null);
});

test("the best study is one that tells a result; where none of that design does, that is said", () => {
  const child = answerTo(exampleCases.child.profile, library);
  const best = child.describing.find(({ name }) => name === "Lam 2011");
  if (!best) throw new Error("no study to read");
  const none = { kind: "none" } as const;
  const silent = {
    ...best,
    name: "Silent 2020",
    results: { response: none, relapse: none, survival: none },
    harms: [],
    pregnancy: [],
  };
  const grade = (describing: typeof child.describing) => describeGraded({ ...child, describing });
  expect(grade([silent, best])?.short).toBe("Best study, Lam 2011");
  const graded = grade([silent]);
  expect(graded?.short).toBe("Best study, Silent 2020");
  expect(graded?.apart).toMatch(/^Not of the response, .* Silent 2020 gives no result here\.$/);
  // harm is a result
  expect(
    grade([{ ...silent, harms: best.harms.length > 0 ? best.harms : child.describing.flatMap(({ harms }) => harms) }])
      ?.apart,
  ).not.toContain("gives no result");
});
