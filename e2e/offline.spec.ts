import { readFileSync } from "node:fs";
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import type { PagePath } from "@/components/site/pages";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { writeCaseLink } from "@/lib/url-state/case";
import { limitStorage, readSavedFiles, readSavedPaths, test, waitUntilSaved } from "./network";
import {
  chooseAnswer,
  expect,
  expectCase,
  followPage,
  getOpenedResult,
  getRegion,
  getSheetLink,
  getVerdict,
  openCase,
  openResult,
} from "./test";

const { profile } = exampleCases.pregnant;
const noCopy = "Needs a network in this browser.";
const getHeading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Every page and one fact sheet, its heading, and what on it shows the case. */
const pages: Record<PagePath | "/studies/bounfour-2014", { title: string | RegExp; ofTheCase?: string }> = {
  "/": { title: "This patient", ofTheCase: "single cases like this" },
  "/studies": { title: /^All studies/ },
  "/studies/bounfour-2014": { title: "Bounfour 2014", ofTheCase: "Pregnant: yes" },
  "/map": { title: "Evidence map" },
  "/compare": { title: "Studies side by side" },
  "/summary": { title: "Print", ofTheCase: "Pregnant: yes" },
  "/about": { title: "Methods and limits" },
  "/help": { title: "Help" },
  "/developers": { title: "For developers" },
};

