import { KeptWindow } from "./kept-window";
import { expect, openAddress, test } from "./test";

test("a window that tests use one after another keeps nothing of the test before, or is closed", async ({
  browser,
  baseURL,
  viewport,
  deviceScaleFactor,
  hasTouch,
  isMobile,
  colorScheme,
}) => {
  const kind = { baseURL, viewport, deviceScaleFactor, hasTouch, isMobile, colorScheme };
  const kept = await KeptWindow.open(browser, kind);
  const { context, page } = kept;
  const readStatuses = () =>
    page.evaluate(() =>
      Promise.all(["/nothing", "/nothing-either"].map(async (address) => (await fetch(address)).status)),
    );
  const readState = () =>
    page.evaluate(async () => ({
      address: window.location.href,
      clipboard: (await navigator.permissions.query({ name: "clipboard-read" as PermissionName })).state,
      isDark: window.matchMedia("(prefers-color-scheme: dark)").matches,
      isPrinted: window.matchMedia("print").matches,
      width: window.innerWidth,
    }));

  await test.step("what a test leaves is taken away", async () => {
    const before = await readState();
    await openAddress(page, "/help");
    await context.grantPermissions(["clipboard-read"]);
    await context.route("**/nothing", (route) => route.fulfill({ body: "" }));
    await page.route("**/nothing-either", (route) => route.fulfill({ body: "" }));
    expect(await readStatuses()).toEqual([200, 200]);
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await page.setViewportSize({ width: 320, height: 640 });
    await context.newPage();
    await page.evaluate(async () => {
      localStorage.setItem("left", "1");
      sessionStorage.setItem("left", "1");
      // biome-ignore lint/suspicious/noDocumentCookie: what is left by whatever way
      document.cookie = "left=1";
      await caches.open("left");
      await new Promise((resolve) => {
        indexedDB.open("left").onsuccess = resolve;
      });
    });
    await expect(kept.expectAsNew()).rejects.toThrow("left in the window");
    expect(await readState()).not.toEqual(before);

    expect(await kept.makeAsNew()).toBe(true);
    await kept.expectAsNew();
    expect(await readState()).toEqual(before);
    expect(await readStatuses()).toEqual([404, 404]);
  });

  await test.step("with what cannot be taken away it is not as new", async () => {
    await context.clock.setFixedTime(0);
    expect(await kept.makeAsNew()).toBe(false);
    await context.close();
  });
});
