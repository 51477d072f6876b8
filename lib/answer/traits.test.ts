import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { CaseFacts } from "@/lib/case/facts";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { loadLibrary } from "@/lib/study/load";
import type { StudySummary } from "@/lib/study/summary";
import type { Feature } from "@/lib/vocabulary/feature";
import { type AnswerCell, type CountingStudy, listCells } from "./cells";
import { anyLikelyProfile, listGroup } from "./describing.arbitrary";
import { anySheets, createLibrary, realLibrary } from "./library.arbitrary";
import { composeFindings } from "./result-sentences";
import { listUnusedCounts } from "./silent-text";
import type { StudyAnswer } from "./study-answer";

vi.setConfig({ testTimeout: 60_000 });

const RUNS = countRuns(500);
const library = realLibrary();
const sheets = new Map(loadLibrary().studies.map((study) => [study.id, study]));

/** What the design calls special, each kind on a line, and a word by which a sentence names it. */
const special: readonly Partial<Record<Feature, string>>[] = [
  { pregnancy: "pregnant", postpartum: "within a year", juvenile: "under 18", elderly: "65 or over" },
  { skinOnly: "skin disease alone" },
  { ild: "interstitial lung disease", rapidlyProgressiveIld: "rapidly progressive lung disease" },
  { dysphagia: "dysphagia" },
  { calcinosis: "calcinosis" },
  { cardiac: "heart involvement" },
  { malignancy: "malignancy" },
  { overlapCtd: "overlap" },
  { antiMda5: "anti-MDA5" },
  { antisynthetase: "antisynthetase" },
  { antiSrp: "anti-SRP" },
  { antiHmgcr: "anti-HMGCR" },
  { antiTif1: "anti-TIF1" },
  { antiNxp2: "anti-NXP2" },
  { antiMi2: "anti-Mi-2" },
  { necrotising: "necrotising" },
  { oedema: "oedema" },
  { criticalIllness: "intensive care" },
  { onImmunoglobulin: "already on immunoglobulin" },
];

/** The traits that a sheet itself gives to all or most of its patients, and that were not said of this one: by kind. */
function listUnsaid({ id }: StudySummary, { traits }: CaseFacts): string[][] {
  return special.flatMap((kind) => {
    const entries = Object.entries(kind) as [Feature, string][];
    const words = entries.flatMap(([feature, word]) => {
      const share = sheets.get(id)?.features[feature]?.share;
      return (share === "all" || share === "most") && !traits.has(feature) ? [word] : [];
    });
    return words.length > 0 ? [words] : [];
  });
}

/** By which rule which study leads, told again from the design. */
function findLead(counting: readonly CountingStudy[]): [string, StudyAnswer] | null {
  const trial = counting.find(
    ({ found, figure }) => found.study.design.type === "randomised-controlled-trial" && figure.comparison,
  );
  if (trial) return ["trial", trial.found];
  const series = counting.find(({ figure }) => figure.total >= 5);
  if (series) return ["series", series.found];
  const few = counting.find(({ figure }) => figure.total > 1);
  if (few) return ["few", few.found];
  return counting[0] ? ["single-cases", counting[0].found] : null;
}

/** The studies that count a response or a survival, told again from their results. */
function findCounting(domain: "response" | "survival", describing: readonly StudyAnswer[]): string[] {
  return describing.flatMap(({ study, results }) => {
    const result = results[domain];
    if (result.kind !== "count") return [];
    const { treated } = study.participants;
    return treated !== null && result.figure.total > treated ? [] : [study.id];
  });
}

