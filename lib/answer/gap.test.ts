import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import type { Share } from "@/lib/vocabulary/feature";
import { answerTo, createLibrary } from "./small-library.arbitrary";

type Shares = NonNullable<SheetPart["features"]>;
type Words = { [Name in keyof Shares]?: Share };

/** A study by what its patients have, each feature in one word. */
const having = (author: string, shares: Words, part: SheetPart = {}) =>
  createStudy({
    id: author.toLowerCase(),
    citation: { authors: [`${author} A`] },
    outcomes: [createOutcome({ domain: "other" })],
    features: Object.fromEntries(Object.entries(shares).map(([feature, share]) => [feature, { share }])),
    ...part,
  });

const yes = (...features: (keyof Profile["features"])[]): Profile => ({
  ...emptyProfile,
  features: Object.fromEntries(features.map((feature) => [feature, "yes"])),
});

const gapOf = (profile: Profile, ...studies: ReturnType<typeof having>[]) =>
  answerTo(profile, createLibrary(studies)).gap;

const lungWithoutCancer: Profile = { ...emptyProfile, features: { ild: "yes", malignancy: "no" } };
const pregnantWithLung = yes("pregnancy", "ild");
const nobody = "No published study in this library describes a pregnant patient with interstitial lung disease.";

describe("what is said of a whole case", () => {
  test("of a disease that is not covered, only that", () => {
    const gap = gapOf({ ...emptyProfile, diagnosis: "IBM" }, having("Lung", { ild: "all" }));
    expect(gap.sentences).toEqual([expect.stringMatching(/^Myomatch does not cover inclusion body myositis/)]);
    expect(gap).toMatchObject({ isDescribed: false, nearest: [] });
  });

  test("without a yes there is nothing to look for", () => {
    const gap = gapOf({ ...emptyProfile, features: { ild: "no" } }, having("Lung", { ild: "all" }));
    expect(gap.sentences).toEqual(["No question is answered yes, so there is no combination to look for."]);
    expect(gap).toMatchObject({ isDescribed: false, combinations: [], studied: [] });
  });

  test("how many studies describe the patient", () => {
    const one = gapOf(yes("ild"), having("Lung", { ild: "all" }), having("Part", { ild: "some" }));
    expect(one).toMatchObject({
      isDescribed: true,
      sentences: ["1 study describes a patient with interstitial lung disease."],
      text: "1 study describes a patient with interstitial lung disease.",
      studied: [],
    });
    const two = gapOf(yes("ild"), having("Lung", { ild: "all" }), having("Most", { ild: "most" }));
    expect(two.sentences).toEqual(["2 studies describe a patient with interstitial lung disease."]);
  });

  test("that nobody describes the patient, nor a part", () => {
    const gap = gapOf(pregnantWithLung, having("Skin", { skin: "all" }));
    expect(gap.sentences).toEqual([nobody, "None describes a part of this patient either."]);
    expect(gap.text).toBe(`${nobody} None describes a part of this patient either.`);
    expect(gap).toMatchObject({ isDescribed: false, nearest: [], nearestSentences: [] });
  });
});

