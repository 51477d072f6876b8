import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Welcome } from "@/components/case/welcome";
import { CaseProvider } from "@/components/state/case-provider";
import { readLines } from "@/components/ui/fixtures";
import { countCounts, findSmallPercentages } from "@/e2e/percentages";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { describeExample } from "@/lib/wording/example-line";
import { AnswerParts } from "./answer-parts";
import { describeVerdict } from "./describe-verdict";
import { Verdict } from "./verdict";

const library = realLibrary();
const nothing = () => {};
const cases = Object.values(exampleCases);
const examples = cases.map(({ name, profile }) => ({
  name,
  profile,
  line: describeExample(answerTo(profile, library)),
}));

// What is drawn only when it is opened is read in e2e/percentages.spec.ts.
describe.each(["wilson", "exact"] as const)("with the interval %s", (method) => {
  test.each(cases)("no percentage of fewer than five patients: $name", ({ profile }) => {
    const answer = answerTo(profile, library, method);
    const lines = readLines(
      renderToStaticMarkup(
        <CaseProvider>
          <Verdict {...describeVerdict(answer, nothing)} onAnswer={nothing} onMore={nothing} />
          {answer.facts.isEmpty && <Welcome examples={examples} isKnown={false} onOpen={nothing} />}
          <AnswerParts answer={answer} method={method} onMethod={nothing} onLeaveOut={nothing} />
        </CaseProvider>,
      ),
    );
    expect(countCounts(lines)).toBeGreaterThanOrEqual(Math.max(10, answer.describing.length));
    expect(findSmallPercentages(lines)).toEqual([]);
  });
});
