import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import type { SafetyItem } from "@/lib/study/safety";
import { answerTo, createLibrary, realLibrary } from "./library.arbitrary";
import { findHarmInTrial, groupByTopic, groupSafetyChecks, isBoxedWarning, selectSafetyChecks } from "./safety";

const { safety } = loadLibrary();
const profileOf = (features: Profile["features"], more: Partial<Profile> = {}): Profile => ({
  ...emptyProfile,
  ...more,
  features,
});
const select = (profile: Profile) => selectSafetyChecks(readCase(profile), safety);
const relevant = (profile: Profile) => select(profile).filter(({ because }) => because.length > 0);

test("nothing is ever left out, and nothing is relevant to an unknown patient", () => {
  expect(relevant(emptyProfile)).toEqual([]);
  for (const profile of [emptyProfile, profileOf({ pregnancy: "yes", cardiac: "yes" })]) {
    const checks = select(profile).map(({ check }) => check);
    expect([...checks].sort()).toEqual(safety.map(({ check }) => check).sort());
  }
  expect(select(emptyProfile).map(({ check }) => check)).toEqual(safety.map(({ check }) => check));
});

test.each<[string, Profile, string]>([
  ["heart involvement: fluid load", profileOf({ cardiac: "yes" }), "fluid-load"],
  ["pregnancy: what is known in pregnancy", profileOf({ pregnancy: "yes" }), "pregnancy"],
  ["65 or over: thrombosis", profileOf({ elderly: "yes" }), "thrombosis"],
  ["70 years: thrombosis", profileOf({}, { ageYears: 70 }), "thrombosis"],
])("%s", (_, profile, topic) => {
  const found = relevant(profile);
  expect(found.map((item) => item.topic)).toContain(topic);
  // Every check on the topic, and they come first.
  expect(found.filter((item) => item.topic === topic)).toHaveLength(
    safety.filter((item) => item.topic === topic).length,
  );
  expect(select(profile).slice(0, found.length)).toEqual(found);
});

describe("a no, or nothing stated", () => {
  test("makes nothing relevant", () => {
    expect(relevant(profileOf({ cardiac: "no", pregnancy: "no", elderly: "no" }))).toEqual([]);
    expect(relevant(profileOf({}))).toEqual([]);
  });
});

describe("the warnings that stand with every case", () => {
  test("are the boxed ones and the first on haemolysis, with nothing stated", () => {
    const { relevant, warnings } = groupSafetyChecks(select(emptyProfile));
    expect(relevant).toEqual([]);
    expect(warnings.map(({ topic }) => topic)).toEqual(["thrombosis", "kidney", "haemolysis"]);
    expect(warnings.filter(isBoxedWarning)).toHaveLength(2);
    expect(warnings.at(-1)?.check).toBe("Haemolysis: blood group A, B or AB");
  });

  test("are never among those that may be folded away, and each check stands once", () => {
    const boxed = safety.filter(isBoxedWarning).map(({ check }) => check);
    expect(boxed).toHaveLength(2);
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { relevant, warnings, others } = groupSafetyChecks(select(profile));
        const open = [...relevant, ...warnings];
        expect(open.map(({ check }) => check)).toEqual(expect.arrayContaining(boxed));
        expect(new Set(open.map(({ topic }) => topic))).toContain("haemolysis");
        expect([...open, ...others].map(({ check }) => check).sort()).toEqual(safety.map(({ check }) => check).sort());
      }),
      { numRuns: 50 },
    );
  });

  test("are none in a list without their topics", () => {
    const elsewhere = select(emptyProfile).filter(({ topic }) => topic === "vaccines");
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(groupSafetyChecks(elsewhere)).toEqual({ relevant: [], warnings: [], others: elsewhere });
  });
});

