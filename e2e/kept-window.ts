import { type Browser, type BrowserContext, expect, type Page, type ViewportSize } from "@playwright/test";

/** A page of the server that runs nothing. A window stands there between two tests. */
const idlePage = "/icon.svg";

/** What stays with a page or a context for good. */
const lastingMethods = ["addInitScript", "exposeBinding", "exposeFunction", "setExtraHTTPHeaders", "setOffline"];
const lastingClock = ["install", "pauseAt", "setFixedTime", "setSystemTime"];
const contextEvents = [
  "console",
  "page",
  "request",
  "requestfailed",
  "requestfinished",
  "response",
  "weberror",
] as const;
const pageEvents = ["console", "dialog", "download", "pageerror", "popup", "request", "response", "websocket"] as const;

/** The options of a test that its window is opened with. */
export type WindowKind = {
  baseURL: string | undefined;
  viewport: ViewportSize | null;
  deviceScaleFactor: number | undefined;
  colorScheme: "light" | "dark" | "no-preference" | null;
  hasTouch: boolean;
  isMobile: boolean;
};

/**
 * A window that tests use one after another. Its process has compiled the program already: a new one takes three times as
 * long to open a page. Between two tests it is made as new, and closed where that cannot be done.
 */
export class KeptWindow {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #kind: WindowKind;
  #isAltered = false;

  private constructor(context: BrowserContext, page: Page, kind: WindowKind) {
    this.context = context;
    this.page = page;
    this.#kind = kind;
    const note = () => {
      this.#isAltered = true;
    };
    for (const target of [context, page]) noteCalls(target, lastingMethods, note);
    noteCalls(context.clock, lastingClock, note);
  }

  /** Opens one, with the options of the test that is running. */
  static async open(browser: Browser, kind: WindowKind): Promise<KeptWindow> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(idlePage);
    return new KeptWindow(context, page, kind);
  }

  isOf(kind: WindowKind): boolean {
    return JSON.stringify(kind) === JSON.stringify(this.#kind);
  }

  /** Fails where anything is saved in the window. */
  async expectAsNew() {
    expect(await this.page.evaluate(readSaved), "left in the window by the test before").toEqual({
      address: idlePage,
      stored: 0,
      databases: 0,
      caches: 0,
      cookies: "",
    });
    expect(this.context.pages()).toHaveLength(1);
  }

  /**
   * Takes away what a test has left.
   * @returns whether the window can be used again: not where a test changed what cannot be changed back
   */
  async makeAsNew(): Promise<boolean> {
    const { context, page } = this;
    const { viewport, colorScheme, baseURL = "" } = this.#kind;
    if (this.#isAltered || page.isClosed()) return false;
    for (const other of context.pages()) if (other !== page) await other.close();
    for (const event of contextEvents) context.removeAllListeners(event);
    for (const event of pageEvents) page.removeAllListeners(event);
    await context.unrouteAll();
    await page.unrouteAll();
    await context.clearPermissions();
    await page.emulateMedia({
      media: null,
      colorScheme,
      reducedMotion: null,
      forcedColors: null,
      contrast: null,
    });
    if (viewport) await page.setViewportSize(viewport);
    await page.mouse.move(0, 0);
    await page.goto(idlePage);
    await page.evaluate(() => sessionStorage.clear());
    const session = await context.newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", { origin: new URL(baseURL).origin, storageTypes: "all" });
    await session.detach();
    return true;
  }
}

/** Has a function called before each of these methods. */
function noteCalls(target: object, names: readonly string[], note: () => void) {
  for (const name of names) {
    const method = Reflect.get(target, name);
    if (typeof method !== "function") continue;
    Reflect.set(target, name, (...given: unknown[]) => {
      note();
      return Reflect.apply(method, target, given);
    });
  }
}

/** Runs in the browser. */
async function readSaved() {
  return {
    address: window.location.pathname,
    stored: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  };
}