describe("an answer of no", () => {
  const cancer = (author: string) => having(author, { ild: "all", malignancy: "all" });

  test("belongs to what nobody describes where it keeps out a study that meets all else", () => {
    expect(gapOf(lungWithoutCancer, cancer("One")).sentences).toEqual([
      "No published study in this library describes a patient with interstitial lung disease, without malignancy.",
      "None describes a part of this patient either.",
      "One study that does is ruled out by an answer of no: see “Other patients”.",
    ]);
    expect(gapOf(lungWithoutCancer, cancer("One"), cancer("Two")).sentences.slice(-1)).toEqual([
      "Two studies that do are ruled out by an answer of no: see “Other patients”.",
    ]);
    expect(gapOf(lungWithoutCancer, cancer("One"), having("Lung", { ild: "all" })).sentences).toEqual([
      "1 study describes a patient with interstitial lung disease, without malignancy.",
    ]);
  });

  test("also where most of the patients of a study are unlike this one in it", () => {
    expect(gapOf(lungWithoutCancer, having("Most", { ild: "all", malignancy: "most" })).sentences).toEqual([
      "No published study in this library describes a patient with interstitial lung disease, without malignancy.",
      "Nearest: one study of interstitial lung disease (most had malignancy).",
    ]);
  });

  test("is not what keeps out a study only some of whose patients have one of two things", () => {
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", calcinosis: "yes", malignancy: "no" } };
    expect(gapOf(profile, having("Other", { ild: "all", calcinosis: "some", malignancy: "all" })).sentences).toEqual([
      "No published study in this library describes a patient with interstitial lung disease and calcinosis.",
      "None describes a part of this patient either.",
    ]);
  });

  test("is not what keeps out a study that a yes keeps out too, and no yes is named as a no", () => {
    const without = "No published study in this library describes a patient with interstitial lung disease";
    const old: Profile = { ...emptyProfile, features: { ild: "yes", elderly: "yes", malignancy: "no" } };
    const young = { ild: "all", elderly: "none" } as const;
    expect(gapOf(old, having("Young", young)).sentences[0]).toBe(`${without}.`);
    expect(gapOf(old, having("Cancer", { ...young, malignancy: "all" })).sentences).toEqual([
      `${without}, without malignancy.`,
      "None describes a part of this patient either.",
    ]);
  });

  test.each<[string, Words]>([
    ["only some of whose patients are like this one", { ild: "some", malignancy: "all" }],
    ["that does not say whether its patients are like this one", { malignancy: "all" }],
  ])("is not what keeps out a study %s", (_, shares) => {
    expect(gapOf(lungWithoutCancer, having("Other", shares)).sentences).toEqual([
      "No published study in this library describes a patient with interstitial lung disease.",
      "None describes a part of this patient either.",
    ]);
  });

  test("is not named where it only follows from another answer", () => {
    // No muscle disease means no necrotising myopathy, which is muscle disease.
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", muscle: "no" } };
    const study = having("Muscle", { ild: "all", necrotising: "all" });
    expect(gapOf(profile, study).sentences[0]).toBe(
      "No published study in this library describes a patient with interstitial lung disease, without muscle disease.",
    );
  });

  test("is not named where the study is like the patient in it", () => {
    const studies = [cancer("One"), having("Lung", { ild: "all", malignancy: "none", pregnancy: "all" })];
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", malignancy: "no", pregnancy: "no" } };
    // Both are kept out: one by malignancy, the other by pregnancy.
    expect(gapOf(profile, ...studies).sentences[0]).toBe(
      "No published study in this library describes a patient with interstitial lung disease, not pregnant, without malignancy.",
    );
  });
});

