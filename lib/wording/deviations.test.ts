import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { groups } from "@/lib/match/match";
import type { Reason } from "@/lib/match/reason";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { describeSharedSilences, listDeviations } from "./deviations";
import { isLeadingReason } from "./match-reasons";
import { getToldRelation } from "./told-ages";

const noDiagnosis = { diagnosis: null };
const study = createStudy();

const createReason = (part: Partial<Reason>): Reason => ({
  feature: "refractory",
  patient: "yes",
  study: "all",
  relation: "same",
  silence: null,
  definition: null,
  role: "decides",
  count: null,
  ...part,
});
const same = createReason({});
const silent = createReason({
  feature: "pregnancy",
  patient: "no",
  study: "unclear",
  relation: "not-reported",
  silence: "not in the abstract",
});
const adults = createReason({
  feature: "juvenile",
  patient: "no",
  study: "none",
  relation: "same",
  count: { n: 0, of: 95 },
});
const partly = createReason({ feature: "ild", study: "some", relation: "partly", count: { n: 2, of: 18 } });

describe("what deviates from the patient", () => {
  test("what is the same is not said; what is silent in half of a group is said once, in its head", () => {
    const group = [
      { study, reasons: [same, silent, adults] },
      { study, reasons: [same, silent, partly] },
      { study, reasons: [same, createReason({ feature: "pregnancy", patient: "no", study: "none" }), adults] },
    ];
    expect(describeSharedSilences(group, noDiagnosis)).toBe("Pregnancy not in the abstract (2 of 3 studies).");
    expect(listDeviations(group, noDiagnosis).map(({ own }) => own.map(({ text }) => text))).toEqual([
      [],
      ["Interstitial lung disease: some (2 of 18)"],
      [],
    ]);
    expect(listDeviations(group, noDiagnosis).map(({ isSaidInHead }) => isSaidInHead)).toEqual([true, true, false]);
  });

  test("a silence of one study, or of fewer than half, stands in its row", () => {
    for (const reasons of [[silent], [silent, same, same]]) {
      const group = reasons.map((reason) => ({ study, reasons: [reason] }));
      expect(describeSharedSilences(group, noDiagnosis)).toBe("");
      expect(listDeviations(group, noDiagnosis)[0]?.own.map(({ text }) => text)).toEqual([
        "pregnancy not in the abstract",
      ]);
    }
  });

  test("what follows from an answer is not said beside the answer that differs, and is said without it", () => {
    const muscle = createReason({ feature: "muscle", patient: "no", relation: "differs", role: "follows" });
    const differing = createReason({ feature: "skinOnly", study: "none", relation: "differs" });
    const read = (reasons: Reason[]) =>
      listDeviations([{ study, reasons }], noDiagnosis)[0]?.own.map(({ aspect }) => aspect);
    expect(read([differing, muscle])).toEqual(["skinOnly"]);
    expect(read([same, muscle])).toEqual(["muscle"]);
  });

  test("ages are told instead of a silence about an age of 65 or over, and of no other", () => {
    const age = { feature: "elderly", study: "unclear", relation: "not-reported", silence: "not reported" } as const;
    const telling = createStudy({ participants: { age: { min: 22, max: 57 } } });
    const one = createStudy({ participants: { age: { min: 57, max: 57 } } });
    const group = [telling, one, study].map((study) => ({ study, reasons: [createReason(age), silent] }));
    expect(listDeviations(group, noDiagnosis).map(({ own }) => own.map(({ text }) => text))).toEqual([
      ["aged 22 to 57"],
      ["aged 57"],
      ["age of 65 or over not reported"],
    ]);
    expect(listDeviations(group, noDiagnosis)[0]?.own[0]).toMatchObject({ sign: "✗", meaning: "different" });
    const young = group.map(({ study }) => ({ study, reasons: [createReason({ ...age, patient: "no" })] }));
    expect(listDeviations(young, noDiagnosis).map(({ own }) => own.length)).toEqual([0, 0, 1]);
    const across = createStudy({ participants: { age: { min: 22, max: 79 } } });
    const average = createStudy({ participants: { age: { mean: 64.4 } } });
    const told = [across, average].map((study) => ({ study, reasons: [createReason(age)] }));
    expect(listDeviations(told, noDiagnosis).map(({ own }) => own[0])).toMatchObject([
      { sign: "◐", text: "aged 22 to 79", meaning: "partly the same" },
      { sign: "?", text: "mean age 64", meaning: "not known" },
    ]);
    expect(describeSharedSilences(group, noDiagnosis)).toBe("Pregnancy not in the abstract (3 of 3 studies).");
    const known = createReason({ feature: "elderly", study: "some", relation: "partly" });
    const [row] = listDeviations([{ study: telling, reasons: [known] }], noDiagnosis);
    expect(row?.own.map(({ text }) => text)).toEqual(["65 or over: some"]);
  });

  test("most of the patients is no full tick", () => {
    const [row] = listDeviations(
      [{ study, reasons: [createReason({ study: "most", relation: "mostly", count: { n: 21, of: 27 } })] }],
      noDiagnosis,
    );
    expect(row?.own).toEqual([
      { aspect: "refractory", sign: "◐", text: "Refractory: most (21 of 27)", meaning: "mostly the same" },
    ]);
  });
});

test.each(Object.entries(exampleCases))(
  "%s: every stated answer is the same, in the row or in the head",
  (_, example) => {
    const { studies, facts } = answerTo(example.profile, prepareLibrary(loadLibrary()));
    let said = 0;
    for (const group of groups) {
      const rows = studies.filter((study) => study.group === group);
      const head = describeSharedSilences(rows, facts.profile);
      const deviations = listDeviations(rows, facts.profile);
      rows.forEach(({ reasons, study }, index) => {
        const { own = [], isSaidInHead = false } = deviations[index] ?? {};
        const stated = reasons.filter(
          (reason) => isLeadingReason(reason) && reason.role !== "follows" && getToldRelation(reason, study) !== "same",
        );
        const unsaid = stated.filter(({ feature }) => !own.some(({ aspect }) => aspect === feature));
        for (const { relation } of unsaid) expect(relation).toBe("not-reported");
        if (unsaid.length > 0) expect(isSaidInHead).toBe(true);
        if (isSaidInHead) expect(head).toMatch(/not .* \(\d+ of \d+ studies\)/);
        for (const { sign } of own) expect(sign).not.toBe("✓");
        said += own.length;
      });
    }
    if (Object.keys(example.profile.features).length > 0) expect(said).toBeGreaterThan(0);
  },
);
