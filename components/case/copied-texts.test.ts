import { afterEach, expect, test, vi } from "vitest";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { composeLetterText } from "@/lib/paper/letter-text";
import { composePaperText } from "@/lib/paper/paper-text";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { copyLoaded, loadLetterText, loadPaperText } from "./copied-texts";

const answer = answerTo(exampleCases.skinOnlyRefractory.profile, realLibrary());

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the texts are those of the page to print, with the pinned studies", async () => {
  const pins = ["galimberti-2018"];
  const content = { answer, printed: selectStudiesToPrint(answer, pins), problem: null };
  const address = "https://example.org/#case";
  expect(await loadPaperText({ answer, pins, problem: null, address })).toBe(composePaperText(content, address));
  expect(await loadLetterText(answer)).toBe(composeLetterText(answer));
});

test("the clipboard is asked before the text is there", async () => {
  const items: Record<string, Promise<Blob>>[] = [];
  vi.stubGlobal(
    "ClipboardItem",
    class {
      constructor(item: Record<string, Promise<Blob>>) {
        items.push(item);
      }
    },
  );
  const write = vi.fn(async () => {});
  vi.stubGlobal("navigator", { clipboard: { write } });
  let arrive = (_text: string) => {};
  const copied = copyLoaded(
    new Promise<string>((resolve) => {
      arrive = resolve;
    }),
  );
  expect(write).toHaveBeenCalledOnce();
  arrive("19 of 27");
  await copied;
  expect(items).toHaveLength(1);
  expect(await (await items[0]?.["text/plain"])?.text()).toBe("19 of 27");
});

test("an older browser gets the text when it is there", async () => {
  vi.stubGlobal("ClipboardItem", undefined);
  const writeText = vi.fn(async () => {});
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  await copyLoaded(Promise.resolve("19 of 27"));
  expect(writeText).toHaveBeenCalledWith("19 of 27");
});