/** Fails unless the browser finds all that it asks of a site before it offers to install it. */
async function expectInstallable(context: BrowserContext, page: Page, request: APIRequestContext) {
  const session = await context.newCDPSession(page);
  const { url, errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = await (await request.get(url)).json();
  expect(manifest).toMatchObject({ short_name: "Myomatch", start_url: "/", scope: "/", display: "standalone" });
  expect(manifest.icons.map(({ purpose }: { purpose?: string }) => purpose)).toContain("maskable");
  for (const { src, sizes, type } of manifest.icons) {
    const icon = await page.evaluate(async (address) => {
      const blob = await (await fetch(address)).blob();
      const { width, height } = await createImageBitmap(blob);
      return { sizes: `${width}x${height}`, type: blob.type };
    }, src);
    expect(icon).toEqual({ sizes, type });
  }
  // Chromium's tests keep nothing after the window is closed, and it installs nothing in such a window
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
}

// One copy for all that needs no more than one: to save it takes longer than most of what is looked at.
test("after one visit: nothing of a case is saved or sent; it can be installed; without a network every page opens cold and answers the case, and links carry it", {
  tag: "@phone",
}, async ({ context, page, request, network, goOffline, allowFault }) => {
  await test.step("nothing of a case is saved or sent", async () => {
    // a case that no example in the library's pages has
    const weighed = { ...profile, weightKg: 73.25 };
    const [label, note] = ["Zyxwbed7", "Qvutsrquestion"];
    await openCase(page, weighed);
    await waitUntilSaved(page);
    await openResult(page, "Mosca 2005");
    await followPage(page, "Print");
    await page.getByLabel("Label").fill(label);
    await page.getByLabel("Note").fill(note);
    await page.reload();
    await expectCase(page, weighed);

    const secrets = [writeCaseLink(weighed), "73.25", "73.3 kg", label, note];
    const selectWithSecrets = (texts: string[]) =>
      texts.filter((text) => secrets.some((secret) => text.includes(secret)));
    const files = await readSavedFiles(page);
    const listed = (await network.readVersion()).files.map(({ url }) => url);
    expect(files.map(({ path }) => path).sort()).toEqual(listed.sort());
    expect(selectWithSecrets(files.map(({ url, text }) => url + text))).toEqual([]);
    expect(network.listSent().length).toBeGreaterThanOrEqual(listed.length);
    expect(selectWithSecrets(network.listSent())).toEqual([]);
    // in the address, and so in nothing of the above for the reason that it was never there
    expect(selectWithSecrets([page.url()])).toHaveLength(1);
  });

  const { library } = await (await page.request.get("/library.json")).json();
  await test.step("it can be installed", () => expectInstallable(context, page, request));
  await page.close();
  await goOffline();

  const reader = await context.newPage();
  for (const [path, { title, ofTheCase }] of Object.entries(pages))
    await test.step(`${path} opens cold`, async () => {
      await openCase(reader, profile, path);
      await expect(getHeading(reader)).toHaveText(title);
      if (ofTheCase) await expect(reader.getByRole("main")).toContainText(ofTheCase);
      const sentence = `No network: this is the saved library ${library}, searched `;
      if (path === "/") await expect(reader.getByRole("status").filter({ hasText: sentence })).toBeVisible();
    });

  await test.step("links lead from page to page and carry the case; a row opens", async () => {
    for (const { link, title } of [
      { link: "Studies", title: /^All studies/ },
      { link: "Print", title: "Print" },
      { link: "About", title: "Methods and limits" },
      { link: "Help", title: "Help" },
      { link: "Compare", title: "Studies side by side" },
      { link: "Map", title: "Evidence map" },
    ]) {
      await followPage(reader, link);
      await expect(getHeading(reader)).toHaveText(title);
      await expectCase(reader, profile);
    }
    await reader.goBack();
    await expect(getHeading(reader)).toHaveText("Studies side by side");
    await followPage(reader, "Case");
    await expect(getVerdict(reader)).toContainText("Pregnant");
    await openResult(reader, "Mosca 2005");
    await expect(getOpenedResult(reader, "Mosca 2005")).toBeVisible();
    await getSheetLink(getRegion(reader, "Report by report"), "Mosca 2005").click();
    await expect(getHeading(reader)).toHaveText("Mosca 2005");
    await expectCase(reader, profile);
  });

  await test.step("an address that does not exist", async () => {
    allowFault(/nothing-here/);
    await reader.goto("/studies/nothing-here");
    await expect(getHeading(reader)).toHaveText("No such page");
  });
});

test("first use does not wait for the saving: while that hangs, the app works", { tag: "@phone" }, async ({
  page,
  network,
}) => {
  const { files } = await network.readVersion();
  const studyPages = files.filter(({ url }) => url.startsWith("/studies/") && !url.endsWith(".json"));
  for (const { url } of studyPages) network.change(url, { isStalled: true });
  await openCase(page, profile);
  // the page itself asks for the data of a study's page, not for the page
  const isStalled = ({ url }: { url: string }) => network.listSent().some((sent) => sent.startsWith(`GET ${url} `));
  await expect.poll(() => studyPages.filter(isStalled).length, "the worker waits for answers").toBeGreaterThan(0);
  await openResult(page, "Mosca 2005");
  await expect(getOpenedResult(page, "Mosca 2005")).toBeVisible();
  await followPage(page, "About");
  await expect(getHeading(page)).toHaveText("Methods and limits");
});

test.describe("where nothing can be saved, a sentence says so and the app works", { tag: "@phone" }, () => {
  async function expectWorking(page: Page) {
    await expect(page.getByText(noCopy)).toBeVisible();
    await chooseAnswer(page, "Pregnant", "Yes");
    await expect(getVerdict(page)).toContainText("Pregnant");
    await followPage(page, "Studies");
    await expect(getHeading(page)).toHaveText(/^All studies/);
    await expectCase(page, { ...emptyProfile, features: { pregnancy: "yes" } });
  }

  test("the browser has no service workers", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await openCase(page, emptyProfile);
    await expectWorking(page);
  });

  test("the disk fills up, and is given back", async ({ context, page, baseURL }) => {
    await limitStorage(context, page, baseURL ?? "", 500_000);
    await openCase(page, emptyProfile);
    await expectWorking(page);
    expect(await readSavedPaths(page)).toEqual([]);
  });
});

test("a copy is taken back from every device that finds the program that does so", { tag: "@phone" }, async ({
  page,
  network,
  allowFault,
}) => {
  await openCase(page, profile);
  await waitUntilSaved(page);
  const decision = readFileSync("docs/operating.md", "utf8");
  const program = /```js\n([\s\S]+?)```/.exec(decision)?.[1] ?? "";
  network.change("/sw.js", { text: () => program });
  allowFault(/sw\.js|Taken back/);
  await openCase(page, profile);
  await expect.poll(() => readSavedPaths(page)).toEqual([]);
  const countRegistrations = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(countRegistrations).toBe(0);

  const before = network.countRequests("/about");
  await openCase(page, profile, "/about");
  await expect(page.getByText(noCopy)).toBeVisible();
  expect(network.countRequests("/about")).toBeGreaterThan(before);
  expect(await countRegistrations()).toBe(0);
});
