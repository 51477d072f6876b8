import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { interfaceText } from "@/lib/format/interface-text";
import {
  fillTheDisk,
  holdSavedFiles,
  lookForNewVersion,
  type Network,
  savedFiles,
  test,
  waitUntilSaved,
} from "./network";
import {
  addressOf,
  chooseAnswer,
  expect,
  expectAccessible,
  expectCase,
  openCase,
  openedRow,
  openRow,
  verdict,
} from "./test";

const { profile } = exampleCases.pregnant;
const offer = (page: Page) =>
  page.getByRole("status").filter({ hasText: "A new version is ready. Your case and pins stay" });
const failed = (page: Page) =>
  page
    .getByRole("status")
    .filter({ hasText: /^Saved on this device, but the last attempt to bring it up to date failed: this is library / });
const newVersionButton = (page: Page) => page.getByRole("button", { name: "Use it now" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** How many versions of the page that changes are saved. */
async function savedVersions(page: Page) {
  return (await savedFiles(page)).filter(({ path }) => path === "/about").length;
}

/** Fails unless the page holds the case and the pinned study. */
async function expectPinned(page: Page) {
  const print = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Print" });
  await expect(print).toHaveAttribute("href", `${addressOf(profile, "/summary")}&pins=bounfour-2014`);
}

/** Fails unless nothing of a library that came since is shown beside the page's, until the reader takes it. */
async function expectKeptApart(page: Page) {
  const ofTheSheet = "only after therapeutic abortion";
  await openRow(page, "Park 2003");
  await expect(openedRow(page).getByRole("alert")).toHaveText(interfaceText.otherLibrary);
  await expect(openedRow(page)).not.toContainText(ofTheSheet);
  await page.getByText(/^Export \d+ studies/).click();
  await page.getByRole("button", { name: "Download CSV" }).click();
  await expect(page.getByText("The CSV file could not be made, because its figures might differ")).toBeVisible();
  await page.getByRole("searchbox", { name: "Search" }).fill("park");
  await expect(page.getByText("The notes of the sheets could not be fetched")).toBeVisible();

  await newVersionButton(page).click();
  await expect(offer(page)).toBeHidden();
  await expectCase(page, profile);
  await openRow(page, "Park 2003");
  await expect(openedRow(page)).toContainText(ofTheSheet);
}

/** Has the browser fetch a new version that cannot be had, and waits until it has given up. */
async function expectFailedUpdate(page: Page, network: Network) {
  const timesBefore = network.timesAsked("/about");
  await lookForNewVersion(page);
  await expect.poll(() => network.timesAsked("/about")).toBeGreaterThan(timesBefore);
  await expect(failed(page)).toBeVisible();
  await expect(offer(page)).toBeHidden();
}

/** Fails unless the version before the new one is whole and in use. */
async function expectVersionBefore(page: Page) {
  await openCase(page, profile, "/about");
  await expect(heading(page)).toHaveText("Methods and limits");
  await expect(offer(page)).toBeHidden();
}

test.describe("a new version", () => {
  test("is offered while a case is open, waits for a tap, and keeps case and pins", async ({ page, network }) => {
    await page.goto("/about");
    await waitUntilSaved(page);
    await page.goto(`${addressOf(profile)}&pins=bounfour-2014`);
    await expectPinned(page);
    const before = network.sent().length;
    await network.publishNewVersion();
    await lookForNewVersion(page);
    await expect(offer(page)).toBeVisible();
    // only what changed was fetched
    const fetched = new Set(
      network
        .sent()
        .slice(before)
        .map((sent) => sent.split(" ")[1]),
    );
    expect(fetched).toEqual(new Set(["/sw.js", "/about"]));

    // not taken, the version before goes on, and stays saved
    await chooseAnswer(page, "Pregnant", "No");
    await chooseAnswer(page, "Pregnant", "Yes");
    expect(await savedVersions(page)).toBe(2);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" }).click();
    await expect(heading(page)).toHaveText("Methods and limits");
    await expect(offer(page)).toBeVisible();
    await page.goBack();
    await expectPinned(page);

    const address = page.url();
    await newVersionButton(page).click();
    await expect(offer(page)).toBeHidden();
    expect(page.url()).toBe(address);
    await expectPinned(page);
    await expect(verdict(page)).toContainText("pregnant");
    await expect.poll(() => savedVersions(page)).toBe(1);
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" }).click();
    await expect(heading(page)).toHaveText("Methods, newly written");
  });

  test("taken in one window leaves the other working, which still may choose", async ({ context, page, network }) => {
    await page.goto("/studies/bounfour-2014");
    await waitUntilSaved(page);
    // fetched only when a citation is first wanted, and so not yet by this page
    const writer = (await savedFiles(page)).find(
      ({ path, text }) => path.endsWith(".js") && text.includes("application/x-research-info-systems"),
    )?.path;
    expect(writer).toBeDefined();
    const other = await context.newPage();
    await openCase(other, profile, "/about");
    await network.publishNewVersion({ without: writer ?? "" });
    await lookForNewVersion(other);
    await newVersionButton(other).click();
    await expect(heading(other)).toHaveText("Methods, newly written");
    await expect.poll(() => savedVersions(other)).toBe(1);

    await expect(offer(page)).toBeVisible();
    // the browser's own cache forgets as it likes
    await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download RIS" }).click();
    expect((await saved).suggestedFilename()).toBe("myomatch-bounfour-2014.ris");
    await newVersionButton(page).click();
    await expect(offer(page)).toBeHidden();
    await expect(heading(page)).toHaveText("Bounfour 2014");
  });

  test("taken in one window keeps its figures from those of the other", async ({ context, page, network }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    const other = await context.newPage();
    await other.goto("/map");
    await network.publishNewVersion({ library: "newerlibra" });
    await lookForNewVersion(other);
    await newVersionButton(other).click();
    await expect(offer(page)).toBeVisible();
    await expectKeptApart(page);
  });

  test("published while a case is open, with nothing saved, keeps its figures from those on the page", async ({
    page,
    network,
  }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await openCase(page, profile);
    await network.publishNewVersion({ library: "newerlibra" });
    await expectKeptApart(page);
  });

  test("published without a study says so in its row and beside others", async ({ page, network, allowFault }) => {
    allowFault(/sheet\.json/);
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await openCase(page, profile);
    network.change("/studies/park-2003/sheet.json", { status: 404 });
    await openRow(page, "Park 2003");
    await expect(openedRow(page).getByRole("alert")).toHaveText(interfaceText.otherLibrary);

    await page.goto(`${addressOf(profile, "/compare")}&pins=park-2003`);
    await expect(page.getByRole("main").getByRole("alert")).toContainText(interfaceText.otherLibrary);
    await expect(offer(page)).toBeVisible();
    await expectAccessible(page);
  });

  test("published while the first page was on its way is offered to it", async ({ page, network }) => {
    // the page is still the one before
    await network.publishNewVersion();
    await openCase(page, profile);
    await waitUntilSaved(page);
    await expect(offer(page)).toBeVisible();
    await newVersionButton(page).click();
    await expect(offer(page)).toBeHidden();
    await expect(verdict(page)).toContainText("pregnant");
  });

  test("does not count on a file that another version is dropping", async ({ page, network }) => {
    await page.goto("/");
    await waitUntilSaved(page);
    const letGo = await holdSavedFiles(page);
    await network.publishNewVersion();
    await lookForNewVersion(page);
    await page.waitForFunction(async () => {
      const { installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return Boolean(installing ?? waiting);
    });
    const file = "/studies/bounfour-2014";
    await page.evaluate(async (path) => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(path, { ignoreSearch: true });
    }, file);
    await letGo();
    await expect(offer(page)).toBeVisible();
    expect((await savedFiles(page)).map(({ path }) => path)).toContain(file);
  });

  test("drops nothing while another is being saved", async ({ context, page, network }) => {
    await page.goto("/");
    await waitUntilSaved(page);
    await network.publishNewVersion();
    await lookForNewVersion(page);
    await expect(offer(page)).toBeVisible();
    const other = await context.newPage();
    await other.goto("/map");
    await holdSavedFiles(other);
    await newVersionButton(page).click();
    await other.waitForFunction(async () => {
      const { waiting, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return !waiting && active?.state === "activated";
    });
    expect(await savedVersions(other)).toBe(2);
  });

  for (const { how, harm } of [
    { how: "one file of which cannot be fetched", harm: { isLost: true } },
    { how: "one file of which is not found", harm: { status: 404, text: () => "not found" } },
    { how: "one file of which is still the one before", harm: {} },
  ])
    test(`${how} leaves the one before working, until it is whole`, async ({ page, network, allowFault }) => {
      allowFault(/\/about|sw\.js/);
      await openCase(page, profile);
      await waitUntilSaved(page);
      await network.publishNewVersion();
      const undo = network.change("/about", harm);
      await expectFailedUpdate(page, network);
      await expectVersionBefore(page);

      undo();
      await lookForNewVersion(page);
      await expect(offer(page)).toBeVisible();
      await expect(failed(page)).toBeHidden();
    });

  test("that cannot be looked for is told, until it can", async ({ page, network, allowFault }) => {
    allowFault(/sw\.js|when fetching the script/);
    await page.goto("/");
    await waitUntilSaved(page);
    // what a gateway answers that wants a sign-in first
    const undo = network.change("/sw.js", { text: () => "<!doctype html>" });
    await openCase(page, profile);
    await expect(failed(page)).toBeVisible();
    await expect(verdict(page)).toContainText("pregnant");

    undo();
    await openCase(page, profile);
    await expect(page.getByText("Saved on this device for use without a network.")).toBeVisible();
  });

  test("is found by a page that stays open, once a day", async ({ page, network }) => {
    await page.clock.install();
    await page.goto("/");
    await waitUntilSaved(page);
    const comeBack = () =>
      page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
    const looks = () => network.timesAsked("/sw.js");
    await comeBack();
    await expect.poll(looks).toBe(2);
    await network.publishNewVersion();
    await page.clock.fastForward("23:00:00");
    await comeBack();
    await page.clock.fastForward("01:00:00");
    await comeBack();
    await expect(offer(page)).toBeVisible();
    expect(looks()).toBe(3);
  });

  test("during whose download the server dies leaves the one before working", async ({
    page,
    network,
    allowFault,
    goOffline,
  }) => {
    allowFault(/\/about|sw\.js/);
    await openCase(page, profile);
    await waitUntilSaved(page);
    await network.publishNewVersion();
    // the worker arrives, the first file does not
    network.dieAfter(1);
    await expectFailedUpdate(page, network);
    await goOffline();
    await expectVersionBefore(page);
  });

  test("that finds no room leaves the one before working", async ({ context, page, network, baseURL, goOffline }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    await fillTheDisk(context, page, baseURL ?? "", { room: 1000 });
    await network.publishNewVersion();
    await expectFailedUpdate(page, network);
    expect(await savedVersions(page)).toBe(1);
    await goOffline();
    await expectVersionBefore(page);
  });
});
