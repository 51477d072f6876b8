import { createHash } from "node:crypto";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page } from "@playwright/test";
import { waitBeforeFirstCopy } from "@/lib/offline/saved-copy";
import type { Version } from "@/lib/offline/version";
import { addPagePolicy, noOtherOrigins } from "@/scripts/content-policy.mjs";
import { test as base } from "./test";

/** A reply to give instead of the server's. */
type Change = {
  text?: (text: string) => string;
  status?: number;
  /** the line is cut */
  isLost?: boolean;
  /** the answer never comes */
  isStalled?: boolean;
};

/** The list at the beginning of the worker. */
const versionInWorker = /VERSION = (\{.*?\});/;

const newHeading = "Methods, newly written";
/** the summaries of the library of a later version: another name, because the content is another */
const newSummaries = "/summaries/newer.json";

/** The connection between the browser and the server. It covers a service worker's requests as well. */
export class Network {
  #target: string;
  #server: Server;
  #changes = new Map<string, Change>();
  #asked: { path: string; sent: string }[] = [];

  constructor(target: string) {
    this.#target = target;
    this.#server = createServer((incoming, outgoing) => {
      const { url = "/", method, headers } = incoming;
      const path = new URL(url, target).pathname;
      const asked = { path, sent: `${method} ${url} ${JSON.stringify(headers)} ` };
      this.#asked.push(asked);
      incoming.on("data", (chunk) => {
        asked.sent += chunk;
      });
      const change = this.#changes.get(path) ?? {};
      if (change.isStalled) return;
      if (change.isLost) {
        outgoing.destroy();
        return;
      }
      // asked for uncompressed and complete, so that a text can be changed
      const { "if-none-match": _, "if-modified-since": __, ...asking } = headers;
      const onward = { method, headers: { ...asking, "accept-encoding": "identity" }, agent: false };
      incoming.pipe(
        request(new URL(url, target), onward, (answer) => {
          const chunks: Buffer[] = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.on("end", () => {
            const body = Buffer.concat(chunks);
            const { "content-length": ___, "transfer-encoding": ____, ...kept } = answer.headers;
            outgoing.writeHead(change.status ?? answer.statusCode ?? 502, kept);
            outgoing.end(change.text ? change.text(body.toString()) : body);
          });
        }).on("error", () => outgoing.destroy()),
      );
    });
  }

  /** Opens the connection, at an address of its own, so that no test finds what another has saved. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "localhost", resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Closes the connection: nothing can be reached. */
  async close() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** How often an address has been asked for. */
  countRequests(path: string): number {
    return this.#asked.filter((asked) => asked.path === path).length;
  }

  /** Everything that has been asked for, as it was sent: address, headers and body. */
  listSent(): string[] {
    return this.#asked.map(({ sent }) => sent);
  }

  /**
   * From now on this address gets another answer.
   * @returns what undoes it
   */
  change(path: string, change: Change): () => void {
    const before = this.#changes.get(path) ?? {};
    this.#changes.set(path, change);
    return () => this.#changes.set(path, before);
  }

  /**
   * From now on the server has a later version: its page "About" has another heading.
   * @param options.without a file that only the version before had
   * @param options.library the name of its library, on the pages of case and table and in what they fetch
   */
  async publishNewVersion({ without, library }: { without?: string; library?: string } = {}) {
    const fetchText = async (path: string) => (await fetch(new URL(path, this.#target))).text();
    const files = new Map((await this.readVersion()).files.map(({ url, integrity }) => [url, integrity]));
    const rewritten = new Map([["/about", (page: string) => page.replaceAll("Methods and limits", newHeading)]]);
    if (library) {
      const { library: before } = JSON.parse(await fetchText("/library.json"));
      const [summaries = ""] = /\/summaries\/\w+\.json/.exec(await fetchText("/")) ?? [];
      const rename = (content: string) => content.replaceAll(before, library).replaceAll(summaries, newSummaries);
      const text = rename(await fetchText(summaries));
      this.change(newSummaries, { status: 200, text: () => text });
      files.delete(summaries);
      files.set(newSummaries, `sha256-${createHash("sha256").update(text).digest("base64")}`);
      for (const path of [
        "/",
        "/studies",
        "/library.json",
        "/studies/search.json",
        "/studies/bottom-lines.json",
        "/studies/mosca-2005/sheet.json",
      ])
        rewritten.set(path, rename);
    }
    for (const [path, replace] of rewritten) {
      // a page names the hashes of its scripts, which hold its texts as well
      const rewrite = (content: string) =>
        content.startsWith("<!DOCTYPE html>") ? addPagePolicy(replace(content), noOtherOrigins) : replace(content);
      this.change(path, { text: rewrite });
      const hash = createHash("sha256").update(rewrite(await fetchText(path)));
      // a sheet is not in the list: the worker cuts it from the library's file
      if (files.has(path)) files.set(path, `sha256-${hash.digest("base64")}`);
    }
    if (without) {
      this.change(without, { status: 404 });
      files.delete(without);
    }
    const version: Version = {
      build: "newer",
      files: [...files].map(([url, integrity]) => ({ url, integrity })),
    };
    this.change("/sw.js", {
      text: (worker) => worker.replace(versionInWorker, () => `VERSION = ${JSON.stringify(version)};`),
    });
  }

  /** The version that the server has, as its worker lists it. */
  async readVersion(): Promise<Version> {
    const worker = await (await fetch(new URL("/sw.js", this.#target))).text();
    return JSON.parse(versionInWorker.exec(worker)?.[1] ?? "");
  }
}

type Fixtures = {
  network: Network;
  /** takes the network away, as the browser and its service worker see it */
  goOffline: () => Promise<void>;
  expectedFaults: undefined;
  impatience: undefined;
};

/** `test` for journeys with a service worker, whose connection to the server can be changed and cut. */
export const test = base.extend<Fixtures>({
  serviceWorkers: "allow",
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  network: async ({}, use, { project }) => {
    const network = new Network(project.use.baseURL ?? "");
    await use(network);
    await network.close();
  },
  baseURL: async ({ network }, use) => {
    await use(await network.open());
  },
  expectedFaults: [
    async ({ allowFault }, use) => {
      // the page for unknown addresses is saved as the server gives it: as not found
      allowFault(/404.*\/_not-found/);
      await use(undefined);
    },
    { auto: true },
  ],
  // no test waits until a reader has looked at a page
  impatience: [
    async ({ context }, use) => {
      await context.addInitScript((wait) => {
        const { setTimeout } = window;
        window.setTimeout = ((run: TimerHandler, delay = 0, ...rest: unknown[]) =>
          setTimeout(run, delay === wait ? 0 : delay, ...rest)) as typeof setTimeout;
      }, waitBeforeFirstCopy);
      await use(undefined);
    },
    { auto: true },
  ],
  goOffline: async ({ context, network }, use) => {
    await use(async () => {
      // Chromium's offline emulation does not reach service workers, so the connection is closed for them too
      await context.setOffline(true);
      await network.close();
    });
  },
});

/** Has the browser look for a new version, as it does by itself whenever a page is opened. */
export function lookForNewVersion(page: Page) {
  return page.evaluate(async () => {
    await (await navigator.serviceWorker.getRegistration())?.update();
  });
}

/** The path of every file that is saved; that of a file saved in two versions twice. */
export function readSavedPaths(page: Page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const saved = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return saved.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** Everything that is saved, with its content: takes long. */
export function readSavedFiles(page: Page) {
  return page.evaluate(async () => {
    const kept = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        return Promise.all(
          (await cache.keys()).map(async (request) => ({
            url: request.url,
            path: new URL(request.url).pathname,
            text: (await (await cache.match(request))?.text()) ?? "",
          })),
        );
      }),
    );
    return kept.flat();
  });
}

/**
 * Limits what the site may save on the device, what it has saved included.
 * @returns what lifts the limit
 */
export async function limitStorage(context: BrowserContext, page: Page, origin: string, bytes: number) {
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
  return () => session.send("Storage.overrideQuotaForOrigin", { origin });
}

/** Waits until everything is saved on the device and used from there. */
export async function waitUntilSaved(page: Page) {
  await page.getByText("Saved on this device for use without a network.").waitFor();
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}
