import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import papa from "papaparse";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { getSheetName, readReferences } from "@/lib/citations/export/reference-parsers";
import { getSheet, sheets } from "./library";
import { expect, getRegion, getStudyLinks, openAddress, openCase, openDisclosure, test } from "./test";

/** Clicks a download and reads the file that the browser saved. */
async function download(within: Page | Locator, format: "RIS" | "BibTeX" | "CSV" | "JSON") {
  const page = "page" in within ? within.page() : within;
  const saved = page.waitForEvent("download");
  await within.getByRole("button", { name: `Download ${format}` }).click();
  const file = await saved;
  const text = readFileSync(await file.path(), "utf8");
  await expect(within.getByRole("status").filter({ hasText: `The ${format} file holds` })).toBeVisible();
  return { name: file.suggestedFilename(), text };
}

/** The rows of a CSV, each by the names of its columns, as a parser that is not ours reads them. */
function readRows(csv: string) {
  const firstLine = "\uFEFFsep=,\r\n";
  expect(csv.startsWith(firstLine)).toBe(true);
  const table = csv.slice(firstLine.length);
  const { data, errors } = papa.parse(table, { delimiter: ",", header: true, skipEmptyLines: true }) as {
    data: Record<string, string>[];
    errors: unknown[];
  };
  expect(errors).toEqual([]);
  return data;
}

const collapseSpaces = (text: string | undefined) => text?.replace(/\s+/g, " ").trim();

/** Downloads every format and fails unless each holds exactly these studies, in this order, with nothing lost. */
async function expectExports(menu: Locator, name: string, ids: string[]) {
  const exported = ids.map(getSheet);
  for (const [format, ending] of [
    ["RIS", "ris"],
    ["BibTeX", "bib"],
  ] as const) {
    const file = await download(menu, format);
    expect(file.name).toBe(`${name}.${ending}`);
    const references = readReferences(file.text);
    expect(references.map(({ id }) => id)).toEqual(ids);
    for (const [place, { citation }] of exported.entries()) {
      const authors = citation.authors.filter((author) => !author.startsWith("et al"));
      expect(references[place]?.title).toBe(collapseSpaces(citation.title));
      expect((references[place]?.author ?? []).map(getSheetName)).toEqual(authors);
      expect(references[place]?.DOI).toBe(citation.doi ?? undefined);
    }
  }

  const csv = await download(menu, "CSV");
  expect(csv.name).toBe(`${name}.csv`);
  const rows = readRows(csv.text);
  expect(rows.map(({ Id, PMID, DOI, Title }) => [Id, PMID, DOI, Title])).toEqual(
    exported.map(({ id, citation }) => [id, citation.pmid ?? "", citation.doi ?? "", citation.title]),
  );

  const json = await download(menu, "JSON");
  expect(json.name).toBe(`${name}.json`);
  expect(JSON.parse(json.text).studies).toEqual(exported);
  return rows;
}

/** The folded menu that exports what is named. */
async function openExport(page: Page, named: string): Promise<Locator> {
  await page.getByText(`Export ${named}`, { exact: true }).click();
  const menu = page.getByRole("group", { name: new RegExp(`^Citation, figures and features of ${named},`) });
  await expect(menu).toBeVisible();
  return menu;
}

/** The ids of the studies that the table lists, in its order. */
function listStudyIds(page: Page): Promise<string[]> {
  return getStudyLinks(page.getByRole("table")).evaluateAll((links) =>
    links.map((link) => new URL((link as HTMLAnchorElement).href).pathname.replace("/studies/", "")),
  );
}

