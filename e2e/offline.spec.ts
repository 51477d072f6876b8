import type { BrowserContext, Page } from "@playwright/test";
import { exampleCases } from "@/lib/profile/examples";
import { emptyProfile } from "@/lib/profile/schema";
import { test, waitUntilSaved } from "./network";
import { answer, expect, expectAccessible, expectCase, openCase, openRow, verdict } from "./test";

const { profile } = exampleCases.pregnant;
const offer = (page: Page) => page.getByText("A new version is ready. Your case stays.");
const useItNow = (page: Page) => page.getByRole("button", { name: "Use it now" });
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Has the browser look for a new version, as it does by itself whenever a page is opened. */
function lookForNewVersion(page: Page) {
  return page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

/** Waits until a new version has been saved or given up. */
function waitForEndOfUpdate(page: Page) {
  return page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.installing === null);
}

/** Everything that is saved, by address. */
function savedAddresses(page: Page) {
  return page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => url);
  });
}

async function fillTheDisk(context: BrowserContext, page: Page, origin: string) {
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
}

test.describe("without a network, after one visit", () => {
  test("every page opens cold", async ({ context, page, goOffline, allowFault }) => {
    await page.goto("/");
    await waitUntilSaved(page);
    await page.close();
    await goOffline();

    for (const { path, title } of [
      { path: "/studies", title: "Every study" },
      { path: "/studies/bounfour-2014", title: "Bounfour 2014" },
      { path: "/studies/aggarwal-2022", title: "Aggarwal 2022" },
      { path: "/studies/linardaki-2011", title: "Linardaki 2011" },
      { path: "/map", title: "Evidence map" },
      { path: "/compare", title: "Studies side by side" },
      { path: "/summary", title: "One page to print" },
      { path: "/about", title: "Methods and limits" },
    ]) {
      const cold = await context.newPage();
      await openCase(cold, profile, path);
      await expect(heading(cold)).toHaveText(title);
      await cold.close();
    }

    const empty = await context.newPage();
    await openCase(empty, emptyProfile);
    await expect(verdict(empty)).not.toBeEmpty();
    await expect(empty.getByText(/^No network: this is the saved library \S+, searched \d+ \w+ 2026\.$/)).toBeVisible();
    await empty.close();

    const linked = await context.newPage();
    await openCase(linked, profile);
    await expect(verdict(linked)).toContainText("pregnant");
    await linked.close();

    allowFault(/nothing-here/);
    const unknown = await context.newPage();
    await unknown.goto("/nothing-here");
    await expect(heading(unknown)).toHaveText("There is nothing at this address");
  });

  test("links lead from page to page and carry the case; a row opens", async ({ page, goOffline }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    await goOffline();
    await expect(page.getByText(/^No network: this is the saved library/)).toBeVisible();

    await openRow(page, "Park 2003");
    await expect(page.getByRole("heading", { name: "What it found" })).toBeVisible();

    const pages = page.getByRole("navigation", { name: "Pages" });
    for (const { link, title } of [
      { link: "Studies", title: "Every study" },
      { link: "Print", title: "One page to print" },
      { link: "About", title: "Methods and limits" },
      { link: "Map", title: "Evidence map" },
    ]) {
      await pages.getByRole("link", { name: link }).click();
      await expect(heading(page)).toHaveText(title);
      await expectCase(page, profile);
    }
    await page.goBack();
    await expect(heading(page)).toHaveText("Methods and limits");
    await pages.getByRole("link", { name: "Case" }).click();
    await expect(verdict(page)).toContainText("pregnant");
    await page.getByRole("rowheader").getByRole("link", { name: "Park 2003", exact: true }).click();
    await expect(heading(page)).toHaveText("Park 2003");
    await expectCase(page, profile);
  });

  test("nothing of a case is saved, and no answer to another program", async ({ page, network }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    await answer(page, "Under 18", "Yes");
    const asked = () =>
      page.evaluate(async () => (await fetch("/api/evidence", { method: "POST", body: "{}" })).status);
    expect(await asked()).toBe(200);
    expect(await asked()).toBe(200);
    expect(network.timesAsked("/api/evidence")).toBe(2);
    const saved = await savedAddresses(page);
    expect(saved.length).toBeGreaterThan(270);
    expect(saved.filter((url) => /case|pins|\/api\//.test(url))).toEqual([]);
  });
});

test.describe("a new version", () => {
  test("is offered while a case is open, waits for a tap, and keeps the case", async ({ context, page, network }) => {
    await page.goto("/about");
    await waitUntilSaved(page);
    await openCase(page, profile);
    await network.publishNewVersion();
    await lookForNewVersion(page);
    await expect(offer(page)).toBeVisible();
    await expectAccessible(page, { apartFrom: page.getByRole("table") });

    // not taken, the old version goes on, in this page and in others
    await answer(page, "Pregnant", "No");
    await answer(page, "Pregnant", "Yes");
    const other = await context.newPage();
    await openCase(other, profile, "/about");
    await expect(heading(other)).toHaveText("Methods and limits");
    await expect(offer(other)).toBeVisible();

    const address = page.url();
    await useItNow(page).click();
    await expect(offer(page)).toBeHidden();
    expect(page.url()).toBe(address);
    await expectCase(page, profile);
    await expect(verdict(page)).toContainText("pregnant");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" }).click();
    await expect(heading(page)).toHaveText("Methods, newly written");
    await expectCase(page, profile);

    // the other page was not touched, and still may choose
    await expect(heading(other)).toHaveText("Methods and limits");
    await useItNow(other).click();
    await expect(heading(other)).toHaveText("Methods, newly written");
    await expectCase(other, profile);
  });

  test("that cannot be fetched whole leaves the old one working", async ({ page, network, goOffline, allowFault }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    allowFault(/\/about|bad-precaching-response|no-response/);
    await network.publishNewVersion();
    network.change("/about", { isLost: true });
    const timesBefore = network.timesAsked("/about");
    await lookForNewVersion(page);
    await waitForEndOfUpdate(page);
    expect(network.timesAsked("/about")).toBeGreaterThan(timesBefore);
    await expect(offer(page)).toBeHidden();

    await goOffline();
    await openCase(page, profile, "/about");
    await expect(heading(page)).toHaveText("Methods and limits");
    await expect(offer(page)).toBeHidden();
  });

  test("that finds no room leaves the old one working", async ({ context, page, network, baseURL, goOffline }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    await fillTheDisk(context, page, baseURL ?? "");
    await network.publishNewVersion();
    const timesBefore = network.timesAsked("/about");
    await lookForNewVersion(page);
    await waitForEndOfUpdate(page);
    expect(network.timesAsked("/about")).toBeGreaterThan(timesBefore);
    await expect(offer(page)).toBeHidden();

    await goOffline();
    await openCase(page, profile, "/about");
    await expect(heading(page)).toHaveText("Methods and limits");
  });
});

test.describe("where nothing can be saved, a sentence says so and the app works", () => {
  const noCopy = /^This browser keeps no copy, so Myomatch is not available without a network/;

  async function expectWorking(page: Page) {
    await expect(page.getByText(noCopy)).toBeVisible();
    await answer(page, "Pregnant", "Yes");
    await expect(verdict(page)).toContainText("pregnant");
  }

  test("the worker cannot be fetched", async ({ page, network, allowFault }) => {
    allowFault(/sw\.js|An unknown error occurred when fetching the script/);
    network.change("/sw.js", { isLost: true });
    await openCase(page, emptyProfile);
    await expectWorking(page);
  });

  test("the browser has no service workers", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await openCase(page, emptyProfile);
    await expectWorking(page);
  });

  test("the disk is full", async ({ context, page, baseURL }) => {
    await fillTheDisk(context, page, baseURL ?? "");
    await openCase(page, emptyProfile);
    await expectWorking(page);
  });
});

test("it can be installed", async ({ context, page, request }) => {
  await openCase(page, profile);
  await waitUntilSaved(page);
  const session = await context.newCDPSession(page);
  const { url, errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = await (await request.get(url)).json();
  expect(manifest).toMatchObject({ short_name: "Myomatch", start_url: "/", display: "standalone" });
  for (const { src } of manifest.icons) expect((await request.get(src)).headers()["content-type"]).toBe("image/png");
  // Chromium's tests keep nothing after the window is closed, and it installs nothing in such a window
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
