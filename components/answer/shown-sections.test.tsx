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
import { answerSections } from "./answer-nav";
import { AnswerParts } from "./answer-parts";
import { describeVerdict } from "./describe-verdict";
import { listShownSections } from "./shown-sections";
import { StudyByStudy } from "./study-by-study";
import { Verdict } from "./verdict";

const { studies, ...about } = readLibrary("e2e/library");
const library = prepareLibrary({ ...about, studies: studies.map(toStudySummary) });

const nothing = () => {};

function renderAnswer(answer: Answer): string {
  return renderToStaticMarkup(
    <CaseProvider>
      <Verdict {...describeVerdict(answer, nothing)} onAnswer={nothing} onMore={nothing} />
      <AnswerParts answer={answer} method="wilson" onMethod={nothing} onLeaveOut={nothing} />
    </CaseProvider>,
  );
}

describe("the contents of the page of an answer", () => {
  test.each(Object.values(exampleCases))("$name: lead to each part that is there and to no other", ({ profile }) => {
    const answer = answerTo(profile, library);
    const page = renderAnswer(answer);
    const there = [...page.matchAll(/<h2 id="([a-z]+)"/g)].flatMap(([, id]) =>
      id && id in answerSections ? [id] : [],
    );
    expect(there).toContain("safety");
    expect(listShownSections(answer).map(({ id }) => id)).toEqual(there);
    // and what opens, opens something
    expect(page).toContain("</summary>");
    expect(page).not.toMatch(/<\/summary>(<ul[^>]*><\/ul>)?<\/details>|<ul[^>]*><\/ul>/);
  });

  test("a case that nobody describes has no figures, and so no button to them", () => {
    const answer = answerTo(exampleCases.pregnantWithLungDisease.profile, library);
    const sections = listShownSections(answer);
    expect(sections).toContainEqual({ id: "nearest", name: "Nearest studies", count: answer.gap.nearest.length });
    expect(sections.map(({ id }) => id)).not.toContain("figures");
  });

  test("say how much each part holds", () => {
    const answer = answerTo(exampleCases.skinOnlyRefractory.profile, library);
    const counts = Object.fromEntries(listShownSections(answer).map(({ id, count }) => [id, count]));
    expect(counts.figures).toBe(answer.describing.length);
    expect(counts.studies).toBe(answer.studies.length);
    expect(counts.guidelines).toBe(answer.guidelines.length);
    expect(counts.answer).toBeUndefined();
  });
});

describe("the choice of an interval", () => {
  const pregnant = { features: { pregnancy: { share: "all" as const } } };
  const renderResults = (outcome: ReturnType<typeof createOutcome>) => {
    const sheet = toStudySummary(createStudy({ ...pregnant, outcomes: [outcome] }));
    const answer = answerTo(exampleCases.pregnant.profile, prepareLibrary({ ...about, studies: [sheet] }));
    return renderToStaticMarkup(
      <CaseProvider>
        <StudyByStudy answer={answer} method="wilson" onMethod={nothing} />
      </CaseProvider>,
    );
  };

  test("is there with an interval, and not without", () => {
    const counted = renderResults(createOutcome({ events: 6, total: 10 }));
    expect(counted).toContain("31–83%");
    expect(counted).toContain("Change to exact");
    const inWords = renderResults(createOutcome({ result: { kind: "narrative", text: "All improved." } }));
    expect(inWords).toContain("All improved.");
    expect(inWords).not.toContain("Change to exact");
  });
});
