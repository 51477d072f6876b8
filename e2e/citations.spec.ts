import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./test";

async function download(page: Page, format: string) {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: `Download ${format}` }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
}

test("a citation leaves the fact sheet in each format, made on the device", async ({ page }) => {
  await page.goto("/studies/bounfour-2014");
  const ris = await download(page, "RIS");
  expect(ris.name).toBe("myomatch-bounfour-2014.ris");
  expect(ris.text).toContain("AU  - Bézier, M.");
  expect(ris.text).toContain("AN  - 23906502");
  const bibtex = await download(page, "BibTeX");
  expect(bibtex.name).toBe("myomatch-bounfour-2014.bib");
  expect(bibtex.text).toContain("pmid = {23906502}");
  const csv = await download(page, "CSV");
  expect(csv.text.startsWith("\uFEFFStudy,")).toBe(true);
  expect(csv.text).toContain("19,27,0.5152,0.8415");
  expect(csv.text).toContain("10.1111/jdv.12223");
  await expect(page.getByRole("link", { name: "This sheet as JSON" })).toHaveAttribute(
    "href",
    "/studies/bounfour-2014/sheet.json",
  );
});

test("a citation is copied; where the browser refuses, it can be copied by hand", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/studies/bounfour-2014");
  await page.getByRole("button", { name: "Copy citation" }).click();
  await expect(page.getByText("Citation copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Bounfour T, Bouaziz JD");

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  await page.getByRole("button", { name: "Copy citation" }).click();
  await expect(page.getByText("The browser refused the clipboard.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Citation" })).toHaveValue(/Bounfour T, Bouaziz JD/);
  await expectAccessible(page);
});

test("a sheet says what to quote about an error, with its id and the library version", async ({ page }) => {
  await page.goto("/studies/bounfour-2014");
  const library = await (await page.request.get("/library.json")).json();
  const section = page.getByRole("region", { name: "How to report an error" });
  await expect(section).toContainText("bounfour-2014");
  await expect(section).toContainText(library.library);
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
  await expectAccessible(page);
});
