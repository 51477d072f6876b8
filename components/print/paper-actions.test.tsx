import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { PaperActions } from "./paper-actions";

const inclusionBodyMyositis = { ...emptyProfile, diagnosis: "IBM" as const };

test.each([
  { who: "an example", profile: exampleCases.pregnant.profile, hasLetter: true },
  { who: "no case", profile: emptyProfile, hasLetter: false },
  { who: "inclusion body myositis", profile: inclusionBodyMyositis, hasLetter: false },
])("of $who, a letter can be copied only where there is one", ({ profile, hasLetter }) => {
  const answer = answerTo(profile, realLibrary());
  const markup = renderToStaticMarkup(
    <CaseProvider>
      <PaperActions
        content={{ answer, printed: selectStudiesToPrint(answer), problem: null }}
        address="https://myomatch.example/"
        today="2026-11-26"
      />
    </CaseProvider>,
  );
  const buttons = [...markup.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, name]) => name);
  expect(buttons).toEqual(["Print", "Copy text", ...(hasLetter ? ["Copy for a letter"] : []), "Copy link"]);
});
