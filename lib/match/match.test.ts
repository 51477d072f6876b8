import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findContradictions } from "@/lib/case/contradictions";
import { readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, getAnswer, type Profile } from "@/lib/case/schema";
import { createStudy } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import { type Aspect, type Feature, features, type Share } from "@/lib/vocabulary/feature";
import { type Group, groups, match, selectDeciding } from "./match";
import { anyDescribedPatients, anyShortProfile } from "./patients.arbitrary";
import { getShare } from "./share";

const createProfile = (stated: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features: stated,
});
const having = (shares: Partial<Record<Feature, Share>>) =>
  createStudy({
    features: Object.fromEntries(Object.entries(shares).map(([feature, share]) => [feature, { share }])),
  });
const matchCase = (profile: Profile, study: Study) => match(readCase(profile), study);

describe("the reasons", () => {
  test("stand in the order of the questions, what it would depend on among them, and the diagnosis last", () => {
    const study = createStudy({
      participants: { treated: 10, diagnoses: { DM: 10 } },
      features: { pregnancy: { share: "all" }, ild: { share: "most" }, malignancy: { share: "all" } },
    });
    const { reasons } = matchCase(createProfile({ malignancy: "yes", ild: "no" }, { diagnosis: "DM" }), study);
    const order = reasons.map(({ feature }) => feature);
    const questions: readonly Aspect[] = [...features, "diagnosis"];
    expect(order).toEqual(questions.filter((aspect) => order.includes(aspect)));
    expect(order).toEqual(expect.arrayContaining(["pregnancy", "ild", "malignancy", "diagnosis"]));
    expect(reasons.find(({ feature }) => feature === "pregnancy")).toMatchObject({
      patient: "unknown",
      relation: "depends",
      role: null,
    });
  });

  test("say by what a share follows, and of what is absent that it is", () => {
    const explain = (profile: Profile, study: Study, aspect: Aspect) =>
      matchCase(profile, study).reasons.find(({ feature }) => feature === aspect)?.definition;
    const without = having({ ild: "none" });
    expect(explain(createProfile({ rapidlyProgressiveIld: "yes" }), without, "rapidlyProgressiveIld")).toMatch(
      /^by definition, without /,
    );
    const progressive = having({ rapidlyProgressiveIld: "all" });
    expect(explain(createProfile({ ild: "yes" }), progressive, "ild")).toMatch(/^by definition of /);
    expect(explain(createProfile({ ild: "yes" }), having({ ild: "all" }), "ild")).toBeNull();
  });

  test("that decide are the yes answers on which it depends, and no others", () => {
    const study = having({ ild: "all", juvenile: "none", muscle: "all", refractory: "all" });
    const { reasons } = matchCase(createProfile({ ild: "yes", juvenile: "no", muscle: "yes" }), study);
    expect(reasons.length).toBeGreaterThan(3);
    expect(selectDeciding(reasons).map(({ feature }) => feature)).toEqual(["ild"]);
    expect(selectDeciding([])).toEqual([]);
  });
});

