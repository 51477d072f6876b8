import { expect, test } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { composeLetter, writeLetterHtml, writeLetterText } from "@/lib/paper/letter";
import { composePaperText } from "@/lib/paper/paper-text";
import { getDay } from "@/lib/paper/print-date";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { loadLetter, loadPaperText } from "./copied-texts";

const answer = answerTo(exampleCases.skinOnlyRefractory.profile, realLibrary());

test("the texts are those of the page to print, with the pinned studies", async () => {
  const pins = ["galimberti-2018"];
  const content = { answer, printed: selectStudiesToPrint(answer, pins), problem: null };
  const address = "https://example.org/#case";
  expect(await loadPaperText({ answer, pins, problem: null, address })).toEqual({
    text: composePaperText(content, address, getDay(new Date())),
  });
  const letter = composeLetter(answer);
  expect(letter).not.toBeNull();
  expect(await loadLetter(answer)).toEqual({ text: writeLetterText(letter), html: writeLetterHtml(letter) });
});
