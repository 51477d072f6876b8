import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { findSheetIds, getSheet, sheets } from "./library";
import { layOutEverything } from "./percentages";
import { expect, expectStarted, getRegion, leavePage, openAddress, openCase, openDisclosure, test } from "./test";

const getTable = (page: Page) => page.getByRole("table", { name: "All studies of the library" });

/** The ids of the studies that the table lists, by the addresses of their names. */
async function listStudyIds(page: Page): Promise<string[]> {
  const links = getTable(page).getByRole("rowheader").getByRole("link");
  const addresses = await links.evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href)));
  return addresses.map(({ pathname }) => pathname.replace("/studies/", "")).sort();
}

/** Waits until the table lists these studies: what is said of it comes before the last of its rows. */
const expectStudyIds = (page: Page, ids: readonly string[]) => expect.poll(() => listStudyIds(page)).toEqual(ids);

test("filters: every paediatric case series since 2010 with a relapse figure is found; each is a chip, and one state is announced", async ({
  page,
}) => {
  await test.step("every paediatric case series since 2010 with a relapse figure is found, and survives a reload", async () => {
    const expected = findSheetIds(
      ({ design, citation, features, outcomes }) =>
        design.type === "case-series" &&
        (citation.year ?? 0) >= 2010 &&
        ["all", "most"].includes(features.juvenile.share) &&
        outcomes.some(({ domain, result }) => domain === "relapse" && result.kind === "proportion"),
    );
    expect(expected.length).toBeGreaterThan(0);

    await page.goto("/studies");
    await openDisclosure(page, /^Filters/);
    await page.getByLabel("A feature to filter on").selectOption("Under 18");
    await page.getByRole("button", { name: "Add feature" }).click();
    await page.getByRole("checkbox", { name: "Case series" }).check();
    await page.getByLabel("From year").fill("2010");
    await page.getByRole("checkbox", { name: /^Relapse \d+$/ }).check();
    await page.getByRole("checkbox", { name: /as a count of patients/ }).check();

    const status = page.getByRole("status").filter({ hasText: "Filtered:" });
    await expect(status).toContainText(`${expected.length} of ${sheets.length} studies`);
    await expect(status).toContainText("Under 18: all or most patients");
    await expectStudyIds(page, expected);

    await expect(page).toHaveURL(/#table=1\./);
    await page.reload();
    await expect(status).toContainText(`${expected.length} of ${sheets.length} studies`);
    await expectStudyIds(page, expected);

    await page.getByRole("button", { name: "Clear search and filters" }).click();
    await expect(page.getByText(`${sheets.length} studies.`)).toBeFocused();
    await expect(page).not.toHaveURL(/table=/);
    await expect.poll(() => listStudyIds(page)).toHaveLength(sheets.length);
  });

  await test.step("a filter in force is a chip that takes it away, and the panel says what each choice finds", async () => {
    const trials = findSheetIds(({ design }) => design.type === "randomised-controlled-trial");
    expect(trials.length).toBeGreaterThan(1);
    await page.goto("/studies");
    const open = page.getByRole("button", { name: /^Filters/ });
    await expect(open).toHaveAttribute("aria-expanded", "false");
    await open.click();
    await expect(open).toHaveAttribute("aria-expanded", "true");
    await page.getByRole("checkbox", { name: `Randomised trial ${trials.length}` }).check();
    await page.getByLabel("From year").fill("1950");
    await page.getByRole("button", { name: `Show ${trials.length} studies` }).click();
    await expect(open).toHaveAttribute("aria-expanded", "false");
    await expectStudyIds(page, trials);

    const chips = page.getByRole("list", { name: "Filters in force" });
    await expect(chips.getByRole("listitem")).toHaveCount(2);
    await chips.getByRole("button", { name: "Remove the filter: Design: Randomised trial" }).click();
    await expect(chips.getByRole("listitem")).toHaveCount(1);
    await expect(page.getByText(/^\d+ of \d+ studies\./)).toBeFocused();
    await expect.poll(async () => (await listStudyIds(page)).length).toBeGreaterThan(trials.length);
  });

  await test.step("what is announced of the table is of one state: the filter with the number it leaves", async () => {
    await page.goto("/studies");
    await openDisclosure(page, /^Filters/);
    const status = page.getByRole("status").filter({ hasText: /\d+ stud/ });
    await status.evaluate((element) => {
      const announced: string[] = [];
      const record = () => announced.push(element.textContent ?? "");
      new MutationObserver(record).observe(element, { childList: true, characterData: true, subtree: true });
      Object.assign(window, { announced });
    });
    await page.getByRole("checkbox", { name: "Case series" }).check();
    await expect(status).toContainText("Filtered: Design: Case series");
    await page.getByRole("button", { name: "Clear search and filters" }).click();
    await expect(status).not.toContainText("Filtered");
    const announced = await page.evaluate(() => (window as unknown as { announced: string[] }).announced);
    expect(announced.length).toBeGreaterThan(1);
    for (const text of announced) expect(text.includes("Filtered:"), text).toBe(/\d+ of \d+ studies/.test(text));
  });
});

test("on a phone the filters open in place, group by group", { tag: "@phone" }, async ({ page }) => {
  await page.goto("/studies");
  await page.getByRole("button", { name: /^Filters/ }).click();
  const trial = page.getByRole("checkbox", { name: /^Randomised trial \d+$/ });
  await expect(trial).toBeHidden();
  await page.getByRole("button", { name: "Design", exact: true }).click();
  await trial.check();
  await expect(page.getByRole("button", { name: "Design (1)", exact: true })).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("button", { name: /^Show \d+ stud/ }).click();
  await expect(trial).toHaveCount(0);
});

test("the search looks through the notes, and what was typed is in the address", async ({ page }) => {
  await test.step("the search looks through notes that the table does not show", async () => {
    await page.goto("/studies");
    await page.getByLabel("Search", { exact: true }).fill("photoprotection further line of treatment");
    await expectStudyIds(page, ["bounfour-2014"]);
    await page.getByLabel("Search", { exact: true }).fill("no sheet has these words");
    await expect(page.getByText("No study meets the search and the filters.")).toBeVisible();
  });

  await test.step("what was just typed and tapped is in the address: by a reload, and by leaving and coming back", async () => {
    await page.goto("/studies");
    await page.getByLabel("Search", { exact: true }).fill("linardaki");
    await expectStudyIds(page, ["linardaki-2011"]);
    await page.reload();
    await expect(page.getByLabel("Search", { exact: true })).toHaveValue("linardaki");

    await page.getByLabel("Search", { exact: true }).press("End");
    await page.keyboard.type(" pregnancy");
    await page.goto("/about");
    await page.goBack();
    await expect(page.getByLabel("Search", { exact: true })).toHaveValue("linardaki pregnancy");
  });

  await test.step("what was just typed is there again after a link was followed at once, and Back", async () => {
    await page.goto("/studies");
    const search = page.getByLabel("Search", { exact: true });
    const about = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" });
    // Fetched before, so that the page changes sooner than the address would be written.
    await about.click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/^All studies/);
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
});

test("a row that is filtered away can be neither found, read out nor printed", async ({ page }) => {
  await page.goto("/studies");
  await layOutEverything(page);
  const expectInTable = async (name: string, isIn: boolean) => {
    const text = expect(page.getByRole("table"));
    await (isIn ? text : text.not).toContainText(name, { useInnerText: true });
  };
  for (const name of ["Linardaki 2011", "Bounfour 2014"]) await expectInTable(name, true);
  await page.getByLabel("Search", { exact: true }).fill("linardaki");
  await expectStudyIds(page, ["linardaki-2011"]);
  for (const media of ["screen", "print"] as const) {
    await page.emulateMedia({ media });
    await expectInTable("Linardaki 2011", true);
    await expectInTable("Bounfour 2014", false);
  }
});

test("pins: chosen, compared, cleared; a seventh is refused and one of no study is named", async ({ page }) => {
  await test.step("two studies are pinned and lead side by side", async () => {
    await page.goto("/studies");
    for (const name of ["Bounfour 2014", "Galimberti 2018"]) {
      const pin = page.getByRole("button", { name: `Pin ${name}`, exact: true });
      await pin.click();
      await expect(pin).toHaveAttribute("aria-pressed", "true");
    }
    await expect(page).toHaveURL(/#pins=bounfour-2014,galimberti-2018$/);
    const foot = getRegion(page, "Pinned studies");
    await expect(foot).toContainText("2 pinned");
    await expect(foot).toBeInViewport({ ratio: 1 });
    await foot.getByRole("link", { name: "Compare" }).click();
    await expect(page.getByRole("table", { name: "The pinned studies side by side" })).toBeVisible();
  });

  await test.step("the bar of the pins clears them and goes", async () => {
    await page.goto("/studies#pins=bounfour-2014,galimberti-2018");
    const foot = getRegion(page, "Pinned studies");
    await expect(foot.getByRole("link", { name: "Print" })).toBeVisible();
    await foot.getByRole("button", { name: "Clear the pins" }).click();
    await expect(foot).toHaveCount(0);
    await expect(page).not.toHaveURL(/pins=/);
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("a seventh pin is refused in a sentence, and a pin of no study is named", async () => {
    await page.goto("/studies");
    const pins = page.getByRole("button", { name: /^Pin / });
    for (let place = 0; place < 6; place += 1) await pins.nth(place).click();
    await pins.nth(6).click();
    await expect(page.getByText("Limit reached: 6 pinned studies. Unpin one first.")).toBeVisible();
    await expect(pins.nth(6)).toHaveAttribute("aria-pressed", "false");

    await page.goto("/about");
    await page.goto("/studies#pins=tsai-1997,nobody-1900");
    await expect(page.getByText("The library has no study named nobody-1900, so it is not pinned.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Pin Tsai 1997", exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
  });
});

test("two studies stand side by side with every outcome, and are printed", async ({ page }) => {
  await page.goto("/compare#pins=bounfour-2014,galimberti-2018");
  const compared = page.getByRole("table", { name: "The pinned studies side by side" });
  const outcomes = ["bounfour-2014", "galimberti-2018"].flatMap((id) => getSheet(id).outcomes);
  expect(outcomes.length).toBeGreaterThan(10);
  for (const { label } of outcomes) await expect(compared).toContainText(label);
  await expect(compared).toContainText("19 of 27");
  await expect(compared).toContainText("10 of 19");

  await page.getByRole("link", { name: "Print with the case" }).click();
  const printed = page.getByRole("article", { name: "Summary" });
  await expect(printed.getByRole("heading", { name: "Pinned studies" })).toBeVisible();
  await expect(printed.locator("[data-study=bounfour-2014]")).toContainText("19 of 27");
  await expect(printed.locator("[data-study=galimberti-2018]")).toHaveCount(1);
});

test("a damaged table link lists every study and says why", async ({ page }) => {
  await page.goto("/studies#table=1.abc");
  await expect(page.getByText("The filters of this link could not be read")).toBeVisible();
  await expect.poll(() => listStudyIds(page)).toHaveLength(sheets.length);
});

/** The row of the map that has this name. */
function getMapRow(page: Page, name: string | RegExp) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
}

/** The card of a cell, by the name of the cell. */
function getCard(page: Page, name: RegExp) {
  return page.getByRole("region", { name });
}

test.describe("the map", () => {
  const pregnantWithResponse = findSheetIds(
    ({ treatment, features, outcomes }) =>
      treatment.agent !== null &&
      ["all", "most"].includes(features.pregnancy.share) &&
      outcomes.some(({ domain }) => domain === "response"),
  );

  test("a cell opens a card with its studies, by pointer, tap or keyboard", async ({ page }) => {
    await test.step("a cell opens a card with its studies and their figures, and the card opens exactly those", async () => {
      await page.goto("/map");
      await expectStarted(page);
      const count = pregnantWithResponse.length;
      const cell = getMapRow(page, "Pregnant").getByRole("button", { name: `Pregnant: response: ${count} studies` });
      await cell.click();
      await expect(cell).toHaveAttribute("aria-expanded", "true");
      const card = getRegion(page, `Pregnant: response: ${count} studies`);
      await expect(card.getByRole("listitem")).toHaveCount(count);
      await expect(card.getByRole("listitem").first()).toContainText(/\d+ of \d+/);
      await card.getByRole("link", { name: `Open all ${count}` }).click();
      await expect(page.getByRole("heading", { name: /^All studies/ })).toBeVisible();
      await expectStudyIds(page, pregnantWithResponse);
    });

    await test.step("a card names five studies of many, and goes with Escape or a click elsewhere", async () => {
      await page.mouse.move(0, 0);
      await page.goto("/map");
      await expectStarted(page);
      const cell = getMapRow(page, "Refractory").getByRole("button", { name: /^Refractory: response:/ });
      const card = getCard(page, /^Refractory: response/);
      await cell.click();
      await expect(card.getByRole("listitem")).toHaveCount(5);
      await page.keyboard.press("Escape");
      await expect(card).toHaveCount(0);
      await cell.click();
      await expect(card).toBeVisible();
      await page.getByRole("heading", { level: 1 }).click();
      await expect(card).toHaveCount(0);
    });

    await test.step("a pointer that rests on a cell opens its card, and takes it away", async () => {
      await page.mouse.move(0, 0);
      await page.goto("/map");
      await expectStarted(page);
      await getMapRow(page, "Refractory")
        .getByRole("button", { name: /^Refractory: relapse:/ })
        .hover();
      const card = getCard(page, /^Refractory: relapse/);
      await expect(card).toBeVisible();
      await card.getByRole("link").first().hover();
      await expect(card).toBeVisible();
      await page.getByRole("heading", { level: 1 }).hover();
      await expect(card).toHaveCount(0);
    });

    await test.step("by keyboard: arrows lead from cell to cell, Tab into the card, Escape back to the cell", async () => {
      await page.mouse.move(0, 0);
      await page.goto("/map");
      await expectStarted(page);
      const focused = page.locator(":focus");
      await getMapRow(page, "Pregnant").getByRole("button").first().focus();
      await page.keyboard.press("ArrowRight");
      await expect(focused).toHaveAccessibleName(/^Pregnant: response:/);
      await page.keyboard.press("ArrowDown");
      await expect(focused).toHaveAccessibleName(/: response:/);
      await page.keyboard.press("ArrowUp");
      await expect(focused).toHaveAccessibleName(/^Pregnant: response:/);
      await page.keyboard.press("Tab");
      const card = getCard(page, /^Pregnant: response/);
      await expect(card.getByRole("link").first()).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(focused).toHaveAccessibleName(/^Pregnant: response:/);
      await expect(card).toHaveCount(0);
      // one cell is reached with Tab, however many there are
      await expect(page.locator("[data-cell][tabindex='0']")).toHaveCount(1);
      await page.keyboard.press("Tab");
      await expect(page.locator("[data-cell]:focus")).toHaveCount(0);
    });
  });

  test("the map of a case, of pairs and as text; eighteen rows without a scroll", async ({ page }) => {
    await test.step("the row and the column of the patient are named as such", async () => {
      await openCase(page, exampleCases.pregnant.profile, "/map");
      await expect(
        getMapRow(page, /^Pregnant/)
          .getByRole("rowheader")
          .last(),
      ).toContainText("this patient");
      await expect(page.getByRole("rowheader").filter({ hasText: "this patient" })).toHaveCount(1);
    });

    await test.step("eighteen rows stand on a laptop without a scroll", async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto("/map");
      await expectStarted(page);
      const bottom = await page
        .getByRole("row")
        .nth(18)
        .evaluate((row) => row.getBoundingClientRect().bottom);
      expect(bottom).toBeLessThanOrEqual(800);
    });

    await test.step("pairs of features: who has both, or none, or cannot be", async () => {
      await page.mouse.move(0, 0);
      await page.goto("/map");
      await expectStarted(page);
      await page.getByRole("radio", { name: "Pairs of features" }).check();
      await expect(getMapRow(page, "Interstitial lung disease").getByRole("cell").first()).toHaveText("–none");
      await expect(getMapRow(page, "65 or over").getByRole("cell").first()).toHaveText("cannot be");
      const both = getMapRow(page, "Skin disease").getByRole("button", { name: /^Skin disease and Muscle disease:/ });
      await both.click();
      await expect(getCard(page, /^Skin disease and Muscle disease/).getByRole("listitem")).toHaveCount(5);
    });

    await test.step("as text each cell is a link to its studies", async () => {
      await page.goto("/map");
      await expectStarted(page);
      await page.getByRole("radio", { name: "Text" }).check();
      await expect(page).toHaveURL(/#map=outcomes\.all-or-most\.text$/);
      const link = getMapRow(page, "Pregnant").getByRole("cell").nth(1).getByRole("link");
      await expect(link).toContainText(`${pregnantWithResponse.length} studies`);
      await link.click();
      await expectStudyIds(page, pregnantWithResponse);
    });
  });

  test("its view is in the address, and a link that cannot be read shows the usual map", async ({ page }) => {
    await test.step("its view is in the address: a reload and a way there and back keep it", async () => {
      await page.goto("/map");
      await expectStarted(page);
      await page.getByRole("radio", { name: "Pairs of features" }).check();
      await page.getByRole("combobox", { name: /^Count a feature if/ }).selectOption("some");
      await expect(page).toHaveURL(/#map=pairs\.any$/);
      await page.reload();
      await expect(page.getByRole("radio", { name: "Pairs of features" })).toBeChecked();
      await getMapRow(page, "Refractory").getByRole("button").first().click();
      await page.getByRole("link", { name: /^Open / }).click();
      await expect(page.getByRole("heading", { name: /^All studies/ })).toBeVisible();
      await expect(page).not.toHaveURL(/map=/);
      await page.goBack();
      await expect(page.getByRole("combobox", { name: /^Count a feature if/ })).toHaveValue("any");
    });

    await test.step("a link that cannot be read shows the usual map, and says why", async () => {
      await leavePage(page);
      await page.goto("/map#map=pairs");
      await expect(page.getByText("What this link shows could not be read")).toBeVisible();
      await expect(page.getByRole("radio", { name: "Features by outcomes" })).toBeChecked();
    });
  });

  test("on a phone it is a list, one column at a time, and a row opens in place", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/map");
    await expectStarted(page);
    await expect(page.getByRole("table")).toHaveCount(0);
    await page.getByRole("radio", { name: "Response" }).check();
    const row = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: /^Pregnant/ }) });
    await expect(row).toContainText(`${pregnantWithResponse.length} studies`);
    await row.getByRole("button").click();
    await row.getByRole("link", { name: `Open all ${pregnantWithResponse.length}` }).click();
    await expectStudyIds(page, pregnantWithResponse);

    await page.goto("/map#map=pairs.any");
    await page.getByRole("combobox", { name: "Together with" }).selectOption("Refractory");
    await expect(page.getByRole("button", { name: /^Interstitial lung disease/ })).toContainText(/\d+ studies/);
    await expect(page.getByRole("button", { name: /^Refractory/ })).toHaveCount(0);
  });
});

test("a fact sheet says how it meets the case, and names the other sheets of its patients", async ({ page }) => {
  await openCase(page, exampleCases.pregnant.profile, "/studies/linardaki-2011");
  await expect(getRegion(page, "How it fits this patient")).toContainText("Describes this patient");
  await expect(getRegion(page, "How it fits this patient")).toContainText("Pregnant: all (1 of 1)");

  await page.goto("/studies/aggarwal-2022");
  await expect(getRegion(page, "How it fits this patient")).toHaveCount(0);
  const related = getRegion(page, "Other sheets of the same patients");
  await expect(related.getByRole("link", { name: "Werth 2023" })).toBeVisible();
});

test("by keyboard alone: filter, sort, open, pin, compare, unpin", async ({ page }) => {
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = page.locator(":focus");
  /** Presses Tab until what has the focus has this name. */
  const tabTo = async (name: RegExp, most = 80) => {
    for (let steps = 0; steps < most; steps += 1) {
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
    throw new Error(`tabTo: nothing called ${name} within ${most} steps`);
  };

  await openAddress(page, "/studies");
  await test.step("search and filter", async () => {
    await tabTo(/^Search/);
    await page.keyboard.type("bounfour");
    await expect.poll(() => listStudyIds(page)).toContain("bounfour-2014");
    await tabTo(/^Filters/);
    await press("Enter");
    await tabTo(/^Retrospective cohort/);
    await press("Space");
    await expect(focused).toBeChecked();
    await expectStudyIds(page, ["bounfour-2014"]);
    await tabTo(/^Clear search/);
    await press("Enter");
    await expect(page.getByText(`${sheets.length} studies.`)).toBeFocused();
  });

  await test.step("sort", async () => {
    await tabTo(/^Year/);
    await press("Enter");
    await expect(page.getByRole("columnheader", { name: "Year" })).toHaveAttribute("aria-sort", "descending");
    await expect(focused).toContainText("Year");
  });

  await test.step("open and pin", async () => {
    await tabTo(/^Open /);
    await press("Enter");
    await expect(focused).toHaveAttribute("aria-expanded", "true");
    await expect(page.getByRole("heading", { name: "What it found" })).toBeVisible();
    await press("Tab");
    await press("Enter");
    await expect(focused).toHaveAttribute("aria-pressed", "true");
  });

  await test.step("compare and unpin", async () => {
    // The bar comes last on the page.
    await tabTo(/^Compare$/, 400);
    await expect(focused).toBeInViewport({ ratio: 1 });
    await press("Enter");
    await expect(page.getByRole("heading", { name: "Studies side by side" })).toBeVisible();
    await expect(page.getByRole("table", { name: "The pinned studies side by side" })).toBeVisible();
    await tabTo(/^Unpin /);
    await press("Enter");
    await expect(page.getByText("No study is pinned yet.")).toBeVisible();
  });
});
