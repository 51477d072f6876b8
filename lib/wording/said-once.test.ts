import { describe, expect, test } from "vitest";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import type { OtherResult } from "@/lib/answer/reply";
import { exampleCases } from "@/lib/case/fixtures";
import { composeLetter, writeLetterText } from "@/lib/paper/letter";
import { composePaperText } from "@/lib/paper/paper-text";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { loadLibrary } from "@/lib/study/load";
import { describeReason } from "./match-reasons";
import { formatCounted, formatOtherResult } from "./result-text";

const library = prepareLibrary(loadLibrary());

/** Every phrase that an answer to this case is made of, paper and letter included. */
function listTexts(profile: (typeof exampleCases)["child"]["profile"]): string[] {
  const answer = answerTo(profile, library);
  const printed = selectStudiesToPrint(answer);
  return [
    composePaperText({ answer, printed, problem: null }, "", "2026-11-25"),
    writeLetterText(composeLetter(answer)),
    ...answer.studies.flatMap(({ study, results, harms, pregnancy, reasons }) => [
      ...Object.values(results).flatMap((result) => [
        ...(result.kind === "text" ? [result.text.text] : []),
        ...(result.kind === "count"
          ? [
              formatCounted(result.figure),
              ...Object.values(getFigureParts(result.figure)).filter((part) => typeof part === "string"),
            ]
          : []),
      ]),
      ...[...harms, ...pregnancy].map((result: OtherResult) => formatOtherResult(result)),
      ...reasons.map((reason) => describeReason(reason, profile, study).text),
    ]),
  ];
}

const faults: [string, RegExp][] = [
  ["a percentage with a space", /\d[ \u00A0\u202F]%/],
  ["a label and the same words again", /(?:^|[.;] )((?:[\w-]+ ){1,8}[\w-]+): (?:the |a )?\1\b/im],
  ["a word twice", /\b(?!had\b)([a-z]{3,}) \1\b/i],
  ["a timing twice", /after stopping[,:]? after stopping/i],
  ["deaths that died, survivors that survived", /\b(deaths: (died|deaths?)|survival: surviv|relapse: relaps)/i],
  ["a capital after whom a count is of", /\bWho: [A-Z][a-z]/],
  ["a capital after a comparison", /\b(vs|against) [A-Z][a-z]/],
];

describe("in the answers to the worked cases, no sentence holds", () => {
  const texts = Object.values(exampleCases).flatMap(({ profile }) => listTexts(profile));

  test.each(faults)("%s", (_, fault) => {
    expect(texts.length).toBeGreaterThan(5000);
    const found = texts.flatMap((text) => text.split("\n")).filter((line) => fault.test(line));
    expect([...new Set(found)]).toEqual([]);
  });
});