test("a citation leaves the fact sheet in each format, is copied, and an error in the sheet is reported", async ({
  page,
  context,
}) => {
  await test.step("a citation leaves the fact sheet in each format, made on the device", async () => {
    await openAddress(page, "/studies/bounfour-2014");
    const citation = getRegion(page, "Citation");
    for (const format of ["RIS", "BibTeX"] as const) {
      const file = await download(citation, format);
      expect(file.name).toBe(`myomatch-bounfour-2014.${format === "RIS" ? "ris" : "bib"}`);
      const [reference, ...others] = readReferences(file.text);
      expect(others).toEqual([]);
      expect(reference).toMatchObject({ id: "bounfour-2014", DOI: "10.1111/jdv.12223" });
      expect((reference?.author ?? []).map(getSheetName)).toContain("Bézier M");
      expect(file.text).toContain("23906502");
    }
    const csv = await download(citation, "CSV");
    expect(readRows(csv.text)).toEqual([
      expect.objectContaining({ Id: "bounfour-2014", "Response: events": "19", "Response: total": "27" }),
    ]);
    await expect(page.getByRole("link", { name: "This sheet as JSON" })).toHaveAttribute(
      "href",
      "/studies/bounfour-2014/sheet.json",
    );
  });

  await test.step("a citation is copied; where the browser refuses, it can be copied by hand", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openAddress(page, "/studies/bounfour-2014");
    await page.getByRole("button", { name: "Copy citation" }).click();
    await expect(page.getByText("Citation copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Bounfour T, Bouaziz JD");

    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await page.getByRole("button", { name: "Copy citation" }).click();
    await expect(page.getByText("The browser blocked copying.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Citation" })).toHaveValue(/Bounfour T, Bouaziz JD/);
  });

  await test.step("a sheet says what to quote about an error, with its id and the library version, and leads to the report", async () => {
    await openAddress(page, "/studies/bounfour-2014");
    const library = await (await page.request.get("/library.json")).json();
    const section = page.getByRole("region", { name: "How to report an error" });
    await expect(section).toContainText("bounfour-2014");
    await expect(section).toContainText(library.library);

    await section.getByRole("link", { name: "Prepare a report on bounfour-2014" }).click();
    const report = page.getByRole("textbox", { name: "Report on bounfour-2014" });
    await expect(report).toBeFocused();
    await expect(report).toBeInViewport();
    await expect(report).toHaveValue(
      new RegExp(`Study: bounfour-2014\n.*/studies/bounfour-2014\nLibrary version: ${library.library}`),
    );

    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await report.fill(`${await report.inputValue()}20 of 27`);
    await page.getByRole("button", { name: "Copy the report" }).click();
    await expect(page.getByText("Report copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Study: bounfour-2014[\s\S]*20 of 27$/);
  });
});

test("the filtered table leaves in each format, and no study beside it", async ({ page }) => {
  await openAddress(page, "/studies");
  await openDisclosure(page, /^Filters/);
  await page.getByRole("checkbox", { name: "Guidelines" }).check();
  await expect.poll(() => listStudyIds(page)).not.toContain("bounfour-2014");
  const ids = await listStudyIds(page);
  expect(ids.length).toBeGreaterThan(1);
  await expectExports(await openExport(page, `${ids.length} studies`), `myomatch-${ids.length}-studies`, ids);

  // What is exported follows what is listed.
  await page.getByRole("checkbox", { name: "Guidelines" }).uncheck();
  await page.getByLabel("Search", { exact: true }).fill("linardaki");
  const menu = page.getByRole("group", { name: /^Citation, figures and features of 1 study,/ });
  await expectExports(menu, "myomatch-1-study", ["linardaki-2011"]);

  await page.getByLabel("Search", { exact: true }).fill("no sheet has these words");
  await expect(page.getByText("No study meets the search and the filters.")).toBeVisible();
  await expect(page.getByText(/^Export /)).toHaveCount(0);
});

test("the whole library leaves with no field lost", async ({ page }) => {
  await openCase(page, emptyProfile, "/studies");
  const ids = await listStudyIds(page);
  expect(ids).toHaveLength(sheets.length);
  await expectExports(await openExport(page, `${ids.length} studies`), `myomatch-${ids.length}-studies`, ids);
});

test("the studies of a case leave in the order shown, and an export that cannot be fetched works when asked again", async ({
  page,
  allowFault,
}) => {
  await test.step("the studies of a case leave in the order shown, with why they are listed", async () => {
    await openCase(page, exampleCases.adultSkinOnlyRefractory.profile, "/studies");
    const csv = await download(await openExport(page, `${sheets.length} studies`), "CSV");
    const rows = readRows(csv.text);
    expect(rows).toHaveLength(sheets.length);
    const shown = await listStudyIds(page);
    expect(rows.slice(0, shown.length).map(({ Id }) => Id)).toEqual(shown);
    const bounfour = rows.find(({ Id }) => Id === "bounfour-2014");
    expect(bounfour).toMatchObject({ Group: "Describes this patient", "Response: events": "19" });
    expect(bounfour?.["Matches and lacks"]).toContain("Skin only: all (27 of 27) (same)");
  });

  await test.step("an export that cannot be fetched says so, and works when asked again", async () => {
    allowFault(/library\.json/);
    await page.route("**/library.json", (route) => route.abort());
    await page.goto("/compare#pins=tsai-1997");
    const menu = await openExport(page, "1 pinned study");
    await menu.getByRole("button", { name: "Download RIS" }).click();
    await expect(menu.getByText("The RIS file could not be made")).toBeVisible();
    await page.unroute("**/library.json");
    expect((await download(menu, "RIS")).name).toBe("myomatch-1-pinned-study.ris");
  });
});

test("the pinned studies leave from the comparison", async ({ page }) => {
  const pins = ["galimberti-2018", "bounfour-2014"];
  await page.goto(`/compare#pins=${pins.join(",")}`);
  await expectExports(await openExport(page, "2 pinned studies"), "myomatch-2-pinned-studies", pins);
});

test("the 13 source attributes are the same on the page and as JSON", async ({ page }) => {
  await page.goto("/about");
  const { attributes } = await (await page.request.get("/about/source-attributes.json")).json();
  expect(attributes).toHaveLength(13);
  const table = page.getByRole("region", { name: "Source attributes" }).getByRole("table");
  for (const { name, value } of attributes) {
    await expect(table.getByRole("row", { name }).filter({ hasText: value }).first()).toBeVisible();
  }
  await expect(page.getByRole("region", { name: "Second reading" })).toContainText(/\d+ of \d+ \(\d+%\) fact sheets/);
});
