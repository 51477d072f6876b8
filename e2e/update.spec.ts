import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { interfaceText } from "@/lib/format/interface-text";
import { limitStorage, lookForNewVersion, readSavedFiles, readSavedPaths, test, waitUntilSaved } from "./network";
import {
  chooseAnswer,
  expect,
  expectAccessible,
  expectCase,
  followPage,
  getAddress,
  getOpenedResult,
  getPages,
  getVerdict,
  openCase,
  openResult,
} from "./test";

const { profile } = exampleCases.pregnant;
const getOffer = (page: Page) =>
  page.getByRole("status").filter({ hasText: "A new version is ready. Your case and pins stay" });
const getFailure = (page: Page) =>
  page
    .getByRole("status")
    .filter({ hasText: /^Saved on this device, but the last attempt to bring it up to date failed: this is library / });
const getNewVersionButton = (page: Page) => page.getByRole("button", { name: "Use it now" });
const getHeading = (page: Page) => page.getByRole("heading", { level: 1 });

/** How many versions of the page that changes are saved. */
async function countSavedVersions(page: Page) {
  return (await readSavedPaths(page)).filter((path) => path === "/about").length;
}

/** Fails unless the page holds the case and the pinned study. */
async function expectPinned(page: Page) {
  const studies = getPages(page).getByRole("link", { name: "Studies", exact: true });
  await expect(studies).toHaveAttribute("href", `${getAddress(profile, "/studies")}&pins=bounfour-2014`);
}

/** Fails if anything of a newer library is shown beside the page's, until the reader accepts the new version. */
async function expectKeptApart(page: Page) {
  const ofTheSheet = "the clinical course after IVIG could not be read";
  await openResult(page, "Mosca 2005");
  const opened = getOpenedResult(page, "Mosca 2005");
  await expect(opened.getByRole("alert")).toHaveText(interfaceText.otherLibrary);
  await expect(opened).not.toContainText(ofTheSheet);
  await followPage(page, "Studies");
  await page.getByRole("button", { name: /^Export/ }).click();
  await page.getByRole("button", { name: "Download CSV" }).click();
  await expect(page.getByText("The CSV file could not be made, because its figures might differ")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search" }).fill("mosca");
  await expect(page.getByText("The notes of the sheets could not be fetched")).toBeVisible();

  await getNewVersionButton(page).click();
  await expect(getOffer(page)).toBeHidden();
  await expectCase(page, profile);
  await getPages(page).getByRole("link", { name: "Case", exact: true }).click();
  await openResult(page, "Mosca 2005");
  await expect(opened).toContainText(ofTheSheet);
}

test.describe("a new version", { tag: "@phone" }, () => {
  test("that does not fit on the device leaves the one before working; once it fits it is offered while a case is open, waits for a tap, and keeps case and pins", async ({
    context,
    page,
    network,
    baseURL,
  }) => {
    await page.goto("/about");
    await waitUntilSaved(page);
    const before = network.listSent().length;
    await network.publishNewVersion();
    await test.step("one that does not fit is reported, and the one before stays in use", async () => {
      const liftLimit = await limitStorage(context, page, baseURL ?? "", 1000);
      await lookForNewVersion(page);
      await expect(getFailure(page)).toBeVisible();
      expect(await countSavedVersions(page)).toBe(1);
      // from the copy: the network has the new page
      await openCase(page, profile, "/about");
      await expect(getHeading(page)).toHaveText("Methods and limits");
      await expect(getOffer(page)).toBeHidden();
      await liftLimit();
    });

    await page.goto(`${getAddress(profile)}&pins=bounfour-2014`);
    await expectPinned(page);
    await lookForNewVersion(page);
    await expect(getOffer(page)).toBeVisible();
    // only what changed was fetched, in both attempts
    const fetched = new Set(
      network
        .listSent()
        .slice(before)
        .map((sent) => sent.split(" ")[1]),
    );
    expect(fetched).toEqual(new Set(["/sw.js", "/about"]));

    // while the new version is not accepted, the one before stays saved and in use
    await chooseAnswer(page, "Pregnant", "No");
    await chooseAnswer(page, "Pregnant", "Yes");
    expect(await countSavedVersions(page)).toBe(2);
    await followPage(page, "About");
    await expect(getHeading(page)).toHaveText("Methods and limits");
    await expect(getOffer(page)).toBeVisible();
    await page.goBack();
    await expectPinned(page);

    const address = page.url();
    await getNewVersionButton(page).click();
    await expect(getOffer(page)).toBeHidden();
    expect(page.url()).toBe(address);
    await expectPinned(page);
    await expect(getVerdict(page)).toContainText("Pregnant");
    await expect.poll(() => countSavedVersions(page)).toBe(1);
    await followPage(page, "About");
    await expect(getHeading(page)).toHaveText("Methods, newly written");
  });

  test("taken in one window leaves the other working, which still may choose", async ({ context, page, network }) => {
    await page.goto("/studies/bounfour-2014");
    await waitUntilSaved(page);
    // fetched only with the first export, and so not yet by this page
    const writer = (await readSavedFiles(page)).find(
      ({ path, text }) => path.endsWith(".js") && text.includes("application/x-research-info-systems"),
    )?.path;
    expect(writer).toBeDefined();
    const other = await context.newPage();
    await openCase(other, profile, "/about");
    await network.publishNewVersion({ without: writer ?? "" });
    await lookForNewVersion(other);
    await getNewVersionButton(other).click();
    await expect(getHeading(other)).toHaveText("Methods, newly written");
    await expect.poll(() => countSavedVersions(other)).toBe(1);

    await expect(getOffer(page)).toBeVisible();
    // the browser may drop files from its own cache at any time
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download RIS" }).click();
    expect((await saved).suggestedFilename()).toBe("myomatch-bounfour-2014.ris");
    await getNewVersionButton(page).click();
    await expect(getOffer(page)).toBeHidden();
    await expect(getHeading(page)).toHaveText("Bounfour 2014");
  });

  test("published while a case is open, with nothing saved, keeps its figures from those on the page", async ({
    page,
    network,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await openCase(page, profile);
    const summaries = await page.locator("html").getAttribute("data-summaries");
    expect(network.countRequests(summaries ?? ""), "fetched ahead, and not once more by the program").toBe(1);
    await network.publishNewVersion({ library: "newerlibra" });
    await expectKeptApart(page);
  });

  test("published without a study says so beside others", async ({ page, network, allowFault }) => {
    allowFault(/sheet\.json/);
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    network.change("/studies/park-2003/sheet.json", { status: 404 });
    await page.goto(`${getAddress(profile, "/compare")}&pins=park-2003`);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(interfaceText.otherLibrary);
    await expect(getOffer(page)).toBeVisible();
    await expectAccessible(page);
  });
});