describe("the four groups", () => {
  const patient = createProfile({ pregnancy: "yes", ild: "yes", juvenile: "no" });

  test.each<[string, Partial<Record<Feature, Share>>, Group]>([
    ["all of everything", { pregnancy: "all", ild: "all", juvenile: "none" }, "this-patient"],
    ["most will do", { pregnancy: "all", ild: "most" }, "this-patient"],
    ["some children among them, for an adult", { pregnancy: "all", ild: "all", juvenile: "some" }, "this-patient"],
    ["mostly children, for an adult: a part at best", { pregnancy: "all", ild: "all", juvenile: "most" }, "part"],
    ["mostly children and nothing else", { juvenile: "most" }, "general"],
    ["only some with one feature", { pregnancy: "all", ild: "some" }, "part"],
    ["one feature not reported", { pregnancy: "all" }, "part"],
    ["one feature in nobody", { pregnancy: "all", ild: "none" }, "part"],
    ["some with one feature and no more", { ild: "some" }, "part"],
    ["neither reported", {}, "general"],
    ["neither in anybody", { pregnancy: "none", ild: "none" }, "general"],
    ["only children, for an adult, however much else fits", { pregnancy: "all", ild: "all", juvenile: "all" }, "other"],
    ["only children and nothing else", { juvenile: "all" }, "other"],
  ])("%s", (_, shares, group) => {
    expect(matchCase(patient, having(shares)).group).toBe(group);
  });

  test("with no yes, nothing describes the patient", () => {
    expect(matchCase(emptyProfile, having({ pregnancy: "all" })).group).toBe("general");
    expect(matchCase(createProfile({ juvenile: "no" }), having({ juvenile: "none" })).group).toBe("general");
    expect(matchCase(createProfile({ juvenile: "no" }), having({ juvenile: "all" })).group).toBe("other");
  });

  test("a diagnosis counts as a yes, and never hides a study", () => {
    const ofDm = createStudy({ participants: { treated: 10, diagnoses: { DM: 10 } } });
    expect(matchCase(createProfile({}, { diagnosis: "DM" }), ofDm).group).toBe("this-patient");
    expect(matchCase(createProfile({}, { diagnosis: "PM" }), ofDm)).toMatchObject({
      group: "general",
      missing: ["diagnosis"],
    });
    expect(matchCase(createProfile({}, { diagnosis: "PM" }), createStudy())).toMatchObject({
      group: "general",
      missing: ["diagnosis"],
    });
  });

  test("an age speaks for both questions of age", () => {
    expect(matchCase(createProfile({}, { ageYears: 10 }), having({ juvenile: "all" })).group).toBe("this-patient");
    expect(matchCase(createProfile({}, { ageYears: 42 }), having({ juvenile: "all" })).group).toBe("other");
    expect(matchCase(createProfile({}, { ageYears: 42 }), having({ elderly: "all" })).group).toBe("other");
    expect(matchCase(createProfile({}, { ageYears: 70 }), having({ elderly: "most" })).group).toBe("this-patient");
  });
});

describe("answers that refine", () => {
  test.each(["muscle", "skin", "elderly"] as const)("silence about %s keeps no study out", (feature) => {
    const patient = createProfile({ dysphagia: "yes", [feature]: "yes" });
    expect(matchCase(patient, having({ dysphagia: "all" }))).toMatchObject({ group: "this-patient", missing: [] });
    expect(matchCase(patient, having({ dysphagia: "all", [feature]: "some" })).group).toBe("this-patient");
    expect(matchCase(patient, having({ dysphagia: "all", [feature]: "none" }))).toMatchObject({
      group: "part",
      missing: [feature],
    });
    // By itself it places no study above the general evidence.
    expect(matchCase(patient, having({ [feature]: "all" })).group).toBe("general");
  });

  test("where nothing else is yes, they decide", () => {
    const patient = createProfile({ muscle: "yes", elderly: "yes", ild: "no" });
    expect(matchCase(patient, having({ muscle: "all", elderly: "most" })).group).toBe("this-patient");
    expect(matchCase(patient, having({ muscle: "all" }))).toMatchObject({ group: "part", missing: ["elderly"] });
    expect(matchCase(patient, having({})).group).toBe("general");
  });

  test("a no that refines is a no", () => {
    const patient = createProfile({ dysphagia: "yes", elderly: "no" });
    expect(matchCase(patient, having({ dysphagia: "all", elderly: "all" })).group).toBe("other");
    expect(matchCase(patient, having({ dysphagia: "all", elderly: "most" })).group).toBe("part");
  });
});

