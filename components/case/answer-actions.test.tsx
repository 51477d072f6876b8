import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { AnswerActions } from "./answer-actions";

test.each([
  { who: "an example", profile: exampleCases.pregnant.profile, hasLetter: true },
  { who: "a weight alone", profile: { ...emptyProfile, weightKg: 70 }, hasLetter: false },
  { who: "inclusion body myositis", profile: { ...emptyProfile, diagnosis: "IBM" as const }, hasLetter: false },
])("of $who, a letter can be copied only where there is one", ({ profile, hasLetter }) => {
  const markup = renderToStaticMarkup(
    <CaseProvider>
      <AnswerActions answer={answerTo(profile, realLibrary())} problem={null} />
    </CaseProvider>,
  );
  const buttons = [...markup.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, inside = ""]) =>
    inside.replace(/<[^>]+>/g, ""),
  );
  expect(buttons).toEqual(["Copy text", ...(hasLetter ? ["Copy for a letter"] : []), "Copy link"]);
});
