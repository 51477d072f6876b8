import type { Page } from "@playwright/test";

/**
 * Percentages that stand with a count of fewer than five patients: right behind it in brackets, as the limits of its
 * interval, or anywhere in its line as "100%".
 */
export function findSmallPercentages(text: string): string[] {
  const count = /\b\d+ (?:of|out of) [1-4](?![\d.]*\d)(?: patients?)?/.source;
  const noOtherCount = /(?:(?!\d+ (?:of|out of) \d)[^%])/.source;
  const patterns = [
    `${count}\\s*\\(\\s*[<>]?\\d+(?:\\.\\d+)?\\s*%`,
    `${count}${noOtherCount}{0,200}?[<>]?\\d+% to [<>]?\\d+%`,
    `${count}(?:(?!\\d+ (?:of|out of) \\d)[^\\n]){0,200}?\\b100\\s?%`,
  ];
  // the 95% of an interval is no figure of patients
  const figures = text.replace(/95% (?=CI|interval)/g, "");
  return patterns.flatMap((pattern) => figures.match(new RegExp(pattern, "g")) ?? []);
}

/** How many counts of patients a text holds, such as "19 of 27". */
export function countCounts(text: string): number {
  return text.match(/\b\d+ of \d+\b/g)?.length ?? 0;
}

/** Gives the page one more style sheet, in a way that its content policy leaves to programs. */
export async function addStyles(page: Page, rules: string) {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
}

/** From now on the page lays out what is out of view as well: `innerText` leaves out what is not laid out. */
export async function layOutEverything(page: Page) {
  await addStyles(page, "* { content-visibility: visible !important }");
}

/** All words that a reader can get to see on the page, line by line, every group and disclosure opened. */
export async function readOpened(page: Page): Promise<string> {
  const names = /(General evidence|Other patients): \d+ stud|^. Show \d+ more$|^Show \d+ more$/;
  const groups = page.getByRole("button", { name: names, expanded: false });
  const rows = page.getByRole("button", { name: /^Show \d+ more rows?/ });
  for (const folded of [groups, rows]) while ((await folded.count()) > 0) await folded.first().click();
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen is asked for, with its breaks between lines
    return document.body.innerText;
  });
}
