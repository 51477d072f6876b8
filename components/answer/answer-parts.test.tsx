import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { formatOtherResult } from "@/lib/wording/result-text";
import { Elsewhere } from "./elsewhere";
import { GapPanel } from "./gap";
import { GivenTreatment } from "./given";
import { Harm } from "./harm";
import { PeopleTable } from "./people-table";
import { RelatedLiterature } from "./related-literature";
import { Results } from "./results";
import { listShownSections } from "./shown-sections";
import { Verdict } from "./verdict";

const library = realLibrary();

/** What a reader reads of a part of the answer: no tags, one space between words. */
function read(part: ReactNode): string {
  return renderToStaticMarkup(<CaseProvider>{part}</CaseProvider>)
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,:;])/g, "$1");
}

const nothing = () => {};
const readVerdict = (profile: Profile) =>
  read(<Verdict answer={answerTo(profile, library)} shown={[]} onAnswer={nothing} />);

describe("mother and child", () => {
  test("each report of a pregnant patient is a row, with the child in it", () => {
    const { describing } = answerTo(exampleCases.pregnant.profile, library);
    expect(describing).toHaveLength(4);
    const markup = renderToStaticMarkup(
      <CaseProvider>
        <PeopleTable studies={describing} />
      </CaseProvider>,
    );
    const rows = markup.split("<tr").slice(2);
    expect(rows).toHaveLength(4);
    describing.forEach(({ name, pregnancy }, place) => {
      expect(rows[place]).toContain(name);
      expect(pregnancy.length).toBeGreaterThan(0);
      for (const result of pregnancy) expect(rows[place]).toContain(formatOtherResult(result));
    });
    // what an abstract does not hold is not said to be unreported
    expect(markup).toContain("not in the abstract");
  });

  test("stands in the answer to a pregnancy and in no other", () => {
    const readResults = (profile: Profile) =>
      read(<Results answer={answerTo(profile, library)} method="wilson" onMethod={nothing} />);
    expect(readResults(exampleCases.pregnant.profile)).toContain("Mother and child, report by report");
    expect(readResults({ ...emptyProfile, features: { postpartum: "yes" } })).toContain(
      "therapeutic abortion before immunoglobulin: 1 of 1",
    );
    expect(readResults(exampleCases.refractoryAdult.profile)).not.toContain("Mother and child, report by report");
  });
});

test("harm: every adverse event of the describing studies with its population, and how many say nothing of it", () => {
  const { describing } = answerTo(exampleCases.refractoryAdult.profile, library);
  const reporting = describing.filter(({ harms }) => harms.length > 0);
  expect(reporting.length).toBeGreaterThan(5);
  const text = read(<Harm describing={describing} />);
  for (const { harms } of reporting)
    for (const harm of harms) expect(text.toLowerCase()).toContain(formatOtherResult(harm).toLowerCase());
  expect(text).toContain("Any thromboembolic event: 6 of 95 (6%), 95% CI 3% to 13%. Who: all patients given");
  expect(text).toContain(`${describing.length - reporting.length} studies that describe this patient say nothing`);
  expect(read(<Harm describing={[]} />)).toBe("");
});

test("what was given: no grams without the words of their regimen before them", () => {
  const answer = answerTo({ ...exampleCases.refractoryAdult.profile, weightKg: 62 }, library);
  const text = read(<GivenTreatment answer={answer} />);
  expect(text).toContain("What was given, worked out for 62 kg");
  const withGrams = answer.given.flatMap(({ dose }) => (dose?.arithmetic ? [dose] : []));
  expect(withGrams.length).toBeGreaterThan(5);
  for (const { regimen, arithmetic } of withGrams)
    expect(text).toContain(`${regimen.replace(/\.$/, "").replace(/\s+/g, " ")} (${arithmetic}`);
  expect(text).toContain("Subcutaneous");
  expect(text).toContain(`${answer.given.length - 6} more studies`);
  const without = answerTo({ ...emptyProfile, features: { pregnancy: "yes" } }, library);
  expect(read(<GivenTreatment answer={without} />)).toMatch(/What was given .*Alongside: medium-dose corticosteroids/);
});

