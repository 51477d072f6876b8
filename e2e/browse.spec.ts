import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

/** As much of a sheet as the test counts for itself, from the files of the library. */
type Sheet = {
  id: string;
  citation: { title: string; year: number | null };
  design: { type: string };
  treatment: { agent: string | null };
  features: Record<string, { share: string } | undefined>;
  outcomes: { domain: string; label: string; result: { kind: string } }[];
};

const folder = "data/studies";
const sheets: Sheet[] = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));

const table = (page: Page) => page.getByRole("table", { name: "Every study of the library" });

/** The ids of the studies that the table lists, by the addresses of their names. */
async function listed(page: Page): Promise<string[]> {
  const links = table(page).getByRole("rowheader").getByRole("link");
  const addresses = await links.evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href)));
  return addresses.map(({ pathname }) => pathname.replace("/studies/", "")).sort();
}

async function openFilters(page: Page) {
  await page
    .getByText(/^Filters/)
    .first()
    .click();
}

test("every paediatric case series since 2010 with a relapse figure is found, and survives a reload", async ({
  page,
}) => {
  const expected = sheets
    .filter(
      ({ design, citation, features, outcomes }) =>
        design.type === "case-series" &&
        (citation.year ?? 0) >= 2010 &&
        ["all", "most"].includes(features.juvenile?.share ?? "") &&
        outcomes.some(({ domain, result }) => domain === "relapse" && result.kind === "proportion"),
    )
    .map(({ id }) => id)
    .sort();
  expect(expected.length).toBeGreaterThan(0);

  await page.goto("/studies");
  await openFilters(page);
  await page.getByLabel("A feature to filter on").selectOption("Under 18");
  await page.getByRole("button", { name: "Add feature" }).click();
  await page.getByRole("checkbox", { name: "Case series" }).check();
  await page.getByLabel("From year").fill("2010");
  await page.getByRole("checkbox", { name: "Relapse", exact: true }).check();
  await page.getByRole("checkbox", { name: /as a count of patients/ }).check();

  const status = page.getByRole("status").filter({ hasText: "Filtered:" });
  await expect(status).toContainText(`${expected.length} of ${sheets.length} studies`);
  await expect(status).toContainText("Under 18: all or most patients");
  expect(await listed(page)).toEqual(expected);
  await expectAccessible(page);

  await expect(page).toHaveURL(/#table=1\./);
  await page.reload();
  await expect(status).toContainText(`${expected.length} of ${sheets.length} studies`);
  expect(await listed(page)).toEqual(expected);

  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page.getByLabel("Search", { exact: true })).toBeFocused();
  await expect(page).not.toHaveURL(/table=/);
  await expect.poll(() => listed(page)).toHaveLength(sheets.length);
});

test("the search looks through notes that the table does not show", async ({ page }) => {
  await page.goto("/studies");
  await page.getByLabel("Search", { exact: true }).fill("photoprotection lines of treatment");
  await expect.poll(() => listed(page)).toEqual(["bounfour-2014"]);
  await page.getByLabel("Search", { exact: true }).fill("no sheet has these words");
  await expect(page.getByText("No study meets the search and the filters.")).toBeVisible();
});

test("what was just typed and tapped is in the address: by a reload, and by leaving and coming back", async ({
  page,
}) => {
  await page.goto("/studies");
  await page.getByLabel("Search", { exact: true }).fill("linardaki");
  await expect.poll(() => listed(page)).toEqual(["linardaki-2011"]);
  await page.reload();
  await expect(page.getByLabel("Search", { exact: true })).toHaveValue("linardaki");

  await page.getByLabel("Search", { exact: true }).press("End");
  await page.keyboard.type(" pregnancy");
  await page.goto("/about");
  await page.goBack();
  await expect(page.getByLabel("Search", { exact: true })).toHaveValue("linardaki pregnancy");
});

test("what was just typed is there again after a link was followed at once, and Back", async ({ page }) => {
  await page.goto("/studies");
  const search = page.getByLabel("Search", { exact: true });
  const about = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" });
  // Fetched before, so that the page changes sooner than the address would be written.
  await about.click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Every study");
  await page.goBack();
  await search.fill("linardaki");
  await expect(page).toHaveURL(/table=/);
  // In one turn of the browser's own loop: no pause between the last letters and the link.
  await search.press("End");
  await page.evaluate(() => {
    document.addEventListener(
      "input",
      () => setTimeout(() => document.querySelector<HTMLElement>("nav a[href^='/about']")?.click(), 50),
      { once: true },
    );
  });
  await search.press("s");
  await expect(page).toHaveURL(/about/);
  await page.goBack();
  await expect(search).toHaveValue("linardakis");
});

