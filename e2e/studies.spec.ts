import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { getSheet, library, sheets } from "./library";
import { layOutEverything } from "./percentages";
import {
  expect,
  expectAnswers,
  expectCase,
  getAddress,
  getOpenedRow,
  getRegion,
  getSheetLink,
  getStudyGroup,
  getStudyRow,
  getStudyTable,
  goToCase,
  openCase,
  openRow,
  readNames,
  switchCase,
  test,
} from "./test";

const kinds = ["Studies of immunoglobulin", "Background", "Reviews", "Guidelines"];

test.describe("all studies", () => {
  test("lists the whole library by kind, in rows of one height, and says what to do when nothing is found", async ({
    page,
  }) => {
    await test.step("lists the whole library, by kind", async () => {
      await openCase(page, emptyProfile, "/studies");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(`All studies (${sheets.length})`);
      const table = page.getByRole("table", { name: "All studies of the library" });
      expect(await readNames(table)).toHaveLength(sheets.length);
      for (const kind of kinds) await expect(getStudyGroup(page, kind)).toHaveCount(1);
      await expect(getStudyGroup(page, "Studies of immunoglobulin").getByRole("rowheader").first()).toContainText(
        `(${library.byKind.treatment.length})`,
      );
      await expect(page.getByRole("status").filter({ hasText: `${sheets.length} studies` })).toBeVisible();
    });

    await test.step("has rows of one height, and a head that stays in view", async () => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await switchCase(page, emptyProfile);
      await layOutEverything(page);
      const heights = await getStudyTable(page)
        .getByRole("row")
        .filter({ has: page.getByRole("link") })
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
      expect(heights).toHaveLength(sheets.length);
      for (const height of heights) expect.soft(height).toBeLessThanOrEqual(76);
      await getSheetLink(page, "Tsai 1997").scrollIntoViewIfNeeded();
      for (const name of ["Study", "Results"])
        await expect(page.getByRole("columnheader", { name: new RegExp(`^${name}`) })).toBeInViewport();
    });

    await test.step("says what to do when nothing is found", async () => {
      await switchCase(page, emptyProfile);
      await page.getByRole("searchbox", { name: "Search" }).fill("bounfour 1887");
      await expect(
        page.getByText("No study meets the search and the filters. Remove a search word or filter to see more."),
      ).toBeVisible();
      await expect(page.getByRole("status").filter({ hasText: `0 of ${sheets.length} studies` })).toBeVisible();
      await page.getByRole("searchbox", { name: "Search" }).fill("bounfour");
      await expect(page.getByText("No study meets the search and the filters.")).toHaveCount(0);
    });
  });

  test("is matched to the case, and opens a row in place", async ({ page }) => {
    await test.step("is matched to the case: what deviates is said, and what most are silent about once for all", async () => {
      await openCase(page, emptyProfile, "/studies");
      await expect(page.getByRole("columnheader", { name: "What deviates" })).toHaveCount(0);
      await switchCase(page, exampleCases.refractoryLungDisease.profile);
      const treatment = getStudyGroup(page, "Studies of immunoglobulin");
      const studies = library.byKind.treatment.length;
      await expect(treatment.getByRole("rowheader").first()).toContainText(
        new RegExp(`Lung disease not in .* \\(\\d+ of ${studies} studies\\)`),
      );
      await expect(treatment).not.toContainText("? lung disease not in");
      expect((await readNames(treatment))[0]).toBe("Huapaya 2019");
      await expect(getStudyRow(page, "Huapaya 2019")).toContainText("Refractory: most (14 of 17)");
    });

    await test.step("opens a row in place, and keeps the case for the way back", async () => {
      const { profile } = exampleCases.child;
      await switchCase(page, profile);
      await openRow(page, "Tsai 1997");
      await expect(
        getOpenedRow(page).getByText("4 of 6 (67%) · Worsening some time after the monthly infusions"),
      ).toBeVisible();
      await expectCase(page, profile);
      await getSheetLink(page, "Tsai 1997").click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tsai 1997");
      await page.getByRole("link", { name: "Back to the case" }).click();
      await expectCase(page, profile);
      await expectAnswers(page, { "Under 18": "Yes", Pregnant: "Not stated" });
    });
  });
});

