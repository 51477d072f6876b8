import { expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { endWithAlike } from "./mixed";
import { answerTo, createLibrary } from "./small-library.arbitrary";

const endOf = (answers: Profile["features"], ...studies: NonNullable<SheetPart["features"]>[]) => {
  const sheets = studies.map((features, place) =>
    createStudy({ id: `s${place}-2001`, participants: { treated: 20, enrolled: 20 }, features }),
  );
  const { describing } = answerTo({ ...emptyProfile, features: answers }, createLibrary(sheets));
  expect(describing).toHaveLength(studies.length);
  return endWithAlike(describing);
};

const all = { share: "all" } as const;
const most = { share: "most" } as const;

test("a count of patients is of such patients where all studies have no others", () => {
  expect(endOf({ ild: "yes" }, { ild: all }, { ild: all })).toBe(" like this");
  expect(endOf({ ild: "yes", refractory: "no" }, { ild: all, refractory: { share: "none" } })).toBe(" like this");
});

test("of most of them where a study has others, by a yes or by a no", () => {
  expect(endOf({ ild: "yes" }, { ild: all }, { ild: most })).toBe(", most like this");
  expect(endOf({ ild: "yes", refractory: "no" }, { ild: all, refractory: { share: "some" } })).toBe(", most like this");
});

test("of not all of them where most have each of two, and so perhaps few have both", () => {
  expect(endOf({ ild: "yes", refractory: "yes" }, { ild: most, refractory: most })).toBe(", not all like this");
  // one such study among others is enough, and so is one with others by a no
  expect(endOf({ ild: "yes", refractory: "yes" }, { ild: most, refractory: most }, { ild: all, refractory: all })).toBe(
    ", not all like this",
  );
  const [no, some] = [{ share: "none" }, { share: "some" }] as const;
  expect(endOf({ ild: "yes", refractory: "no" }, { ild: all, refractory: some }, { ild: all, refractory: no })).toBe(
    ", most like this",
  );
  // what most have by a yes and others have by a no are not two answers of yes
  expect(endOf({ ild: "yes", refractory: "no" }, { ild: most, refractory: some })).toBe(", most like this");
  // in two studies, one each, it is most of all
  expect(endOf({ ild: "yes", refractory: "yes" }, { ild: most, refractory: all }, { ild: all, refractory: most })).toBe(
    ", most like this",
  );
});
