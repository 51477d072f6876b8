import type { Apps } from "./apps";
import { openContext } from "./browser";
import { budgets } from "./budgets";
import { countSent } from "./count-sent";
import { createDifferenceRow, createRow, type Row, type Section } from "./rows";
import { visit } from "./visit";
import type { Visits } from "./visits";

/** What a first visit to the page of a case sends. */
export async function measureBytes(apps: Apps, { bare, own }: Visits): Promise<Section> {
  const ours = own["/"];
  return {
    title: "Bytes of a first visit to /",
    how:
      "Compressed, with headers, as the browser's network log counts them, on the phone and the line of the next table. " +
      "Idle is five seconds without any request. 1 kB is 1,000 bytes. The copy for use without a network is saved by a " +
      "service worker after the page has loaded. It is blocked here, and counted apart at the server's end of the line.",
    rows: [
      createDifferenceRow(
        {
          what: "until it is loaded, over the bare page",
          ours: ours.map(({ bytesUntilLoaded }) => toKb(bytesUntilLoaded)),
          theirs: bare.map(({ bytesUntilLoaded }) => toKb(bytesUntilLoaded)),
          unit: "kB",
        },
        budgets.bytesUntilLoaded,
      ),
      createDifferenceRow(
        {
          what: "until it is idle, pages fetched ahead included, over the bare page",
          ours: ours.map(({ bytesUntilIdle }) => toKb(bytesUntilIdle)),
          theirs: bare.map(({ bytesUntilIdle }) => toKb(bytesUntilIdle)),
          unit: "kB",
        },
        budgets.bytesUntilIdle,
      ),
      createRow({ what: "requests of the page", ours: ours.map(({ requests }) => requests), unit: "count" }),
      ...(apps.plan.countsLateBytes ? [await countLateBytes(apps), await countSavedCopy(apps)] : []),
    ],
    limits:
      "React and Next.js, which the bare page sends too; then the scripts of the page, and the studies, which grow with " +
      "the library.",
  };
}

/** ms without a request: longer than any wait after which the page fetches more by itself. */
const longIdleTime = 15_000;

/** What a page that stays open fetches by itself, later than within five seconds. */
async function countLateBytes({ own, browser }: Apps): Promise<Row> {
  const { bytesUntilIdle } = await visit(browser, `${own.url}/`, "phone", longIdleTime);
  return createRow({ what: "until it is idle for fifteen seconds", ours: [toKb(bytesUntilIdle)], unit: "kB" });
}

/** Visits the page with its service worker, until that has saved all that it saves. */
async function countSavedCopy({ own, browser }: Apps): Promise<Row> {
  const line = await countSent(own.port);
  const context = await openContext(browser, "phone", "allow");
  try {
    const page = await context.newPage();
    await page.goto(line.url);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", undefined, {
      timeout: 120_000,
    });
    const what = "with the copy for use without a network, all that the server sends";
    return createRow({ what, ours: [toKb(line.sent())], unit: "kB" });
  } finally {
    await context.close();
    await line.close();
  }
}

const toKb = (bytes: number) => bytes / 1000;
