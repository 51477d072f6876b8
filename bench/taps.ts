import type { Browser, Page } from "@playwright/test";
import { getQuestion } from "@/lib/case/questions";
import { mainFeatures } from "@/lib/vocabulary/feature";
import type { Apps } from "./apps";
import { openContext, screens, slowdown } from "./browser";
import { budgets } from "./budgets";
import { calculatePercentile } from "./figures";
import { createRow, type Row, type Section } from "./rows";

type Tap = { pressed: number; answered: number; settled: number };

/** The part of the page that gives the figures, by the id of its heading. */
const answerPart = "[aria-labelledby=answer]";

/** Nothing of the page changes for so long, in ms: it is done with a tap. */
const quietTime = 500;

/** A tap on an answer, and the way from the first paint to the figures. */
export async function measureTaps({ plan, own, browser }: Apps): Promise<Section> {
  const taps = await tapThrough(browser, own.url, plan.tapRounds);
  const answered = taps.map(({ pressed, answered }) => answered - pressed);
  const settled = taps.map(({ pressed, settled }) => settled - pressed);
  const slowest = { value: calculatePercentile(answered, 0.95), unit: "ms" } as const;
  const steps = await countSteps(browser, own.url);
  return {
    title: "A tap on an answer",
    how:
      `${taps.length} taps on the five first questions of a phone: yes, no, not stated, with the whole library and the ` +
      "processor slowed down 4 times. The time runs from the touch to the frame with the last change of the answer.",
    rows: [
      {
        what: "to the answer painted, 95 of 100 taps",
        figure: slowest,
        peer: null,
        judged: slowest,
        budget: budgets.tap,
      },
      createRow({ what: "to the answer painted, median", ours: answered, unit: "ms" }),
      createRow({ what: "to the last change anywhere on the page, median", ours: settled, unit: "ms" }),
      ...steps,
    ],
    limits: "Matching takes a small part of it. React draws the changed rows, and the browser lays them out.",
  };
}

async function tapThrough(browser: Browser, url: string, rounds: number): Promise<Tap[]> {
  const page = await openOnPhone(browser, url);
  try {
    await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.evaluate(watch, { answerPart, quietTime });
    const taps: Tap[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const feature of mainFeatures) {
        for (const value of ["yes", "no", "unknown"]) {
          const answer = page.locator(`input[name=${feature}][value=${value}]`);
          await answer.scrollIntoViewIfNeeded();
          await page.evaluate(() => (globalThis as unknown as Watched).begin());
          await answer.tap({ force: true });
          taps.push(await page.evaluate(() => (globalThis as unknown as Watched).end()));
        }
      }
    }
    return taps;
  } finally {
    await page.context().close();
  }
}

type Watched = { begin: () => void; end: () => Promise<Tap> };

/** Runs in the page: notes when it is touched, and when what has changed since is painted. */
function watch({ answerPart, quietTime }: { answerPart: string; quietTime: number }) {
  let tap: Tap = { pressed: 0, answered: 0, settled: 0 };
  let changed = 0;
  let isAnswer = false;
  let isAsked = false;
  const painted = new MessageChannel();
  // A message that is sent while a frame is made arrives once the frame is painted.
  painted.port1.onmessage = () => {
    isAsked = false;
    tap.settled = performance.now();
    if (isAnswer) tap.answered = tap.settled;
    isAnswer = false;
  };
  addEventListener("pointerdown", ({ timeStamp }) => (tap.pressed ||= timeStamp), { capture: true });
  const touches = (node: Node | null) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return Boolean(element?.closest(answerPart) || element?.querySelector(answerPart));
  };
  new MutationObserver((changes) => {
    changed = performance.now();
    isAnswer ||= changes.some(({ type, target, addedNodes }) =>
      type === "childList"
        ? Boolean((target as Element).closest(answerPart)) || [...addedNodes].some(touches)
        : Boolean((target instanceof Element ? target : target.parentElement)?.closest(answerPart)),
    );
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => painted.port2.postMessage(null));
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  Object.assign(globalThis, {
    begin: () => {
      tap = { pressed: 0, answered: 0, settled: 0 };
      changed = 0;
    },
    end: async () => {
      const start = performance.now();
      const isDone = () => tap.answered > 0 && !isAsked && performance.now() - changed > quietTime;
      while (!isDone()) {
        if (performance.now() - start > 20_000) throw new Error("taps: no change of the answer was painted");
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return tap;
    },
  });
}

/** How many taps and scrolls a case of two features takes, from the first paint to its figures. */
async function countSteps(browser: Browser, url: string): Promise<Row[]> {
  const page = await openOnPhone(browser, url);
  try {
    const figures = page.locator(`${answerPart} strong`).filter({ hasText: /^\d+ of \d+$/ });
    if ((await figures.count()) > 0) throw new Error("taps: there are figures before a case is entered");
    let taps = 0;
    for (const feature of ["skinOnly", "refractory"] as const) {
      await page
        .getByRole("group", { name: getQuestion(feature).formName })
        .getByRole("radio", { name: "Yes" })
        .tap();
      taps += 1;
    }
    await figures.first().waitFor();
    // A response and a relapse: the second figure is in view too.
    const second = await figures.nth(1).boundingBox();
    const { height } = screens.phone.viewport;
    let scrolls = await page.evaluate(() => (window.scrollY > 0 ? 1 : 0));
    if (!second || second.y + second.height > height) scrolls += 1;
    return [
      createRow(
        { what: "taps from first paint to the figures of a case of two features", ours: [taps], unit: "count" },
        budgets.taps,
      ),
      createRow({ what: "scrolls until two figures are in view", ours: [scrolls], unit: "count" }, budgets.scrolls),
    ];
  } finally {
    await page.context().close();
  }
}

/** Opens the page of a case on a phone, and waits until its program runs and has its studies. */
async function openOnPhone(browser: Browser, url: string): Promise<Page> {
  const context = await openContext(browser, "phone");
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.locator("html[data-ready]").waitFor();
  await page.waitForFunction(() => !document.querySelector("[data-loading]"));
  return page;
}
