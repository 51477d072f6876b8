import { interfaceText } from "@/lib/format/interface-text";

/**
 * Marks the document before anything is painted, where the address has a fragment. The server knows no fragment, so what it
 * drew is the empty case: with the mark, app/globals.css hides what is true of the empty case only. Until the program has
 * started it also keeps the last address that the reader typed or pasted, which Next.js would write over: such an entry
 * of the history has no state.
 */
export const markFragment = `(() => {
  const root = document.documentElement;
  const mark = () => root.toggleAttribute("data-fragment", location.hash.length > 1);
  mark();
  addEventListener("hashchange", mark);
  addEventListener("popstate", () => {
    if (history.state === null && !root.hasAttribute("data-ready")) root.dataset.typed = location.href;
  });
})()`;

/**
 * Goes into the head, so that on a slow network too no case in the address is painted as the empty one. A browser
 * without JavaScript reads no address, so it never shows an answer.
 */
export function FragmentMark() {
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own code, and a script has no other way into the page */}
      <script dangerouslySetInnerHTML={{ __html: markFragment }} />
      <noscript>
        <style>{"[data-empty-case] { visibility: hidden; }"}</style>
      </noscript>
    </>
  );
}

/**
 * What the page says until the program has read the address, in place of what is marked `data-empty-case`. Without a
 * fragment there is nothing to read, and it is not shown.
 */
export function ReadingCase() {
  return (
    <p data-reading-case className="font-semibold">
      {interfaceText.readingCase}
    </p>
  );
}
