import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { test as offlineTest, readSavedPaths, waitUntilSaved } from "./network";
import { expect, expectAnswers, getAddress, openCase, test } from "./test";

const address = getAddress(exampleCases.pregnant.profile);
const anyScript = /\/_next\/static\/.*\.js/;

function getNotStarted(page: Page) {
  return page.getByRole("alert").filter({ hasText: "Myomatch has not started" });
}

test("a script that is missing: a sentence says so, the page stays readable, and loading again starts it", async ({
  page,
  allowFault,
}) => {
  allowFault(/404/);
  // fetched ahead for a program that does not start
  allowFault(/was preloaded using link preload but not used/);
  const html = await (await page.request.get("/")).text();
  const scripts = [...html.matchAll(/<script src="([^"]+\/turbopack-[^"]+\.js)"/g)].map(([, url]) => url ?? "");
  expect(scripts).toHaveLength(1);
  await page.route(`**${scripts[0]}`, (route) => route.fulfill({ status: 404 }));
  await page.goto(address);
  await expect(getNotStarted(page)).toContainText("Your case is still in the address.");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // no copy is in use here
  await expect(getNotStarted(page).getByRole("button")).toHaveText(["Load again"]);

  await page.unroute(`**${scripts[0]}`);
  await getNotStarted(page).getByRole("button", { name: "Load again" }).click();
  await expectAnswers(page, { Pregnant: "Yes" });
  await expect(page.locator("#not-started")).toBeHidden();
});

test("scripts that are pages, as some networks send them: a sentence says so", async ({ page, allowFault }) => {
  // the browser tries to run a page as a script
  allowFault(/^uncaught |MIME type/);
  await page.route(anyScript, (route) => route.fulfill({ contentType: "text/html", body: "<p>Sign in</p>" }));
  await page.goto("/studies/bounfour-2014");
  await expect(getNotStarted(page)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bounfour 2014");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("each page says so once, and what was built into it can be read", async ({ page, allowFault }) => {
    // scripts that the page would have fetched ahead
    allowFault(/no answer from .*\.js: csp$/);
    for (const path of ["/", "/about", "/studies/bounfour-2014"]) {
      await page.goto(path);
      await expect(page.getByText(/JavaScript is off/)).toHaveCount(1);
      await expect(page.getByText(/JavaScript is off/)).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
});

test("a damaged case link is said once on every page that it opens", async ({ page }) => {
  for (const path of ["/", "/studies/bounfour-2014", "/map", "/summary", "/about"]) {
    await page.goto(`${path}#case=1.eyJm`);
    const alert = page.getByRole("alert").filter({ hasText: "The case link could not be read" });
    await expect(alert, path).toContainText("so no case was opened");
    await expect(alert).toHaveCount(1);
  }
});

test("a page runs no script that was not built into it", async ({ page, allowFault }) => {
  allowFault(/Content Security Policy|nothing\.svg/);
  await openCase(page, exampleCases.pregnant.profile);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.hasRun = true";
    document.body.append(script);
    const image = document.createElement("div");
    image.innerHTML = `<img src="/nothing.svg" onerror="window.hasRun = true">`;
    document.body.append(image);
    await new Promise((resolve) => image.firstElementChild?.addEventListener("error", resolve));
    return "hasRun" in window;
  });
  expect(ran).toBe(false);
});

offlineTest(
  "a copy that lost files is called saved only once it is whole again",
  async ({ page, network, goOffline }) => {
    await openCase(page, exampleCases.pregnant.profile);
    await waitUntilSaved(page);
    const listed = (await network.readVersion()).files.map(({ url }) => url).sort();
    await page.evaluate(async () => {
      const cache = await caches.open("myomatch");
      for (const request of await cache.keys()) if (!request.url.includes("/_next/")) await cache.delete(request);
    });
    expect((await readSavedPaths(page)).length).toBeLessThan(listed.length);
    await openCase(page, exampleCases.pregnant.profile);
    await waitUntilSaved(page);
    expect((await readSavedPaths(page)).sort()).toEqual(listed);
    await goOffline();
    await openCase(page, exampleCases.pregnant.profile, "/about");
  },
);