test("what is announced of the table is of one state: the filter with the number it leaves", async ({ page }) => {
  await page.goto("/studies");
  await openFilters(page);
  const status = page.getByRole("status").filter({ hasText: /\d+ stud/ });
  await status.evaluate((element) => {
    const told: string[] = [];
    const hear = () => told.push(element.textContent ?? "");
    new MutationObserver(hear).observe(element, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { told });
  });
  await page.getByRole("checkbox", { name: "Case series" }).check();
  await expect(status).toContainText("Filtered: Design: Case series");
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(status).not.toContainText("Filtered");
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  for (const text of told) expect(text.includes("Filtered:"), text).toBe(/\d+ of \d+ studies/.test(text));
});

test("a row that is filtered away can be neither found, read out nor printed", async ({ page }) => {
  await page.goto("/studies");
  await page.getByLabel("Search", { exact: true }).fill("linardaki");
  await expect.poll(() => listed(page)).toEqual(["linardaki-2011"]);
  await expect(page.getByRole("table")).not.toContainText("Bounfour 2014", { useInnerText: true });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table")).not.toContainText("Bounfour 2014", { useInnerText: true });
  await expect(page.getByRole("table")).toContainText("Linardaki 2011", { useInnerText: true });
});

test("two studies stand side by side with every outcome, and are printed", async ({ page }) => {
  await page.goto("/studies");
  for (const name of ["Bounfour 2014", "Galimberti 2018"]) {
    await page.getByRole("button", { name: `Pin ${name}`, exact: true }).click();
    await expect(page.getByRole("button", { name: `Pin ${name}`, exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  }
  await expect(page).toHaveURL(/#pins=bounfour-2014,galimberti-2018$/);
  await page.getByLabel("Search", { exact: true }).fill("bounfour");
  await page.getByRole("button", { name: "Open Bounfour 2014: reasons and all outcomes" }).click();
  await expect(page.getByText("Grade 3 headache")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Compare side by side" }).click();

  const compared = page.getByRole("table", { name: "The pinned studies side by side" });
  await expect(compared).toBeVisible();
  const pair = ["bounfour-2014", "galimberti-2018"].map((id) => sheets.find((sheet) => sheet.id === id));
  for (const sheet of pair) {
    for (const { label } of sheet?.outcomes ?? []) await expect(compared).toContainText(label);
  }
  await expect(compared).toContainText("19 of 27");
  await expect(compared).toContainText("10 of 19");
  await expectAccessible(page);

  await page.reload();
  await expect(compared).toContainText("19 of 27");
  await page.getByRole("link", { name: "Print with the case" }).click();
  const printed = page.getByRole("article", { name: "Summary" });
  await expect(printed.getByRole("heading", { name: "Pinned studies" })).toBeVisible();
  await expect(printed.getByRole("listitem").filter({ hasText: "Bounfour 2014" })).toContainText("19 of 27");
  await expect(printed.getByRole("listitem").filter({ hasText: "Galimberti 2018" })).toHaveCount(1);
});

test("a seventh pin is refused in a sentence, and a pin of no study is named", async ({ page }) => {
  await page.goto("/studies");
  const pins = page.getByRole("button", { name: /^Pin / });
  for (let place = 0; place < 6; place += 1) await pins.nth(place).click();
  await pins.nth(6).click();
  await expect(page.getByText("6 studies are pinned, which is the most. Unpin one first.")).toBeVisible();
  await expect(pins.nth(6)).toHaveAttribute("aria-pressed", "false");

  await page.goto("/about");
  await page.goto("/studies#pins=tsai-1997,nobody-1900");
  await expect(page.getByText("The library has no study named nobody-1900, so it is not pinned.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Pinned studies" })).toContainText("Tsai 1997");
});

test("a damaged table link lists every study and says why", async ({ page }) => {
  await page.goto("/studies#table=1.abc");
  await expect(page.getByText("The filters of this link could not be read")).toBeVisible();
  await expect.poll(() => listed(page)).toHaveLength(sheets.length);
});

test("a cell of the map opens exactly its studies; a gap says none", async ({ page }) => {
  await page.goto("/map");
  await expectAccessible(page);
  const row = page.getByRole("row", { name: /^Pregnant/ });
  await expect(row.getByRole("cell").first()).toContainText("5 studies");
  await row.getByRole("cell").nth(1).getByRole("link").click();

  const expected = sheets
    .filter(
      ({ treatment, features, outcomes }) =>
        treatment.agent !== null &&
        ["all", "most"].includes(features.pregnancy?.share ?? "") &&
        outcomes.some(({ domain }) => domain === "response"),
    )
    .map(({ id }) => id)
    .sort();
  await expect(page.getByRole("heading", { name: "Every study" })).toBeVisible();
  await expect.poll(() => listed(page)).toEqual(expected);

  await page.goBack();
  await page.getByRole("radio", { name: "Pairs of features" }).check();
  const ild = page.getByRole("row", { name: /^Interstitial lung disease/ });
  await expect(ild.getByRole("cell").first()).toHaveText("none");
  await expectAccessible(page);

  // The view is in the address: a reload and a way there and back keep it.
  await page.getByRole("radio", { name: /^at least some/ }).check();
  await expect(page).toHaveURL(/#map=pairs\.any$/);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Pairs of features" })).toBeChecked();
  await page
    .getByRole("row", { name: /^Refractory/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Every study" })).toBeVisible();
  await expect(page).not.toHaveURL(/map=/);
  await page.goBack();
  await expect(page.getByRole("radio", { name: /^at least some/ })).toBeChecked();

  await page.goto("/about");
  await page.goto("/map#map=pairs");
  await expect(page.getByText("What this link shows could not be read")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Features by outcomes" })).toBeChecked();
});

test("on a phone the names of the map's rows stay in view, and no focus hides under them", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/map", "/map#map=pairs.any"]) {
    await page.goto("about:blank");
    await page.goto(path);
    const row = page
      .getByRole("row")
      .filter({ has: page.getByRole("link") })
      .last();
    const name = row.getByRole("rowheader");
    await row.getByRole("link").last().focus();
    for (let back = await row.getByRole("link").count(); back > 1; back -= 1) {
      await expect(name).toBeInViewport();
      const [pinned, focused] = [await name.boundingBox(), await page.locator(":focus").boundingBox()];
      // wide enough for a word, and never more than half of the screen
      expect(pinned?.width).toBeGreaterThan(120);
      expect(pinned?.width).toBeLessThanOrEqual(160);
      expect(focused?.x).toBeGreaterThanOrEqual((pinned?.x ?? 0) + (pinned?.width ?? 0) - 1);
      await page.keyboard.press("Shift+Tab");
    }
  }
});

test("a fact sheet says how it meets the case, and names the other sheets of its patients", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("group", { name: "Pregnant" }).getByRole("radio", { name: "Yes" }).check();
  const { hash } = new URL(page.url());
  await page.goto(`/studies/linardaki-2011${hash}`);
  const against = page.getByRole("region", { name: "Against the case" });
  await expect(against).toContainText("Describes this patient");
  await expect(against).toContainText("Pregnant: all (1 of 1)");
  await expectAccessible(page);

  await page.goto("/studies/aggarwal-2022");
  await expect(page.getByRole("region", { name: "Against the case" })).toHaveCount(0);
  const related = page.getByRole("region", { name: "Other sheets of the same patients" });
  await expect(related.getByRole("link", { name: "Werth 2023" })).toBeVisible();
  await expectAccessible(page);
});

test("on a screen of 320 pixels neither table nor map nor comparison makes the page scroll sideways", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const path of ["/map", "/studies", "/compare#pins=bounfour-2014,galimberti-2018"]) {
    await page.goto(path);
    await expect(page.getByRole("table").first()).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test("by keyboard alone: filter, sort, open, pin, compare, unpin", async ({ page, isMobile }) => {
  test.skip(isMobile, "the journey of a keyboard is that of the wide screen");
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = page.locator(":focus");
  /** Walks on with Tab until what has the focus is called this. */
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press("Tab");
      const called = await focused.evaluate(
        (element) =>
          element.getAttribute("aria-label") ??
          (element as HTMLInputElement).labels?.[0]?.textContent ??
          element.textContent ??
          "",
      );
      if (name.test(called.trim())) return;
    }
    throw new Error(`tabTo: nothing called ${name} within 80 steps`);
  };

  await page.goto("/studies");
  await tabTo(/^Search/);
  await page.keyboard.type("bounfour");
  await expect.poll(() => listed(page)).toContain("bounfour-2014");
  await tabTo(/^Filters/);
  await press("Enter");
  await tabTo(/^Retrospective cohort/);
  await press("Space");
  await expect(focused).toBeChecked();
  await expect.poll(() => listed(page)).toEqual(["bounfour-2014"]);
  await tabTo(/^Clear search/);
  await press("Enter");
  await expect(page.getByLabel("Search", { exact: true })).toBeFocused();

  await tabTo(/^Year/);
  await press("Enter");
  await expect(page.getByRole("columnheader", { name: "Year" })).toHaveAttribute("aria-sort", "descending");
  await expect(focused).toContainText("Year");

  await tabTo(/^Open /);
  await press("Enter");
  await expect(focused).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("heading", { name: "What it found" })).toBeVisible();
  await press("Tab");
  await press("Enter");
  await expect(focused).toHaveAttribute("aria-pressed", "true");

  await page.keyboard.press("Shift+Tab");
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Shift+Tab");
    if ((await focused.textContent())?.includes("Compare side by side")) break;
  }
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Studies side by side" })).toBeVisible();
  await expect(page.getByRole("table", { name: "The pinned studies side by side" })).toBeVisible();
  await tabTo(/^Unpin /);
  await press("Enter");
  await expect(page.getByText("No study is pinned yet.")).toBeVisible();
});
