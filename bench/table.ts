import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { loadLibrary } from "@/lib/study/load";
import { study as schema } from "@/lib/study/schema";
import { Problem } from "@/scripts/cli.mjs";
import { runNext } from "@/scripts/next.mjs";
import type { Apps } from "./apps";
import { openContext, slowdown } from "./browser";
import { generateSheets } from "./generate-library";
import type { Plan } from "./plans";
import { createRow, type Row, type Section } from "./rows";
import { serve } from "./server";

const sheets = 1_250;

/**
 * The table of a library about ten times as large. It is built last: what it leaves is a build of generated sheets, which
 * the next `npm start` replaces.
 */
export async function measureTable({ plan, browser }: Apps): Promise<Section> {
  const folder = writeLibrary();
  const before = process.env.MYOMATCH_LIBRARY;
  process.env.MYOMATCH_LIBRARY = basename(folder);
  try {
    // not as `npm run build` does, whose check of the data is not meant for generated sheets
    rmSync(".next/inputs.sha256", { force: true });
    if ((await runNext(["build"], { onOutput: () => {} })) !== 0)
      throw new Problem("The generated library was not built.");
    const server = await serve(".");
    try {
      const rows: Row[] = [];
      for (const screen of plan.widths) rows.push(...(await operateTable(browser, `${server.url}/studies`, screen)));
      return {
        title: `The table of ${sheets.toLocaleString("en-GB")} sheets`,
        how: "Generated sheets, the processor slowed down 4 times. The time runs from the key or the tap to the last row.",
        rows,
        limits: "All rows stay in the page, so that the browser's own search, screen readers and print find them.",
      };
    } finally {
      await server.stop();
    }
  } finally {
    if (before === undefined) delete process.env.MYOMATCH_LIBRARY;
    else process.env.MYOMATCH_LIBRARY = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A library of generated sheets in a folder of its own, checked by the schema. */
function writeLibrary(): string {
  const folder = mkdtempSync(join("data", ".bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "studies"));
  for (const sheet of generateSheets(loadLibrary().studies, sheets)) {
    writeFileSync(join(folder, "studies", `${sheet.id}.json`), JSON.stringify(schema.parse(sheet)));
  }
  for (const name of ["safety.json", "wanted.json", "screened.json", "library.json"])
    writeFileSync(join(folder, name), readFileSync(join("data", name)));
  return folder;
}

async function operateTable(browser: Browser, url: string, screen: Plan["widths"][number]): Promise<Row[]> {
  const context = await openContext(browser, screen);
  try {
    const page = await context.newPage();
    await page.goto(url);
    const status = page.getByRole("status").filter({ hasText: "studies" }).first();
    await status.waitFor();
    await waitForRows(page, sheets, sheets);
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const rows: Row[] = [];
    const measure = async (name: string, act: () => Promise<unknown>, isDone: () => Promise<unknown>) => {
      const start = performance.now();
      await act();
      await isDone();
      rows.push(createRow({ what: `${screen}: ${name}`, ours: [performance.now() - start], unit: "ms" }));
      await page.waitForTimeout(500);
    };
    const waitForStatus = (text: string | RegExp) => status.filter({ hasText: text }).waitFor({ timeout: 60_000 });
    const search = page.getByLabel("Search", { exact: true });
    await search.focus();
    await measure(
      "type 10 letters, ten a second",
      () => page.keyboard.type("author1249", { delay: 100 }),
      () => waitForRows(page, 1, 1),
    );
    await measure(
      "clear the search",
      () => search.fill(""),
      () => waitForRows(page, sheets, sheets),
    );
    await page
      .getByText(/^Filters/)
      .first()
      .click();
    const box = page.getByRole("checkbox", { name: "Case series" });
    await measure(
      "filter by design",
      () => box.click(),
      () => waitForStatus(/ of [\d,]+ studies.*Filtered: Design/),
    );
    await measure(
      "take the filter away",
      () => box.click(),
      () => waitForRows(page, sheets, sheets),
    );
    const sort = async () => {
      if (screen === "wide") await page.getByRole("button", { name: "Year", exact: true }).click();
      else await page.getByLabel("Sort by").selectOption("Year");
    };
    await measure("sort by year", sort, () => waitForStatus("Sorted by Year"));
    // By its mark-up: to find it by its name, every row out of view would be laid out and the figure would be of that.
    const pin = page.locator("tbody button[aria-pressed]").first();
    await measure(
      "pin a study",
      () => pin.click(),
      () => page.getByRole("region", { name: "Pinned studies" }).waitFor(),
    );
    return rows;
  } finally {
    await context.close();
  }
}

function waitForRows(page: Page, least: number, most: number) {
  return page.waitForFunction(
    ([from = 0, to = 0]) => {
      const found = document.querySelectorAll("tr:not([hidden]) > th[scope=row]").length;
      return found >= from && found <= to;
    },
    [least, most],
    { timeout: 60_000 },
  );
}