describe("answers by definition", () => {
  test("one is compared as if it were stated, whether yes or no", () => {
    const progressive = createProfile({ rapidlyProgressiveIld: "yes" });
    expect(matchCase(progressive, having({ ild: "all" }))).toMatchObject({
      group: "part",
      missing: ["rapidlyProgressiveIld"],
    });
    expect(matchCase(createProfile({ refractory: "yes" }), having({ firstLine: "all" })).group).toBe("other");
    expect(matchCase(createProfile({ skinOnly: "yes" }), having({ ild: "all" })).group).toBe("other");
  });

  test("one never keeps a study out and is never missing", () => {
    const srp = createProfile({ antiSrp: "yes" });
    const sheet = having({ antiSrp: "all", necrotising: "some", muscle: "none" });
    expect(matchCase(srp, sheet)).toMatchObject({ group: "this-patient", missing: [] });
  });

  test("a study's by definition meets the patient's, and the reason says why", () => {
    const ofPm = createStudy({ participants: { treated: 10, diagnoses: { PM: 10 } }, features: {} });
    const { group, reasons } = matchCase(createProfile({ muscle: "yes" }), ofPm);
    expect(group).toBe("this-patient");
    expect(reasons[0]).toMatchObject({ feature: "skinOnly", patient: "no", relation: "same" });
    expect(reasons.find(({ feature }) => feature === "muscle")).toEqual({
      feature: "muscle",
      patient: "yes",
      study: "all",
      relation: "same",
      silence: null,
      definition: "by definition of polymyositis",
      role: "decides",
      count: { n: 10, of: 10 },
    });
  });
});

test("a reason says what was answered, what the study has, how they meet and, where counted, how many", () => {
  const sheet = createStudy({
    participants: { treated: 18 },
    features: { pregnancy: { share: "some", n: 2 }, ild: { share: "most" } },
  });
  expect(matchCase(createProfile({ pregnancy: "yes" }), sheet)).toEqual({
    group: "part",
    reasons: [
      {
        feature: "pregnancy",
        patient: "yes",
        study: "some",
        relation: "partly",
        silence: null,
        definition: null,
        role: "decides",
        count: { n: 2, of: 18 },
      },
      {
        feature: "ild",
        patient: "unknown",
        study: "most",
        relation: "depends",
        silence: null,
        definition: null,
        role: null,
        count: null,
      },
    ],
    missing: [],
  });
});

/** What one answer says of another, written out once more from the design; a diagnosis by the name of its feature. */
const yesSaysYes: [string, string][] = [
  ["PM", "muscle"],
  ["necrotising", "muscle"],
  ["DM", "skin"],
  ["JDM", "skin"],
  ["amyopathic", "skin"],
  ["skinOnly", "amyopathic"],
  ["antiSrp", "necrotising"],
  ["antiHmgcr", "necrotising"],
  ["rapidlyProgressiveIld", "ild"],
];
const neverTogether: [string, string][] = [
  ["skinOnly", "muscle"],
  ["skinOnly", "ild"],
  ["firstLine", "refractory"],
  ["firstLine", "steroidDependent"],
  ["juvenile", "elderly"],
];
const featureNames: Record<string, string> = {
  CADM: "amyopathic",
  IMNM: "necrotising",
  ASyS: "antisynthetase",
  overlap: "overlapCtd",
};

type Known = Map<string, boolean>;

/** Some answers with all that follows from them, one after the other, until nothing more does. */
function followDefinitions(given: Known): Known {
  const known = new Map(given);
  const add = (name: string, isYes: boolean) => {
    // Of a diagnosis only its being stated counts: a study counts the others itself.
    if (!known.has(name) && !["PM", "DM", "JDM"].includes(name)) known.set(name, isYes);
  };
  for (let size = -1; size < known.size; ) {
    size = known.size;
    for (const [a, b] of yesSaysYes) {
      if (known.get(a) === true) add(b, true);
      if (known.get(b) === false) add(a, false);
    }
    for (const [a, b] of neverTogether) {
      if (known.get(a) === true) add(b, false);
      if (known.get(b) === true) add(a, false);
    }
  }
  return known;
}

/** One thing the patient is known to have or not to have, and what the study says of it. */
type Met = { aspect: Aspect; isYes: boolean; follows: boolean; share: Share };

/** What is compared with a study, for a case without a contradiction. */
function listMet(profile: Profile, study: Study): Met[] {
  const stated: Known = new Map(
    features.flatMap((feature): [string, boolean][] => {
      const answer = getAnswer(profile, feature);
      return answer === "unknown" ? [] : [[feature, answer === "yes"]];
    }),
  );
  const { diagnosis } = profile;
  const named = diagnosis && (featureNames[diagnosis] ?? diagnosis);
  if (named) stated.set(named, true);
  return [...followDefinitions(stated)].map(([name, isYes]): Met => {
    const others = new Map(stated);
    others.delete(name);
    return {
      aspect: name === named ? "diagnosis" : (name as Feature),
      isYes,
      follows: isYes && followDefinitions(others).get(name) === true,
      share: getShare(study, name as Feature).share,
    };
  });
}

