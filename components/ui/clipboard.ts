/** A text as the clipboard takes it: plain, and the same as rich text where there is one. */
export type Copyable = { text: string; html?: string };

/**
 * Puts a text into the clipboard that may still be on its way. The clipboard is given the promise at once: after a wait,
 * a browser no longer takes the copy for the reader's own wish. A browser without rich text gets the plain one.
 * @throws whatever the browser or the loading of the text says where it was refused
 */
export async function writeToClipboard(copied: Copyable | Promise<Copyable>, isRich = false): Promise<void> {
  if (!isRich && !(copied instanceof Promise)) return navigator.clipboard.writeText(copied.text);
  const loading = Promise.resolve(copied);
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText((await loading).text);
  const write = (type: string, choose: (found: Copyable) => string) => ({
    [type]: loading.then((found) => new Blob([choose(found)], { type })),
  });
  const item = new ClipboardItem({
    ...write("text/plain", ({ text }) => text),
    ...(isRich && write("text/html", ({ text, html }) => html ?? text)),
  });
  return navigator.clipboard.write([item]);
}
