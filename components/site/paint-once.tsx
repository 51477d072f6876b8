import type { ReactNode } from "react";

/** The element behind the page. A browser takes an element as arrived when it begins, so it cannot wait for the page itself. */
const end = "page-end";

/**
 * Around a page: it is first painted when all of it has arrived. Painted in parts, it would move: where what stands last in
 * the document is not the last on the screen, or where a table grows wider with its rows. Browsers that do not know this
 * paint it in parts.
 */
export function PaintOnce({ children }: { children: ReactNode }) {
  return (
    <>
      <link rel="expect" href={`#${end}`} blocking="render" />
      {children}
      <div id={end} hidden />
    </>
  );
}