describe("the nearest studies", () => {
  const pregnant = (author: string, share: Share = "all") => having(author, { pregnancy: share, ild: "none" });
  const nearestOf = (profile: Profile, ...studies: ReturnType<typeof having>[]) =>
    gapOf(profile, ...studies).nearestSentences;

  test("with what each lacks, in the sentences of the gap", () => {
    const gap = gapOf(pregnantWithLung, having("One", { pregnancy: "all" }));
    expect(gap.sentences).toEqual([nobody, "Nearest: one study of pregnancy (lung disease not in the abstract)."]);
    expect(gap.nearest.map(({ study }) => study.id)).toEqual(["one"]);
  });

  test("are put together by what they meet", () => {
    expect(
      nearestOf(pregnantWithLung, pregnant("One"), pregnant("Two"), having("Lung", { ild: "all", pregnancy: "none" })),
    ).toEqual([
      "Nearest: one study of interstitial lung disease (nobody pregnant).",
      "Then two studies of pregnancy (nobody with interstitial lung disease).",
    ]);
  });

  test("of more than two kinds are counted", () => {
    const profile = yes("pregnancy", "ild", "calcinosis", "malignancy");
    const only = (feature: keyof Words, author: string) => having(author, { [feature]: "all" });
    const three = [
      only("ild", "Lung"),
      only("ild", "Lungs"),
      only("calcinosis", "Calcium"),
      only("malignancy", "Cancer"),
    ];
    const more = (...studies: ReturnType<typeof having>[]) => nearestOf(profile, ...studies).slice(2);
    expect(nearestOf(profile, ...three)).toHaveLength(3);
    expect(more(...three.slice(1))).toEqual(["One more describes a part of this patient."]);
    expect(more(...three.slice(1), only("pregnancy", "Pregnant"))).toEqual([
      "Two more describe a part of this patient.",
    ]);
    expect(more(...three.slice(2))).toEqual([]);
  });

  test("with only some such patients are told apart", () => {
    const lacks = "of pregnancy (nobody with interstitial lung disease).";
    const some = [pregnant("Some", "some"), pregnant("Few", "some")];
    expect(nearestOf(pregnantWithLung, pregnant("One"), ...some)).toEqual([
      `Nearest: one study, and two with some patients, ${lacks}`,
    ]);
    expect(nearestOf(pregnantWithLung, pregnant("One"), pregnant("Two", "most"), ...some.slice(1))).toEqual([
      `Nearest: two studies, and one with some patients, ${lacks}`,
    ]);
    expect(nearestOf(pregnantWithLung, pregnant("One"), pregnant("Two"))).toEqual([`Nearest: two studies ${lacks}`]);
  });

  test("all with only some such patients say so, also beside what they lack", () => {
    expect(nearestOf(pregnantWithLung, pregnant("Few", "some"))).toEqual([
      "Nearest: one study of pregnancy (only some of its patients; nobody with interstitial lung disease).",
    ]);
    expect(nearestOf(pregnantWithLung, pregnant("Few", "some"), pregnant("Some", "some"))).toEqual([
      "Nearest: two studies of pregnancy (only some of their patients; nobody with interstitial lung disease).",
    ]);
  });

  test("only some of whose patients have one of two things say so", () => {
    const study = having("Both", { pregnancy: "all", ild: "some" });
    expect(nearestOf(yes("pregnancy", "ild", "calcinosis"), study)).toEqual([
      "Nearest: one study of pregnancy and interstitial lung disease (only some had interstitial lung disease; calcinosis not in the abstract).",
    ]);
  });

  test("each of two things that most of one study have and some of another say so of none", () => {
    const one = having("One", { pregnancy: "all", ild: "some" });
    const two = having("Two", { pregnancy: "some", ild: "all" });
    expect(nearestOf(yes("pregnancy", "ild", "calcinosis"), one, two)[0]).toContain(
      "only some of their patients have each of these",
    );
  });

  test("that lack nothing have only some such patients", () => {
    const one = having("One", { ild: "some" });
    const both = having("Both", { ild: "some", pregnancy: "some" });
    expect(nearestOf(yes("ild"), one)).toEqual([
      "Nearest: one study of interstitial lung disease (only some of its patients).",
    ]);
    expect(nearestOf(yes("ild"), one, both)).toEqual([
      "Nearest: two studies of interstitial lung disease (only some of their patients).",
    ]);
    expect(nearestOf(pregnantWithLung, both)).toEqual([
      "Nearest: one study of pregnancy and interstitial lung disease (only some of its patients have each of these).",
    ]);
    expect(nearestOf(pregnantWithLung, both, { ...both, id: "again" })).toEqual([
      "Nearest: two studies of pregnancy and interstitial lung disease (only some of their patients have each of these).",
    ]);
  });

  test("most of whose patients have what this one has not stand apart, and say so", () => {
    const profile: Profile = { ...emptyProfile, features: { pregnancy: "yes", ild: "yes", malignancy: "no" } };
    expect(nearestOf(profile, pregnant("One"), having("Cancer", { pregnancy: "all", malignancy: "most" }))).toEqual([
      "Nearest: one study of pregnancy (nobody with interstitial lung disease).",
      "Then one study of pregnancy (lung disease not in the abstract; most had malignancy).",
    ]);
    const adults: Profile = { ...emptyProfile, features: { ild: "yes", juvenile: "no" } };
    expect(nearestOf(adults, having("Young", { ild: "all", juvenile: "most" }))).toEqual([
      "Nearest: one study of interstitial lung disease (most were under 18).",
    ]);
  });

  test("name what follows from an answer only where nothing stated is met", () => {
    const lung = having("Lung", { ild: "all" });
    expect(nearestOf(yes("rapidlyProgressiveIld"), lung)).toEqual([
      "Nearest: one study of interstitial lung disease (rapid progression of lung disease not in the abstract).",
    ]);
    expect(
      nearestOf(yes("rapidlyProgressiveIld", "pregnancy"), having("Both", { ild: "all", pregnancy: "all" })),
    ).toEqual(["Nearest: one study of pregnancy (rapid progression of lung disease not in the abstract)."]);
  });

  test("are not said to be of what they do not speak of, which does not keep them out", () => {
    const profile = yes("ild", "calcinosis", "elderly");
    const calcinosis = "calcinosis not in the abstract";
    expect(nearestOf(profile, having("Lung", { ild: "all" }))).toEqual([
      `Nearest: one study of interstitial lung disease (${calcinosis}).`,
    ]);
    expect(nearestOf(profile, having("Old", { ild: "all", elderly: "all" }))).toEqual([
      `Nearest: one study of interstitial lung disease and age 65 or over (${calcinosis}).`,
    ]);
    expect(
      nearestOf(profile, having("Lung", { ild: "all" }), having("Young", { ild: "all", elderly: "none" })),
    ).toEqual([`Nearest: two studies of interstitial lung disease (${calcinosis}; nobody known to be 65 or over).`]);
  });

  test("say what keeps some of them out, also where the first of them does not lack it", () => {
    const studies = [
      having("Few", { ild: "some", refractory: "some" }),
      having("Young", { ild: "all", elderly: "none" }),
    ];
    expect(nearestOf(yes("ild", "elderly"), ...studies)).toEqual([
      "Nearest: one study, and one with some patients, of interstitial lung disease (nobody known to be 65 or over).",
    ]);
  });

  test("by name where they include such patients, and then not again", () => {
    const including = (author: string, n: number) =>
      having(author, {}, { features: { ild: { share: "some", n } }, participants: { treated: 40 } });
    const gap = gapOf(yes("ild"), including("Less", 3), including("More", 9), having("Some", { ild: "some" }));
    expect(gap.sentences).toEqual([
      "No published study in this library is mainly of patients like this: a patient with interstitial lung disease.",
      "Others include such patients: More 2020, 9 of 40 with interstitial lung disease.",
      "Also Less 2020, 3 of 40 with interstitial lung disease.",
      "Nearest: one study of interstitial lung disease (only some of its patients).",
    ]);
    expect(gap.nearestSentences).toEqual(gap.sentences.slice(3));
    expect(gap.nearest.map(({ study }) => study.id).sort()).toEqual(["less", "more", "some"]);
  });
});

