import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { addressOf, expect, expectAccessible, expectCase, openCase, openRow, studyLinks, test, unfold } from "./test";

/** Every screen and every main state of it, with how a reader comes to it. */
const screens: {
  name: string;
  open: (page: Page) => Promise<void>;
  allow?: RegExp;
  /** examined with its table of studies, which takes long; the others show the same table */
  isWhole?: boolean;
}[] = [
  { name: "an empty case", open: (page) => openCase(page, emptyProfile) },
  {
    name: "a described case with a row opened and all that is folded unfolded",
    isWhole: true,
    open: async (page) => {
      await openCase(page, { ...exampleCases.adultSkinOnlyRefractory.profile, weightKg: 62 });
      await openRow(page, "Bounfour 2014");
      await expect(page.getByText("Grade 3 headache")).toBeVisible();
      await unfold(page, /^More about this patient/);
      await page.getByRole("button", { name: "Skin only: what counts as a yes" }).click();
      await unfold(page, /other counts? from the same studies/);
    },
  },
  { name: "a trial with its comparison", open: (page) => openCase(page, exampleCases.refractoryAdult.profile) },
  { name: "a gap", open: (page) => openCase(page, exampleCases.pregnantWithLungDisease.profile) },
  { name: "a contradiction", open: (page) => openCase(page, exampleCases.skinOnlyWithLungDisease.profile) },
  {
    name: "a link that cannot be read, and a weight that cannot be used",
    open: async (page) => {
      await page.goto("/#case=1.damaged");
      await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toBeVisible();
      await unfold(page, "More about this patient");
      await page.getByLabel("Weight").fill("6o");
      await expect(page.getByText("Enter the weight as a number.")).toBeVisible();
    },
  },
  {
    name: "outcomes that could not be fetched",
    allow: /sheet\.json/,
    open: async (page) => {
      await page.route("**/sheet.json", (route) => route.abort());
      await openCase(page, exampleCases.pregnant.profile);
      await openRow(page, "Park 2003");
      await expect(page.getByText("could not be fetched")).toBeVisible();
    },
  },
  { name: "every study", open: (page) => openCase(page, emptyProfile, "/studies") },
  {
    name: "a search that finds a few studies",
    isWhole: true,
    open: async (page) => {
      await openCase(page, emptyProfile, "/studies");
      await page.getByRole("searchbox", { name: "Search" }).fill("cherin");
      await expect(studyLinks(page.getByRole("table"))).not.toHaveCount(135);
      await openRow(page, "Cherin 1994");
      await expect(page.getByText("Enzymes down by more than half")).toBeVisible();
    },
  },
  {
    name: "a search that finds nothing",
    open: async (page) => {
      await openCase(page, emptyProfile, "/studies");
      await page.getByRole("searchbox", { name: "Search" }).fill("bounfour 1887");
      await expect(page.getByText("No study meets the search and the filters.")).toBeVisible();
    },
  },
  {
    name: "a fact sheet",
    open: (page) => openCase(page, exampleCases.pregnant.profile, "/studies/aggarwal-2022"),
  },
  {
    name: "the page to print",
    open: (page) => openCase(page, exampleCases.pregnantUntreated.profile, "/summary"),
  },
  { name: "the page to print, with nothing entered", open: (page) => openCase(page, emptyProfile, "/summary") },
  { name: "the evidence map", open: (page) => openCase(page, emptyProfile, "/map") },
  {
    name: "two studies side by side",
    open: async (page) => {
      await page.goto("/compare#pins=bounfour-2014,galimberti-2018");
      await expect(page.getByRole("rowheader", { name: "Outcomes" })).toBeVisible();
    },
  },
  { name: "about", open: (page) => openCase(page, emptyProfile, "/about") },
  {
    name: "an address that does not exist",
    allow: /404/,
    open: async (page) => {
      await page.goto("/studies/none-1999");
      await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
    },
  },
];

