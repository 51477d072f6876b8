import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCase } from "@/lib/case/facts";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { loadLibrary } from "@/lib/study/load";
import type { WantedReport } from "@/lib/study/wanted";
import { formatWantedReports, selectWantedReports } from "./wanted-reports";

const report = (title: string, about: WantedReport["about"], part: Partial<WantedReport> = {}): WantedReport => ({
  title,
  year: null,
  pmid: null,
  doi: null,
  reason: "no page that could be read",
  about,
  ...part,
});

const wanted = [
  report("nobody in particular", []),
  report("lung", ["ild"]),
  report("children with necrotising myopathy", ["juvenile", "necrotising"]),
  report("refractory", ["refractory"]),
  report("refractory, held in part", ["refractory"], { inPart: true }),
];

const titlesFor = (part: Partial<Profile>) =>
  selectWantedReports(readCase({ ...emptyProfile, ...part }), wanted).map(({ title }) => title);

describe("the wanted reports about a patient", () => {
  test.each<[string, Partial<Profile>, string[]]>([
    ["of whom nothing is known", {}, []],
    ["with one feature", { features: { refractory: "yes" } }, ["refractory"]],
    ["with one answered no", { features: { refractory: "no", ild: "no" } }, []],
    [
      "with two features, in the order of the list",
      { features: { refractory: "yes", ild: "yes" } },
      ["lung", "refractory"],
    ],
    ["with one of the two that a report is about", { features: { juvenile: "yes" } }, []],
    [
      "with both, one by age and one by diagnosis",
      { ageYears: 9, diagnosis: "IMNM" },
      ["children with necrotising myopathy"],
    ],
    ["with one that follows by definition", { features: { rapidlyProgressiveIld: "yes" } }, ["lung"]],
  ])("%s", (_, part, titles) => {
    expect(titlesFor(part)).toEqual(titles);
  });

  test("are the reports of the real list that ask nothing more than what was stated or follows", () => {
    const list = loadLibrary().wanted;
    const specific = list.filter(({ about }) => about.length > 0);
    expect(specific.length).toBeGreaterThan(10);
    let found = 0;
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const facts = readCase(profile);
        const selected = new Set(selectWantedReports(facts, list));
        found += selected.size;
        for (const one of list) {
          const isMet = one.about.every((feature) => [...facts.traits].some((known) => known === feature));
          expect(selected.has(one)).toBe(isMet && specific.includes(one) && !one.inPart);
        }
      }),
    );
    expect(found).toBeGreaterThan(20);
  });
});

test.each<[WantedReport["about"][], string | null]>([
  [[], null],
  [[["ild"]], "1 known report of interstitial lung disease is not in the library"],
  [[["ild", "juvenile"]], "1 known report of interstitial lung disease and children is not in the library"],
  [[["ild"], ["ild"]], "2 known reports of interstitial lung disease are not in the library"],
  [
    [["ild"], ["refractory"], ["ild"]],
    "3 known reports are not in the library: 2 of interstitial lung disease; 1 of refractory disease",
  ],
])("%j as words", (abouts, words) => {
  expect(formatWantedReports(abouts.map((about) => report("one", about)))).toBe(words);
});
