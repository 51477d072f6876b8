import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { listFigures } from "@/lib/answer/result";
import { isBoxedWarning } from "@/lib/answer/safety";
import { exampleCases } from "@/lib/case/fixtures";
import { anyProfile } from "@/lib/case/profile.arbitrary";
import { formatCase } from "@/lib/case/questions";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { formatDate } from "@/lib/format/numbers";
import { countRuns } from "@/lib/format/runs.arbitrary";
import { joinWithAnd, stripFullStop } from "@/lib/format/text";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { describeShortfall } from "@/lib/wording/shortfall";
import { composePaperText } from "./paper-text";
import { describeCombinations, selectStudiesToPrint } from "./printed-studies";

const stored = loadLibrary();
const library = prepareLibrary({ ...stored, studies: stored.studies.map(toStudySummary) });
const address = "https://myomatch.example/#case=1.e30";
const day = "2026-11-25";

function composeText(profile: Profile, pins: string[] = []): string {
  const answer = answerTo(profile, library);
  return composePaperText({ answer, printed: selectStudiesToPrint(answer, pins), problem: null }, address, day);
}

describe("the summary as text", () => {
  test("what it names without a row of its own, it gives a reference of, above all where a name is made of a title", () => {
    const text = composeText(exampleCases.refractoryAdult.profile);
    const [, also = ""] = /\nALSO NAMED ABOVE\n(.*?)\n\n/s.exec(text) ?? [];
    expect(also).toContain("- Marie 2010: Marie I. ");
    expect(also).toMatch(/^- “Clinically amyopathic …” 2021: .*doi:10\.1186\/s12891-021-03996-1\.$/m);
    // what has a row has its reference there
    expect(also).not.toContain("Aggarwal 2022");
  });

  test.each(Object.values(exampleCases))("$name: all that the paper holds, in plain characters", ({ profile }) => {
    const answer = answerTo(profile, library);
    const text = composeText(profile);
    const searched = `searched ${formatDate(answer.library.searched)}`;
    // The certainty says at more length whether trials are among the studies.
    const sentences = answer.verdict.sentences.filter((sentence) => sentence !== answer.sentences.trials);
    expect(sentences.length).toBeGreaterThan(0);
    for (const part of [...sentences, answer.certainty, answer.library.version, searched, address])
      expect(text).toContain(part);
    for (const line of formatCase(profile)) expect(text).toContain(line);
    for (const { results } of selectStudiesToPrint(answer).studies) {
      for (const figure of listFigures(results)) {
        expect(text).toContain(`${figure.events} of ${figure.total}`);
        const parts = [figure.population, figure.derived, figure.comparison?.note, figure.comparison?.p];
        for (const part of parts) if (part) expect(text).toContain(stripFullStop(part));
      }
    }
    expect(text).not.toMatch(/undefined|null|NaN|<|\.\.(?!\.)|\n{3}| {2,}\S+ {2,}/);
    expect(text).not.toMatch(/\b[0-4] of [0-4] \(\d+%\)/);
  });

  test("the figure of the skin-only case, whole", () => {
    const text = composeText(exampleCases.skinOnlyRefractory.profile);
    expect(text).toContain("Case: Skin only: yes; Refractory: yes");
    expect(text).toMatch(/Response: 19 of 27 \(70%\) Major skin response; 95% CI 52% to 84%\. Who: /);
    expect(text).toContain("the 19 major responders, not all 27 treated");
    expect(text).toContain("PMID 23906502.");
  });

  test("studies that include such patients are named one after the other", () => {
    const features: Profile["features"] = { juvenile: "no", dysphagia: "yes", refractory: "yes" };
    expect(composeText({ ...emptyProfile, features, diagnosis: "DM" })).toMatch(
      /Others include such patients: Aggarwal 2022, 38 of 95 with dysphagia\. Also Marie 2010, 34 of 73 with dermatomyositis\./,
    );
  });

  test("the checks that a pregnancy makes relevant, with their sources", () => {
    expect(composeText(exampleCases.pregnant.profile)).toMatch(
      /SAFETY CHECKS THIS CASE MAKES RELEVANT\n- .+\(pregnant\).+\[.+\]/,
    );
  });

  test.each([...Object.values(exampleCases), { name: "a case that cannot be read", profile: null }])(
    "$name: the boxed warnings and haemolysis, with their sources, once each",
    ({ profile }) => {
      const answer = answerTo(profile ?? emptyProfile, library);
      const content = { answer, printed: selectStudiesToPrint(answer), problem: profile ? null : "It is cut short." };
      const lines = composePaperText(content, address, day).split("\n");
      const boxed = stored.safety.filter(isBoxedWarning);
      expect(new Set(boxed.map(({ topic }) => topic))).toEqual(new Set(["thrombosis", "kidney"]));
      for (const { check, why } of boxed) {
        const found = lines.filter((line) => line.startsWith(`- ${check}`));
        expect(found).toHaveLength(1);
        expect(found[0]).toContain(why.split(". ")[0] ?? why);
        expect(found[0]).toMatch(/\[Boxed warning, .+\]$/);
      }
      expect(lines.filter((line) => line.startsWith("- Haemolysis: blood group A, B or AB"))).toHaveLength(1);
    },
  );

  test("a weight brings the arithmetic, a contradiction is named, an empty case is noted", () => {
    expect(composeText(exampleCases.untreatedAdult.profile)).toContain("1 × 62 kg = 62 g a day");
    // the words of a regimen on the line of its grams
    const regimens = new Map(
      stored.studies.map(({ citation, treatment }) => [citation.title, treatment.regimen?.text]),
    );
    const { studies } = selectStudiesToPrint(answerTo(exampleCases.untreatedAdult.profile, library));
    const withGrams = composeText(exampleCases.untreatedAdult.profile)
      .split("\n")
      .filter((line) => /× 62 kg/.test(line));
    expect(withGrams.length).toBeGreaterThan(0);
    expect(withGrams).toEqual(
      studies.flatMap(({ study, dose }) =>
        dose?.arithmetic
          ? [`   Given: ${stripFullStop(regimens.get(study.citation.title) ?? "")} (${dose.arithmetic}).`]
          : [],
      ),
    );
    expect(composeText(exampleCases.skinOnlyWithLungDisease.profile)).toContain("Both were matched as stated.");
    expect(composeText(emptyProfile)).toContain("Case: nothing stated");
  });

  test("why two groups of a figure must not be compared, and what was worked out, stand beside the figure", () => {
    const pins = ["dalakas-1993", "aggarwal-2024", "levy-2010"];
    const text = composeText(exampleCases.refractoryAdult.profile, pins);
    expect(text).toContain("Some patients are counted in both groups, so no difference is worked out.");
    expect(text).toMatch(/Response: 6 of 6 .*How we got the number: 75% of eight is six/);
  });

  test("a case link that cannot be read is not printed as a case of which nothing is stated", () => {
    const answer = answerTo(emptyProfile, library);
    const content = { answer, printed: selectStudiesToPrint(answer) };
    const text = composePaperText({ ...content, problem: "It is cut short, so no case was opened." }, address, day);
    expect(text).toContain("Case: not known. The case link could not be read: It is cut short, so no case was opened.");
    expect(text).not.toContain("nothing stated");
  });

  test("studies that describe the patient and are not pinned are named", () => {
    const text = composeText(exampleCases.skinOnlyRefractory.profile, ["galimberti-2018"]);
    const { studies } = answerTo(exampleCases.skinOnlyRefractory.profile, library);
    const names = studies.filter(({ group }) => group === "this-patient").map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Bounfour 2014", "Cafardi 2015", "Liu 2023"]));
    expect(text).toContain(
      `Not pinned and not on this page: ${names.length} studies that describe this patient (${joinWithAnd(names)}).`,
    );
    expect(composeText(exampleCases.skinOnlyRefractory.profile)).not.toContain("Not pinned");
  });

  test("reports on the same patients say so, so that one trial does not seem to be several", () => {
    const pins = ["aggarwal-2022", "aggarwal-2024", "proderm-2025", "werth-2023"];
    const text = composeText(exampleCases.refractoryAdult.profile, pins);
    expect(text).toMatch(/\. Aggarwal 2022, randomised trial, 95 patients\n/);
    expect(text.match(/^\d\. .+, randomised trial, 95 patients, the patients of Aggarwal 2022$/gm)).toHaveLength(2);
    // half of them
    expect(text).toMatch(/\. Werth 2023, randomised trial, 47 patients, patients shared with Aggarwal 2022\n/);
  });

  test("without pins the same patients take one place, with the harm that another of their reports counts", () => {
    const text = composeText(exampleCases.refractoryAdult.profile);
    const { studies } = selectStudiesToPrint(answerTo(exampleCases.refractoryAdult.profile, library));
    expect(studies.filter(({ study }) => study.cohort === "proderm").map(({ study }) => study.id)).toEqual([
      "aggarwal-2022",
    ]);
    expect(text).toMatch(/ {3}Harm, Aggarwal 2024: any thromboembolic event: 6 of 95 \(6%\), 95% CI 3% to 13%; /);
    expect(text).toMatch(/any serious adverse event: 14 of 95 .*stopped for an adverse event: 13 of 95 /);
  });

  test("of a pregnancy: what became of each child, on the line of its report", () => {
    const text = composeText(exampleCases.pregnant.profile);
    const children = text.match(/^ {3}Pregnancy and child: .+$/gm) ?? [];
    expect(children).toHaveLength(4);
    expect(children.join()).toContain("healthy child at term: 1 of 1");
    expect(children.join()).toContain("fetal complication: 0 of 1");
    // one who was treated after an abortion stands with those words, and with no other pregnancy
    const after = composeText({ ...emptyProfile, features: { postpartum: "yes" } });
    expect(after.match(/^ {3}Pregnancy and child: .+$/gm)).toEqual([
      "   Pregnancy and child: therapeutic abortion before immunoglobulin: 1 of 1.",
    ]);
  });

  test("every finding, with how the other studies stand to it, and who includes such patients", () => {
    const text = composeText(exampleCases.adultSkinOnlyRefractory.profile);
    expect(text).toMatch(/\n- Relapse after stopping: Bounfour 2014, .*10 of 19 .* Of these 10, .*: 6\./);
    expect(text).toContain("Others include such patients: Galimberti 2018, 15 of 42 with skin disease alone.");
    expect(text).toMatch(/known reports are not in the library: \d of refractory disease/);
  });

  test("inclusion body myositis: the sentence, the guidelines that speak of it, and no study", () => {
    const profile: Profile = { ...emptyProfile, diagnosis: "IBM", features: { ild: "yes", refractory: "yes" } };
    const text = composeText(profile);
    expect(text).toContain("Answer: Myomatch does not cover inclusion body myositis");
    expect(text).not.toMatch(/No (published )?study|[Nn]obody/);
    const [, guidelines = ""] = text.split("GUIDELINES THAT SPEAK OF SUCH PATIENTS\n");
    expect(guidelines.match(/^- Guideline\. /gm)?.length).toBe(answerTo(profile, library).guidelines.length);
    expect(text).not.toMatch(/^\d+\. |ACROSS STUDIES|\n- Response|\d+ of \d+ \(\d+%\)/m);
  });

  test("pinned studies take the place of the first ones", () => {
    const text = composeText(exampleCases.pregnant.profile, ["gottfried-2000"]);
    expect(text).toContain("PINNED STUDIES\n\n1. Göttfried 2000");
    expect(text).not.toContain("\n2. ");
  });
});

