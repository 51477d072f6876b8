import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { writeCaseLink } from "@/lib/url-state/case";
import { fillTheDisk, savedFiles, test, waitUntilSaved } from "./network";
import { chooseAnswer, expect, expectCase, openCase, openedRow, openRow, verdict } from "./test";

const { profile } = exampleCases.pregnant;
const noCopy = /^This browser keeps no copy, so Myomatch is not available without a network/;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Every page, how it is headed, and what on it speaks of the case. */
const pages: { path: string; title: string; ofTheCase?: string }[] = [
  { path: "/", title: "This patient", ofTheCase: "a pregnant patient given immunoglobulin" },
  { path: "/studies", title: "Every study" },
  { path: "/studies/bounfour-2014", title: "Bounfour 2014", ofTheCase: "Pregnant: yes" },
  { path: "/map", title: "Evidence map" },
  { path: "/compare", title: "Studies side by side" },
  { path: "/summary", title: "One page to print", ofTheCase: "Pregnant: yes" },
  { path: "/about", title: "Methods and limits" },
];

test.describe("without a network, after one visit", () => {
  test("every page opens cold and answers the case", async ({ context, page, goOffline, allowFault }) => {
    await page.goto("/");
    await waitUntilSaved(page);
    await page.close();
    await goOffline();

    for (const { path, title, ofTheCase } of pages) {
      const cold = await context.newPage();
      await openCase(cold, profile, path);
      await expect(heading(cold)).toHaveText(title);
      if (ofTheCase) await expect(cold.getByRole("main")).toContainText(ofTheCase);
      await cold.close();
    }

    allowFault(/nothing-here/);
    for (const path of ["/nothing-here", "/studies/nothing-here", "/studies/nothing-here/sheet.json"]) {
      const unknown = await context.newPage();
      await unknown.goto(path);
      await expect(heading(unknown)).toHaveText("There is nothing at this address");
      await unknown.close();
    }
  });

  test("every study opens, whatever its kind, and its sheet is the one of the library", async ({ page, goOffline }) => {
    await page.goto("/");
    await waitUntilSaved(page);
    await goOffline();
    const { count, kinds, faults } = await page.evaluate(async () => {
      const library = await (await fetch("/library.json")).json();
      const { studies } = library;
      const faults: string[] = [];
      const kinds = new Map<string, string>();
      for (const study of studies) {
        const fetched = await fetch(`/studies/${study.id}`);
        const text = new DOMParser().parseFromString(await fetched.text(), "text/html").body.textContent ?? "";
        if (!fetched.ok || !text.includes(study.citation.title)) faults.push(`page of ${study.id}`);
        const sheet = await (await fetch(`/studies/${study.id}/sheet.json`)).text();
        if (sheet !== JSON.stringify({ ...library, studies: [study] })) faults.push(`sheet of ${study.id}`);
        kinds.set(study.design.type, study.id);
      }
      return { count: studies.length, kinds: [...kinds.values()], faults };
    });
    expect(faults).toEqual([]);
    expect(count).toBeGreaterThan(30);
    for (const id of kinds) {
      await openCase(page, profile, `/studies/${id}`);
      await expect(page.getByRole("main")).toContainText("Against the case");
    }
  });

  test("the version of the library is shown, whatever the clock says", async ({ page, goOffline }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    await goOffline();
    const library = await page.evaluate(async () => (await (await fetch("/library.json")).json()).library);
    for (const year of [1970, 2026, 2050]) {
      await page.clock.setFixedTime(new Date(year, 0, 2));
      await openCase(page, profile);
      const sentence = `No network: this is the saved library ${library}, searched 22 Nov 2026.`;
      await expect(page.getByRole("status").filter({ hasText: sentence })).toBeVisible();
      await expect(verdict(page)).toContainText("pregnant");
    }
  });

  test("links lead from page to page and carry the case; a row opens", async ({ page, goOffline }) => {
    await openCase(page, profile);
    await waitUntilSaved(page);
    await goOffline();
    await expect(page.getByText(/^No network: this is the saved library/)).toBeVisible();

    await openRow(page, "Park 2003");
    await expect(openedRow(page)).toBeVisible();

    const links = page.getByRole("navigation", { name: "Pages" });
    for (const { link, title } of [
      { link: "Studies", title: "Every study" },
      { link: "Print", title: "One page to print" },
      { link: "About", title: "Methods and limits" },
      { link: "Map", title: "Evidence map" },
    ]) {
      await links.getByRole("link", { name: link }).click();
      await expect(heading(page)).toHaveText(title);
      await expectCase(page, profile);
    }
    await page.goBack();
    await expect(heading(page)).toHaveText("Methods and limits");
    await links.getByRole("link", { name: "Case" }).click();
    await expect(verdict(page)).toContainText("pregnant");
    await page.getByRole("rowheader").getByRole("link", { name: "Park 2003", exact: true }).click();
    await expect(heading(page)).toHaveText("Park 2003");
    await expectCase(page, profile);
  });
});

