import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { readWords } from "@/components/ui/fixtures";
import { describeOthers } from "@/lib/answer/cell-text";
import { groupGiven } from "@/lib/answer/given";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { composeInWords } from "@/lib/answer/result-sentences";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { selectFirstReports } from "@/lib/study/cohort";
import { formatRegimenGiven } from "@/lib/wording/given-text";
import { CaseTable } from "./case-table";
import { describeVerdict } from "./describe-verdict";
import { Elsewhere } from "./elsewhere";
import { GapStrip, TogetherStrip } from "./gap-strip";
import { GivenTreatment } from "./given";
import { Nearest } from "./nearest";
import { RelatedLiterature } from "./related-literature";
import { listShownSections } from "./shown-sections";
import { StudyByStudy } from "./study-by-study";
import { Verdict } from "./verdict";

const library = realLibrary();

/** What a reader reads of a part of the answer: no tags, one space between words. */
function read(part: ReactNode): string {
  return readMarkup(renderToStaticMarkup(<CaseProvider>{part}</CaseProvider>));
}

function readMarkup(markup: string): string {
  return readWords(markup).replace(/ ([.,:;])/g, "$1");
}

const nothing = () => {};
const readVerdict = (profile: Profile) =>
  read(<Verdict {...describeVerdict(answerTo(profile, library), () => {})} onAnswer={nothing} onMore={nothing} />);

describe("report by report", () => {
  const readTable = (profile: Profile) => read(<CaseTable answer={answerTo(profile, library)} method="wilson" />);

  test("each report of a pregnant patient is a row, with what was given, the mother, the child and harm", () => {
    const answer = answerTo(exampleCases.pregnant.profile, library);
    expect(answer.describing).toHaveLength(4);
    const rows = renderToStaticMarkup(
      <CaseProvider>
        <CaseTable answer={answer} method="wilson" />
      </CaseProvider>,
    )
      .split("<tr")
      .slice(2);
    expect(rows).toHaveLength(4);
    answer.describing.forEach(({ name, pregnancy }, place) => {
      const row = readMarkup(`<tr${rows[place]}`);
      expect(row).toContain(name);
      expect(pregnancy.length).toBeGreaterThan(0);
      for (const result of pregnancy) {
        const text = result.kind === "count" ? result.figure.plain : result.text.text.replace(/\.$/, "");
        expect(row).toContain(text);
      }
    });
    const text = readTable(exampleCases.pregnant.profile);
    expect(text).toContain("Immunoglobulin alone");
    expect(text).toContain("born preterm, at 35 weeks: 1 of 1");
    expect(text).toContain("42 years");
    // what an abstract does not hold is not said to be unreported
    expect(text).toContain("not in the abstract");
    expect(text).not.toContain("After a pregnancy");
    // the interval of one patient is told once
    expect(text.match(/95% CI 0\.21 to 1/g)).toHaveLength(1);
  });

  test("a woman treated after a pregnancy stands apart, with what became of the pregnancy", () => {
    const text = readTable({ ...emptyProfile, features: { postpartum: "yes" } });
    expect(text).toMatch(/After a pregnancy .*therapeutic abortion before immunoglobulin: 1 of 1/);
  });

  test("tells cases of single patients only, and leaves the child to those of a pregnancy", () => {
    expect(readTable(exampleCases.refractoryAdult.profile)).toBe("");
    const profile: Profile = { ...emptyProfile, features: { juvenile: "no", oedema: "yes", refractory: "yes" } };
    const { describing } = answerTo(profile, library);
    expect(describing.length).toBeGreaterThan(0);
    const areSingle = describing.every(({ study }) => study.participants.treated === 1);
    expect(readTable(profile) !== "").toBe(areSingle);
    expect(readTable(profile)).not.toContain("Pregnancy and child");
  });
});