function expectCells(cells: readonly AnswerCell[], describing: readonly StudyAnswer[]) {
  for (const { domain, timing, counting, silent, lead, lowest, highest } of cells) {
    expect(counting.length + silent).toBe(describing.length);
    const places = counting.map(({ found }) => describing.indexOf(found));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    if (domain === "response" || domain === "survival") {
      expect(counting.map(({ found }) => found.study.id)).toEqual(findCounting(domain, describing));
    }
    // A relapse by its timing, and of the disease: an enzyme alone is no relapse of it.
    for (const { figure } of domain === "relapse" ? counting : []) {
      expect([figure.timing, figure.criterion === "enzyme"]).toEqual([timing, false]);
    }
    const expected = findLead(counting);
    expect(lead && [lead.rule, lead.found.study.id]).toEqual(expected && [expected[0], expected[1].study.id]);
    if (!lead) continue;
    const cohorts = lead.cases.flatMap(({ found }) => found.study.cohort ?? []);
    expect(new Set(cohorts).size).toBe(cohorts.length);
    const sum = (read: (counted: CountingStudy) => number) => lead.cases.map(read).reduce((a, b) => a + b, 0);
    expect([lead.events, lead.total]).toEqual([sum(({ figure }) => figure.events), sum(({ figure }) => figure.total)]);
    if (lead.rule !== "single-cases") expect(lead.cases).toHaveLength(1);
    if (lowest && highest) {
      const rate = ({ figure }: CountingStudy) => figure.events / figure.total;
      expect(rate(lowest)).toBeLessThanOrEqual(rate(highest));
      expect([lowest.found, highest.found]).not.toContain(lead.found);
    }
  }
}

describe("what leads, on the real library", () => {
  test("follows the four rules, with its patients' special traits beside it, on generated cases", () => {
    const seen = { leads: 0, traits: 0, rules: new Map<string, number>() };
    fc.assert(
      fc.property(anyLikelyProfile, (profile) => {
        const { facts, found: describing } = listGroup(profile, library);
        const cells = listCells(facts, describing);
        expectCells(cells, describing);
        const findings = composeFindings(cells, describing);
        const told = cells.filter(
          (cell) =>
            cell.lead ||
            (cell.domain === "response" && describing.length > 0) ||
            cell.timing !== null ||
            cell.inWords.length > 0 ||
            listUnusedCounts(cell).length > 0,
        );
        expect(findings).toHaveLength(told.length);
        const missing: string[] = [];
        for (const [index, { lead }] of told.entries()) {
          if (!lead) continue;
          seen.leads += 1;
          seen.rules.set(lead.rule, (seen.rules.get(lead.rule) ?? 0) + 1);
          const text = findings[index]?.lead.join(" ") ?? "";
          for (const { found } of lead.cases) {
            expect(text).toContain(found.name);
            for (const words of listUnsaid(found.study, facts)) {
              seen.traits += 1;
              if (!words.some((word) => text.includes(word))) missing.push(`${found.study.id}: ${words.join(" or ")}`);
            }
          }
        }
        expect(missing).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(seen.leads).toBeGreaterThan(RUNS / 2);
    expect(seen.traits).toBeGreaterThan(RUNS / 5);
    for (const rule of ["few", "series", "single-cases", "trial"])
      expect(seen.rules.get(rule) ?? 0, rule).toBeGreaterThan(0);
  });

  test("a study told by name further down has its traits beside it too: Suzuki 2009, of survivors beside deaths", () => {
    const profile: Profile = { ...emptyProfile, features: { refractory: "yes" }, diagnosis: "DM" };
    const { facts, found: describing } = listGroup(profile, library);
    const survival = composeFindings(listCells(facts, describing), describing).find(({ name }) => name === "Deaths");
    const more = survival?.more.join(" ") ?? "";
    expect(more).toMatch(/Suzuki 2009, .*2 of 5\. Suzuki 2009: all 5 had interstitial lung disease\./);
  });
});

/** Cases of one answer, which many generated studies meet. */
const anyAnsweredBy: fc.Arbitrary<Profile> = fc
  .constantFrom("refractory", "refractory", "pregnancy", "ild", "juvenile")
  .map((feature) => ({ ...emptyProfile, features: { [feature]: "yes" } }));

test("what leads follows the four rules on generated libraries", () => {
  let leads = 0;
  fc.assert(
    fc.property(anyAnsweredBy, anySheets, (profile, generated) => {
      const { facts, found: describing } = listGroup(profile, createLibrary(generated));
      const cells = listCells(facts, describing);
      leads += cells.filter(({ lead }) => lead).length;
      expectCells(cells, describing);
    }),
    { numRuns: countRuns(300) },
  );
  expect(leads).toBeGreaterThan(countRuns(20));
});
