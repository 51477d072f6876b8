import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";
import type { Profile } from "@/lib/case/schema";
import { writeCaseLink } from "@/lib/url-state/case";
import { KeptWindow } from "./kept-window";

export { expect };

type AllowFault = (pattern: RegExp) => void;

/**
 * Playwright's `test`, which also fails on what a reader would not see: an error or warning in the console, an
 * uncaught error, a failed answer, and any request to another origin.
 *
 * A test that means to provoke a fault declares it first: `allowFault(/404 .*\/studies\/none/)`. The pattern is matched
 * with the fault as the failing test would print it, address included.
 */
export const test = base.extend<{ allowFault: AllowFault; faults: string[] }, { kept: { window?: KeptWindow } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  kept: [({}, use) => use({}), { scope: "worker" }],
  /**
   * The window of the test before, made as new. One of its own has a test that has other options than its project, and
   * every test that saves on the device.
   */
  context: async (
    {
      browser,
      kept,
      baseURL,
      viewport,
      deviceScaleFactor,
      hasTouch,
      isMobile,
      colorScheme,
      serviceWorkers,
      javaScriptEnabled,
      contextOptions,
    },
    use,
    testInfo,
  ) => {
    if (serviceWorkers !== "block" || !javaScriptEnabled || Object.keys(contextOptions).length > 0) {
      const context = await browser.newContext();
      await use(context);
      await context.close();
      return;
    }
    const kind = { baseURL, viewport, deviceScaleFactor, hasTouch, isMobile, colorScheme };
    if (!kept.window?.isOf(kind)) {
      await kept.window?.context.close();
      kept.window = await KeptWindow.open(browser, kind);
    }
    await kept.window.expectAsNew();
    await use(kept.window.context);
    if (testInfo.status === testInfo.expectedStatus && (await kept.window.makeAsNew())) return;
    await kept.window.context.close();
    delete kept.window;
  },
  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
  faults: [
    async ({ context, baseURL }, use) => {
      const faults: string[] = [];
      watch(context, new URL(baseURL ?? "").origin, (fault) => faults.push(fault));
      await use(faults);
    },
    { auto: true },
  ],
  allowFault: [
    async ({ faults }, use) => {
      const allowed: RegExp[] = [];
      await use((pattern) => allowed.push(pattern));
      const unexpected = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
      expect(unexpected, "faults in the browser that the test did not allow").toEqual([]);
    },
    { auto: true },
  ],
});

function watch(context: BrowserContext, origin: string, report: (fault: string) => void) {
  const isOurs = (url: string) => new URL(url).origin === origin;

  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // a message of Playwright where the service worker is blocked: in every test but those that use e2e/network.ts
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    // Some seconds after a page has loaded, the browser warns of what was fetched ahead and has no use so far: on a busy
    // machine the program comes later than that. That nothing is fetched twice is counted in update.spec.ts.
    if (message.text().includes("was preloaded using link preload but not used within a few seconds")) return;
    report(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (webError) => report(`uncaught ${webError.error().stack ?? webError.error()}`));
  context.on("request", (request) => {
    if (request.url().startsWith("http") && !isOurs(request.url()))
      report(`request to another origin: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (isOurs(response.url()) && response.status() >= 400)
      report(`answer ${response.status()} from ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // a browser gives up what it no longer needs, such as a page fetched ahead: nothing failed
    if (isOurs(request.url()) && reason !== "net::ERR_ABORTED") report(`no answer from ${request.url()}: ${reason}`);
  });
  const watchSockets = (page: Page) =>
    page.on("websocket", (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) report(`socket to another origin: ${socket.url()}`);
    });
  // the page of a window that was used before is there already
  context.pages().forEach(watchSockets);
  context.on("page", watchSockets);
}

type Examined = {
  /** a part of the page that another test examines, left out because it is large */
  apartFrom?: Locator;
  /** only these rules of axe, by their names */
  rules?: string[];
};

