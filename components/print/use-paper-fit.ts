import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { subscribeTo } from "@/components/state/subscribe-to";
import { findLargestFittingSetting, type PaperFit, smallestSetting } from "@/lib/paper/paper-fit";

/**
 * What fits within 12 mm margins on A4 as well as on US Letter: the width of the one and the height of the other, less
 * a line, since a printer does not set letters in exactly the widths of a screen.
 */
const paper = { width: "186mm", height: 252 };

/**
 * Finds the setting in which the sheet, laid out as on paper, takes one page. It is looked for when the browser is about to
 * print, and a screen shows nothing of it: to lay the sheet out several times while the page loads would keep its reader waiting.
 */
export function usePaperFit(sheet: RefObject<HTMLElement | null>): PaperFit {
  const [fit, setFit] = useState(smallestSetting);
  useEffect(
    () =>
      subscribeTo(window, ["beforeprint"], () => {
        const { current } = sheet;
        // drawn before the browser takes the page to paper
        if (current) flushSync(() => setFit(fitOnPaper(current, fit)));
      }),
    [sheet, fit],
  );
  return fit;
}

/** Sets a copy of the sheet on a page out of sight, as it was set last and then larger or smaller. */
function fitOnPaper(sheet: HTMLElement, last: PaperFit): PaperFit {
  const page = document.createElement("div");
  page.className = "paper";
  page.inert = true;
  page.ariaHidden = "true";
  // Letters as wide as a printer sets them: a screen may round each to whole pixels, which makes small ones a fifth wider.
  page.style.cssText = `position: absolute; top: 0; visibility: hidden; width: ${paper.width}; text-rendering: geometricPrecision;`;
  const copy = sheet.cloneNode(true) as HTMLElement;
  page.append(copy);
  // In a frame without height, so that the page on screen gets no longer.
  const frame = document.createElement("div");
  frame.style.cssText = "position: absolute; left: 0; top: 0; width: 0; height: 0; overflow: hidden;";
  frame.append(page);
  document.body.append(frame);
  try {
    const height = (paper.height * page.offsetWidth) / Number.parseFloat(paper.width);
    return findLargestFittingSetting(({ points, references }) => {
      copy.style.fontSize = `${points}pt`;
      copy.dataset.references = references;
      const figures = copy.querySelector("[data-page=figures]") ?? copy;
      return figures.getBoundingClientRect().height <= height;
    }, last);
  } finally {
    frame.remove();
  }
}
