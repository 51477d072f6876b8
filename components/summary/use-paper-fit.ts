"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** How the sheet is set so that its figures stay on one page: the size of its letters, and where its references stand. */
export type PaperFit = { points: number; references: "below" | "apart" };

/** From the most legible to the tightest. References leave for a page of their own before letters get smaller still. */
const settings: PaperFit[] = [
  ...[9.5, 9, 8.5, 8, 7.6].map((points) => ({ points, references: "below" as const })),
  ...[8.5, 8, 7.6, 7.2, 6.8, 6.4].map((points) => ({ points, references: "apart" as const })),
];
const tightest: PaperFit = { points: 6, references: "apart" };

/**
 * What fits within 12 mm margins on A4 as well as on US Letter: the width of the one and the height of the other, less
 * a line, since a printer's letters are not set to the same hair's breadth as a screen's.
 */
const paper = { width: "186mm", height: 250 };

/** Finds the setting in which the sheet, as it would stand on paper, takes one page. */
export function usePaperFit(sheet: RefObject<HTMLElement | null>): PaperFit {
  const [fit, setFit] = useState(tightest);
  // After every change of what is printed: an answer, a pin, a letter of the note.
  useLayoutEffect(() => {
    if (!sheet.current) return;
    const found = fitOnPaper(sheet.current);
    if (found.points !== fit.points || found.references !== fit.references) setFit(found);
  });
  return fit;
}

/** Sets a copy of the sheet on a page out of sight, tighter and tighter until it fits. */
function fitOnPaper(sheet: HTMLElement): PaperFit {
  const page = document.createElement("div");
  page.className = "paper";
  page.inert = true;
  page.ariaHidden = "true";
  page.style.cssText = `position: absolute; top: 0; visibility: hidden; width: ${paper.width};`;
  const copy = sheet.cloneNode(true) as HTMLElement;
  page.append(copy);
  // In a frame without height, so that the page on screen gets no longer.
  const frame = document.createElement("div");
  frame.style.cssText = "position: absolute; left: 0; top: 0; width: 0; height: 0; overflow: hidden;";
  frame.append(page);
  document.body.append(frame);
  try {
    const height = (paper.height * page.offsetWidth) / Number.parseFloat(paper.width);
    return (
      settings.find(({ points, references }) => {
        copy.style.fontSize = `${points}pt`;
        copy.dataset.references = references;
        const figures = copy.querySelector("[data-page=figures]") ?? copy;
        return figures.getBoundingClientRect().height <= height;
      }) ?? tightest
    );
  } finally {
    frame.remove();
  }
}