/** Fails with a readable list unless the page, as it stands, passes every accessibility rule of axe up to WCAG 2.2 AA. */
export async function expectAccessible(page: Page, { apartFrom, rules }: Examined = {}) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const hasAxe = await page.evaluate(() => "axe" in window);
  // a page that was examined before has the program, which takes as long to start as a small page to be examined
  const axe = new AxeBuilder({ page, ...(hasAxe && { axeSource: ";" }) })
    .options({
      runOnly: rules ? { type: "rule", values: rules } : { type: "tag", values: tags },
      // what passes is left out of the report: listing thousands of elements takes longer than examining them
      resultTypes: ["violations"],
    })
    // in the page itself: the other way opens a second page for each report, to gather what frames have, and we have none
    .setLegacyMode();
  await expect(page.locator("iframe")).toHaveCount(0);
  if (apartFrom && (await apartFrom.count()) > 0) {
    await apartFrom.evaluate((element) => element.setAttribute("data-examined-elsewhere", ""));
    axe.exclude("[data-examined-elsewhere]");
  }
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, impact, help, nodes }) => ({
    rule: `${id} (${impact}): ${help}`,
    where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** The address of a page for a case: "/summary#case=1.…". */
export function getAddress(profile: Profile, path = "/"): string {
  const link = writeCaseLink(profile);
  return link ? `${path}#${link}` : path;
}

/** Opens a page by its address, as a link from outside does: anew, whatever is open. */
export async function openAddress(page: Page, address: string) {
  await leavePage(page);
  await page.goto(address);
  await expectStarted(page);
}

/**
 * Has the next address load its page anew, the same page too: from it, an address that differs in its fragment alone
 * would load nothing. Over an empty page the browser would start another process, which takes as long as the page.
 */
export async function leavePage(page: Page) {
  if (!page.url().startsWith("http")) return;
  // the page's own method would tell its program, which would go to that address
  await page.evaluate(() => History.prototype.replaceState.call(window.history, null, "", "/left"));
}

/** Opens a page with a case, as a link from outside does. */
export async function openCase(page: Page, profile: Profile, path = "/") {
  await openAddress(page, getAddress(profile, path));
  await expectCase(page, profile);
}

/**
 * Goes to another page within the document that is open, as a link of the site does: nothing loads. Where no page of ours
 * is open, or this one, so that what was done on it would stay, the page is loaded.
 */
export async function goToAddress(page: Page, address: string) {
  const { pathname } = new URL(address, page.url());
  const isStarted = await page.evaluate(() => document.documentElement.hasAttribute("data-ready"));
  if (!isStarted || new URL(page.url()).pathname === pathname) return openAddress(page, address);
  // the router that Next.js gives to a browser's console
  await page.evaluate((to) => Reflect.get(window, "next").router.push(to), address);
  await page.waitForURL((url) => url.pathname === pathname);
  await expectLoaded(page);
}

/** Goes to another page with a case, in the same way. */
export async function goToCase(page: Page, profile: Profile, path = "/") {
  await goToAddress(page, getAddress(profile, path));
  await expectCase(page, profile);
}

/** Opens another case within the page that is open, as when a link is pasted into the address bar: nothing loads. */
export async function switchCase(page: Page, profile: Profile) {
  await page.evaluate((link) => {
    window.location.hash = link;
  }, writeCaseLink(profile));
  await expectCase(page, profile);
  await expectLoaded(page);
}

/** Waits for the program to start and to have its studies: a reader needs longer to reach for an answer than a test. */
export async function expectStarted(page: Page) {
  // seen with the next frame, where an assertion would look again only after a pause
  await page.locator("html[data-ready]").waitFor({ state: "attached", timeout: 60_000 });
  await expectLoaded(page);
}

/** Waits for what a page draws once its studies, or the code of an answer, have arrived. */
async function expectLoaded(page: Page) {
  await page.locator("[data-loading]").first().waitFor({ state: "detached", timeout: 60_000 });
}

/** Fails unless the page has this case: its links to other pages show it. */
export async function expectCase(page: Page, profile: Profile) {
  const studies = getPages(page).getByRole("link", { name: "Studies", exact: true });
  await expect(studies).toHaveAttribute("href", getAddress(profile, "/studies"));
}

/** The entries of the header. */
export function getPages(page: Page): Locator {
  return page.getByRole("navigation", { name: "Pages" });
}

/** Follows an entry of the header. On a phone some stand behind "More". */
export async function followPage(page: Page, name: string) {
  const more = getPages(page).getByText("More", { exact: true });
  const isBehindMore = !["Case", "Studies", "Map"].includes(name) && (await more.isVisible());
  if (isBehindMore) await more.click();
  await getPages(page).getByRole("link", { name, exact: true }).click();
}

type Choice = "Yes" | "No" | "Not stated";

/** A question by its label: a group of three answers. */
export function getQuestion(page: Page, label: string): Locator {
  return page.getByRole("group", { name: label, exact: true });
}

/** One answer to a question. The third is a sign, which says what it belongs to. */
export function getAnswer(page: Page, label: string, choice: Choice): Locator {
  const name = choice === "Not stated" ? `${label}: not stated` : choice;
  return getQuestion(page, label).getByRole("radio", { name, exact: true });
}

/** Taps an answer, once. */
export async function chooseAnswer(page: Page, label: string, choice: Choice) {
  await getAnswer(page, label, choice).click();
}

/** Fails unless each question shows the answer named with it. */
export async function expectAnswers(page: Page, answers: Record<string, Choice>) {
  for (const [label, choice] of Object.entries(answers)) await expect(getAnswer(page, label, choice)).toBeChecked();
}

/** Opens the disclosure that has this title. */
export async function openDisclosure(page: Page, title: string | RegExp) {
  await page.getByText(title).click();
}

/** A named region of the page. */
export function getRegion(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

/** The words that answer the case: what is announced first in the answer, before what becomes of a copy. */
export function getVerdict(page: Page): Locator {
  return getRegion(page, "The answer").getByRole("status").first();
}

/** What one study reports of patients like this: a row for each figure and each result in words, all named by the study. */
export function getStudyResult(page: Page, study: string): Locator {
  return getRegion(page, "Study by study")
    .getByRole("row")
    .filter({ has: getResultButton(page, study) });
}

/** The button that opens a result of a study in place: "Bounfour 2014: skin clear or almost clear". */
export function getResultButton(page: Page | Locator, study: string, what = ""): Locator {
  return page.getByRole("rowheader").getByRole("button", { name: `${study}: ${what}` });
}

/** Opens a result of a study in place. */
export async function openResult(page: Page, study: string, what = "") {
  await getResultButton(page, study, what).first().click();
}

/** The row that an opened result adds below its own. */
export function getOpenedResult(page: Page, study: string): Locator {
  return getRegion(page, "Study by study")
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: `Fact sheet of ${study}` }) });
}

