import { expect, test } from "vitest";
import { createStudy } from "@/lib/study/fixtures";
import { prepareLibrary } from "./library";
import { createLibraryData } from "./small-library.arbitrary";

test("kinds of sheet stand apart, in the order of the sheets, and patients are those of treatment studies, each once", () => {
  const studies = [
    createStudy({ id: "one", participants: { treated: 10 }, cohort: "same", features: { ild: { share: "all" } } }),
    createStudy({ id: "guideline", design: { type: "guideline" }, participants: { treated: 100 } }),
    createStudy({ id: "again", participants: { treated: 12 }, cohort: "same", features: { ild: { share: "all" } } }),
    createStudy({ id: "review", design: { type: "systematic-review" }, participants: { treated: 200 } }),
    createStudy({ id: "background", treatment: { agent: null }, participants: { treated: 300 } }),
    createStudy({ id: "other", participants: { treated: 3 } }),
  ];
  const data = createLibraryData(studies);
  const library = prepareLibrary(data);
  const ids = (kind: keyof typeof library.byKind) => library.byKind[kind].map(({ id }) => id);
  expect(ids("treatment")).toEqual(["one", "again", "other"]);
  expect(ids("background")).toEqual(["background"]);
  expect(ids("review")).toEqual(["review"]);
  expect(ids("guideline")).toEqual(["guideline"]);
  expect(library.patients).toBe(15);
  for (const kind of ["treatment", "background", "review", "guideline"] as const) {
    expect(library.columns[kind].studies.map(({ id }) => id).sort()).toEqual(ids(kind).sort());
  }
  expect(library).toMatchObject(data);
  // The rarer a trait, the more it says: nobody has calcinosis here.
  expect(library.rarity("calcinosis")).toBeGreaterThan(library.rarity("ild"));
});
