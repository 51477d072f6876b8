import { expect, test } from "vitest";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { secondEditionLibrary } from "./fixtures";
import { answerTo } from "./library.arbitrary";

const library = secondEditionLibrary();
const listNear = (name: ExampleName) =>
  answerTo(exampleCases[name].profile, library).guidelines.filter(({ isNear }) => isNear);

test("a guideline of lung disease is not the first of a patient with skin disease alone, and is of one with lung disease", () => {
  const skin = listNear("adultSkinOnlyRefractory");
  expect(skin.length).toBeGreaterThan(3);
  expect(skin[0]?.study.features.ild?.share).not.toBe("all");
  expect(listNear("adultRefractoryLungDisease")[0]?.study.features.ild?.share).toBe("all");
});

test("guidelines that still stand come first, then those that speak of more of what the patient has", () => {
  let compared = 0;
  for (const name of Object.keys(exampleCases) as ExampleName[]) {
    const near = listNear(name);
    for (const [place, after] of near.slice(1).entries()) {
      const before = near[place];
      if (!before) continue;
      const [first, second] = [before, after].map(({ study }) => (study.guideline?.status ?? "current") === "current");
      compared += 1;
      expect(Number(first), name).toBeGreaterThanOrEqual(Number(second));
      if (first === second) expect(before.met, name).toBeGreaterThanOrEqual(after.met);
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("of inclusion body myositis, a guideline whose own sentence names it comes first", () => {
  const { guidelines } = answerTo({ ...emptyProfile, diagnosis: "IBM" }, library);
  const near = guidelines
    .filter(({ isNear }) => isNear)
    .map(({ study }) => /\binclusion body\b/i.test(study.bottomLine ?? ""));
  expect(near.filter(Boolean).length).toBeGreaterThan(0);
  expect(near).toEqual([...near].sort((a, b) => Number(b) - Number(a)));
  expect(near).toContain(false);
});