describe("combinations", () => {
  const combine = (profile: Profile, ...studies: ReturnType<typeof having>[]) =>
    gapOf(profile, ...studies).combinations.map(({ features, studies, patients, uncounted }) => [
      features.join("+"),
      studies,
      patients,
      uncounted,
    ]);

  test("of every size, with their studies and patients, the diagnosis among them", () => {
    const profile: Profile = { ...pregnantWithLung, diagnosis: "DM", weightKg: 60 };
    const dm = { participants: { treated: 8, diagnoses: { DM: 8 } } };
    expect(
      combine(
        profile,
        having("Lung", { ild: "all" }, dm),
        having("Pregnant", { pregnancy: "most" }, { participants: { treated: null, enrolled: 9 } }),
        having("Part", { ild: "some" }),
      ),
    ).toEqual([
      ["pregnancy", 1, 0, 1],
      ["ild", 1, 8, 0],
      ["diagnosis", 1, 8, 0],
      ["pregnancy+ild", 0, 0, 0],
      ["pregnancy+diagnosis", 0, 0, 0],
      ["ild+diagnosis", 1, 8, 0],
      ["pregnancy+ild+diagnosis", 0, 0, 0],
    ]);
  });

  test("hold no study that a no rules out, and none that an answer rules out which only refines", () => {
    const profile: Profile = { ...emptyProfile, ageYears: 70, features: { ild: "yes", malignancy: "no" } };
    expect(
      combine(
        profile,
        having("Lung", { ild: "all" }),
        having("Cancer", { ild: "all", malignancy: "all" }),
        having("Young", { ild: "all", elderly: "none" }),
      ),
    ).toEqual([["ild", 1, 10, 0]]);
  });

  test("of five features are all; of six, all of the first five, and the whole patient", () => {
    const five = yes("pregnancy", "ild", "refractory", "dysphagia", "calcinosis");
    const study = having("Six", { ild: "all", malignancy: "all" });
    expect(combine(five, study)).toHaveLength(31);
    const found = combine({ ...five, features: { ...five.features, malignancy: "yes" } }, study);
    expect(found).toHaveLength(32);
    expect(found.at(-1)).toEqual(["pregnancy+ild+refractory+dysphagia+calcinosis+malignancy", 0, 0, 0]);
    expect(found.filter(([features]) => `${features}`.includes("malignancy"))).toHaveLength(1);
  });

  test("somebody described are named where nobody described the whole", () => {
    const gap = gapOf(pregnantWithLung, having("Lung", { ild: "all" }));
    expect(gap.studied.map(({ features }) => features)).toEqual([["ild"]]);
  });
});
