import type { Page } from "@playwright/test";
import { pagePaths } from "@/components/site/pages";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import {
  expect,
  expectAccessible,
  getStudyLinks,
  goToAddress,
  goToCase,
  openAddress,
  openDisclosure,
  openResult,
  openRow,
  test,
} from "./test";

/** A screen in one of its main states, with the way a reader gets there. */
type Screen = {
  name: string;
  open: (page: Page) => Promise<void>;
  /** opens what a narrow window has folded away, or shows in another place */
  openOnPhone?: (page: Page) => Promise<void>;
  allow?: RegExp;
  /** examined with its table of studies, which takes long; the others show the same table */
  isWhole?: boolean;
  /** examined in the dark and in forced colours too: what it shows has colours of its own */
  isColoured?: boolean;
};

/** Opens the card of the first figure of the map: in the table of a wide window, in the list of a narrow one. */
async function openFirstPregnant(page: Page) {
  await page
    .getByRole("button", { name: /^Pregnant/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page.getByRole("link", { name: /^Open all / })).toBeVisible();
}

const screens: Screen[] = [
  ...pagePaths.map((path) => ({
    name: `${path} with nothing entered`,
    open: (page: Page) => goToCase(page, emptyProfile, path),
    isColoured: true,
  })),
  {
    name: "a described case with a row opened and all that is folded unfolded",
    isWhole: true,
    open: async (page) => {
      await goToCase(page, { ...exampleCases.adultSkinOnlyRefractory.profile, weightKg: 62 });
      await openResult(page, "Bounfour 2014", "skin clear");
      await expect(page.getByText("Limits", { exact: true })).toBeVisible();
      await openDisclosure(page, /^More: diagnosis, age, treatment/);
      await page.getByRole("button", { name: "Skin only: what counts as a yes" }).click();
      await page.getByRole("button", { name: /^Progression/ }).click();
      await expect(page.getByText("muscle disease appeared later").first()).toBeVisible();
    },
  },
  { name: "a trial with its comparison", open: (page) => goToCase(page, exampleCases.refractoryAdult.profile) },
  {
    name: "a case whose questions are out of sight, with the contents of the page opened",
    open: async (page) => {
      await page.setViewportSize({ width: 390, height: 664 });
      await goToCase(page, exampleCases.refractoryAdult.profile);
      await page.getByRole("heading", { name: "What guidelines say" }).scrollIntoViewIfNeeded();
      await page.getByRole("button", { name: "Contents" }).click();
    },
  },
  { name: "a gap", isColoured: true, open: (page) => goToCase(page, exampleCases.pregnantWithLungDisease.profile) },
  {
    name: "a contradiction",
    isColoured: true,
    open: (page) => goToCase(page, exampleCases.skinOnlyWithLungDisease.profile),
  },
  {
    name: "a link that cannot be read, and a weight that cannot be used",
    open: async (page) => {
      await goToAddress(page, "/#case=1.damaged");
      await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toBeVisible();
      await openDisclosure(page, "More: diagnosis, age, treatment");
      await page.getByLabel("Weight").fill("6o");
      await expect(page.getByText("Enter the weight as a number.")).toBeVisible();
    },
  },
  {
    name: "outcomes that could not be fetched",
    allow: /sheet\.json/,
    open: async (page) => {
      await page.route("**/sheet.json", (route) => route.abort());
      await goToCase(page, exampleCases.pregnant.profile);
      await openResult(page, "Mosca 2005");
      await expect(page.getByText("could not be fetched")).toBeVisible();
    },
  },
  {
    name: "a search that finds a few studies",
    isWhole: true,
    open: async (page) => {
      await goToCase(page, emptyProfile, "/studies");
      await page.getByRole("searchbox", { name: "Search" }).fill("cherin");
      await expect(getStudyLinks(page.getByRole("table"))).toHaveCount(2);
      await openRow(page, "Cherin 1994");
      await expect(page.getByText("Enzymes down by more than half")).toBeVisible();
    },
  },
  {
    name: "a search that finds nothing",
    open: async (page) => {
      await goToCase(page, emptyProfile, "/studies");
      await page.getByRole("searchbox", { name: "Search" }).fill("bounfour 1887");
      await expect(page.getByText("No study meets the search and the filters.")).toBeVisible();
    },
  },
  {
    name: "a fact sheet",
    open: (page) => goToCase(page, exampleCases.pregnant.profile, "/studies/aggarwal-2022"),
  },
  {
    name: "the page to print",
    open: (page) => goToCase(page, exampleCases.pregnantUntreated.profile, "/summary"),
  },
  {
    name: "two studies side by side",
    open: async (page) => {
      await goToAddress(page, "/compare#pins=bounfour-2014,galimberti-2018");
      await expect(page.getByRole("rowheader", { name: "Outcomes" })).toBeVisible();
    },
  },
  {
    name: "recent cases that are kept",
    open: async (page) => {
      await goToCase(page, exampleCases.pregnant.profile);
      await openDisclosure(page, "Recent cases: off");
      await page.getByRole("checkbox", { name: "Keep recent cases on this device" }).check();
      await expect(page.getByRole("button", { name: "Erase all recent cases" })).toBeVisible();
    },
  },
  {
    name: "the filters opened, and an export of the studies that meet them",
    open: async (page) => {
      await goToCase(page, emptyProfile, "/studies");
      await openDisclosure(page, /^Filters/);
      await page.getByRole("checkbox", { name: "Guidelines" }).check();
      await openDisclosure(page, /^Export \d+ studies/);
      await expect(page.getByRole("button", { name: "Download CSV" })).toBeVisible();
    },
    openOnPhone: async (page) => {
      await page.getByRole("button", { name: /^Kind/, expanded: false }).click();
      await expect(page.getByRole("checkbox", { name: "Guidelines" })).toBeVisible();
    },
  },
  {
    name: "a table with pinned studies",
    open: async (page) => {
      await goToAddress(page, "/studies#pins=bounfour-2014,galimberti-2018");
      await expect(page.getByRole("region", { name: "Pinned studies" })).toContainText("2 pinned");
    },
  },
  {
    name: "the evidence map, pairs of features",
    open: async (page) => {
      await goToAddress(page, "/map#map=pairs.any");
      await expect(page.getByRole("radio", { name: "Pairs of features" })).toBeChecked();
    },
  },
  {
    name: "the evidence map with an open card",
    open: async (page) => {
      await goToAddress(page, "/map");
      await openFirstPregnant(page);
    },
    openOnPhone: openFirstPregnant,
  },
  {
    name: "the evidence map as text",
    open: async (page) => {
      await goToAddress(page, "/map#map=outcomes.any.text");
      await expect(page.getByRole("radio", { name: "Features by outcomes" })).toBeChecked();
    },
  },
  {
    name: "a report of an error",
    open: async (page) => {
      await goToAddress(page, "/about#report=bounfour-2014");
      await expect(page.getByRole("textbox", { name: "Report on bounfour-2014" })).toBeVisible();
    },
  },
  {
    name: "an address that does not exist",
    allow: /404/,
    open: async (page) => {
      await openAddress(page, "/studies/none-1999");
      await expect(page.getByRole("heading", { name: "No such page" })).toBeVisible();
    },
  },
];

const otherColours = [
  ["dark", { colorScheme: "dark" }],
  ["forced colours", { colorScheme: "light", forcedColors: "active" }],
] as const;

/** Opens a screen in the document of the screen before, and leaves nothing of it to the next. */
async function visit(page: Page, { name, open }: Screen, examine: () => Promise<void>) {
  await test.step(name, async () => {
    const size = page.viewportSize();
    await open(page);
    await examine();
    await page.unrouteAll();
    await page.evaluate(() => localStorage.clear());
    if (size) await page.setViewportSize(size);
  });
}

/** Examines the page in the window of a phone, which is pointed at with a finger. */
async function examineOnPhone(page: Page, examine: () => Promise<void>) {
  const session = await page.context().newCDPSession(page);
  const size = { width: 390, height: 844, deviceScaleFactor: 1 };
  await session.send("Emulation.setDeviceMetricsOverride", { ...size, mobile: true });
  await session.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  expect(await page.evaluate(() => window.matchMedia("(pointer: coarse) and (width: 390px)").matches)).toBe(true);
  await examine();
  await session.detach();
}

/**
 * Screens that share a document, so that the page and axe are started once for all of them: screens of one page are in
 * different ones, and none that provokes a fault is beside one that must have none.
 */
const DOCUMENTS = 6;
const sound = screens.filter(({ allow }) => !allow);
const documents = [
  ...Array.from({ length: DOCUMENTS }, (_, place) => sound.filter((_screen, index) => index % DOCUMENTS === place)),
  screens.filter(({ allow }) => allow),
];

for (const [place, shown] of documents.entries())
  test(`screens, ${place + 1} of ${documents.length}: accessible, one main heading, no sideways scrolling at 320 px, targets for a finger`, async ({
    page,
    allowFault,
  }) => {
    for (const { allow } of shown) if (allow) allowFault(allow);
    for (const screen of shown)
      await visit(page, screen, async () => {
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/Myomatch/);

        const { isWhole, isColoured } = screen;
        const apartFrom = isWhole ? {} : { apartFrom: page.getByRole("table", { name: /stud(y|ies)/i }).last() };
        await test.step("light", () => expectAccessible(page, apartFrom));
        for (const [colours, media] of isWhole || isColoured ? otherColours : []) {
          await page.emulateMedia(media);
          await test.step(colours, () => expectAccessible(page, { ...apartFrom, rules: ["color-contrast"] }));
        }
        await page.emulateMedia({ colorScheme: null, forcedColors: null });

        await page.setViewportSize({ width: 320, height: 640 });
        expect.soft(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

        await test.step("on a phone", () =>
          examineOnPhone(page, async () => {
            await screen.openOnPhone?.(page);
            const { seen, small } = await page.evaluate(findSmallTargets);
            expect(seen).toBeGreaterThan(5);
            expect.soft(small, `${screen.name}: smaller than 44 px, or than 24 px among figures`).toEqual([]);
            // laid out as a list of cards, the table is another one than on a wide screen
            if (isWhole) await expectAccessible(page);
          }));
      });
  });

/**
 * Opens every disclosure and finds what can be tapped and is less than 44 px high or wide (24 px among figures), of how
 * many. Links within a line of text are as high as the line. Runs in the browser.
 */
function findSmallTargets(): { seen: number; small: string[] } {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const targets = [...document.querySelectorAll("a[href], button, summary, select, textarea, input")];
  const small = targets.flatMap((element) => {
    const target = element.closest("label") ?? element;
    const { width, height } = target.getBoundingClientRect();
    const isOffered = element.checkVisibility({ visibilityProperty: true }) && width > 1;
    const name = element.getAttribute("aria-label") ?? target.textContent;
    // In the rows of a table and the cells of the strip, what can be tapped is as close as the figures it belongs to.
    const isDense = element.closest("table, article") !== null;
    const least = isDense ? 24 : 44;
    const isInLine = isDense ? element.tagName === "A" && isInline(element) : isInText(element);
    return isOffered && (height < least || width < least) && !isInLine ? [`${name}: ${width} × ${height}`] : [];
  });
  return { seen: targets.length, small };

  /** A link in a line that has words of its own. */
  function isInText(element: Element): boolean {
    if (element.tagName !== "A" || !isInline(element)) return false;
    const line = findLine(element);
    const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      const isWord = /[\p{L}\p{N}]/u.test(texts.currentNode.textContent ?? "");
      if (parent && isWord && !parent.closest("a, button, .sr-only") && findLine(parent) === line) return true;
    }
    return false;
  }

  function findLine(element: Element): Element {
    const { parentElement } = element;
    return isInline(element) && parentElement ? findLine(parentElement) : element;
  }

  function isInline(element: Element): boolean {
    return getComputedStyle(element).display.startsWith("inline");
  }
}