test("the nearest reports of a pregnancy say what became of the child", () => {
  const text = read(<GapPanel answer={answerTo(exampleCases.pregnantWithLungDisease.profile, library)} />);
  expect(text).toContain(
    "Williams 2007: lung disease not in the abstract. Healthy child at term: 1 of 1; birth weight:",
  );
});

describe("where else to look", () => {
  const readElsewhere = (profile: Profile) =>
    read(<Elsewhere answer={answerTo(profile, library)} onLeaveOut={nothing} />);

  test("names those who include such patients, and of how many", () => {
    const features: Profile["features"] = { juvenile: "no", dysphagia: "yes", refractory: "yes" };
    const text = readElsewhere({ ...emptyProfile, features, diagnosis: "DM" });
    expect(text).toContain("Others who include such patients");
    expect(text).toContain(
      "Marie 2010: 34 of 73 with dermatomyositis. Response in the whole study: normal eating again",
    );
    expect(readElsewhere(exampleCases.adultSkinOnlyRefractory.profile)).toMatch(
      /Galimberti 2018: 15 of 42 with skin disease alone\. Response of its patients with skin disease alone: .*13 of 15/,
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

  test("says which known reports the library does not hold, and is not there where there is nothing to say", () => {
    const { wanted } = answerTo(exampleCases.refractoryAdult.profile, library);
    expect(wanted.length).toBeGreaterThan(1);
    expect(readElsewhere(exampleCases.refractoryAdult.profile)).toContain(
      `${wanted.length} known reports of such patients are not in the library: which, and why.`,
    );
    expect(readElsewhere(exampleCases.pregnant.profile)).toBe("");
  });
});

test("inclusion body myositis: the sentence and the guidelines that speak of it; no figure, study or pool", () => {
  const profile: Profile = { ...emptyProfile, diagnosis: "IBM", features: { refractory: "yes", ild: "yes" } };
  const answer = answerTo(profile, library);
  expect(readVerdict(profile)).toContain("Myomatch does not cover inclusion body myositis");
  expect(listShownSections(answer)).toEqual(["guidelines", "safety"]);
  const parts = [
    <Results key="results" answer={answer} method="wilson" onMethod={nothing} />,
    <Harm key="harm" describing={answer.describing} />,
    <GivenTreatment key="given" answer={answer} />,
    <Elsewhere key="elsewhere" answer={answer} onLeaveOut={nothing} />,
    <GapPanel key="gap" answer={answer} />,
  ];
  for (const part of parts) expect(read(part)).toBe("");
  expect(answer.guidelines.length).toBeGreaterThan(0);
  expect(read(<RelatedLiterature answer={answer} />)).not.toContain("not cover such a patient");
});

test("after the findings: how sure they are, and the counts of such patients in studies of others", () => {
  const text = read(
    <Results
      answer={answerTo(exampleCases.adultSkinOnlyRefractory.profile, library)}
      method="wilson"
      onMethod={nothing}
    />,
  );
  expect(text).toContain("Galimberti 2018 treated others too.");
  // said by the certainty, at more length
  expect(text).not.toContain("None of them is a randomised trial.");
  expect(text).toContain("No randomised trial describes such patients");
});

test("a guideline's status stands beside its name", () => {
  const { guidelines } = answerTo(exampleCases.refractoryAdult.profile, library);
  expect(guidelines.filter(({ study }) => study.guideline?.status === "replaced").length).toBeGreaterThan(0);
  const text = read(<RelatedLiterature answer={answerTo(exampleCases.refractoryAdult.profile, library)} />);
  expect(text).toMatch(/\d{4} \(Replaced by/);
});