test("by topic each check stands once, and the boxed warnings of a topic come first", () => {
  const topics = groupByTopic([...safety].reverse());
  expect(topics.length).toBeGreaterThan(10);
  expect(new Set(topics.map(({ topic }) => topic)).size).toBe(topics.length);
  expect(topics.flatMap(({ checks }) => checks)).toHaveLength(safety.length);
  for (const topic of ["thrombosis", "kidney"]) {
    const [first] = topics.find((one) => one.topic === topic)?.checks ?? [];
    expect(first && isBoxedWarning(first)).toBe(true);
  }
});

test("a topic's figure is that of a randomised trial, and of nothing else", () => {
  const { studies } = answerTo(exampleCases.refractoryAdult.profile, realLibrary());
  expect(findHarmInTrial("thrombosis", studies)?.figure).toMatchObject({ events: 6, total: 95, harm: "thrombosis" });
  expect(findHarmInTrial("vaccines", studies)).toBeNull();
  const untested = studies.filter(({ study }) => study.design.type !== "randomised-controlled-trial");
  expect(untested.length).toBeGreaterThan(50);
  expect(findHarmInTrial("thrombosis", untested)).toBeNull();
});

describe("by a list made by hand", () => {
  const check = (topic: SafetyItem["topic"], name: string, locator = "section 5"): SafetyItem => ({
    topic,
    check: name,
    why: "An example.",
    figure: null,
    source: { url: "https://label.example/", locator, official: true },
  });
  const boxed = (topic: SafetyItem["topic"], name: string) => check(topic, name, "Boxed warning");
  const selectFor = (features: Profile["features"], ...items: SafetyItem[]) =>
    selectSafetyChecks(readCase(profileOf(features)), items);
  const name = ({ check }: { check: string }) => check;

  test.each<[keyof Profile["features"], SafetyItem["topic"][]]>([
    ["pregnancy", ["pregnancy"]],
    ["postpartum", ["pregnancy"]],
    ["cardiac", ["fluid-load"]],
    ["elderly", ["thrombosis", "kidney"]],
    ["malignancy", ["thrombosis"]],
    ["ild", ["lung-injury"]],
    ["juvenile", ["vaccines"]],
    ["calcinosis", []],
  ])("%s makes %j relevant, and is named", (feature, topics) => {
    const all = ["glucose", "vaccines", "thrombosis", "kidney", "pregnancy", "fluid-load", "lung-injury"] as const;
    const found = selectFor({ [feature]: "yes" }, ...all.map((topic) => check(topic, topic)));
    const relevant = found.filter(({ because }) => because.length > 0);
    expect(relevant.map(({ topic }) => topic).sort()).toEqual([...topics].sort());
    for (const { because } of relevant) expect(because).toEqual([feature]);
    expect(found.slice(0, relevant.length)).toEqual(relevant);
    expect(found).toHaveLength(all.length);
  });

  test("every feature that makes a check relevant is named", () => {
    const [found] = selectFor({ elderly: "yes", malignancy: "yes" }, check("thrombosis", "clots"));
    expect(found?.because).toEqual(["elderly", "malignancy"]);
    expect(selectFor({ rapidlyProgressiveIld: "yes" }, check("lung-injury", "lungs"))[0]?.because).toEqual([
      "ild",
      "rapidlyProgressiveIld",
    ]);
  });

  test("of each topic of the warnings the boxed checks stand open, else the first", () => {
    const checks = selectFor(
      {},
      check("thrombosis", "clots"),
      boxed("thrombosis", "boxed clots"),
      boxed("thrombosis", "more boxed clots"),
      check("haemolysis", "blood"),
      check("haemolysis", "more blood"),
      boxed("glucose", "sugar"),
    );
    const groups = groupSafetyChecks(checks);
    expect(groups.relevant).toEqual([]);
    expect(groups.warnings.map(name)).toEqual(["boxed clots", "more boxed clots", "blood"]);
    expect(groups.others.map(name)).toEqual(["clots", "more blood", "sugar"]);
  });

  test("a warning that the case makes relevant stands with what is relevant, and once", () => {
    const checks = selectFor({ elderly: "yes" }, boxed("thrombosis", "boxed clots"), check("haemolysis", "blood"));
    const groups = groupSafetyChecks(checks);
    expect(groups.relevant.map(name)).toEqual(["boxed clots"]);
    expect(groups.warnings.map(name)).toEqual(["blood"]);
    expect(groups.others).toEqual([]);
  });

  test("by topic, in the order in which topics and their checks come, boxed ones first", () => {
    const topics = groupByTopic([
      check("kidney", "one"),
      check("glucose", "two"),
      boxed("kidney", "three"),
      check("kidney", "four"),
    ]);
    expect(topics.map(({ topic, checks }) => [topic, ...checks.map(name)])).toEqual([
      ["kidney", "three", "one", "four"],
      ["glucose", "two"],
    ]);
  });

  test("a boxed warning is one by where it was read", () => {
    const isBoxed = (locator: string) => isBoxedWarning(check("kidney", "one", locator));
    expect(["Boxed warning", "label, boxed warning and 5.1", "boxed warnings?"].map(isBoxed)).toEqual([
      true,
      true,
      false,
    ]);
    expect(isBoxed("warnings")).toBe(false);
  });
});

