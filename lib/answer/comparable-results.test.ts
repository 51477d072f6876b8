import { describe, expect, test } from "vitest";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createOutcome, createStudy, type SheetPart } from "@/lib/study/fixtures";
import { createLibrary, getReply } from "./small-library.arbitrary";

/** A study of one figure; nothing is stated, so that every study is general evidence. */
const counting = (
  id: string,
  events: number,
  total: number,
  outcome: Parameters<typeof createOutcome>[0] = {},
  part: SheetPart = {},
) =>
  createStudy({
    id,
    participants: { treated: total },
    outcomes: [createOutcome({ events, total, ...outcome })],
    ...part,
  });

const setsOf = (...studies: ReturnType<typeof counting>[]) => getReply(emptyProfile, createLibrary(studies)).sets;

test("organ, degree, timing and randomisation keep figures apart", () => {
  const comparable = [
    setsOf(counting("a", 1, 5), counting("b", 1, 5, { organ: null })),
    setsOf(
      counting("a", 1, 5, { domain: "relapse", organ: "skin" }),
      counting("b", 1, 5, { domain: "relapse", organ: "muscle" }),
    ),
  ];
  expect(comparable.map((sets) => sets.length)).toEqual([1, 1]);
  const apart = [
    setsOf(counting("a", 1, 5), counting("b", 1, 5, { organ: "skin" })),
    setsOf(counting("a", 1, 5, { degree: "major" }), counting("b", 1, 5)),
    setsOf(
      counting("a", 1, 5, { domain: "relapse", timing: "on-treatment" }),
      counting("b", 1, 5, { domain: "relapse" }),
    ),
    setsOf(counting("a", 1, 5), counting("b", 1, 5, {}, { design: { type: "randomised-controlled-trial" } })),
  ];
  expect(apart.map((sets) => sets.length)).toEqual([2, 2, 2, 2]);
});

describe("a pool", () => {
  test("needs three studies of three patients, each cohort once", () => {
    const two = [counting("a", 1, 5), counting("b", 2, 6)];
    const [three] = setsOf(...two, counting("c", 3, 7));
    expect(three).toMatchObject({
      pooled: ["c", "b", "a"],
      pool: { status: "pooled", events: 6, total: 18 },
      reason: null,
    });
    for (const third of [counting("c", 1, 2), counting("c", 3, 7, {}, { cohort: "same" })]) {
      const together = third.cohort ? [counting("a", 1, 5, {}, { cohort: "same" }), counting("b", 2, 6)] : two;
      const [set] = setsOf(...together, third);
      expect(set).toMatchObject({ pooled: [], pool: null });
      expect(set?.studies).toHaveLength(3);
      expect(set?.reason).toMatch(/^Not pooled/);
    }
  });

  test("why nothing is pooled is true of the studies shown", () => {
    const cohort = ["a", "b", "c"].map((id) => counting(id, 0, 7, {}, { cohort: "same" }));
    const [set] = setsOf(...cohort, counting("d", 1, 9));
    // Four studies have at least three patients; it is the shared patients that leave two.
    expect(set?.reason).not.toMatch(/2 studies have at least 3 patients/);
  });

  test("of studies without event, or with nothing else, is a summed count with the exact interval", () => {
    const [none] = setsOf(counting("a", 0, 5), counting("b", 0, 6), counting("c", 0, 7));
    expect(none?.pool).toMatchObject({ status: "summed", method: "exact", events: 0, total: 18, low: 0 });
    // 1 - 0.025^(1/18)
    expect(none?.pool?.status === "summed" && none.pool.high).toBeCloseTo(1 - 0.025 ** (1 / 18), 9);
    expect(none?.reason).toMatch(/summed/);
    const [all] = setsOf(counting("a", 5, 5), counting("b", 6, 6), counting("c", 7, 7));
    expect(all?.pool?.status === "summed" && all.pool.low).toBeCloseTo(0.025 ** (1 / 18), 9);
  });

  test("that does not converge is none, and says so: everybody in one study, nobody in another", () => {
    const [set] = setsOf(counting("a", 3, 3), counting("b", 0, 4), counting("c", 5, 5));
    expect(set?.pool).toEqual({ status: "not-converged", events: 8, total: 12 });
    expect(set?.reason).toBe("The pooling did not converge: read the studies one by one.");
  });

  test("never of criteria that differ, nor of relapses at an unknown time", () => {
    const [criteria] = setsOf(...["a", "b", "c"].map((id) => counting(id, 2, 5, { degree: "other" })));
    const [unknown] = setsOf(
      ...["a", "b", "c"].map((id) => counting(id, 2, 5, { domain: "relapse", timing: "unclear" })),
    );
    for (const set of [criteria, unknown]) {
      expect(set?.pool).toBeNull();
      expect(set?.reason).toMatch(/^Not pooled/);
    }
  });

  test("says how many studies it leaves out", () => {
    const [set] = setsOf(
      counting("a", 1, 5),
      counting("b", 2, 6),
      counting("c", 3, 7),
      counting("d", 1, 1),
      counting("e", 0, 2),
    );
    expect(set?.pooled).toHaveLength(3);
    expect(set?.reason).toContain("2 studies");
  });

  test("is of those who describe the patient, not of everybody", () => {
    const refractory = { features: { refractory: { share: "all" } } } as const;
    const studies = [counting("a", 1, 5, {}, refractory), counting("b", 2, 6), counting("c", 3, 7)];
    const { sets } = getReply({ ...emptyProfile, features: { refractory: "yes" } }, createLibrary(studies));
    expect(sets.flatMap((set) => set.studies)).toEqual(["a"]);
  });
});

