import { expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { getKind } from "@/lib/study/kind";
import { loadLibrary } from "@/lib/study/load";
import { createColumns } from "./columns";
import { rankPlainly } from "./fixtures";
import { rankStudies } from "./rank";
import { measureRarity } from "./rarity";

test("the library is put in the order of the plain definition, for every example case", () => {
  const { studies } = loadLibrary();
  const columns = createColumns(studies);
  const rarity = measureRarity(studies.filter((study) => getKind(study) === "treatment"));
  for (const { profile } of Object.values(exampleCases)) {
    const facts = readCase(profile);
    const expected = rankPlainly(facts, studies, rarity);
    expect(rankStudies(facts, columns, rarity)).toEqual(expected);
    expect(rankStudies(facts, columns, rarity, 50)).toEqual(expected.slice(0, 50));
  }
  expect(studies.length).toBeGreaterThan(100);
});