/** The groups, and what is missing, written out once more from the design: the witness for what follows. */
function groupByDesign(met: readonly Met[]): { group: Group; missing: Aspect[] } {
  const refines = ({ aspect }: Met) => aspect === "muscle" || aspect === "skin" || aspect === "elderly";
  const yes = met.filter(({ isYes }) => isYes);
  const no = met.filter(({ isYes }) => !isYes);
  const free = yes.filter(({ follows }) => !follows);
  const firm = free.filter((found) => !refines(found));
  // "Where only refining answers are yes, they decide." What follows from an answer is never yes by itself.
  const deciding = firm.length > 0 ? firm : free;
  const refining = free.filter((found) => !deciding.includes(found));
  const isOneOf = (shares: Share[]) => (found: Met) => shares.includes(found.share);
  const missing = yes
    .filter(
      (found) =>
        (deciding.includes(found) && isOneOf(["none", "unclear"])(found)) ||
        (refining.includes(found) && isOneOf(["none"])(found)),
    )
    .map(({ aspect }) => aspect)
    .sort();
  if (no.some(isOneOf(["all"]))) return { group: "other", missing };
  const isThis =
    deciding.length > 0 &&
    deciding.every(isOneOf(["all", "most"])) &&
    !refining.some(isOneOf(["none"])) &&
    !no.some(isOneOf(["most"]));
  if (isThis) return { group: "this-patient", missing };
  const following = yes.filter((found) => found.follows && !refines(found));
  const isPart = [...deciding, ...following].some(isOneOf(["all", "most", "some"]));
  return { group: isPart ? "part" : "general", missing };
}

describe("on generated cases and studies", () => {
  const anyCase = fc.oneof(anyShortProfile, anyProfile);

  test("the group, and what is missing, are those of the design", () => {
    const seen = new Map<Group, number>();
    fc.assert(
      fc.property(anyShortProfile, anyDescribedPatients, (profile, { study }) => {
        fc.pre(findContradictions(profile).length === 0);
        const { group, missing } = matchCase(profile, study);
        expect({ group, missing: [...missing].sort() }).toEqual(groupByDesign(listMet(profile, study)));
        seen.set(group, (seen.get(group) ?? 0) + 1);
      }),
      { numRuns: 4000 },
    );
    for (const group of groups) expect(seen.get(group), group).toBeGreaterThan(40);
  });

  test("the reasons alone give the group, each aspect once, and every answer is among them", () => {
    let tried = 0;
    fc.assert(
      fc.property(anyCase, anyDescribedPatients, (profile, { study }) => {
        const { group, reasons } = matchCase(profile, study);
        const known = reasons.filter(({ patient }) => patient !== "unknown");
        const met = known.map(({ feature, patient, role, study }): Met => {
          return { aspect: feature, isYes: patient === "yes", follows: role === "follows", share: study };
        });
        expect(groupByDesign(met).group).toBe(group);
        const named = reasons.map(({ feature }) => feature);
        expect(new Set(named).size).toBe(named.length);
        const stated = features.filter((feature) => getAnswer(profile, feature) !== "unknown");
        const unnamed = stated.filter((feature) => !named.includes(feature));
        // A concept that is stated as a feature and as the diagnosis is named once, as the diagnosis.
        expect(unnamed.length).toBeLessThanOrEqual(profile.diagnosis ? 1 : 0);
        tried += known.length;
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThan(2000);
  });

  test("outcomes and headlines have no part in it", () => {
    fc.assert(
      fc.property(anyCase, anyDescribedPatients, anyDescribedPatients, (profile, { study }, { study: other }) => {
        const altered = { ...study, outcomes: other.outcomes, headline: other.headline, bottomLine: "Otherwise." };
        expect(matchCase(profile, altered)).toEqual(matchCase(profile, study));
      }),
      { numRuns: 500 },
    );
  });
});
