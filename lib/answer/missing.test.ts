import { describe, expect, test } from "vitest";
import type { Reason, Silence } from "@/lib/match/reason";
import type { Aspect } from "@/lib/vocabulary/feature";
import { describeAllMissing, describeMissing, describeMissingIn } from "./missing";

const dm = { diagnosis: "DM" } as const;

/** What one study says of some aspects: how it is silent, or a relation. */
function say(reasons: Partial<Record<Aspect, Silence | Reason["relation"]>>): { reasons: Reason[] } {
  const relations = ["same", "mostly", "partly", "mostly-differs", "differs"] as const;
  return {
    reasons: Object.entries(reasons).map(([feature, said]): Reason => {
      const relation = relations.find((one) => one === said);
      return {
        feature: feature as Aspect,
        patient: "yes",
        study: "unclear",
        relation: relation ?? "not-reported",
        silence: relation ? null : (said as Silence),
        definition: null,
        role: "decides",
        count: null,
      };
    }),
  };
}

const differs = say({ ild: "differs" });
const notThere = say({ ild: "not reported" });
const notInAbstract = say({ ild: "not in the abstract" });

describe("why some studies do not meet an aspect", () => {
  test.each<[string, ReturnType<typeof say>[], string]>([
    ["one is silent", [notThere], "lung disease not reported"],
    ["all are silent in one way", [notInAbstract, notInAbstract], "lung disease not in the abstract"],
    ["all are silent, in two ways", [notThere, notInAbstract], "lung disease not in what was read"],
    ["nobody has it", [differs], "nobody with interstitial lung disease"],
    ["nobody has it in either", [differs, differs], "nobody with interstitial lung disease"],
    ["one is silent, in one nobody has it", [notThere, differs], "nobody known to have interstitial lung disease"],
    [
      "in one nobody has it, in one some",
      [differs, say({ ild: "partly" })],
      "patients with interstitial lung disease in 1 of 2 studies",
    ],
    ["in the only one some have it", [say({ ild: "partly" })], "only some patients with interstitial lung disease"],
    [
      "one says nothing of it at all",
      [say({ pregnancy: "differs" })],
      "nobody known to have interstitial lung disease",
    ],
  ])("%s", (_, studies, words) => expect(describeMissing(dm, "ild", studies)).toBe(words));

  test("the diagnosis is named as that of the patient", () => {
    const split = say({ diagnosis: "not split in what was read", pregnancy: "differs" });
    expect(describeMissing(dm, "diagnosis", [split])).toBe("dermatomyositis not split in what was read");
    expect(describeMissing(dm, "pregnancy", [split])).toBe("nobody pregnant");
  });

  test("the words of one study are the same each time they are asked for", () => {
    const study = say({ ild: "not reported", pregnancy: "differs" });
    for (let times = 0; times < 2; times += 1) {
      expect(describeMissingIn(dm, "ild", study)).toBe("lung disease not reported");
      expect(describeMissingIn(dm, "pregnancy", study)).toBe("nobody pregnant");
      expect(describeMissingIn(dm, "malignancy", study)).toBe("nobody known to have malignancy");
    }
  });
});

describe("several aspects", () => {
  test("about which studies are silent in one way stand together, before those of which they speak", () => {
    const study = say({
      pregnancy: "differs",
      ild: "not in the abstract",
      diagnosis: "not split in what was read",
      dysphagia: "not in the abstract",
    });
    expect(describeAllMissing(dm, ["pregnancy", "ild", "dysphagia", "diagnosis"], [study])).toEqual([
      "lung disease and dysphagia not in the abstract",
      "dermatomyositis not split in what was read",
      "nobody pregnant",
    ]);
  });

  test("hold for each of the studies", () => {
    const studies = [
      say({ ild: "not reported", dysphagia: "not reported" }),
      say({ ild: "not reported", dysphagia: "differs" }),
    ];
    expect(describeAllMissing(dm, ["ild", "dysphagia"], studies)).toEqual([
      "lung disease not reported",
      "nobody known to have dysphagia",
    ]);
  });

  test("of none there are no words", () => expect(describeAllMissing(dm, [], [differs])).toEqual([]));
});
