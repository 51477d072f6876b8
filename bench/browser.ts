import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { browserFlags, findBrowser } from "@/scripts/browser.mjs";
import { Problem } from "@/scripts/cli.mjs";

/** The screens that are measured: a phone of usual size, and the window of a laptop. */
export const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  wide: { viewport: { width: 1280, height: 800 } },
};

/** How much slower than this machine the processor of a reader's phone is taken to be. */
export const slowdown = 4;

/** The line of a phone with a weak signal, as Lighthouse has it: milliseconds, and bytes a second. */
export const slow4g = { latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8 };

/**
 * Starts Chromium as a reader does, with threads of their own for compiling and collecting.
 * @param port where other tools can reach it
 */
export function launchBrowser(port?: number): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Problem("The bench needs Chromium: install one, or set CHROMIUM_PATH to it.");
  return chromium.launch({
    executablePath,
    args: [...browserFlags, ...(port ? [`--remote-debugging-port=${port}`] : [])],
  });
}

/**
 * Opens a browser that has never been here, for a reader with this screen.
 * @param serviceWorkers whether the copy for use without a network may be saved
 */
export async function openContext(
  browser: Browser,
  screen: keyof typeof screens,
  serviceWorkers: "allow" | "block" = "block",
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...screens[screen], locale: "en-GB", serviceWorkers });
  // tsx marks the names of functions with this one, also of those that run in a page, where it is unknown.
  await context.addInitScript({ content: "globalThis.__name = (named) => named;" });
  return context;
}