for (const { name, open, allow, isWhole } of screens) {
  test(`${name}: accessible, one main heading, a finger’s room on a phone, no sideways scrolling at 320 px`, async ({
    page,
    isMobile,
    allowFault,
  }) => {
    if (allow) allowFault(allow);
    await open(page);
    const apartFrom = isWhole ? {} : { apartFrom: page.getByRole("table", { name: /stud(y|ies)/i }).last() };
    await test.step("light", () => expectAccessible(page, apartFrom));
    if (!isMobile) {
      await page.emulateMedia({ colorScheme: "dark" });
      await test.step("dark", () => expectAccessible(page, { ...apartFrom, rules: ["color-contrast"] }));
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/Myomatch/);

    if (isMobile) expect.soft(await page.evaluate(smallTargets), "smaller than 44 px").toEqual([]);

    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test.describe("no percentage for fewer than five patients", () => {
  test("a search for such percentages finds them", () => {
    for (const faulty of [
      "1 of 1 (100%)",
      "1 of 1 patient (100%) · Symptoms resolved",
      "3 of 4(75%)",
      "0 of 4 patients (0 %)",
      "2 of 3 ( >99% )",
      "4 out of 4 (100%)",
      "1 of 1 patient · Symptoms resolved\n\n95% interval 21% to 100% (Wilson)",
      "1 of 1\n21% to 100% · Symptoms resolved",
      "1 of 1 patient: a response of 100%",
    ])
      expect(smallPercentages(faulty), faulty).not.toEqual([]);
    for (const sound of [
      "19 of 27 (70%)",
      "7 of 7 (100%)",
      "4 of 42 (10%)",
      "2 of 5 (40%) · Survived\n\n95% interval 12% to 77% (Wilson)",
      "1 of 1 patient · Symptoms resolved\n\n95% interval 0.21 to 1 (Wilson)",
      "0 of 4 · Responded\n\n95% interval 0 to 0.49 (Wilson) · no comparison group\n\n7 of 19 (37%)",
      "1 of 1, 0.21 to 1. The highest ranked has 12 of 18 (67%), 95% interval 44% to 84%",
    ])
      expect(smallPercentages(sound), sound).toEqual([]);
  });

  test("not on the page of any example case, whatever the interval", async ({ page }) => {
    await openCase(page, emptyProfile);
    for (const { name, profile } of Object.values(exampleCases)) {
      // within the page that is open, as when a link is pasted into the address bar
      await page.goto(addressOf(profile));
      await expectCase(page, profile);
      const text = await unfoldedText(page);
      expect(text, name).toMatch(/\d+ of \d+ \(\d+%\)/);
      expect.soft(smallPercentages(text), name).toEqual([]);

      const exact = page.getByRole("radio", { name: /^exact/i });
      if (await exact.isVisible()) {
        await exact.check();
        expect.soft(smallPercentages(await unfoldedText(page)), `${name}, exact intervals`).toEqual([]);
        await page.getByRole("radio", { name: "Wilson" }).check();
      }
    }
  });

  test("not on the print of any example case", async ({ page }) => {
    await openCase(page, emptyProfile, "/summary");
    for (const { name, profile } of Object.values(exampleCases)) {
      await page.goto(addressOf(profile, "/summary"));
      await expectCase(page, profile);
      expect.soft(smallPercentages(await unfoldedText(page)), name).toEqual([]);
    }
  });

  test("not in the list of every study, nor on any fact sheet", async ({ page }) => {
    await openCase(page, emptyProfile, "/studies");
    expect(smallPercentages(await unfoldedText(page))).toEqual([]);

    const addresses = await studyLinks(page.getByRole("table")).evaluateAll((links) =>
      links.map((link) => link.getAttribute("href") ?? ""),
    );
    expect(addresses).toHaveLength(135);
    const sheets = await page.evaluate(readPages, addresses);
    for (const [index, text] of sheets.entries()) {
      expect(text, addresses[index]).toContain("How it was read");
      expect.soft(smallPercentages(text), addresses[index]).toEqual([]);
    }
  });
});

/**
 * What can be tapped, folded parts opened, and is less than 44 px high or wide. Links within a line of text are as high
 * as the line. Runs in the browser.
 */
function smallTargets(): string[] {
  for (const details of document.querySelectorAll("details")) details.open = true;
  return [...document.querySelectorAll("a[href], button, summary, select, textarea, input")].flatMap((element) => {
    const target = element.closest("label") ?? element;
    const { width, height } = target.getBoundingClientRect();
    const isOffered = element.checkVisibility({ visibilityProperty: true }) && width > 1;
    const name = element.getAttribute("aria-label") ?? target.textContent;
    return isOffered && (height < 44 || width < 44) && !isInText(element) ? [`${name}: ${width} × ${height}`] : [];
  });

  /** A link in a line that has words of its own. */
  function isInText(element: Element): boolean {
    if (element.tagName !== "A" || !isInline(element)) return false;
    const line = lineOf(element);
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      const isWord = /[\p{L}\p{N}]/u.test(texts.currentNode.textContent ?? "");
      if (parent && isWord && !parent.closest("a, button, .sr-only") && lineOf(parent) === line) return true;
    }
    return false;
  }

  function lineOf(element: Element): Element {
    const { parentElement } = element;
    return isInline(element) && parentElement ? lineOf(parentElement) : element;
  }

  function isInline(element: Element): boolean {
    return getComputedStyle(element).display.startsWith("inline");
  }
}

/**
 * Percentages that stand with a count of fewer than five patients: right behind it in brackets, as the limits of its
 * interval, or anywhere in its line as "100%".
 */
function smallPercentages(text: string): string[] {
  const count = /\b\d+ (?:of|out of) [1-4](?![\d.]*\d)(?: patients?)?/.source;
  const noOtherCount = /(?:(?!\d+ (?:of|out of) \d)[^%])/.source;
  const patterns = [
    `${count}\\s*\\(\\s*[<>]?\\d+(?:\\.\\d+)?\\s*%`,
    `${count}${noOtherCount}{0,200}?[<>]?\\d+% to [<>]?\\d+%`,
    `${count}(?:(?!\\d+ (?:of|out of) \\d)[^\\n]){0,200}?\\b100\\s?%`,
  ];
  const told = text.replaceAll("95% interval", "interval");
  return patterns.flatMap((pattern) => told.match(new RegExp(pattern, "g")) ?? []);
}

/** All words that a reader can get to see on the page, line by line, with everything unfolded. */
async function unfoldedText(page: Page): Promise<string> {
  const folded = page.getByRole("button", { name: /^Show \d+ stud/ });
  if (await folded.isVisible()) await folded.click();
  return page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen is asked for, with its breaks between lines
    return document.body.innerText;
  });
}

/** The words of other pages, as this page would show them. Runs in the browser. */
async function readPages(addresses: string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const address of addresses) {
    const reply = await fetch(address);
    const main = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("main");
    if (!main) continue;
    document.body.append(main);
    for (const details of main.querySelectorAll("details")) details.open = true;
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen is asked for, with its breaks between lines
    texts.push(main.innerText);
    main.remove();
  }
  return texts;
}
