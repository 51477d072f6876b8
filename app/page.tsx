import { CasePage } from "@/components/case/case-page";
import { PaintOnce } from "@/components/site/paint-once";
import { SummariesAhead } from "@/components/state/summaries-ahead";
import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { composeAnswerHead } from "@/lib/wording/answer-head";
import { describeExample } from "@/lib/wording/example-line";

/** The cases that somebody new can open. */
const examples = [
  exampleCases.pregnant,
  exampleCases.skinOnlyRefractory,
  exampleCases.refractoryLungDisease,
  exampleCases.child,
  exampleCases.pregnantWithLungDisease,
];

export default function Page() {
  const { version, searched, studies, safety, wanted } = loadLibrary();
  const data = { version, searched, studies: studies.map(toStudySummary), safety, wanted };
  const library = prepareLibrary(data);
  const answered = examples.map(({ name, profile }) => ({
    name,
    profile,
    line: describeExample(answerCase(readCase(profile), library)),
  }));
  const empty = answerCase(readCase(emptyProfile), library);
  const { lead, rest } = composeAnswerHead(empty);
  return (
    <PaintOnce>
      <SummariesAhead isForCase />
      <CasePage emptyHead={{ lead, rest, nextQuestion: empty.nextQuestion }} examples={answered} />
    </PaintOnce>
  );
}
