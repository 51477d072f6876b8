import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { featureOfDiagnosis } from "@/lib/vocabulary/concepts";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { anyLikelyProfile, listGroup } from "./describing.arbitrary";
import { answerTo, getReply, realLibrary } from "./library.arbitrary";
import type { StudyAnswer } from "./study-answer";

vi.setConfig({ testTimeout: 60_000 });

const library = realLibrary();

describe("what is asked and named", () => {
  test("a concept that is stated twice is named once", () => {
    for (const [diagnosis, feature] of Object.entries(featureOfDiagnosis)) {
      const profile = {
        ...emptyProfile,
        diagnosis: diagnosis as keyof typeof featureOfDiagnosis,
        features: { [feature]: "yes" as const, refractory: "yes" as const },
      };
      const { verdict, gap } = getReply(profile, library);
      for (const text of [verdict.sentences[0] ?? "", gap.text.split(". ")[0] ?? ""]) {
        const named = text.match(/amyopathic|necrotising|antisynthetase|overlap/g) ?? [];
        expect([text, named.length]).toEqual([text, 1]);
      }
    }
  });

  test("no question is absurd", () => {
    const ask = (profile: Partial<Profile>) => getReply({ ...emptyProfile, ...profile }, library).ask?.feature;
    const absurd: [Partial<Profile>, Feature[]][] = [
      [
        { features: { skinOnly: "yes" } },
        ["necrotising", "antiSrp", "antiHmgcr", "ild", "rapidlyProgressiveIld", "dysphagia", "cardiac"],
      ],
      [{ features: { skinOnly: "yes", juvenile: "no", refractory: "yes" } }, ["dysphagia", "cardiac"]],
      [{ features: { muscle: "no" } }, ["dysphagia", "cardiac"]],
      [{ features: { pregnancy: "yes" } }, ["elderly"]],
      [{ features: { juvenile: "yes" } }, ["elderly"]],
      [{ features: { firstLine: "yes" } }, ["refractory", "steroidDependent", "onImmunoglobulin"]],
      [
        { features: { antiMda5: "yes" } },
        ["antiSrp", "antiHmgcr", "antisynthetase", "antiTif1", "antiNxp2", "antiMi2"],
      ],
      [{ diagnosis: "DM" }, ["necrotising", "antiSrp", "antiHmgcr", "overlapCtd"]],
      [{ diagnosis: "PM" }, ["skinOnly", "amyopathic"]],
    ];
    // Each is asked for after the questions that would come before it are answered.
    let asked = 0;
    for (const [profile, never] of absurd) {
      let open: Partial<Profile> = profile;
      for (let step = 0; step < 4; step += 1) {
        const next = ask(open);
        if (!next) break;
        asked += 1;
        expect([profile, never.includes(next) ? next : null]).toEqual([profile, null]);
        open = { ...open, features: { ...open.features, [next]: "no" } };
      }
    }
    expect(asked).toBeGreaterThan(15);
    expect(ask({ diagnosis: "IBM" })).toBeUndefined();
  });
});

