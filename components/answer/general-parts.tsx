import type { Answer } from "@/lib/answer/answer";
import { MatchedStudies } from "./matched-studies";
import { RelatedLiterature } from "./related-literature";
import { SafetyList } from "./safety";

/** What stands below every answer, and is all that an empty case has: guidelines and reviews, safety, the studies. */
export function GeneralParts({ answer }: { answer: Answer }) {
  return (
    <>
      <RelatedLiterature answer={answer} />
      <SafetyList answer={answer} />
      {answer.scope.covered && <MatchedStudies answer={answer} />}
    </>
  );
}
