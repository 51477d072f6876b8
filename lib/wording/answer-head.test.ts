import { describe, expect, test } from "vitest";
import { answerTo, createLibrary, realLibrary } from "@/lib/answer/library.arbitrary";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import { composeAnswerHead } from "./answer-head";

const library = realLibrary();
const readHead = (profile: Profile) => composeAnswerHead(answerTo(profile, library));

/** The same counted another way: from the reasons of each describing study. */
function countByHand(name: ExampleName) {
  const { describing } = answerTo(exampleCases[name].profile, library);
  const most = describing.filter(({ reasons }) =>
    reasons.some((one) => one.patient === "yes" && one.relation === "mostly"),
  );
  return { studies: describing.length, most: most.length, all: describing.length - most.length };
}

describe("the head of an answer", () => {
  test("an ordinary adult: studies and patients, the case, and in how many studies all were like this", () => {
    const { studies, most, all } = countByHand("refractoryAdult");
    expect(most).toBeGreaterThan(1);
    const { lead, rest, mix } = readHead(exampleCases.refractoryAdult.profile);
    expect(lead).toMatch(new RegExp(`^${studies} studies, \\d+ patients, most like this$`));
    expect(rest).toEqual(["Refractory; not pregnant, not under 18, not skin only, no lung disease."]);
    expect(mix[0]).toMatch(/^Some are of the same patients, each counted once: \d+ groups of patients\.$/);
    expect(Number(mix[0]?.match(/\d+/)?.[0])).toBeLessThan(studies);
    expect(mix[1]).toBe(`In ${all} studies all had refractory disease, in ${most} most.`);
  });

  test("what was answered and most studies do not speak of is named, with how many, the most silent first", () => {
    const { describing } = answerTo(exampleCases.refractoryAdult.profile, library);
    const count = (aspect: string) =>
      describing.filter(({ reasons }) =>
        reasons.some(
          ({ feature, patient, relation }) => feature === aspect && patient === "no" && relation === "not-reported",
        ),
      ).length;
    const [lung, pregnancy] = [count("ild"), count("pregnancy")];
    expect(lung).toBeGreaterThan(describing.length / 2);
    const { mix } = readHead(exampleCases.refractoryAdult.profile);
    const sentence = mix.at(-1) ?? "";
    expect(sentence).toMatch(/^Not said in what was read: /);
    expect(sentence).toContain(`interstitial lung disease (${lung}`);
    expect(sentence).toContain(`pregnancy (${pregnancy}`);
    expect(sentence).toContain(`of ${describing.length} studies)`);
  });

  test("a single study too says what it does not speak of, and is silent where it speaks of all", () => {
    const silent = createStudy({ id: "a-2001", features: { ild: { share: "all" } } });
    const speaking = createStudy({ id: "b-2002", features: { ild: { share: "all" }, refractory: { share: "none" } } });
    const profile: Profile = { ...emptyProfile, features: { ild: "yes", refractory: "no" } };
    const mixOf = (...studies: (typeof silent)[]) =>
      composeAnswerHead(answerTo(profile, createLibrary(studies))).mix.join(" ");
    expect(mixOf(silent)).toContain("Not said in what was read: refractory disease.");
    expect(mixOf(speaking)).not.toContain("Not said");
    expect(mixOf(silent, speaking)).toContain("Not said in what was read: refractory disease (1 of 2 studies).");
  });

  test("of few studies it is said how many give no number of patients", () => {
    const profile: Profile = { ...emptyProfile, features: { ild: "yes" } };
    const mixOf = (numbers: (number | null)[]) => {
      const studies = numbers.map((treated, index) =>
        createStudy({ id: `s${index}-2001`, participants: { treated }, features: { ild: { share: "all" } } }),
      );
      return composeAnswerHead(answerTo(profile, createLibrary(studies))).mix.join(" ");
    };
    expect(mixOf([null])).toContain("It gives no number of patients.");
    expect(mixOf([null, null])).toContain("They give no number of patients.");
    expect(mixOf([3, null, 4])).toContain("1 of 3 studies gives no number of patients.");
    for (const numbers of [
      [3, 4],
      [1, 2, 3, 4, 5, null],
    ])
      expect(mixOf(numbers)).not.toContain("no number");
  });

  test("single cases are called that", () => {
    const { studies } = countByHand("pregnant");
    expect(readHead(exampleCases.pregnant.profile)).toEqual({
      lead: `${studies} single cases like this`,
      rest: ["Pregnant."],
      mix: [],
    });
  });

  test("two reports of the same patient are no two cases", () => {
    const report = { features: { pregnancy: { share: "all" as const } }, cohort: "a" };
    const twice = createLibrary([
      createStudy({ ...report, id: "a-2001", participants: { treated: 1 } }),
      createStudy({ ...report, id: "b-2002", participants: { treated: 1 } }),
    ]);
    const { lead } = composeAnswerHead(answerTo(exampleCases.pregnant.profile, twice));
    expect(lead).toBe("2 studies, 1 patient like this");
  });

  test("what only refines the case is said where the studies are not of such patients", () => {
    const profile: Profile = { ...emptyProfile, features: { refractory: "yes", elderly: "yes" } };
    expect(readHead(profile).mix.join(" ")).toContain("mainly of patients 65 or over");
  });

  test("nobody describes the patient: that is first, then who comes nearest", () => {
    const { lead, rest } = readHead(exampleCases.pregnantWithLungDisease.profile);
    expect(lead).toMatch(/^No published study in this library describes a pregnant patient/);
    expect(rest.join(" ")).toContain("Nearest:");
  });

  test("nothing is entered: the question, and how much there is, counted", () => {
    expect(readHead(emptyProfile)).toEqual({
      lead: "What happened to patients like yours when they were given immunoglobulin? Answer one question.",
      rest: [`${library.byKind.treatment.length} studies, ${library.patients.toLocaleString("en-US")} patients.`],
      mix: [],
    });
  });

  test("no sentence of an example has more than 20 words where somebody is described", () => {
    const described = Object.values(exampleCases)
      .map(({ profile }) => answerTo(profile, library))
      .filter(({ describing }) => describing.length > 0);
    expect(described.length).toBeGreaterThan(8);
    for (const answer of described) {
      const { lead, rest, mix } = composeAnswerHead(answer);
      // those of subgroups hold words of their sheets
      for (const sentence of [lead, ...rest, ...mix].filter((one) => !answer.sentences.subgroups.includes(one)))
        expect(sentence.split(" ").length, sentence).toBeLessThanOrEqual(20);
    }
  });

  test("such patients of a study of others are told with the figures", () => {
    const profile: Profile = { ...emptyProfile, features: { malignancy: "yes" } };
    const { subgroups } = answerTo(profile, library).sentences;
    expect(subgroups.join(" ")).toContain("0 of 4");
    expect(readHead(profile).mix).toEqual(expect.arrayContaining(subgroups));
  });
});
