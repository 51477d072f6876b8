import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { anyLikelyProfile } from "./describing.arbitrary";
import { secondEditionLibrary } from "./fixtures";
import { describeRegimenOfLead, describeRegimenShort, findFirstLead, findOtherDose } from "./lead-regimen";
import { answerTo } from "./library.arbitrary";

const library = secondEditionLibrary();
const study = (id: string) => {
  const found = library.byKind.treatment.find((one) => one.id === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
};

test.each([
  ["bounfour-2014", "IV, dose not in the abstract"],
  ["cafardi-2015", "IV, 2 g/kg every 4 weeks"],
  ["tsai-1997", "IV, every 4 weeks, g/kg not in the abstract"],
  ["gambini-2014", "under the skin, 0.2 g/kg a week"],
  ["aggarwal-2022", "IV, 2 g/kg every 4 weeks; 1 g/kg, from week 28, stable patients only"],
  // once at the start, and every three weeks only later
  ["lim-2021", "IV, 2 g/kg at the start; 1 g/kg, weeks 3 and 6"],
  // what limits a dose is kept
  ["sanges-2017", "IV, over 1 g/kg per cycle to be included; just over 90% had 2 g/kg per cycle"],
  ["kakeda-undated", "IV, 0.4 g/kg a day on five days in the first patient"],
  ["liu-2023j", "IV, about 1.7 g/kg a month, two cycles"],
  ["pediatr-res-1997", "IV, 2 g/kg every two to four weeks"],
  ["scig-dm-case-2008", "about 1.7 g/kg a month under the skin at home"],
])("%s: %s", (id, words) => {
  expect(describeRegimenShort(study(id))).toBe(words);
});

describe("beside a leading figure stands what its own patients were given", () => {
  test.each([
    ["adultSkinOnlyRefractory", "response", "IV, dose not in the abstract."],
    ["refractoryAdult", "response", "IV, 2 g/kg every 4 weeks; 1 g/kg, from week 28, stable patients only."],
    ["refractoryAdult", "relapse", "under the skin, 0.2 g/kg a week."],
    // reports on the patients of the first cell
    ["refractoryAdult", "harm", null],
    [
      "pregnant",
      "response",
      "IV, 2 g/kg every 4 weeks (Williams 2007); IV, dose not in the abstract (Linardaki 2011, Li 2018).",
    ],
  ] as const)("%s, %s: %s", (name, domain, words) => {
    const { cells } = answerTo(exampleCases[name].profile, library);
    const first = findFirstLead(cells);
    const lead = cells.find((cell) => cell.domain === domain && cell.lead)?.lead;
    if (!lead) throw new Error("nothing leads");
    expect(describeRegimenOfLead(lead, lead === first ? null : first)).toBe(words);
  });

  test("of each of its studies and of no other, without grams, whatever the case", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyLikelyProfile, (profile) => {
        const { cells } = answerTo({ ...profile, weightKg: 62 }, library);
        const first = findFirstLead(cells);
        for (const { lead } of cells) {
          if (!lead) continue;
          const given = describeRegimenOfLead(lead, lead === first ? null : first);
          if (given === null) {
            // said beside the first already, of the same patients or in the same words; or of an earlier treatment
            const isEarlier = lead.cases.some(({ figure }) => /intravenous|IVIG|subcutaneous/i.test(figure.plain));
            if (!isEarlier) expect(lead).not.toBe(first);
            continue;
          }
          seen += 1;
          for (const { found } of lead.cases) expect(given).toContain(describeRegimenShort(found.study));
          expect(given).not.toMatch(/\d g\b(?!\/kg)/);
        }
      }),
      { numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(20);
  });
});

test("beside what happened under an earlier treatment by another route stands no regimen", () => {
  const profile = { ...emptyProfile, features: { juvenile: "yes", refractory: "yes" } } as const;
  const harm = answerTo(profile, library).cells.find(({ domain }) => domain === "harm")?.lead;
  expect(harm?.figure.plain).toBe("systemic reaction to intravenous infusions");
  expect(harm && describeRegimenShort(harm.found.study)).toMatch(/^under the skin/);
  expect(harm && describeRegimenOfLead(harm, null)).toBe(null);
});

test("where no dose of the lead is told, the other study that tells one is named with its own patients", () => {
  const { cells, describing } = answerTo(exampleCases.adultSkinOnlyRefractory.profile, library);
  const lead = findFirstLead(cells);
  if (!lead) throw new Error("nothing leads");
  const other = findOtherDose(lead, describing);
  expect(other?.found.study.id).toBe("cafardi-2015");
  expect(other?.text).toBe(", 2 other patients: IV, 2 g/kg every 4 weeks.");
  const adult = answerTo(exampleCases.refractoryAdult.profile, library);
  const told = findFirstLead(adult.cells);
  expect(told && findOtherDose(told, adult.describing)).toBe(null);
});