test.describe("a fact sheet", () => {
  test("shows each figure with its locator, and where the source is: a number, an official page, or a copy", async ({
    page,
  }) => {
    await test.step("shows each figure with its locator, the limits, what is open, how it was read, and where it is", async () => {
      await openCase(page, emptyProfile, "/studies/bounfour-2014");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bounfour 2014");

      const citation = getRegion(page, "Citation");
      for (const [name, address] of [
        ["PMID 23906502", "https://pubmed.ncbi.nlm.nih.gov/23906502/"],
        ["doi:10.1111/jdv.12223", "https://doi.org/10.1111/jdv.12223"],
      ] as const) {
        const source = citation.getByRole("link", { name });
        await expect(source).toHaveAttribute("href", address);
        await expect(source).toHaveAttribute("rel", /noreferrer/);
        await expect(source).toHaveAccessibleName(/opens in a new tab/);
      }

      const outcomes = getRegion(page, "Outcomes");
      const relapse = outcomes.getByRole("row").filter({ hasText: "Relapse after a major response" });
      for (const text of ["10 of 19 53%", "32–73%"]) await expect(relapse).toContainText(text);
      const source = relapse.getByText("Where: abstract, results; denominator confirmed by review table 3");
      await expect(source).toBeHidden();
      await relapse.getByText("relapsed after a major response").click();
      await expect(source).toBeVisible();
      await expect(relapse).toContainText("95% CI 32% to 73% (Wilson)");
      // every row opens to where it was read
      const rows = outcomes.getByRole("row").filter({ has: page.locator("details") });
      expect(await rows.count()).toBe(getSheet("bounfour-2014").outcomes.length);
      for (const row of await rows.all()) await expect(row).toContainText("Where: ");
      await expect(getRegion(page, "What was given")).toContainText("mean 4.8, at least 1, at most 15");

      const limits = getRegion(page, "Limits");
      await expect(limits.getByRole("heading", { name: "Not in the abstract" })).toBeVisible();
      expect(await limits.getByRole("listitem").count()).toBeGreaterThan(1);
      await expect(getRegion(page, "Source read")).toContainText(/Abstract only|Full text/);
      await expect(getRegion(page, "Source read")).toContainText(/reader/);
      await expect(getRegion(page, "Who the patients were").getByRole("row", { name: /^Skin only all/ })).toBeVisible();
    });

    await test.step("of a study without an address names the copy that was read and links nowhere", async () => {
      await goToCase(page, emptyProfile, "/studies/roifman-1995");
      await expect(getRegion(page, "Citation")).toContainText("J Clin Immunol 1995, read in a copy");
      await expect(getRegion(page, "Source read")).toContainText("(named and not linked)");
      const main = page.getByRole("main");
      await expect(main.getByRole("link", { name: /opens in a new tab/ })).toHaveCount(0);
      const addresses = await main
        .getByRole("link")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(addresses.filter((address) => /^https?:/.test(address))).toEqual([]);
    });

    await test.step("of a study with an official page but no PMID links to that page", async () => {
      await goToCase(page, emptyProfile, "/studies/sansome-1995");
      await expect(getRegion(page, "Citation").getByRole("link", { name: /^Arch Dis Child 1995/ })).toHaveAttribute(
        "href",
        "https://adc.bmj.com/content/72/1/25",
      );
    });
  });

  test("that does not exist says so, and loses no case", async ({ page, allowFault }) => {
    allowFault(/404.*\/studies\/none-1999|\/studies\/none-1999.*404/);
    const { profile } = exampleCases.pregnant;
    await openCase(page, profile, "/studies/none-1999");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such page");
    await expect(page.getByText("it is not in this library")).toBeVisible();
    await expect(page).toHaveTitle("Not in the library · Myomatch");
    await page.getByRole("main").getByRole("link", { name: "All studies" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^All studies/);
    await expect.soft(page).toHaveURL(getAddress(profile, "/studies"));
    await expectCase(page, profile);
    await page.goBack();
    await page.getByRole("main").getByRole("link", { name: "Enter a case" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This patient");
    await expect.soft(page).toHaveURL(getAddress(profile));
    await expectAnswers(page, { Pregnant: "Yes" });
    await expectCase(page, profile);
  });
});
