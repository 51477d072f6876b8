import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { listCitedStudies } from "./cited-studies";
import { describeAnswer } from "./paper-text";
import { selectStudiesToPrint } from "./printed-studies";
import { findName } from "./references";

test("every study that the head of the page names has a reference", () => {
  let named = 0;
  for (const { profile } of Object.values(exampleCases)) {
    const answer = answerTo(profile, realLibrary());
    const cited = listCitedStudies({ answer, printed: selectStudiesToPrint(answer) });
    for (const sentence of describeAnswer(answer).rest)
      for (const { name, study } of answer.studies) {
        if (findName(sentence, name) === -1) continue;
        expect(cited).toContain(study);
        named += 1;
      }
  }
  expect(named).toBeGreaterThan(3);
});
