import { describe, expect, test } from "vitest";
import { assemble } from "@/lib/evidence/assemble";
import { prepareLibrary } from "@/lib/evidence/library";
import { exampleCases } from "@/lib/profile/examples";
import { caseInWords } from "@/lib/profile/questions";
import { emptyProfile, type Profile } from "@/lib/profile/schema";
import { loadLibrary } from "@/lib/study/load";
import { toRecord } from "@/lib/study/record";
import { combinationsInWords, studiesToPrint } from "./summary";
import { summaryText } from "./summary-text";

const held = loadLibrary();
const library = prepareLibrary({ ...held, studies: held.studies.map(toRecord) });
const records = new Map(library.studies.map((study) => [study.id, study]));
const address = "https://myomatch.example/#case=1.e30";

function textOf(profile: Profile, pins: string[] = []): string {
  const view = assemble(profile, library);
  return summaryText({ view, profile, printed: studiesToPrint(view, pins), records }, address);
}

describe("the summary as text", () => {
  test.each(Object.values(exampleCases))("$name: all that the paper holds, in plain characters", ({ profile }) => {
    const view = assemble(profile, library);
    const text = textOf(profile);
    for (const part of [view.verdict.text, view.certainty, view.library.version, "searched 22 Nov 2026", address])
      expect(text).toContain(part);
    for (const said of caseInWords(profile)) expect(text).toContain(said);
    if (!view.gap.described) expect(text).toContain(view.gap.text);
    for (const { response, relapse, survival } of studiesToPrint(view).studies) {
      for (const figure of [response, relapse, survival].filter((one) => one !== null)) {
        expect(text).toContain(`${figure.events} of ${figure.total}`);
        expect(text).toContain(figure.population.replace(/\.$/, ""));
      }
    }
    expect(text).not.toMatch(/undefined|null|NaN|<|\.\.(?!\.)|\n{3}| {2,}\S+ {2,}/);
    expect(text).not.toMatch(/\b[0-4] of [0-4] \(\d+%\)/);
  });

  test("the figure of the skin-only case, whole", () => {
    const text = textOf(exampleCases.skinOnlyRefractory.profile);
    expect(text).toContain("Case: Skin only: yes; Refractory: yes");
    expect(text).toMatch(/Response: 19 of 27 \(70%\) Major skin response; 95% interval 52% to 84%\. Of whom: /);
    expect(text).toContain("the 19 major responders, not all 27 treated");
    expect(text).toContain("PMID 23906502.");
  });

  test("the checks that a pregnancy makes relevant, with their sources", () => {
    expect(textOf(exampleCases.pregnant.profile)).toMatch(
      /SAFETY CHECKS THIS CASE MAKES RELEVANT\n- .+\(pregnant\).+\[.+\]/,
    );
  });

  test("a weight brings the arithmetic, a contradiction is named, nothing stated is said", () => {
    expect(textOf(exampleCases.untreatedAdult.profile)).toContain("1 × 62 kg = 62 g a day");
    expect(textOf(exampleCases.skinOnlyWithLungDisease.profile)).toContain("Both were matched as stated.");
    expect(textOf(emptyProfile)).toContain("Case: nothing stated");
  });

  test("pinned studies take the place of the first ones", () => {
    const text = textOf(exampleCases.pregnant.profile, ["gottfried-2000"]);
    expect(text).toContain("PINNED STUDIES\n\n1. Göttfried 2000");
    expect(text).not.toContain("\n2. ");
  });
});

describe("combinations on one line", () => {
  test("what nobody has with two features is not spelt out with a third", () => {
    const profile: Profile = {
      ...emptyProfile,
      features: { pregnancy: "yes", ild: "yes", refractory: "yes" },
    };
    const view = assemble(profile, library);
    const text = combinationsInWords(view);
    expect(text).toContain("Pregnant + Interstitial lung disease: nobody");
    expect(text).not.toContain("Pregnant + Interstitial lung disease + Refractory");
    expect(text).toContain("Where it says nobody, no further feature was studied either.");
  });

  test("and nobody does have them", () => {
    for (const { profile } of Object.values(exampleCases)) {
      const { combinations } = assemble(profile, library).gap;
      for (const { features } of combinations.filter(({ studies }) => studies === 0)) {
        const more = combinations.filter((one) => features.every((feature) => one.features.includes(feature)));
        expect(more.filter(({ studies }) => studies > 0)).toEqual([]);
      }
    }
  });
});