describe("what keeps a study from describing the patient", () => {
  test("is noted for every study that does not, whatever the case", () => {
    fc.assert(
      fc.property(anyProfile, (profile) => {
        const { studies } = answerTo(profile, library);
        for (const found of studies) {
          const shortfall = describeShortfall(found, profile);
          if (found.group === "this-patient") expect(shortfall).toBe("");
          if (found.group === "part" || found.group === "other")
            expect([found.name, shortfall]).not.toEqual([found.name, ""]);
        }
      }),
      { numRuns: countRuns(40) },
    );
  });

  test("says first how it is silent, then of what there is nobody", () => {
    const features: Profile["features"] = { pregnancy: "yes", ild: "yes", dysphagia: "yes", refractory: "yes" };
    expect(composeText({ ...emptyProfile, features }, ["miyasaka-2012"])).toMatch(
      /1\. Miyasaka 2012, .* – lung disease and dysphagia not in the abstract; nobody pregnant\n/,
    );
  });

  test("names the count where only some share a feature, and what an answer of no rules out", () => {
    expect(composeText(exampleCases.skinOnlyWithLungDisease.profile, ["galimberti-2018"])).toMatch(
      /1\. Galimberti 2018, .* – Skin only: some \(15 of 42\); Interstitial lung disease: some \(2 of 42\)/,
    );
    const grown: Profile = { ...emptyProfile, features: { juvenile: "no", skinOnly: "yes" } };
    expect(composeText(grown, ["liu-2023j"])).toMatch(/1\. Liu 2023, .* – other patients: Under 18: all \(1 of 1\)/);
  });
});

describe("combinations on one line", () => {
  test("what no study is of with two features is not spelt out with a third", () => {
    const profile: Profile = {
      ...emptyProfile,
      features: { pregnancy: "yes", ild: "yes", refractory: "yes" },
    };
    const text = describeCombinations(answerTo(profile, library));
    expect(text).toContain("Pregnant + Interstitial lung disease: no study");
    expect(text).not.toContain("Pregnant + Interstitial lung disease + Refractory");
    expect(text).toContain("Where it says no study, there is none with a further feature either.");
  });

  test("and there is none; but it never claims that nobody has them, since some patients of a study may", () => {
    for (const { profile } of Object.values(exampleCases)) {
      const { combinations } = answerTo(profile, library).gap;
      for (const { features } of combinations.filter(({ studies }) => studies === 0)) {
        const more = combinations.filter((larger) => features.every((feature) => larger.features.includes(feature)));
        expect(more.filter(({ studies }) => studies > 0)).toEqual([]);
      }
      expect(describeCombinations(answerTo(profile, library))).not.toContain("nobody");
    }
  });
});
