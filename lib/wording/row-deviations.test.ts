import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { describeSharedSilences, listSharedSilences } from "./deviations";
import { describeDeviations } from "./row-deviations";

const library = realLibrary();

function tell(profile: Profile) {
  const { facts, describing, studies } = answerTo(profile, library);
  const shared = listSharedSilences(describing);
  return {
    describing,
    shared,
    text: describeSharedSilences(describing, facts.profile),
    of: (id: string) => {
      const found = studies.find(({ study }) => study.id === id);
      if (!found) throw new Error(`${id} is in the library`);
      return describeDeviations(facts, found, shared);
    },
  };
}

test("a study of patients like this one deviates in nothing", () => {
  expect(tell(exampleCases.skinOnlyRefractory.profile).of("bounfour-2014")).toEqual([]);
});

test("what most of a study's patients share with this one, and what none of this one's answers says", () => {
  const { of } = tell(exampleCases.refractoryAdult.profile);
  expect(of("aggarwal-2022")).toContain("most had refractory disease");
  expect(tell(exampleCases.child.profile).of("hou-2019")).toEqual([
    "both had interstitial lung disease and anti-MDA5 antibody",
  ]);
  expect(tell(exampleCases.pregnant.profile).of("li-2018")).toEqual(["had necrotising myopathy"]);
});

test("what most studies are silent about is said once, with how many, and beside none of them", () => {
  const { describing, text, of } = tell(exampleCases.refractoryAdult.profile);
  expect(text).toMatch(new RegExp(`Pregnancy not in what was read \\(\\d+ of ${describing.length} studies\\)`, "i"));
  const beside = describing.flatMap(({ study }) => of(study.id));
  expect(beside.length).toBeGreaterThan(10);
  expect(beside.join("; ")).not.toMatch(/pregnancy not/);
});

test("what few studies are silent about is said beside each of them", () => {
  const { describing, shared, of } = tell(exampleCases.refractoryAdult.profile);
  const isShared = (aspect: string) => shared.some((silence) => silence.aspect === aspect);
  const silent = describing.filter(({ reasons }) =>
    reasons.some(
      ({ feature, role, relation }) => role !== "follows" && relation === "not-reported" && !isShared(feature),
    ),
  );
  expect(silent.length).toBeGreaterThan(0);
  for (const { study } of silent) expect(of(study.id).join()).toMatch(/ not (in|reported)|(mean|median) age \d/);
});

test("a part of the patient is told by what it lacks", () => {
  const { of } = tell({ ...emptyProfile, features: { pregnancy: "yes", ild: "yes" } });
  expect(of("williams-2007")).toContain("lung disease not in the abstract");
});
