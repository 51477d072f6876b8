import { afterEach, expect, test, vi } from "vitest";
import { type Copyable, writeToClipboard } from "./clipboard";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that takes what is copied, and keeps it to be looked at. */
function stubClipboard() {
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
  return { items, write };
}

const readItem = async (item: Record<string, Promise<Blob>> | undefined, type: string) => (await item?.[type])?.text();

test("the clipboard is asked before the text is there", async () => {
  const { items, write } = stubClipboard();
  let arrive = (_found: Copyable) => {};
  const copied = writeToClipboard(
    new Promise<Copyable>((resolve) => {
      arrive = resolve;
    }),
  );
  expect(write).toHaveBeenCalledOnce();
  arrive({ text: "19 of 27" });
  await copied;
  expect(Object.keys(items[0] ?? {})).toEqual(["text/plain"]);
  expect(await readItem(items[0], "text/plain")).toBe("19 of 27");
});

test("rich text is written beside the plain text", async () => {
  const { items } = stubClipboard();
  await writeToClipboard({ text: "1. Bounfour", html: "<ol><li>Bounfour</li></ol>" }, true);
  expect(await readItem(items[0], "text/plain")).toBe("1. Bounfour");
  expect(await readItem(items[0], "text/html")).toBe("<ol><li>Bounfour</li></ol>");
});

test("an older browser gets the plain text when it is there", async () => {
  vi.stubGlobal("ClipboardItem", undefined);
  const writeText = vi.fn(async () => {});
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  await writeToClipboard(Promise.resolve({ text: "19 of 27", html: "<p>19 of 27</p>" }), true);
  expect(writeText).toHaveBeenCalledWith("19 of 27");
});
