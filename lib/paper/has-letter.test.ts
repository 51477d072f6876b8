import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { hasLetter } from "./has-letter";
import { composeLetter } from "./letter";

const library = realLibrary();
const { nothingStated, ...stated } = exampleCases;
const withoutLetter: Profile[] = [
  nothingStated.profile,
  { ...emptyProfile, weightKg: 70 },
  { ...emptyProfile, diagnosis: "IBM" },
];
const withLetter = Object.values(stated).map(({ profile }) => profile);

test("there is a letter exactly where one is composed", () => {
  const composed = [...withoutLetter, ...withLetter].map((profile) => {
    const answer = answerTo(profile, library);
    expect(hasLetter(answer)).toBe(composeLetter(answer) !== null);
    return hasLetter(answer);
  });
  expect(composed).toEqual([...withoutLetter.map(() => false), ...withLetter.map(() => true)]);
});
