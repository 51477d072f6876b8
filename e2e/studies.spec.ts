import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { library, sheets } from "./library";
import {
  expect,
  expectAnswers,
  expectCase,
  getAddress,
  getOpenedRow,
  getRegion,
  getSheetLink,
  openCase,
  openRow,
  readNames,
  test,
} from "./test";

const kinds = ["Studies of immunoglobulin", "Background", "Reviews", "Guidelines"];

test.describe("every study", () => {
  test("lists the whole library, by kind", async ({ page }) => {
    await openCase(page, emptyProfile, "/studies");
    const table = page.getByRole("table", { name: "Every study of the library" });
    expect(await readNames(table)).toHaveLength(sheets.length);
    const headings = await table.getByRole("rowheader", { name: /\(\d+\)/ }).allTextContents();
    expect(headings.map((text) => text.replace(/ \(.*/, ""))).toEqual(kinds);
    expect(headings[0]).toContain(`(${library.byKind.treatment.length})`);
    await expect(page.getByRole("status").filter({ hasText: `${sheets.length} studies` })).toBeVisible();
  });

  test("says what to do when nothing is found", async ({ page }) => {
    await openCase(page, emptyProfile, "/studies");
    await page.getByRole("searchbox", { name: "Search" }).fill("bounfour 1887");
    await expect(
      page.getByText("No study meets the search and the filters. Remove a search word or filter to see more."),
    ).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: `0 of ${sheets.length} studies` })).toBeVisible();
    await page.getByRole("searchbox", { name: "Search" }).fill("bounfour");
    await expect(page.getByText("No study meets the search and the filters.")).toHaveCount(0);
  });

  test("opens a row in place, and keeps the case for the way back", async ({ page }) => {
    const { profile } = exampleCases.child;
    await openCase(page, profile, "/studies");
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

test.describe("a fact sheet", () => {
  test("shows each figure with its locator, the limits, what is open, how it was read, and where it is", async ({
    page,
  }) => {
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
    const relapse = outcomes.getByRole("listitem").filter({ hasText: "Relapse after a major response" });
    await expect(relapse).toContainText("10 of 19 (53%)");
    await expect(relapse).toContainText("95% CI 32% to 73% (Wilson)");
    await expect(relapse).toContainText("Where: abstract, results; denominator confirmed by review table 3");
    for (const item of await outcomes.getByRole("listitem").all()) await expect(item).toContainText("Where: ");
    await expect(getRegion(page, "Treatment")).toContainText("mean 4.8, at least 1, at most 15");

    const limits = getRegion(page, "Limits");
    await expect(limits.getByRole("heading", { name: "Not in the abstract" })).toBeVisible();
    expect(await limits.getByRole("listitem").count()).toBeGreaterThan(1);
    await expect(getRegion(page, "Source read")).toContainText(/Abstract only|Full text/);
    await expect(getRegion(page, "Source read")).toContainText(/reader/);
    await expect(getRegion(page, "Who the patients were").getByRole("row", { name: /^Skin only all/ })).toBeVisible();
  });

  test("of a study without an address names the copy that was read and links nowhere", async ({ page }) => {
    await openCase(page, emptyProfile, "/studies/roifman-1995");
    await expect(getRegion(page, "Citation")).toContainText("read in a copy at discovery.researcher.life");
    await expect(getRegion(page, "Source read")).toContainText("(a copy that was read, named and not linked)");
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: /opens in a new tab/ })).toHaveCount(0);
    const addresses = await main
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(addresses.filter((address) => /^https?:/.test(address))).toEqual([]);
  });

  test("of a study with an official page but no PMID links to that page", async ({ page }) => {
    await openCase(page, emptyProfile, "/studies/sansome-1995");
    await expect(getRegion(page, "Citation").getByRole("link", { name: "adc.bmj.com" })).toHaveAttribute(
      "href",
      "https://adc.bmj.com/content/72/1/25",
    );
  });

  test("that does not exist says so, and loses no case", async ({ page, allowFault }) => {
    allowFault(/404.*\/studies\/none-1999|\/studies\/none-1999.*404/);
    const { profile } = exampleCases.pregnant;
    await openCase(page, profile, "/studies/none-1999");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such page");
    await expect(page.getByText("its id is not in this version of the library")).toBeVisible();
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