describe("how often a harm happened", () => {
  const trial = { type: "randomised-controlled-trial", controlled: true } as const;
  const harmed = (id: string, harm: "thrombosis" | "kidney" | "haemolysis" | "meningitis" | "stopped", part = {}) =>
    createStudy({
      id,
      design: trial,
      participants: { treated: 40, enrolled: 80 },
      outcomes: [
        createOutcome({ id: "other", domain: "adverse-event", harm: "headache", events: 9, total: 40 }),
        createOutcome({ id: "harm", domain: "adverse-event", harm, events: 2, total: 40, ...part }),
      ],
    });
  const find = (topic: SafetyItem["topic"], ...studies: ReturnType<typeof harmed>[]) => {
    const found = findHarmInTrial(topic, answerTo(emptyProfile, createLibrary(studies)).studies);
    return found && [found.found.study.id, found.figure.id];
  };

  test.each([
    ["thrombosis", "thrombosis"],
    ["kidney", "kidney"],
    ["haemolysis", "haemolysis"],
    ["aseptic-meningitis", "meningitis"],
    ["reactions", "stopped"],
  ] as const)("%s is the harm of its topic", (topic, harm) => {
    expect(find(topic, harmed("trial", harm))).toEqual(["trial", "harm"]);
    expect(find("pregnancy", harmed("trial", harm))).toBeNull();
  });

  test("is of a trial that counts it, among those who were given immunoglobulin", () => {
    expect(find("kidney", harmed("trial", "thrombosis"))).toBeNull();
    expect(find("kidney", harmed("trial", "kidney", { total: 41 }))).toBeNull();
    expect(find("kidney", harmed("trial", "kidney", { total: 41 }), harmed("trial-two", "kidney"))).toEqual([
      "trial-two",
      "harm",
    ]);
    // That it passed in all who had it is not how often it happened.
    const passed = {
      id: "passed",
      domain: "adverse-event",
      harm: "kidney",
      direction: "benefit",
      events: 3,
      total: 3,
    } as const;
    const trial = harmed("trial", "kidney");
    expect(find("kidney", { ...trial, outcomes: [createOutcome(passed), ...trial.outcomes] })).toEqual([
      "trial",
      "harm",
    ]);
    expect(find("kidney", { ...trial, outcomes: [createOutcome(passed)] })).toBeNull();
    const series = { ...harmed("series", "kidney"), design: createStudy().design };
    expect(find("kidney", series)).toBeNull();
    // A trial ranks before a series.
    expect(find("kidney", series, harmed("trial", "thrombosis"))).toBeNull();
  });
});
