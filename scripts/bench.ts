import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { createColumns } from "@/lib/match/columns";
import { match } from "@/lib/match/match";
import { rankStudies } from "@/lib/match/rank";
import { measureRarity } from "@/lib/match/rarity";
import { getKind } from "@/lib/study/kind";
import { loadLibrary } from "@/lib/study/load";
import { study as schema } from "@/lib/study/schema";
import { toStudySummary } from "@/lib/study/summary";
import { browserFlags, findBrowser } from "./browser.mjs";
import { generateSheets } from "./generate-library";
import { runNext } from "./next.mjs";

// `npm run bench`: prints figures and judges none of them, because machines differ. The build it leaves behind holds
// generated sheets, so its stamp is deleted and the next `npm start` builds the real library again.

const sheetsOnScreen = 1250;
const sheetsMatched = 100_000;
const slowdown = 4;
const port = Number(process.env.TEST_PORT || 3210);

type Figures = Record<string, string>;
const formatMs = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const calculateMedian = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function measureTime(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** One case against a large library, in this one thread: deciding the groups alone, and the whole ranked list. */
function benchMatching(): Figures {
  const treating = loadLibrary().studies.filter((sheet) => getKind(sheet) === "treatment");
  const studies = generateSheets(treating.map(toStudySummary), sheetsMatched);
  const rarity = measureRarity(studies);
  const columns = createColumns(studies);
  const facts = readCase(exampleCases.skinOnlyRefractory.profile);
  const runs = Array.from({ length: 5 });
  const deciding = calculateMedian(
    runs.map(() => measureTime(() => studies.map((study) => match(facts, study).group))),
  );
  const ranking = calculateMedian(runs.map(() => measureTime(() => rankStudies(facts, columns, rarity))));
  return {
    [`match, ${sheetsMatched} studies, groups and reasons`]: formatMs(deciding),
    [`match, ${sheetsMatched} studies, ranked`]: formatMs(ranking),
  };
}

/** A library of generated sheets in a folder of its own, checked by the schema. */
function writeLibrary(): string {
  const folder = mkdtempSync(join("data", ".bench-"));
  mkdirSync(join(folder, "studies"));
  for (const sheet of generateSheets(loadLibrary().studies, sheetsOnScreen)) {
    writeFileSync(join(folder, "studies", `${sheet.id}.json`), JSON.stringify(schema.parse(sheet)));
  }
  for (const name of ["safety.json", "wanted.json", "screened.json", "library.json"])
    writeFileSync(join(folder, name), readFileSync(join("data", name)));
  return folder;
}

/** What a reader waits for: from the key or tap to the next paint (the browser's own event timing), and to the last row. */
async function measure(page: Page, act: () => Promise<void>, isDone: () => Promise<unknown>): Promise<string> {
  await page.evaluate(() => {
    const observed = globalThis as unknown as { durations: number[]; watcher?: PerformanceObserver };
    observed.watcher?.disconnect();
    observed.durations = [];
    observed.watcher = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) observed.durations.push(entry.duration);
    });
    observed.watcher.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  const start = performance.now();
  await act();
  await isDone();
  const settled = performance.now() - start;
  await page.waitForTimeout(500);
  const durations = await page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations);
  const worst = Math.max(0, ...durations);
  return `next paint ${formatMs(calculateMedian(durations))}, ${formatMs(worst)} at worst${durations.length === 0 ? " (under 16 ms)" : ""}, rows settled ${formatMs(settled)}`;
}

async function benchTable(width: number, height: number): Promise<Figures> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: browserFlags });
  try {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(`http://localhost:${port}/studies`);
    const status = page.getByRole("status").filter({ hasText: "studies" }).first();
    await status.waitFor();
    await page.waitForTimeout(2000);
    await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const waitForStatus = (text: string | RegExp) => () =>
      status.filter({ hasText: text }).waitFor({ timeout: 60_000 });
    const waitForRows = (least: number, most: number) => () =>
      page.waitForFunction(
        ([from = 0, to = 0]) => {
          const found = document.querySelectorAll("tr:not([hidden]) > th[scope=row]").length;
          return found >= from && found <= to;
        },
        [least, most],
        { timeout: 60_000 },
      );
    const formatName = (what: string) => `${width} px: ${what}`;
    const figures: Figures = {};

    const search = page.getByLabel("Search", { exact: true });
    await search.focus();
    figures[formatName("type 10 letters")] = await measure(
      page,
      () => page.keyboard.type("author1249", { delay: 100 }),
      waitForRows(1, 1),
    );
    figures[formatName("clear the search")] = await measure(
      page,
      () => search.fill(""),
      waitForRows(sheetsOnScreen, sheetsOnScreen),
    );
    await page
      .getByText(/^Filters/)
      .first()
      .click();
    const box = page.getByRole("checkbox", { name: "Case series" });
    figures[formatName("filter by design")] = await measure(
      page,
      () => box.click(),
      waitForStatus(/ of \d+ studies.*Filtered: Design/),
    );
    figures[formatName("take the filter away")] = await measure(
      page,
      () => box.click(),
      waitForRows(sheetsOnScreen, sheetsOnScreen),
    );
    if (width >= 768) {
      const header = page.getByRole("button", { name: "Year", exact: true });
      figures[formatName("sort by year")] = await measure(page, () => header.click(), waitForStatus("Sorted by Year"));
    } else {
      const order = page.getByLabel("Sort by");
      figures[formatName("sort by year")] = await measure(
        page,
        async () => void (await order.selectOption("Year")),
        waitForStatus("Sorted by Year"),
      );
    }
    // By its mark-up: to find it by its name, every row out of view would be laid out and the figure would be of that.
    const pin = page.locator("tbody button[aria-pressed]").first();
    figures[formatName("pin a study")] = await measure(
      page,
      () => pin.click(),
      () => page.getByRole("region", { name: "Pinned studies" }).waitFor(),
    );
    return figures;
  } finally {
    await browser.close();
  }
}

function print(title: string, figures: Figures) {
  console.log(`\n${title}`);
  for (const [name, figure] of Object.entries(figures)) console.log(`  ${name.padEnd(52)} ${figure}`);
}

const folder = writeLibrary();
process.env.MYOMATCH_LIBRARY = basename(folder);
let server: ChildProcess | undefined;
try {
  rmSync(".next/inputs.sha256", { force: true });
  if ((await runNext(["build"])) !== 0) throw new Error("bench: the build failed");
  server = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "--port", `${port}`], {
    stdio: "ignore",
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`http://localhost:${port}/about`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  print(`The table of ${sheetsOnScreen} sheets, CPU slowed ${slowdown} times`, await benchTable(1280, 800));
  print(`The same on a phone`, await benchTable(390, 844));
} finally {
  server?.kill();
  rmSync(folder, { recursive: true, force: true });
  rmSync(".next/inputs.sha256", { force: true });
}

print("Matching, one thread", benchMatching());
