import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { getNotesText, matchesSearch } from "./search";

const named = (part: { title?: string; authors?: string[] }) => toStudySummary(createStudy({ citation: part }));

/** Whether each form is found in a study whose title has another, in its title and in its notes. */
function expectAllFound(forms: readonly string[]) {
  for (const written of forms) {
    const titled = named({ title: `A study of ${written} in adults` });
    const noted = getNotesText(createStudy({ limitations: [`With ${written} only.`] }));
    for (const typed of forms) {
      expect(matchesSearch(typed, titled), `"${typed}" in a title with "${written}"`).toBe(true);
      expect(matchesSearch(typed, named({}), noted), `"${typed}" in notes with "${written}"`).toBe(true);
    }
  }
}

describe("a word is found however it is written", () => {
  test.each([
    [["necrotising", "necrotizing"]],
    [["randomised", "randomized"]],
    [["organisation", "organization"]],
    [["analysed", "analyzed"]],
    [["oedema", "edema"]],
    [["oesophageal", "esophageal"]],
    [["haemolysis", "hemolysis"]],
    [["anaemia", "anemia"]],
    [["ischaemic", "ischemic"]],
    [["paediatric", "pediatric"]],
    [["dyspnoea", "dyspnea"]],
    [["diarrhoea", "diarrhea"]],
    [["foetus", "fetus"]],
    [["aetiology", "etiology"]],
    [["tumour", "tumor"]],
    [["behaviour", "behavior"]],
    [["multicentre", "multicenter", "multi-centre", "Multi-Center"]],
    [["fibres", "fibers"]],
    [["titre", "titer"]],
    [["labelled", "labeled"]],
    [["enrolment", "enrollment"]],
    [["sulphate", "sulfate"]],
    [["leucocytes", "leukocytes"]],
    [["programme", "program"]],
    [["ageing", "aging"]],
    [["defence", "defense"]],
    [["Chérin", "Cherin", "CHÉRIN"]],
    [["O'Brien", "O’Brien", "O‘Brien", "OʼBrien", "O´Brien", "O`Brien", "OBrien"]],
    [["anti-MDA5", "antiMDA5", "anti-MDA-5", "anti MDA5", "anti MDA 5", "anti‑MDA5"]],
    [["MDA5", "MDA-5", "MDA 5"]],
    [["Jo-1", "Jo1", "Jo 1", "jo‐1"]],
    [["anti-Jo-1", "antiJo1", "anti-Jo1", "anti Jo-1"]],
    [["anti-SRP", "antiSRP", "anti SRP"]],
    [["TIF1-gamma", "TIF1γ", "TIF-1γ"]],
  ])("%j", (forms) => expectAllFound(forms));

  test("other words are not", () => {
    const study = named({ title: "Immunoglobulin in anti-MDA5 disease with 6-11 courses" });
    for (const typed of ["anti-SRP", "tumour", "MDA6", "611"]) expect(matchesSearch(typed, study), typed).toBe(false);
    expect(matchesSearch("6-11", study)).toBe(true);
  });
});

test("a word of the library is found while it is being typed, letter by letter", () => {
  const studies = loadLibrary().studies.map((sheet) => ({
    words: `${sheet.citation.title} ${sheet.citation.authors[0] ?? ""}`.split(/\s+/).filter(Boolean),
    summary: toStudySummary(sheet),
  }));
  expect(studies.length).toBeGreaterThan(100);
  fc.assert(
    fc.property(fc.constantFrom(...studies), fc.nat(), fc.nat(), ({ words, summary }, place, length) => {
      const word = words[place % words.length] ?? "";
      const typed = word.slice(0, 1 + (length % word.length));
      expect(matchesSearch(typed, summary), typed).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