describe("patients who are never set together", () => {
  const relapse = { domain: "relapse", timing: "after-stopping" } as const;
  const age = (group: "adult" | "juvenile"): SheetPart => ({
    participants: { treated: 5, age: { group } },
  });
  const wereOn = (share: "all" | "some"): SheetPart => ({
    participants: { treated: 5 },
    features: { onImmunoglobulin: { share } },
  });

  test.each<[string, Parameters<typeof counting>[3], SheetPart, Parameters<typeof counting>[3], SheetPart]>([
    ["children and adults", {}, age("juvenile"), {}, age("adult")],
    ["adults and patients of an age not stated", {}, age("adult"), {}, {}],
    ["responses kept and made", {}, wereOn("all"), {}, {}],
    ["responses partly kept and made", {}, wereOn("some"), {}, {}],
    [
      "relapses of the disease and of an enzyme",
      { ...relapse, criterion: "clinical" },
      {},
      { ...relapse, criterion: "enzyme" },
      {},
    ],
    ["relapses of all treated and of a part", relapse, {}, relapse, { participants: { treated: 9 } }],
  ])("%s", (_, first, firstPart, second, secondPart) => {
    expect(setsOf(counting("a", 1, 5, first, firstPart), counting("b", 1, 5, second, secondPart))).toHaveLength(2);
    expect(setsOf(counting("a", 1, 5, first, firstPart), counting("b", 1, 5, first, firstPart))).toHaveLength(1);
  });

  test("relapses of the responders of two studies sit together, whatever they treated", () => {
    const ofResponders = (id: string, treated: number) =>
      createStudy({
        id,
        participants: { treated },
        outcomes: [
          createOutcome({ events: 5, total: treated }),
          createOutcome({ ...relapse, id: "relapse", of: "response", events: 2, total: 5 }),
        ],
        headline: { response: "response", relapse: "relapse" },
      });
    const relapses = setsOf(ofResponders("a", 8), ofResponders("b", 20)).filter(({ domain }) => domain === "relapse");
    expect(relapses).toHaveLength(1);
    expect(relapses[0]).toMatchObject({ denominator: "responders", studies: ["b", "a"] });
  });
});

describe("a figure that is in a set and in no pool", () => {
  const three = [counting("a", 1, 5), counting("b", 2, 6), counting("c", 3, 7)];

  test.each<[string, SheetPart]>([
    ["counts inclusion body myositis", { participants: { treated: 9, diagnoses: { IBM: 2, PM: 7 } } }],
    ["may count inclusion body myositis", { participants: { treated: 9, diagnoses: { IBM: null, PM: null } } }],
    ["counts more patients than were given immunoglobulin", { participants: { treated: 8 } }],
  ])("%s", (_, part) => {
    const [set] = setsOf(...three, counting("d", 4, 9, {}, part));
    expect(set?.studies).toHaveLength(4);
    expect([...(set?.pooled ?? [])].sort()).toEqual(["a", "b", "c"]);
    expect(set?.reason).toMatch(/^Left out of the pool: 1 study/);
    const [few] = setsOf(...three.slice(1), counting("d", 4, 9, {}, part));
    expect(few).toMatchObject({ pool: null, pooled: [] });
    expect(few?.reason).toMatch(/only two studies .* it takes three studies\. One more may count others too\.$/);
  });

  test("a sheet that names inclusion body myositis to say that nobody had it is pooled", () => {
    const none = { participants: { treated: 9, diagnoses: { IBM: 0, PM: 9 } } };
    const [set] = setsOf(...three, counting("d", 4, 9, {}, none));
    expect(set?.pooled).toHaveLength(4);
  });
});

