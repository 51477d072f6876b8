import type { Locator, Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import {
  expect,
  expectCase,
  getOpenedRow,
  getSheetLink,
  getStudyGroup,
  getStudyRow,
  getStudyTable,
  openCase,
  openRow,
  readNames,
  switchCase,
  test,
} from "./test";

const groups = ["Studies of immunoglobulin", "Background", "Reviews", "Guidelines"];

/** The address follows a change of the table after a pause; the next case would come before it. */
const writtenOrder = /[#&]table=/;

test.describe("sorting", () => {
  test("sorts within the groups by a press, another way by the next, from the keyboard, and by the lower limit of a result", async ({
    page,
  }) => {
    await test.step("sorts within the groups by a press, the other way by the next, and by best match again", async () => {
      await openCase(page, exampleCases.skinOnlyRefractory.profile, "/studies");
      const byCloseness = await readOrder(page);
      expect(byCloseness.flat().length).toBeGreaterThan(10);
      const status = page.getByRole("status").filter({ hasText: "within each group" });

      const study = getHeader(page, "Study").getByRole("button");
      await study.click();
      await expect(status).toContainText("Sorted by Study, lowest first");
      const rising = byCloseness.map((names) => [...names].sort(compareNames));
      expect(rising).not.toEqual(byCloseness);
      await expect.poll(() => readOrder(page)).toEqual(rising);

      await study.click();
      await expect(status).toContainText("Sorted by Study, highest first");
      await expect.poll(() => readOrder(page)).toEqual(rising.map((names) => [...names].reverse()));

      await study.click();
      await expect.poll(() => readOrder(page)).toEqual(byCloseness);
      await expect(getHeader(page, "Study")).toHaveAttribute("aria-sort", "none");
      await expect(page).not.toHaveURL(writtenOrder);
    });

    await test.step("headers sort from the keyboard", async () => {
      await switchCase(page, exampleCases.child.profile);
      await getHeader(page, "Year").getByRole("button").press("Enter");
      await expect(getHeader(page, "Year")).toHaveAttribute("aria-sort", /ascending|descending/);
      await expect(getHeader(page, "Year").getByRole("button")).toBeFocused();
      await expect(page).toHaveURL(writtenOrder);
    });

    await test.step("two quick presses of a header count as two", async () => {
      await switchCase(page, exampleCases.child.profile);
      // In one turn of the browser's own loop: no paint, and no waiting, between them.
      await getHeader(page, "Year")
        .getByRole("button")
        .evaluate((button: HTMLButtonElement) => {
          button.click();
          button.click();
        });
      await expect(getHeader(page, "Year")).toHaveAttribute("aria-sort", "ascending");
      await expect(page).toHaveURL(writtenOrder);
    });

    await test.step("a result sorts by the lower limit of its interval, and says so", async () => {
      await switchCase(page, exampleCases.child.profile);
      await expect(getHeader(page, "Results")).toContainText("sort by the lower limit of");
      await getHeader(page, "Results").getByRole("button", { name: "Response" }).click();
      await expect(getHeader(page, "Results")).toHaveAttribute("aria-sort", "descending");
      await expect(page.getByText(/Sorted by Response \(lower limit\), highest first/)).toBeVisible();
    });
  });

  test("a narrow screen has a list to sort by, and nothing unseen takes the focus", { tag: "@phone" }, async ({
    page,
  }) => {
    for (const path of ["/studies", "/compare#pins=bounfour-2014,galimberti-2018"]) {
      await page.goto(path);
      await expect(page.getByRole("table").first()).toBeVisible();
      await expect(page.getByRole("columnheader").first()).toBeAttached();
      expect(await page.locator("thead :is(a, button)").filter({ visible: true }).count()).toBe(0);
    }
    await page.goto("/studies");
    await page.getByLabel("Sort by").focus();
    await page.getByLabel("Sort by").press("y");
    await expect(page.getByText(/Sorted by Year/)).toBeVisible();
  });
});

test.describe("a row opened in place", () => {
  test("tells why the study is there and everything it reports, is tried again where it cannot be fetched, and leads on", async ({
    page,
    allowFault,
  }) => {
    await test.step("tells why the study is there and everything it reports, and closes again", async () => {
      await openCase(page, exampleCases.adultSkinOnlyRefractory.profile, "/studies");
      const before = page.url();
      await openRow(page, "Bounfour 2014");

      const open = getOpenedRow(page);
      const reasons = open.getByRole("listitem");
      await expect(reasons.filter({ hasText: "Skin only: all (27 of 27) – same" })).toBeVisible();
      await expect(reasons.filter({ hasText: /^Refractory: all.* – same$/ })).toBeVisible();
      await expect(reasons.filter({ hasText: /^Under 18: not in the abstract – not known$/ })).toBeVisible();
      await expect(open.getByText("10 of 19 (53%)")).toBeVisible();
      await expect(open.getByText("Grade 3 headache")).toBeVisible();
      expect(page.url()).toBe(before);

      const close = page.getByRole("button", { name: "Close Bounfour 2014: reasons and all outcomes" });
      await expect(close).toHaveAttribute("aria-expanded", "true");
      await expect(close).toBeFocused();
      await close.press("Enter");
      await expect(open).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Open Bounfour 2014: reasons and all outcomes" })).toBeFocused();
    });

    await test.step("says that the outcomes could not be fetched, and fetches them when asked again", async () => {
      allowFault(/sheet\.json/);
      await page.route("**/studies/bounfour-2014/sheet.json", (route) => route.abort());
      await openCase(page, exampleCases.adultSkinOnlyRefractory.profile, "/studies");
      await openRow(page, "Bounfour 2014");

      const notice = page.getByRole("alert").filter({ hasText: "could not be fetched" });
      await expect(notice).toContainText("The outcomes of this study could not be fetched. Check the network");
      await expect(getStudyRow(page, "Bounfour 2014")).toContainText("19 of 27 (70%)");

      await page.unroute("**/studies/bounfour-2014/sheet.json");
      await page.route("**/studies/bounfour-2014/sheet.json", (route) => route.fulfill({ status: 503 }), { times: 1 });
      await notice.getByRole("button", { name: "Try again" }).click();
      await expect(notice).toBeVisible();

      await notice.getByRole("button", { name: "Try again" }).press("Enter");
      await expect(getOpenedRow(page).getByText("Grade 3 headache")).toBeVisible();
      await expect(notice).toHaveCount(0);
      await expect(getOpenedRow(page).getByRole("heading", { name: "What it found" })).toBeFocused();
    });

    await test.step("leads on to the fact sheet, and back to the case", async () => {
      const { profile } = exampleCases.adultSkinOnlyRefractory;
      await openCase(page, profile, "/studies");
      await openRow(page, "Cafardi 2015");
      await page.getByRole("link", { name: "Fact sheet, with limits and what its source does not report" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Cafardi 2015" })).toBeVisible();
      await page.goBack();
      await expect(getSheetLink(page, "Cafardi 2015")).toBeVisible();
      await expectCase(page, profile);
    });
  });
});

function getHeader(page: Page, name: string): Locator {
  return getStudyTable(page).getByRole("columnheader", { name });
}

/** The studies of each group in the order shown. */
function readOrder(page: Page): Promise<string[][]> {
  return Promise.all(groups.map((group) => readNames(getStudyGroup(page, group))));
}

/** The order of the table's text, in which capitals do not count. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
