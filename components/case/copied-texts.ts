import type { Copyable } from "@/components/ui/clipboard";
import type { Answer } from "@/lib/answer/answer";

type Paper = { answer: Answer; pins: readonly string[]; problem: string | null; address: string };

/** Fetches the code that writes the texts: few who read an answer copy it, so the page is sent without. */
export function fetchWriters() {
  return Promise.all([
    import("@/lib/paper/paper-text"),
    import("@/lib/paper/letter"),
    import("@/lib/paper/printed-studies"),
    import("@/lib/paper/print-date"),
  ]);
}

/** The answer as text for a record, as the page to print words it. */
export async function loadPaperText({ answer, pins, problem, address }: Paper): Promise<Copyable> {
  const [{ composePaperText }, , { selectStudiesToPrint }, { getDay }] = await fetchWriters();
  const content = { answer, printed: selectStudiesToPrint(answer, pins), problem };
  return { text: composePaperText(content, address, getDay(new Date())) };
}

/** The answer as a paragraph for a request for funding, plain and as rich text. */
export async function loadLetter(answer: Answer): Promise<Copyable> {
  const [, { composeLetter, writeLetterHtml, writeLetterText }] = await fetchWriters();
  const letter = composeLetter(answer);
  return { text: writeLetterText(letter), html: writeLetterHtml(letter) };
}