test("a pool of studies too unlike each other is withheld, with the lowest and the highest of them", () => {
  const [set] = setsOf(counting("a", 0, 7), counting("b", 9, 9), counting("c", 4, 8));
  expect(set?.pool).toEqual({ status: "too-unlike", events: 13, total: 24 });
  expect(set?.reason).toBe("Too unlike to pool: from 0 of 7 to 9 of 9.");
  expect(set?.pooled).toHaveLength(3);
  const { pools } = getReply(
    emptyProfile,
    createLibrary([counting("a", 0, 7), counting("b", 9, 9), counting("c", 4, 8)]),
  );
  expect(pools).toMatchObject([{ status: "too-unlike", pooled: null, low: null, high: null, predictionLow: null }]);
});

describe("why figures are only listed, in words", () => {
  const three = (outcome: Parameters<typeof createOutcome>[0], part: SheetPart = {}) =>
    setsOf(...["a", "b", "c"].map((id) => counting(id, 2, 5, outcome, part))).map(({ pool, reason }) => [pool, reason]);

  test.each<[string, Parameters<typeof createOutcome>[0], SheetPart]>([
    ["each study used its own criterion", { degree: "other" }, {}],
    ["when relapses were counted is not reported", { domain: "relapse", timing: "unclear" }, {}],
    ["these relapses came before immunoglobulin", { domain: "relapse", timing: "before-immunoglobulin" }, {}],
    ["some patients were on immunoglobulin before", {}, { features: { onImmunoglobulin: { share: "some" } } }],
    ["some patients were on immunoglobulin before", {}, { features: { onImmunoglobulin: { share: "most" } } }],
  ])("%s", (why, outcome, part) => {
    const sized = { participants: { treated: 5 }, ...part };
    expect(three(outcome, sized)).toEqual([[null, `Not pooled: ${why}.`]]);
  });

  const reasonOf = (...studies: ReturnType<typeof counting>[]) => setsOf(...studies).map(({ reason }) => reason);

  test("too few studies, or too few of enough patients", () => {
    const takes = "3 such patients or more; it takes three studies.";
    expect(reasonOf(counting("a", 1, 2), counting("b", 1, 2))).toEqual([`Not pooled: no study has ${takes}`]);
    expect(reasonOf(counting("a", 1, 3), counting("b", 1, 2))).toEqual([`Not pooled: only one study has ${takes}`]);
    expect(reasonOf(counting("a", 1, 3), counting("b", 1, 3))).toEqual([
      `Not pooled: only two studies of different patients have ${takes}`,
    ]);
  });

  test("others who may be counted too are no reason where a study has too few patients anyhow", () => {
    const mixed = { participants: { treated: 9, diagnoses: { IBM: 2, PM: 7 } } };
    expect(reasonOf(counting("a", 1, 3), counting("b", 1, 2), counting("c", 1, 2, {}, mixed))).toEqual([
      "Not pooled: only one study has 3 such patients or more; it takes three studies.",
    ]);
  });

  test("a pool says how it was made, and an ordinary one says nothing", () => {
    expect(reasonOf(counting("a", 1, 5), counting("b", 2, 6), counting("c", 3, 7))).toEqual([null]);
    expect(reasonOf(counting("a", 0, 5), counting("b", 0, 6), counting("c", 0, 7))).toEqual([
      "No patient had the event in any study, so the counts are summed.",
    ]);
    expect(reasonOf(counting("a", 5, 5), counting("b", 6, 6), counting("c", 7, 7), counting("d", 1, 2))).toEqual([
      "Every patient had the event in every study, so the counts are summed. Left out of the pool: 1 study of fewer than 3 such patients, of patients reported twice, or of others too.",
    ]);
  });
});

