import { expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy, type SheetPart } from "@/lib/study/fixtures";
import { leaveOut } from "./leave-out";
import { createLibrary, getReply } from "./small-library.arbitrary";

const series = (id: string, treated: number, features: SheetPart["features"]) =>
  createStudy({ id, participants: { treated }, features });

const library = createLibrary([
  series("pregnant", 1, { pregnancy: { share: "all" } }),
  series("lung", 9, { ild: { share: "all" } }),
  series("cancer", 20, { malignancy: { share: "all" }, ild: { share: "all" } }),
]);

test("the answers without which most patients are found, at most two, the most first", () => {
  const profile: Profile = { ...emptyProfile, features: { ild: "yes", pregnancy: "yes" } };
  expect(getReply(profile, library).leaveOut).toEqual([
    { feature: "pregnancy", describing: 2, patients: 29 },
    { feature: "ild", describing: 1, patients: 1 },
  ]);
});

test("an answer of no can be the one, and an answer that finds nobody is not offered", () => {
  const profile: Profile = { ...emptyProfile, features: { malignancy: "yes", ild: "no" } };
  expect(getReply(profile, library).leaveOut).toEqual([{ feature: "ild", describing: 1, patients: 20 }]);
});

test("none is offered where a series describes the patient; one is where only single cases do", () => {
  expect(getReply({ ...emptyProfile, features: { ild: "yes" } }, library).leaveOut).toEqual([]);
  const single = createLibrary([
    series("one", 1, { pregnancy: { share: "all" }, ild: { share: "all" } }),
    series("lung", 9, { ild: { share: "all" } }),
  ]);
  const profile: Profile = { ...emptyProfile, features: { ild: "yes", pregnancy: "yes" } };
  expect(getReply(profile, single).leaveOut).toEqual([{ feature: "pregnancy", describing: 2, patients: 10 }]);
});

test("none is offered where a series describes the patient, though others would be found", () => {
  const both = { pregnancy: { share: "all" }, ild: { share: "all" } } as const;
  const lung = series("lung", 9, { ild: { share: "all" } });
  const profile: Profile = { ...emptyProfile, features: { ild: "yes", pregnancy: "yes" } };
  expect(getReply(profile, createLibrary([series("both", 9, both), lung])).leaveOut).toEqual([]);
  expect(getReply(profile, createLibrary([series("both", 1, both), lung])).leaveOut).toHaveLength(1);
});

test("a concept that is stated in two ways goes in both", () => {
  const profile: Profile = { ...emptyProfile, diagnosis: "CADM", features: { amyopathic: "yes", ild: "yes" } };
  const without = { ...emptyProfile, features: { ild: "yes" } };
  expect(leaveOut(profile, "diagnosis")).toEqual(without);
  expect(leaveOut(profile, "amyopathic")).toEqual(without);
});

test("an answer that the age gives as well goes with the age", () => {
  const profile: Profile = { ...emptyProfile, ageYears: 9, features: { juvenile: "yes", ild: "yes" } };
  expect(leaveOut(profile, "juvenile")).toEqual({ ...emptyProfile, features: { elderly: "no", ild: "yes" } });
});

test("the diagnosis can be the one; of answers that find as many patients, that of more studies comes first", () => {
  const shared = createLibrary([
    series("half", 10, { malignancy: { share: "all" }, calcinosis: { share: "all" } }),
    series("other-half", 10, { malignancy: { share: "all" }, calcinosis: { share: "all" } }),
    createStudy({
      id: "dm",
      participants: { treated: 20, diagnoses: { DM: 20 } },
      features: { calcinosis: { share: "all" } },
    }),
  ]);
  const profile: Profile = { ...emptyProfile, diagnosis: "DM", features: { malignancy: "yes", calcinosis: "yes" } };
  expect(getReply(profile, shared).leaveOut).toEqual([
    { feature: "diagnosis", describing: 2, patients: 20 },
    { feature: "malignancy", describing: 1, patients: 20 },
  ]);
});

test("of three answers that could go, two are offered", () => {
  const twoOfThree = createLibrary([
    series("a", 5, { pregnancy: { share: "all" }, ild: { share: "all" } }),
    series("b", 7, { pregnancy: { share: "all" }, malignancy: { share: "all" } }),
    series("c", 9, { malignancy: { share: "all" }, ild: { share: "all" } }),
  ]);
  const profile: Profile = { ...emptyProfile, features: { pregnancy: "yes", ild: "yes", malignancy: "yes" } };
  expect(getReply(profile, twoOfThree).leaveOut.map(({ feature, patients }) => [feature, patients])).toEqual([
    ["pregnancy", 9],
    ["ild", 7],
  ]);
});

test("what goes takes nothing else with it", () => {
  const profile: Profile = {
    ...emptyProfile,
    diagnosis: "DM",
    weightKg: 60,
    features: { amyopathic: "no", ild: "yes", malignancy: "no" },
  };
  expect(leaveOut(profile, "diagnosis")).toEqual({ ...profile, diagnosis: null });
  expect(leaveOut(profile, "ild")).toEqual({ ...profile, features: { amyopathic: "no", malignancy: "no" } });
  expect(leaveOut(emptyProfile, "diagnosis")).toEqual(emptyProfile);
});