describe("what these studies gave", () => {
  test("each regimen on a line, its grams right after its words, and how many say nothing", () => {
    const answer = answerTo({ ...exampleCases.refractoryAdult.profile, weightKg: 62 }, library);
    const text = read(<GivenTreatment answer={answer} />);
    expect(text).toContain("What these studies gave, at 62 kg");
    const { regimens, silent } = groupGiven(answer.describing, 62);
    expect(regimens.length).toBeGreaterThan(3);
    expect(text).toContain(`${regimens.length - 3} more regimens`);
    for (const { words, studies, separate } of regimens.slice(0, 3)) {
      expect(text).toContain(words ?? formatRegimenGiven(studies[0]?.dose ?? null)?.replace(/\s+/g, " "));
      expect(text).toContain(`${separate} ${separate === 1 ? "study" : "studies"}`);
    }
    expect(text).toContain("2 g/kg a course (2 × 62 kg = 124 g)");
    // no bracket within a bracket
    expect(text).not.toMatch(/\([^()]*\(/);
    for (const { silence, studies } of silent)
      expect(text.toLowerCase()).toContain(
        `${silence}: ${selectFirstReports(studies.map(({ study }) => study)).length}`,
      );
    expect(text).toContain("under the skin");
  });

  test("without a weight there are no grams", () => {
    const text = read(<GivenTreatment answer={answerTo(exampleCases.refractoryAdult.profile, library)} />);
    expect(text).toMatch(/2 g\/kg a course: \d studies, \d+ patients.*?; every 4 weeks in \d of them\. /);
    expect(text).not.toMatch(/kg = /);
  });

  test("the infusions of one study are drawn and told in weeks", () => {
    const text = read(<GivenTreatment answer={answerTo(exampleCases.refractoryAdult.profile, library)} />);
    expect(text).toContain(`${"● ".repeat(10)}10 infusion courses, weeks 0, 4, 8 … 36`);
  });
});

describe("the nearest studies", () => {
  test("the reports of a pregnancy say what they lack and what became of the child", () => {
    const text = read(<Nearest answer={answerTo(exampleCases.pregnantWithLungDisease.profile, library)} />);
    expect(text).toMatch(/Williams 2007 .*lung disease not in the abstract .*healthy child at term: 1 of 1/);
    expect(text).toContain("Pregnancy and child");
  });

  test("a study of which only some are like this says how many", () => {
    const text = read(<Nearest answer={answerTo(exampleCases.refractoryLungDisease.profile, library)} />);
    expect(text).toMatch(/Galimberti 2018 .*Interstitial lung disease: some \(2 of 42\)/);
  });

  test.each([
    ["three where studies describe such a patient", exampleCases.adultSkinOnlyRefractory, 3],
    ["eight where nobody does", exampleCases.pregnantWithLungDisease, 8],
  ])("%s are in the open, and the others are counted", (_, { profile }, open) => {
    const answer = answerTo(profile, library);
    const { nearest } = answer.gap;
    expect(nearest.length).toBeGreaterThan(10);
    const text = read(<Nearest answer={answer} />);
    const names = nearest.map(({ name }) => name);
    expect(names.filter((name) => text.includes(name))).toEqual(names.slice(0, open));
    expect(text).toContain(`Show ${nearest.length - open} more`);
  });

  test("none is in the open where many studies describe such a patient, and all are counted", () => {
    const answer = answerTo(exampleCases.refractoryAdult.profile, library);
    const { nearest } = answer.gap;
    expect(answer.describing.length).toBeGreaterThan(25);
    const text = read(<Nearest answer={answer} />);
    for (const { name } of nearest) expect(text).not.toContain(name);
    expect(text).toContain(`Show all ${nearest.length}`);
  });
});

describe("the gap", () => {
  const readGap = (profile: Profile) => read(<GapStrip answer={answerTo(profile, library)} onOpen={nothing} />);

  test("shows each part with its studies and figures, and a zero between them", () => {
    const answer = answerTo(exampleCases.pregnantWithLungDisease.profile, library);
    const text = readGap(exampleCases.pregnantWithLungDisease.profile);
    expect(answer.gap.studied).toHaveLength(2);
    expect(text).toContain(`0 of ${answer.library.studies} studies describe both`);
    expect(text).toContain("Pregnant Lung disease not in the abstract 4 single cases");
    expect(text).toContain("Open these 4: Pregnant");
    for (const { describing, cells } of answer.gap.studied) {
      expect(text).toContain(`Open these ${describing.length}`);
      for (const { lead } of cells) if (lead) expect(text).toContain(`${lead.events} of ${lead.total}`);
    }
    expect(text).toContain("healthy child at term");
  });

  test("beside the figure of a part stand the counts of others, and what is told in words", () => {
    const { studied } = answerTo(exampleCases.pregnantWithLungDisease.profile, library).gap;
    const cells = studied.flatMap((part) => part.cells);
    const others = cells.map(describeOthers).filter(Boolean);
    const inWords = cells.flatMap(composeInWords);
    expect([others.length, inWords.length].every((count) => count > 0)).toBe(true);
    const text = readGap(exampleCases.pregnantWithLungDisease.profile);
    for (const words of [...others, ...inWords]) expect(text).toContain(words.replace(/\.$/, ""));
    expect(text).toContain("Zhou 2022, 3 of 8");
  });

  test("where the patient is described, numbers only; nothing for a single feature", () => {
    const { gap } = answerTo(exampleCases.skinOnlyRefractory.profile, library);
    const text = read(<TogetherStrip answer={answerTo(exampleCases.skinOnlyRefractory.profile, library)} />);
    expect(text).toContain("What has been studied together");
    expect(gap.combinations).toHaveLength(3);
    for (const { studies, patients } of gap.combinations)
      expect(text).toContain(`${studies} studies, ${patients} patients`);
    expect(text).not.toContain("Open these");
    expect(readGap(exampleCases.child.profile)).toBe("");
    expect(read(<TogetherStrip answer={answerTo(exampleCases.child.profile, library)} />)).toBe("");
  });

  test("its parts stand in the head, in the order of the sentence, with whose figures they are", () => {
    const { profile } = exampleCases.pregnantWithLungDisease;
    const text = readVerdict(profile);
    const order = ["Nearest: four studies of pregnancy", "Then 15 studies", "Open these 4: Pregnant", "7 of 17"];
    const places = order.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain("All 17 had antisynthetase antibody.");
    const child: Profile = { ...emptyProfile, diagnosis: "DM", features: { juvenile: "yes" } };
    expect(readVerdict(child)).toMatch(/37 of 47 .*Aggarwal 2022, randomised trial.*Most had refractory disease\./);
  });
});

describe("where else to look", () => {
  const readElsewhere = (profile: Profile) =>
    read(<Elsewhere answer={answerTo(profile, library)} onLeaveOut={nothing} />);

  test("names those who include such patients, and of how many", () => {
    const features: Profile["features"] = { juvenile: "no", dysphagia: "yes", refractory: "yes" };
    const text = readElsewhere({ ...emptyProfile, features, diagnosis: "DM" });
    expect(text).toContain("Others who include such patients");
    expect(text).toMatch(/Marie 2010 .* 34 of 73 with dermatomyositis .*In the whole study: normal eating again/);
    expect(readElsewhere(exampleCases.adultSkinOnlyRefractory.profile)).toMatch(
      /Galimberti 2018 .*15 of 42 with skin disease alone .*Of its patients with skin disease alone: .*13 of 15/,
    );
  });

  test("offers to leave out the answers that hide most studies", () => {
    const features: Profile["features"] = { juvenile: "no", oedema: "yes", refractory: "yes" };
    const profile: Profile = { ...emptyProfile, features, diagnosis: "DM" };
    const [first] = answerTo(profile, library).leaveOut;
    expect(first?.feature).toBe("oedema");
    expect(readElsewhere(profile)).toContain(
      `Without “Severe oedema”: ${first?.describing} studies, ${first?.patients} patients`,
    );
  });

  test("offers nothing that a half of the gap opens already", () => {
    const { leaveOut } = answerTo(exampleCases.pregnantWithLungDisease.profile, library);
    expect(leaveOut.length).toBeGreaterThan(0);
    expect(readElsewhere(exampleCases.pregnantWithLungDisease.profile)).not.toContain("Without “");
  });

  test("says which known reports the library does not hold, and is not there where there is nothing to say", () => {
    const { wanted } = answerTo(exampleCases.refractoryAdult.profile, library);
    expect(wanted.length).toBeGreaterThan(1);
    expect(readElsewhere(exampleCases.refractoryAdult.profile)).toContain(
      `${wanted.length} known reports of refractory disease are not in the library: which, and why.`,
    );
    expect(readElsewhere(exampleCases.pregnant.profile)).toBe("");
  });
});

test("inclusion body myositis: the sentence and the guidelines that speak of it; no figure, study or pool", () => {
  const profile: Profile = { ...emptyProfile, diagnosis: "IBM", features: { refractory: "yes", ild: "yes" } };
  const answer = answerTo(profile, library);
  expect(readVerdict(profile)).toContain("Myomatch does not cover inclusion body myositis");
  expect(listShownSections(answer).map(({ id }) => id)).toEqual(["answer", "guidelines", "safety"]);
  const parts = [
    <StudyByStudy key="results" answer={answer} method="wilson" onMethod={nothing} />,
    <GivenTreatment key="given" answer={answer} />,
    <Elsewhere key="elsewhere" answer={answer} onLeaveOut={nothing} />,
    <GapStrip key="gap" answer={answer} onOpen={nothing} />,
    <CaseTable key="cases" answer={answer} method="wilson" />,
    <Nearest key="nearest" answer={answer} />,
  ];
  for (const part of parts) expect(read(part)).toBe("");
  const text = read(<RelatedLiterature answer={answer} />);
  expect(answer.guidelines.length).toBeGreaterThan(2);
  for (const { study } of answer.guidelines) expect(text).toContain(study.citation.title);
  expect(text).not.toMatch(/on other patients|Show \d+ more/);
});

test("after the findings: how sure they are, and not again what the head has told of studies of others", () => {
  const text = read(
    <StudyByStudy
      answer={answerTo(exampleCases.adultSkinOnlyRefractory.profile, library)}
      method="wilson"
      onMethod={nothing}
    />,
  );
  expect(text).not.toContain("Galimberti 2018 treated others too.");
  // said by the certainty, at more length
  expect(text).not.toContain("None of them is a randomised trial.");
  expect(text).toContain("No randomised trial describes such patients");
});

describe("guidelines", () => {
  test("those that speak of such a patient come first, the newest first, two in the open and the others counted", () => {
    const { guidelines } = answerTo(exampleCases.refractoryAdult.profile, library);
    const near = guidelines.filter(({ isNear }) => isNear);
    expect(near.length).toBeGreaterThan(3);
    const text = read(<RelatedLiterature answer={answerTo(exampleCases.refractoryAdult.profile, library)} />);
    for (const { study } of near.slice(0, 2)) expect(text).toContain(study.citation.title);
    for (const { study } of guidelines.slice(2)) expect(text).not.toContain(study.citation.title);
    expect(text).toContain(`Show ${near.length - 2} more`);
    expect(text).toContain(`${guidelines.length - near.length} on other patients`);
  });

  test("have a space between their name and what they say", () => {
    const markup = renderToStaticMarkup(
      <CaseProvider>
        <RelatedLiterature answer={answerTo(exampleCases.child.profile, library)} />
      </CaseProvider>,
    );
    const items = markup.match(/<li.*?<\/li>/gs) ?? [];
    expect(items.length).toBeGreaterThan(1);
    for (const item of items) expect(item).not.toMatch(/<\/a>(<[^>]+>)*\p{L}/u);
  });

  test("say that none speaks of the whole combination, where none does", () => {
    const none = "None speaks of this whole combination.";
    const readOf = (profile: Profile) => read(<RelatedLiterature answer={answerTo(profile, library)} />);
    const { guidelines } = answerTo(exampleCases.pregnantWithLungDisease.profile, library);
    expect(guidelines.some(({ group }) => group === "this-patient")).toBe(false);
    expect(readOf(exampleCases.pregnantWithLungDisease.profile)).toContain(none);
    expect(readOf(exampleCases.child.profile)).not.toContain(none);
  });

  test("carry their status as a tag, with what took their place", () => {
    const answer = answerTo(exampleCases.pregnant.profile, library);
    const replaced = answer.guidelines.filter(({ study }) => study.guideline?.status === "replaced");
    expect(replaced.length).toBeGreaterThan(0);
    const guidelines = replaced.map((sheet) => ({ ...sheet, isNear: true }));
    const text = read(<RelatedLiterature answer={{ ...answer, guidelines }} />);
    expect(text).toMatch(/ replaced Replaced by: /);
  });
});
