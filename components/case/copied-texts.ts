import type { Answer } from "@/lib/answer/answer";

type Paper = { answer: Answer; pins: readonly string[]; problem: string | null; address: string };

/** Fetches the code that writes the texts: few who read an answer copy it, so the page is sent without. */
export function fetchWriters() {
  return Promise.all([
    import("@/lib/paper/paper-text"),
    import("@/lib/paper/letter-text"),
    import("@/lib/paper/printed-studies"),
  ]);
}

/** The answer as text for a record, as the page to print words it. */
export async function loadPaperText({ answer, pins, problem, address }: Paper): Promise<string> {
  const [{ composePaperText }, , { selectStudiesToPrint }] = await fetchWriters();
  return composePaperText({ answer, printed: selectStudiesToPrint(answer, pins), problem }, address);
}

/** The answer as a paragraph for a request for funding. */
export async function loadLetterText(answer: Answer): Promise<string> {
  const [, { composeLetterText }] = await fetchWriters();
  return composeLetterText(answer);
}

/**
 * Puts a text into the clipboard that may still be on its way. The clipboard is given the promise at once: after a wait,
 * a browser no longer takes the copy for the reader's own wish.
 * @throws whatever the browser or the loading of the text says where it was refused
 */
export async function copyLoaded(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text);
  const type = "text/plain";
  return navigator.clipboard.write([new ClipboardItem({ [type]: text.then((words) => new Blob([words], { type })) })]);
}
