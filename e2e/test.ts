import { AxeBuilder } from "@axe-core/playwright";
import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";

export { expect };

type AllowFault = (pattern: RegExp) => void;

/**
 * Playwright's `test`, which also fails on what a reader would not see: an error or warning in the console, an
 * uncaught error, a failed answer, and any request to another origin.
 *
 * A test that means to provoke a fault declares it first: `allowFault(/404 .*\/studies\/none/)`. The pattern is matched
 * with the fault as the failing test would print it, address included.
 */
export const test = base.extend<{ allowFault: AllowFault; faults: string[] }>({
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
  context.on("page", (page) => {
    page.on("websocket", (socket) => {
      if (new URL(socket.url()).host !== new URL(origin).host) report(`socket to another origin: ${socket.url()}`);
    });
  });
}

/** Fails with a readable list unless the page, as it stands, passes every accessibility rule of axe up to WCAG 2.2 AA. */
export async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, impact, help, nodes }) => ({
    rule: `${id} (${impact}): ${help}`,
    where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
  }));
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
