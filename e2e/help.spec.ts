import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { expect, expectCase, expectStarted, getPages, leavePage, openCase, test } from "./test";

const { profile } = exampleCases.pregnant;
const getHeading = (page: Page) => page.getByRole("heading", { level: 1 });
const blocked =
  "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })";

const getToggle = (page: Page) => page.getByRole("checkbox", { name: "Keyboard shortcuts on this device" });
const readGround = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const getColours = (page: Page, name: string) =>
  page.getByRole("group", { name: "Colours" }).getByRole("radio", { name });

test("where the browser keeps nothing, a choice holds for this visit, and it is said", async ({ page }) => {
  await page.addInitScript(blocked);
  await openCase(page, profile, "/help");
  await test.step("keyboard shortcuts", async () => {
    await getToggle(page).uncheck();
    await expect(page.getByRole("main").getByText(/Your choice holds until the page is loaded again/)).toBeVisible();
    await expect(getToggle(page)).not.toBeChecked();
  });
  await test.step("colours", async () => {
    const light = await readGround(page);
    await getColours(page, "Dark").check();
    expect(await readGround(page)).not.toBe(light);
    await expect(page.getByRole("contentinfo").getByText(/storage is blocked or full/)).toBeVisible();
  });
  await expectCase(page, profile);
});

test.describe("keyboard shortcuts", () => {
  test("lead to the pages with the case, to the search, print and copy; not while something is typed", async ({
    page,
    context,
  }) => {
    await test.step("lead to the pages with the case, and to the search; not while something is typed", async () => {
      await openCase(page, profile);
      await page.keyboard.press("g");
      await page.keyboard.press("m");
      await expect(getHeading(page)).toHaveText("Evidence map");
      await expectCase(page, profile);
      await page.keyboard.press("g");
      await page.keyboard.press("s");
      await expect(getHeading(page)).toHaveText(/^All studies/);
      await page.keyboard.press("/");
      const search = page.getByRole("searchbox", { name: "Search" });
      await expect(search).toBeFocused();
      await expect(search).toHaveValue("");
      await page.keyboard.type("gcpm/");
      await expect(search).toHaveValue("gcpm/");
      await expect(getHeading(page)).toHaveText(/^All studies/);
      await search.blur();
      await page.keyboard.press("g");
      await page.keyboard.press("Control+c");
      await page.keyboard.press("c");
      await expect(getHeading(page)).toHaveText(/^All studies/);
      await page.keyboard.press("g");
      await page.keyboard.press("c");
      await expect(getHeading(page)).toHaveText("This patient");
      await expectCase(page, profile);
    });

    await test.step("print, and copy as text", async () => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.addInitScript(() => {
        window.print = () => {
          document.title = "printed";
        };
      });
      await openCase(page, profile, "/summary");
      await page.keyboard.press("c");
      await expect(page.getByText(/^Copied\. Label and note/)).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Pregnant: yes");
      await page.getByLabel("Note").fill("p");
      await expect(page).not.toHaveTitle("printed");
      await page.getByLabel("Note").blur();
      await page.keyboard.press("p");
      await expect(page).toHaveTitle("printed");
    });
  });

  test("turned off, they stay off on this device", async ({ page }) => {
    await openCase(page, profile, "/help");
    await getToggle(page).uncheck();
    await page.reload();
    await expectStarted(page);
    await expect(getToggle(page)).not.toBeChecked();
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    // a page later, a key would have led away
    await getPages(page).getByRole("link", { name: "Studies" }).click();
    await expect(getHeading(page)).toHaveText(/^All studies/);
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search" })).not.toBeFocused();
    await page.goBack();
    await getToggle(page).check();
    expect(await page.evaluate(() => localStorage.length), "the usual is not kept").toBe(0);
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await expect(getHeading(page)).toHaveText("Evidence map");
  });
});

test.describe("light or dark", () => {
  test("the choice is kept, stands before anything is painted, and leaves paper white", async ({
    page,
    allowFault,
  }) => {
    await test.step("paper is white whatever was chosen", async () => {
      await openCase(page, profile, "/summary");
      await getColours(page, "Dark").check();
      await page.emulateMedia({ media: "print" });
      expect(await readGround(page)).toBe("rgb(255, 255, 255)");
      await page.emulateMedia({ media: null });
      await getColours(page, "System").check();
    });

    await test.step("the choice is kept, and stands before anything is painted", async () => {
      allowFault(/_next\/static\/chunks\/.*ERR_FAILED|ERR_FAILED.*_next\/static\/chunks/);
      await openCase(page, profile, "/help");
      const light = await readGround(page);
      await getColours(page, "Dark").check();
      const dark = await readGround(page);
      expect(dark).not.toBe(light);
      // without the program: the mark in the head alone
      await page.route("**/_next/static/**/*.js", (route) => route.abort());
      await page.reload();
      expect(await readGround(page)).toBe(dark);
      await page.unroute("**/_next/static/**/*.js");
      await page.reload();
      await expectStarted(page);
      await expect(getColours(page, "Dark")).toBeChecked();
      await page.emulateMedia({ colorScheme: "dark" });
      await getColours(page, "Light").check();
      expect(await readGround(page)).toBe(light);
      await getColours(page, "System").check();
      expect(await readGround(page)).toBe(dark);
      expect(await page.evaluate(() => localStorage.length), "the usual is not kept").toBe(0);
    });
  });
});

test.describe("contents", () => {
  for (const { path, name } of [
    { path: "/help", name: "Words" },
    { path: "/about", name: "Limits" },
  ])
    test(`of ${path} lead to each part and keep the case`, async ({ page }) => {
      await openCase(page, profile, path);
      const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
      const headings = page.getByRole("main").getByRole("heading", { level: 2 });
      expect(await headings.count()).toBeGreaterThan(3);
      await expect(links).toHaveText(await headings.allTextContents());
      await links.filter({ hasText: name }).click();
      const heading = headings.filter({ hasText: name });
      await expect(heading).toBeFocused();
      await expect(heading).toBeInViewport();
      await expectCase(page, profile);
      // the address is that of the place
      const address = page.url();
      await leavePage(page);
      await page.goto(address);
      await expect(heading).toBeFocused();
      await expectCase(page, profile);
    });

  test("lead to words; a place that is not there is reported; the foot leads to the report of an error", async ({
    page,
  }) => {
    await test.step("a link leads to a word; one that names no place says so and costs nothing", async () => {
      await page.goto("/help#place=refractory");
      await expect(page.getByRole("term").filter({ hasText: /^refractory$/ })).toBeFocused();
      await leavePage(page);
      await page.goto("/help#place=<script>");
      await expect(page.getByRole("alert").filter({ hasText: "the page begins at its top" })).toBeVisible();
      await expect(getHeading(page)).toHaveText("Help");
    });

    await test.step("the foot of every page leads to the report of an error", async () => {
      await openCase(page, profile);
      await page.getByRole("contentinfo").getByRole("link", { name: "Report an error" }).click();
      await expect(page.getByRole("heading", { name: "Licence and errors" })).toBeFocused();
      await expectCase(page, profile);
    });
  });
});
