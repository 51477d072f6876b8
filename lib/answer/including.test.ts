import { expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { createLibrary, getReply } from "./small-library.arbitrary";

const series = (id: string, treated: number, features: SheetPart["features"], part: SheetPart = {}) =>
  createStudy({ id, participants: { treated }, features, ...part });

const lung: Profile = { ...emptyProfile, features: { ild: "yes" } };
const lungAndCancer: Profile = { ...emptyProfile, features: { ild: "yes", malignancy: "yes" } };

test("studies that share every answer, one in some of their patients, are named: the largest first, at most three", () => {
  const some = (n: number) => ({ ild: { share: "some", n } }) as const;
  const library = createLibrary([
    series("a", 40, some(4)),
    series("b", 40, some(9)),
    series("c", 40, some(7)),
    series("d", 40, some(2)),
    // How many is not counted.
    series("e", 40, { ild: { share: "some" } }),
    // Nobody has it, or nobody says so.
    series("f", 40, { ild: { share: "none" } }),
    series("g", 40, {}),
  ]);
  const { include, verdict } = getReply(lung, library);
  expect(include).toEqual([
    { id: "b", aspect: "ild", n: 9, of: 40 },
    { id: "c", aspect: "ild", n: 7, of: 40 },
    { id: "a", aspect: "ild", n: 4, of: 40 },
  ]);
  expect(verdict.sentences[0]).toMatch(/^No published study in this library is mainly of patients like this: /);
  expect(verdict.text).toContain("9 of 40 with interstitial lung disease.");
});

test("of two parts the smaller is named, and reports on the same patients once", () => {
  const parts = { ild: { share: "some", n: 8 }, malignancy: { share: "some", n: 3 } } as const;
  const library = createLibrary([
    series("a", 30, parts, { cohort: "same" }),
    series("b", 20, { ...parts, malignancy: { share: "some", n: 2 } }, { cohort: "same" }),
    series("c", 20, { ild: { share: "all" }, malignancy: { share: "some", n: 1 } }),
    // Cancer is not in its abstract, so it says nothing of such patients.
    series("d", 90, { ild: { share: "some", n: 40 } }),
  ]);
  expect(getReply(lungAndCancer, library).include).toEqual([
    { id: "a", aspect: "malignancy", n: 3, of: 30 },
    { id: "c", aspect: "malignancy", n: 1, of: 20 },
  ]);
});

test("five studies that describe the patient leave nothing to add, unless all are single cases", () => {
  const five = (treated: number) =>
    ["a", "b", "c", "d", "e"].map((id) => series(id, treated, { ild: { share: "all" } }));
  const other = series("other", 40, { ild: { share: "some", n: 9 } });
  expect(getReply(lung, createLibrary([...five(6), other])).include).toEqual([]);
  expect(getReply(lung, createLibrary([...five(1), other])).include).toHaveLength(1);
  expect(getReply(lung, createLibrary([...five(6).slice(1), ...five(1).slice(0, 1), other])).include).toEqual([]);
  expect(getReply(lung, createLibrary([...five(6).slice(1), other])).include).toHaveLength(1);
});

test("not named: where one of two parts is not counted, and where nothing is asked for", () => {
  const counted = { ild: { share: "some", n: 8 } } as const;
  const uncounted = series("a", 30, { ...counted, malignancy: { share: "some" } });
  expect(getReply(lungAndCancer, createLibrary([uncounted])).include).toEqual([]);
  expect(
    getReply({ ...emptyProfile, features: { ild: "no" } }, createLibrary([series("b", 30, counted)])).include,
  ).toEqual([]);
});

test("not named: where one of two is reported of nobody", () => {
  const library = createLibrary([series("a", 30, { ild: { share: "some", n: 8 }, malignancy: { share: "none" } })]);
  expect(getReply(lungAndCancer, library).include).toEqual([]);
});

test("of two parts of one size the first is named, whichever of them is the smaller otherwise", () => {
  const parts = (ild: number, malignancy: number) =>
    createLibrary([series("a", 30, { ild: { share: "some", n: ild }, malignancy: { share: "some", n: malignancy } })]);
  const aspectOf = (ild: number, malignancy: number) =>
    getReply(lungAndCancer, parts(ild, malignancy)).include.map(({ aspect, n, of }) => [aspect, n, of]);
  expect(aspectOf(5, 5)).toEqual([["ild", 5, 30]]);
  expect(aspectOf(4, 5)).toEqual([["ild", 4, 30]]);
  expect(aspectOf(5, 4)).toEqual([["malignancy", 4, 30]]);
});
