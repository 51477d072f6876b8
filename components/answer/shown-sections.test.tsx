import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import type { Answer } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { readLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { AnswerNav, answerSections } from "./answer-nav";
import { GapStrip } from "./gap-strip";
import { MatchedStudies } from "./matched-studies";
import { RelatedLiterature } from "./related-literature";
import { Results } from "./results";
import { SafetyList } from "./safety";
import { listShownSections } from "./shown-sections";

const { studies, ...about } = readLibrary("e2e/library");
const library = prepareLibrary({ ...about, studies: studies.map(toStudySummary) });

function renderAnswer(answer: Answer): string {
  return renderToStaticMarkup(
    <CaseProvider>
      {!answer.facts.isEmpty && (
        <>
          <Results answer={answer} method="wilson" onMethod={() => {}} />
          <GapStrip answer={answer} onOpen={() => {}} />
        </>
      )}
      <MatchedStudies answer={answer} />
      <RelatedLiterature answer={answer} />
      <SafetyList answer={answer} />
    </CaseProvider>,
  );
}

describe("the buttons to the parts of an answer", () => {
  test.each(Object.values(exampleCases))("$name: lead to each part that is there and to no other", ({ profile }) => {
    const answer = answerTo(profile, library);
    const page = renderAnswer(answer);
    const there = Object.keys(answerSections).filter((section) => page.includes(`<h2 id="${section}"`));
    expect(there).toContain("safety");
    expect(listShownSections(answer)).toEqual(there);
    // and what opens, opens something
    expect(page).toContain("</summary>");
    expect(page).not.toMatch(/<\/summary>(<ul[^>]*><\/ul>)?<\/details>|<ul[^>]*><\/ul>/);
  });

  test("a case that nobody describes has no figures, and so no button to them", () => {
    const sections = listShownSections(answerTo(exampleCases.pregnantWithLungDisease.profile, library));
    expect(sections).toContain("together");
    expect(sections).not.toContain("figures");
  });

  test("before there is any part there is no row of buttons", () => {
    expect(renderToStaticMarkup(<AnswerNav shown={[]} />)).toBe("");
    expect(renderToStaticMarkup(<AnswerNav shown={["safety"]} />)).toContain("Safety");
  });
});

describe("the choice of an interval", () => {
  const pregnant = { features: { pregnancy: { share: "all" as const } } };
  const renderResults = (outcome: ReturnType<typeof createOutcome>) => {
    const sheet = toStudySummary(createStudy({ ...pregnant, outcomes: [outcome] }));
    const answer = answerTo(exampleCases.pregnant.profile, prepareLibrary({ ...about, studies: [sheet] }));
    return renderToStaticMarkup(
      <CaseProvider>
        <Results answer={answer} method="wilson" onMethod={() => {}} />
      </CaseProvider>,
    );
  };

  test("is there with an interval, and not without", () => {
    const counted = renderResults(createOutcome({ events: 6, total: 10 }));
    expect(counted).toContain("95% CI");
    expect(counted).toContain('type="radio"');
    const inWords = renderResults(createOutcome({ result: { kind: "narrative", text: "All improved." } }));
    expect(inWords).toContain("All improved.");
    expect(inWords).not.toContain("95% CI");
    expect(inWords).not.toContain('type="radio"');
  });
});