test("nothing of a case is saved or sent, and no answer to another program is saved", async ({ page, network }) => {
  // a case that no example in the library's pages has
  const weighed = { ...profile, weightKg: 73.25 };
  const [label, note] = ["Zyxwbed7", "Qvutsrquestion"];
  await openCase(page, weighed);
  await waitUntilSaved(page);
  await openRow(page, "Park 2003");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Print" }).click();
  await page.getByLabel("Label").fill(label);
  await page.getByLabel("Note").fill(note);
  await page.reload();
  await expectCase(page, weighed);

  const secrets = [writeCaseLink(weighed), "73.25", "73.3 kg", label, note];
  const holding = (texts: string[]) => texts.filter((text) => secrets.some((secret) => text.includes(secret)));
  const files = await savedFiles(page);
  expect(files.length).toBeGreaterThan(30);
  expect(holding(files.map(({ url, text }) => url + text))).toEqual([]);
  expect(files.filter(({ path }) => path.startsWith("/api/"))).toEqual([]);
  expect(network.sent().length).toBeGreaterThan(30);
  expect(holding(network.sent())).toEqual([]);
  // in the address, and so in nothing of the above for the reason that it was never there
  expect(holding([page.url()])).toHaveLength(1);

  const asked = () => page.evaluate(async () => (await fetch("/api/evidence", { method: "POST", body: "{}" })).status);
  expect([await asked(), await asked()]).toEqual([200, 200]);
  expect(network.timesAsked("/api/evidence")).toBe(2);
});

test("first use does not wait for the saving: while that hangs, the app works", async ({ page, network }) => {
  const { studies } = await (await page.request.get("/library.json")).json();
  for (const { id } of studies) network.change(`/studies/${id}`, { isStalled: true });
  await openCase(page, profile);
  const waiting = () => studies.filter(({ id }: { id: string }) => network.timesAsked(`/studies/${id}`) > 0).length;
  let before = 0;
  await expect
    .poll(
      () => {
        const now = waiting();
        const isSame = now > 0 && now === before;
        before = now;
        return isSame;
      },
      { intervals: [1500], message: "the worker waits for answers" },
    )
    .toBe(true);
  await openRow(page, "Park 2003");
  await expect(openedRow(page)).toBeVisible();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" }).click();
  await expect(heading(page)).toHaveText("Methods and limits");
});

test.describe("where nothing can be saved, a sentence says so and the app works", () => {
  async function expectWorking(page: Page) {
    await expect(page.getByText(noCopy)).toBeVisible();
    await chooseAnswer(page, "Pregnant", "Yes");
    await expect(verdict(page)).toContainText("pregnant");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Studies" }).click();
    await expect(heading(page)).toHaveText("Every study");
    await expectCase(page, { ...emptyProfile, features: { pregnancy: "yes" } });
  }

  for (const { how, change } of [
    { how: "cannot be reached", change: { isLost: true } },
    { how: "is not there", change: { status: 404 } },
    { how: "is broken", change: { text: () => "throw new Error('broken')" } },
  ])
    test(`the worker ${how}`, async ({ page, network, allowFault }) => {
      allowFault(/sw\.js|when fetching the script/);
      network.change("/sw.js", change);
      await openCase(page, emptyProfile);
      await expectWorking(page);
    });

  test("a page is answered from another address", async ({ page, network, allowFault }) => {
    allowFault(/\/about/);
    network.change("/about", { redirect: "?signed-in" });
    await openCase(page, emptyProfile);
    await expectWorking(page);
    // saved as it came, it would never open again
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "About" }).click();
    await expect(heading(page)).toHaveText("Methods and limits");
  });

  test("the browser has no service workers", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
    await openCase(page, emptyProfile);
    await expectWorking(page);
  });

  test("the disk fills up, and is given back", async ({ context, page, baseURL }) => {
    await fillTheDisk(context, page, baseURL ?? "", { room: 2_000_000 });
    await openCase(page, emptyProfile);
    await expectWorking(page);
    expect(await savedFiles(page)).toEqual([]);
  });

  test("the first visit was cut short; the next one saves the rest", async ({ page, network, allowFault }) => {
    allowFault(/\/about/);
    const undo = network.change("/about", { isLost: true });
    await openCase(page, profile);
    await expect(page.getByText(noCopy)).toBeVisible();
    const kept = await savedFiles(page);
    expect(kept.length).toBeGreaterThan(10);
    const timesAsked = () => kept.map(({ path }) => network.timesAsked(path));
    const before = timesAsked();

    undo();
    await openCase(page, profile, "/map");
    await waitUntilSaved(page);
    // what the page at hand asks for itself is asked for again
    const again = kept.filter((_, at) => timesAsked()[at] !== before[at]).map(({ path }) => path);
    expect(again.filter((path) => path.startsWith("/studies/"))).toEqual([]);
  });
});

test("a copy is taken back from every device that finds the program that does so", async ({
  page,
  network,
  allowFault,
}) => {
  await openCase(page, profile);
  await waitUntilSaved(page);
  const decision = readFileSync("docs/decisions/0015-offline.md", "utf8");
  const program = /```js\n([\s\S]+?)```/.exec(decision)?.[1] ?? "";
  network.change("/sw.js", { text: () => program });
  allowFault(/sw\.js|Taken back/);
  await openCase(page, profile);
  await expect.poll(() => savedFiles(page)).toEqual([]);
  const registrations = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registrations).toBe(0);

  const before = network.timesAsked("/about");
  await openCase(page, profile, "/about");
  await expect(page.getByText(noCopy)).toBeVisible();
  expect(network.timesAsked("/about")).toBeGreaterThan(before);
  expect(await registrations()).toBe(0);
});

test("it can be installed", async ({ context, page, request }) => {
  await openCase(page, profile);
  await waitUntilSaved(page);
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
});
