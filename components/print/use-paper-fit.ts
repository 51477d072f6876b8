import { type RefObject, startTransition, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { subscribeTo } from "@/components/state/subscribe-to";
import { findLargestFittingSetting, type PaperFit, smallestSetting } from "@/lib/paper/paper-fit";
import { callWhenIdle } from "./call-when-idle";
import { continueFit } from "./continue-fit";

/**
 * What fits within 12 mm margins on A4 as well as on US Letter: the width of the one and the height of the other, less
 * a line, since a printer does not set letters in exactly the widths of a screen.
 */
const paper = { width: "186mm", height: 252 };

/** ms without a change of the sheet after which it is set for paper: long after the first paint, and not while somebody types. */
const pause = 2000;

/** ms after which a step of setting the sheet measures no further setting. */
const stepTime = 20;

/**
 * Finds the setting in which the sheet, laid out as on paper, takes one page. It is looked for when the browser is about to
 * print, and a screen shows nothing of it: to lay the sheet out several times while the page loads would keep its reader
 * waiting. Some web views print without saying so: for them it is looked for too when the sheet has not changed for a while.
 */
export function usePaperFit(sheet: RefObject<HTMLElement | null>): PaperFit {
  const [fit, setFit] = useState(smallestSetting);
  useEffect(() => {
    const { current } = sheet;
    if (!current) return;
    let cancel = () => {};
    const fitWhenIdle = () => {
      const measured = new Map<PaperFit, boolean>();
      const step = () => {
        const end = performance.now() + stepTime;
        const found = measureOnPaper(current, (fits) => continueFit(measured, fits, () => performance.now() < end));
        if (!found) {
          cancel = callWhenIdle(step, 0);
          return;
        }
        startTransition(() => setFit(found));
      };
      cancel();
      cancel = callWhenIdle(step, pause);
    };
    fitWhenIdle();
    // A new setting changes attributes of the sheet alone, which are not observed.
    const changes = new MutationObserver(fitWhenIdle);
    changes.observe(current, { childList: true, characterData: true, subtree: true });
    const unsubscribe = subscribeTo(window, ["beforeprint"], () => {
      cancel();
      const found = measureOnPaper(current, findLargestFittingSetting);
      // drawn before the browser takes the page to paper
      flushSync(() => setFit(found));
    });
    return () => {
      cancel();
      changes.disconnect();
      unsubscribe();
    };
  }, [sheet]);
  return fit;
}

/**
 * Sets a copy of the sheet on a page out of sight. It is gone before anything is painted.
 * @param search is given what tells whether the sheet fits in a setting
 */
function measureOnPaper<Found>(sheet: HTMLElement, search: (fits: (setting: PaperFit) => boolean) => Found): Found {
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
    return search(({ points, references }) => {
      copy.style.fontSize = `${points}pt`;
      copy.dataset.references = references;
      const figures = copy.querySelector("[data-page=figures]") ?? copy;
      // read only now, so that the copy is laid out once for a setting
      const height = (paper.height * page.offsetWidth) / Number.parseFloat(paper.width);
      return figures.getBoundingClientRect().height <= height;
    });
  } finally {
    frame.remove();
  }
}
