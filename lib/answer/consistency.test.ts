import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { answersFromAge, type Profile } from "@/lib/case/schema";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { loadLibrary } from "@/lib/study/load";
import { featureOfDiagnosis } from "@/lib/vocabulary/concepts";
import type { Feature } from "@/lib/vocabulary/feature";
import { anyLikelyProfile } from "./describing.arbitrary";
import { answerTo, getReply, realLibrary } from "./library.arbitrary";
import { evidenceReply } from "./reply";
import { writeReply } from "./write-reply";

vi.setConfig({ testTimeout: 60_000 });

const library = realLibrary();
const sheets = new Map(loadLibrary().studies.map((study) => [study.id, study]));

/** Studies and patients that describe a case, as its own answer has them. */
function countDescribing(profile: Profile) {
  const { describing, patients } = getReply(profile, library).verdict;
  return { describing, patients };
}

/** The case without one answer, however that was given. */
function withoutAnswer(profile: Profile, aspect: Feature | "diagnosis"): Profile {
  const pairs = Object.entries(featureOfDiagnosis);
  const paired = pairs.find(([diagnosis]) => diagnosis === profile.diagnosis)?.[1];
  const isAge = aspect === "juvenile" || aspect === "elderly";
  const dropsBoth = aspect === paired;
  const removed = aspect === "diagnosis" ? paired : aspect;
  // An age that goes leaves what it says of the other question about age, unless that was answered otherwise.
  const answers = { ...(isAge && answersFromAge(profile)), ...profile.features };
  const kept = Object.entries(answers).filter(([feature]) => feature !== removed);
  return {
    ...profile,
    features: Object.fromEntries(kept),
    diagnosis: aspect === "diagnosis" || dropsBoth ? null : profile.diagnosis,
    ageYears: isAge ? null : profile.ageYears,
  };
}

describe("numbers that stand in two places", () => {
  const counted = new Set<string>();

  function expectAgreement(profile: Profile) {
    const answer = answerTo(profile, library);
    const reply = writeReply(answer);
    expect(evidenceReply.safeParse(reply).error).toBeUndefined();
    const inGroup = (group: string) => reply.studies.filter((study) => study.group === group);
    expect(reply.verdict.describing).toBe(inGroup("this-patient").length);
    expect(reply.gap.nearest.map(({ id }) => id)).toEqual(inGroup("part").map(({ id }) => id));
    expect(reply.gap.described).toBe(reply.verdict.describing > 0);
    expect(reply.sure === 0).toBe(reply.verdict.describing === 0);
    for (const { counting, silent } of reply.cells) expect(counting + silent).toBe(reply.verdict.describing);
    const { defining } = answer.facts;
    const whole = reply.gap.combinations.find(({ features }) => features.length === defining.length);
    if (whole && reply.profile.contradictions.length === 0) {
      counted.add("combination");
      expect([whole.studies, whole.patients]).toEqual([reply.verdict.describing, reply.verdict.patients]);
    }
    expect(reply.leaveOut.length).toBeLessThanOrEqual(2);
    expect(reply.include.length).toBeLessThanOrEqual(3);
    for (const { feature, describing, patients } of reply.leaveOut.slice(0, 1)) {
      counted.add("leaveOut");
      expect(describing).toBeGreaterThan(reply.verdict.describing);
      expect(countDescribing(withoutAnswer(profile, feature))).toEqual({ describing, patients });
    }
    for (const { id, aspect, n, of } of reply.include) {
      counted.add("include");
      expect(inGroup("part").map((study) => study.id)).toContain(id);
      // Diagnoses may be counted among all enrolled, or where it is not said how many were treated.
      const treated = sheets.get(id)?.participants.treated ?? 0;
      if (aspect === "diagnosis") expect(of).toBeGreaterThanOrEqual(treated);
      else expect(of).toBe(treated);
      expect(n).toBeLessThan(of);
      const reported = aspect === "diagnosis" ? null : sheets.get(id)?.features[aspect]?.n;
      if (reported) expect(n).toBe(reported);
    }
    const cohorts = reply.include.flatMap(({ id }) => sheets.get(id)?.cohort ?? []);
    expect(new Set(cohorts).size).toBe(cohorts.length);
  }

  test("agree, and every reply is of the form that it promises", () => {
    for (const { profile } of Object.values(exampleCases)) expectAgreement(profile);
    fc.assert(fc.property(anyLikelyProfile, expectAgreement), { numRuns: countRuns(25) });
    expect([...counted].sort()).toEqual(["combination", "include", "leaveOut"]);
  });
});
