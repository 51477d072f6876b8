import type { Browser, CDPSession } from "@playwright/test";
import { openContext, type screens, slow4g, slowdown } from "./browser";
import { addBlockingTime, findLargestShift, type Recorded } from "./vitals";

/** What one visit to a page cost, from an empty cache, on a slow phone and a slow line. */
export type Visit = {
  /** bytes as they came over the line, headers included */
  bytesUntilLoaded: number;
  bytesUntilIdle: number;
  requests: number;
  /** milliseconds from the start of the visit */
  contentfulPaint: number;
  /** milliseconds by which tasks after the first paint were longer than 50 ms */
  blockingTime: number;
  /** the largest sum of shifts within five seconds, with no second without a shift between them */
  layoutShift: number;
};

/** ms without a request until a page is taken to have all that it asks for by itself. */
const idleTime = 5_000;
const longestVisit = 60_000;

/**
 * Visits a page for the first time.
 * @param screen of the reader
 * @param idle ms without a request after which the visit ends
 */
export async function visit(
  browser: Browser,
  url: string,
  screen: keyof typeof screens,
  idle = idleTime,
): Promise<Visit> {
  // The copy for use without a network is saved after the page has loaded, at its own pace: bytes.ts counts it apart.
  const context = await openContext(browser, screen);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await countTraffic(session);
    await session.send("Network.emulateNetworkConditions", { offline: false, ...slow4g });
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(record);
    const answer = await page.goto(url, { waitUntil: "load", timeout: longestVisit });
    if (!answer?.ok()) throw new Error(`visit: ${url} answers ${answer?.status()}`);
    await traffic.waitUntilIdle(idle);
    const recorded = await page.evaluate(() => (globalThis as unknown as { recorded: Recorded }).recorded);
    if (recorded.paint === 0) throw new Error(`visit: ${url} painted nothing`);
    return {
      bytesUntilLoaded: traffic.untilLoaded(),
      bytesUntilIdle: traffic.total(),
      requests: traffic.requests(),
      contentfulPaint: recorded.paint,
      blockingTime: addBlockingTime(recorded),
      layoutShift: findLargestShift(recorded.shifts),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page, before anything of it. */
function record() {
  const recorded: Recorded = { paint: 0, firstPaint: 0, tasks: [], shifts: [] };
  Object.assign(globalThis, { recorded });
  const observe = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("largest-contentful-paint", ({ startTime }) => {
    recorded.paint = startTime;
  });
  observe("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") recorded.firstPaint = startTime;
  });
  observe("longtask", ({ startTime, duration }) => {
    recorded.tasks.push({ start: startTime, end: startTime + duration });
  });
  observe("layout-shift", (entry) => {
    const { value, startTime, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) recorded.shifts.push({ value, time: startTime });
  });
}

/** Counts what comes over the line for a page, as the browser's network log has it. */
async function countTraffic(session: CDPSession) {
  const bytes = new Map<string, number>();
  const open = new Set<string>();
  let loaded: number | undefined;
  let quietSince = performance.now();
  const add = (id: string, more: number) => bytes.set(id, (bytes.get(id) ?? 0) + more);
  const total = () => [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const end = (id: string) => {
    open.delete(id);
    quietSince = performance.now();
  };
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    if (request.url.startsWith("http")) open.add(requestId);
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    bytes.set(requestId, response.encodedDataLength);
  });
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => add(requestId, encodedDataLength));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.set(requestId, encodedDataLength);
    end(requestId);
  });
  session.on("Network.loadingFailed", ({ requestId }) => end(requestId));
  session.on("Page.loadEventFired", () => {
    loaded = total();
  });
  await session.send("Network.enable");
  await session.send("Page.enable");
  return {
    total,
    requests: () => bytes.size,
    untilLoaded: () => {
      if (loaded === undefined) throw new Error("visit: the page has not loaded");
      return loaded;
    },
    waitUntilIdle: async (idle: number) => {
      const start = performance.now();
      quietSince = start;
      while (open.size > 0 || performance.now() - quietSince < idle) {
        if (performance.now() - start > longestVisit)
          throw new Error(`visit: after ${longestVisit} ms ${open.size} requests were still open`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}