/** The rows of one group of the studies table, its heading row included. */
export function getStudyGroup(page: Page, title: string): Locator {
  const heading = page.getByRole("rowheader", { name: new RegExp(`^${title} \\(`) });
  return page.getByRole("rowgroup").filter({ has: heading });
}

/** The studies of a table, or of a group of its rows, each a link to its fact sheet. */
export function getStudyLinks(within: Locator): Locator {
  return within.getByRole("rowheader").getByRole("link");
}

/** The studies by their short names, in the order of the table. */
export function readNames(within: Locator): Promise<string[]> {
  return getStudyLinks(within).allTextContents();
}

/** The link of a study's row to its fact sheet. */
export function getSheetLink(within: Page | Locator, study: string): Locator {
  return within.getByRole("rowheader").getByRole("link", { name: study, exact: true });
}

/** The table of studies, of a case or of the whole library; other tables name studies too. */
export function getStudyTable(page: Page): Locator {
  return page.getByRole("table", { name: /^(Treatment studies|All studies)/ });
}

/** The row of a study in the table. */
export function getStudyRow(page: Page, study: string): Locator {
  return getStudyTable(page)
    .getByRole("row")
    .filter({ has: getSheetLink(page, study) });
}

/** Opens the row of a study in place. */
export async function openRow(page: Page, study: string) {
  await page.getByRole("button", { name: `Open ${study}: reasons and all outcomes` }).click();
}

/** The row that an opened study adds below its own. */
export function getOpenedRow(page: Page): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("heading", { name: "What it found" }) });
}

/** Presses Tab until something has the focus, and fails unless it is then in view. */
export async function tabTo(page: Page, wanted: Locator, key: "Tab" | "Shift+Tab" = "Tab") {
  for (let steps = 0; steps < 400; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) break;
    await page.keyboard.press(key);
  }
  await expect(wanted).toBeFocused();
  await expect(wanted).toBeInViewport();
}