describe("sentences of our own", () => {
  /** Names and words that are quoted count as one word each, however long: a sentence cannot shorten them. */
  function replaceQuoted(sentence: string, quoted: readonly string[]): string {
    return quoted.reduce((text, part) => text.replaceAll(part, "Quoted"), sentence);
  }

  function listQuoted({ found }: { found: readonly StudyAnswer[] }): string[] {
    const parts = found.flatMap(({ name, study, results, harms }) => [
      name,
      ...study.outcomes.flatMap(({ label, plain, population, comparator }) => [
        label,
        plain ?? label,
        population.replace(/\.$/, ""),
        comparator?.label ?? label,
      ]),
      ...[...Object.values(results), ...harms].flatMap((result) => (result.kind === "text" ? [result.text.text] : [])),
    ]);
    const capitalised = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
    return [...new Set([...parts, ...capitalised])].filter(Boolean).sort((a, b) => b.length - a.length);
  }

  const patient = /\ba (pregnant )?(patient|child)\b.*?(?=( given immunoglobulin|\.$|\.\s|$))/;
  const topics = / of (?!these|them\b)[^().]*(?= \()/;
  /** What the nearest studies lack is a list in brackets, as long as the case. */
  const lacks = /^((?:Nearest:|Then) .*)\(.*\)/;

  test("have at most 20 words, no bracket in a bracket, no percentage of few and no order", () => {
    const seen = { sentences: 0, longest: 0 };
    const expectPlain = (profile: Profile) => {
      const answer = answerTo(profile, library);
      const whom = answer.cells.flatMap(({ inWords }) => inWords.flatMap(({ population }) => population ?? []));
      const quoted = [...whom, ...listQuoted({ found: answer.studies })];
      const findings = answer.findings.flatMap(({ lead, more, beside }) => [...lead, ...more, ...beside]);
      for (const told of [...answer.verdict.sentences, ...findings]) {
        // A trial's own words may be of any length.
        if (told.includes("says in words:")) continue;
        const own = replaceQuoted(told, quoted);
        expect(own).not.toMatch(/\([^()]*\(/);
        expect(told).not.toMatch(/\b\d+ of [1-4] \(/);
        expect(told).not.toMatch(/\b1 of 1\b[^.]*100%/);
        expect(own).not.toMatch(/\bshould\b|recommend|medically necessary|\bimproved\b/i);
        for (const sentence of own.split(/(?<=[.?!]) (?=[A-Z\d])/)) {
          const words = sentence
            .replace(patient, "Patient")
            .replace(topics, " of Topic")
            .replace(lacks, "$1(lacks)")
            .split(/\s+/)
            .filter(Boolean);
          seen.sentences += 1;
          seen.longest = Math.max(seen.longest, words.length);
          expect([sentence, words.length <= 20]).toEqual([sentence, true]);
        }
      }
    };
    for (const { profile } of Object.values(exampleCases)) expectPlain(profile);
    for (const feature of features.slice(0, 12)) {
      expectPlain({ ...emptyProfile, features: { [feature]: "yes" }, diagnosis: "DM" });
    }
    fc.assert(fc.property(anyLikelyProfile, expectPlain), { numRuns: countRuns(25) });
    expect(seen.sentences).toBeGreaterThan(300);
    expect(seen.longest).toBeGreaterThan(12);
  });
});

describe("single cases that go well", () => {
  const goWell = "Single cases tend to be published when they go well.";

  test("are said to be published more only where no case holds a failure, a death or a harm", () => {
    const seen = { single: 0, failures: 0, well: 0 };
    for (const feature of features) {
      for (const diagnosis of [null, "DM", "PM"] as const) {
        const profile: Profile = { ...emptyProfile, features: { [feature]: "yes" }, diagnosis };
        const { found } = listGroup(profile, library);
        const areSingle = found.length > 0 && found.every(({ study }) => study.participants.treated === 1);
        if (!areSingle) continue;
        seen.single += 1;
        const { text } = getReply(profile, library).verdict;
        const hasFailed = found.some(({ results: { response, survival } }) => {
          const failed = response.kind === "count" && response.figure.events === 0;
          const { direction = "benefit", events = 1 } = survival.kind === "count" ? survival.figure : {};
          return failed || (direction === "benefit" ? events === 0 : events > 0);
        });
        seen.failures += hasFailed ? 1 : 0;
        seen.well += text.includes(goWell) ? 1 : 0;
        if (hasFailed) expect(text).not.toContain(goWell);
      }
    }
    expect(seen.single).toBeGreaterThan(5);
    expect(seen.well).toBeGreaterThan(0);
    expect(seen.failures).toBeGreaterThan(0);
  });

  test("and nothing of the kind is said of series", () => {
    const { found } = listGroup(exampleCases.refractoryAdult.profile, library);
    expect(found.length).toBeGreaterThan(20);
    expect(getReply(exampleCases.refractoryAdult.profile, library).verdict.text).not.toContain(goWell);
  });
});