describe("what figures of one set have in common", () => {
  const setOf = (outcome: Parameters<typeof createOutcome>[0], part: SheetPart = {}) => {
    const [set] = setsOf(counting("a", 1, 5, outcome, { participants: { treated: 5 }, ...part }));
    return set;
  };

  test("of a response: organ and degree, and nothing that relapses have", () => {
    expect(setOf({ organ: "skin", degree: "major" })).toMatchObject({
      domain: "response",
      organ: "skin",
      degree: "major",
      timing: null,
      criterion: null,
      denominator: null,
      arms: "uncontrolled",
      studies: ["a"],
    });
  });

  test("of a relapse: timing, criterion and whom its total counts, and no organ", () => {
    const relapse = { domain: "relapse", organ: "skin", timing: "on-treatment", criterion: "clinical" } as const;
    expect(setOf(relapse)).toMatchObject({
      domain: "relapse",
      organ: null,
      degree: null,
      timing: "on-treatment",
      criterion: "clinical",
      denominator: "all-treated",
    });
    expect(setOf(relapse, { participants: { treated: 6 } })?.denominator).toBe("other");
  });

  test("trials are randomised", () => {
    expect(setOf({}, { design: { type: "randomised-controlled-trial" } })?.arms).toBe("randomised");
  });

  test.each<[string, SheetPart, string]>([
    ["all under 18", { features: { juvenile: { share: "all" } } }, "children"],
    ["nobody under 18", { features: { juvenile: { share: "none" } } }, "adults"],
    ["some under 18", { features: { juvenile: { share: "some" } } }, "mixed-or-not-stated"],
    [
      "some under 18, in a study of adults",
      { features: { juvenile: { share: "some" } }, participants: { treated: 5, age: { group: "adult" } } },
      "mixed-or-not-stated",
    ],
    [
      "some under 18, in a study of children",
      { features: { juvenile: { share: "most" } }, participants: { treated: 5, age: { group: "juvenile" } } },
      "mixed-or-not-stated",
    ],
    ["of children", { participants: { treated: 5, age: { group: "juvenile" } } }, "children"],
    ["of adults", { participants: { treated: 5, age: { group: "adult" } } }, "adults"],
    ["of an age not stated", {}, "mixed-or-not-stated"],
  ])("the age of patients %s", (_, part, ages) => expect(setOf({}, part)?.ages).toBe(ages));

  test.each([
    ["all", "kept"],
    ["most", "some-kept"],
    ["some", "some-kept"],
    ["none", "made"],
    ["unclear", "made"],
  ] as const)("a response where %s were on immunoglobulin before is %s", (share, kept) => {
    expect(setOf({}, { features: { onImmunoglobulin: { share } } })?.kept).toBe(kept);
  });
});

describe("which figures a pool takes", () => {
  const dermatomyositis: Profile = { ...emptyProfile, diagnosis: "DM" };
  /** A study mainly of dermatomyositis, with what the others of it have. */
  const mixed = (id: string, other: "IBM" | "PM", outcomes: ReturnType<typeof createOutcome>[]) =>
    createStudy({ id, participants: { treated: 9, diagnoses: { DM: 8, [other]: 1 } }, outcomes });
  const poolOf = (other: "IBM" | "PM", outcomes: ReturnType<typeof createOutcome>[]) =>
    getReply(dermatomyositis, createLibrary(["a", "b", "c"].map((id) => mixed(id, other, outcomes)))).sets.map(
      ({ pooled }) => pooled.length,
    );

  test("those of one diagnosis, also beside inclusion body myositis", () => {
    const whole = createOutcome({ events: 4, total: 9 });
    const ofDiagnosis = createOutcome({ id: "of-dm", events: 4, total: 8, subgroup: "DM" });
    const ofFeature = createOutcome({ id: "of-adults", events: 4, total: 8, subgroup: "skin" });
    expect(poolOf("PM", [whole])).toEqual([3]);
    expect(poolOf("IBM", [whole])).toEqual([0]);
    expect(poolOf("IBM", [whole, ofDiagnosis])).toEqual([3]);
    // All patients with dermatomyositis have skin disease, and so may those be who have another disease too.
    expect(poolOf("IBM", [whole, ofFeature])).toEqual([0]);
  });

  test("none of a study that counts a response or relapse among patients not treated", () => {
    const beside = (outcome: Parameters<typeof createOutcome>[0]) =>
      setsOf(
        ...["a", "b", "c"].map((id) =>
          createStudy({
            id,
            participants: { treated: 9, enrolled: 20 },
            outcomes: [createOutcome({ events: 4, total: 9 }), createOutcome({ id: "beside", events: 4, ...outcome })],
          }),
        ),
      )
        .filter(({ domain }) => domain === "response")
        .map(({ pooled }) => pooled.length);
    expect(beside({ total: 10 })).toEqual([0]);
    expect(beside({ total: 9 })).toEqual([3]);
    expect(beside({ total: 10, domain: "relapse" })).toEqual([0]);
    expect(beside({ total: 10, domain: "survival" })).toEqual([3]);
    expect(beside({ result: { kind: "narrative", text: "Many did." } })).toEqual([3]);
  });

  test("all where a study does not say how many it treated", () => {
    const unsaid = { participants: { treated: null, enrolled: 5 } };
    expect(setsOf(...["a", "b", "c"].map((id) => counting(id, 2, 5, {}, unsaid)))[0]?.pooled).toHaveLength(3);
  });
});

test("the lowest and the highest of studies too unlike are told by their proportions, in whatever order they rank", () => {
  const reasonOf = (...studies: ReturnType<typeof counting>[]) => setsOf(...studies).map(({ reason }) => reason);
  expect(reasonOf(counting("a", 9, 9), counting("b", 4, 8), counting("c", 0, 7))).toEqual([
    "Too unlike to pool: from 0 of 7 to 9 of 9.",
  ]);
  expect(reasonOf(counting("a", 0, 9), counting("b", 4, 8), counting("c", 7, 7))).toEqual([
    "Too unlike to pool: from 0 of 9 to 7 of 7.",
  ]);
});
