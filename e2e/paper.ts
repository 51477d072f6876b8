import type { Page } from "@playwright/test";

const widthOfA4 = 210;
const heightOfLetter = 279.4;
/** on both sides together */
const margins = 24;
/** Millimetres in CSS pixels. */
const toPixels = (length: number) => Math.floor((length / 25.4) * 96);

/** What both papers leave within their margins, px: A4 is the narrower one, Letter the shorter. */
export const paperWidth = toPixels(widthOfA4 - margins);
export const paperHeight = toPixels(heightOfLetter - margins);

/** Says to the page what a browser says before it prints: then the sheet is set as it fits on paper. */
export const announcePrint = (page: Page) => page.evaluate(() => dispatchEvent(new Event("beforeprint")));

/**
 * How tall the figures of the printed page are, px, in a window as wide as the paper leaves. What fits this height fits
 * one page of either paper, and no PDF has to be made to see it.
 */
export async function measureFigures(page: Page): Promise<number> {
  await announcePrint(page);
  await page.emulateMedia({ media: "print" });
  const figures = page.getByRole("article", { name: "Summary" }).locator("[data-page=figures]");
  // As tall as what is in it: on paper it is as tall as the page at least, and the box of the note grows.
  const height = await figures.evaluate((element) => {
    element.style.minHeight = "0";
    const measured = element.getBoundingClientRect().height;
    element.style.removeProperty("min-height");
    return measured;
  });
  await page.emulateMedia({ media: null });
  return height;
}
