import type { Page } from "@playwright/test";
import { type ExampleCase, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { expect, getRegion, openCase, switchCase, test } from "./test";

// What a tired reader must find without a scroll, on the frozen library.

const described: readonly ExampleCase[] = [
  exampleCases.pregnant,
  exampleCases.skinOnlyRefractory,
  exampleCases.adultSkinOnlyRefractory,
  exampleCases.refractoryLungDisease,
  exampleCases.child,
  exampleCases.refractoryAdult,
  // relapses of three timings beside a trial
  { name: "refractory", profile: { ...emptyProfile, features: { refractory: "yes" } } } as const,
];

/** The letters of a figure by how many patients it counts, px. */
const LARGE = 26;
const SMALL = 20;

type SeenCell = { name: string; figure: string | null; size: number; bottom: number };

/** Every cell of the findings strip: its name, its figure, and how far down it reaches. */
function readCells(page: Page): Promise<SeenCell[]> {
  return getRegion(page, "The answer")
    .getByRole("article")
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const figure = [...cell.querySelectorAll("strong")].find(({ textContent }) =>
          /^\d+ of \d+$/.test(textContent ?? ""),
        );
        const seen = figure ?? cell.querySelector("p") ?? cell;
        return {
          name: cell.querySelector("h2, h3")?.textContent ?? "",
          figure: figure?.textContent ?? null,
          size: Number.parseFloat(getComputedStyle(seen).fontSize),
          bottom: seen.getBoundingClientRect().bottom,
        };
      }),
    );
}

for (const { width, height, tag } of [
  { width: 1280, height: 800, tag: "@wide" },
  { width: 390, height: 664, tag: "@phone" },
]) {
  test(`${width} × ${height} px: response and relapse of the worked cases are seen without a scroll`, { tag }, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openCase(page, exampleCases.nothingStated.profile);
    for (const { name, profile } of described)
      await test.step(name, async () => {
        await switchCase(page, profile);
        const cells = await readCells(page);
        expect(cells.length).toBeGreaterThanOrEqual(4);
        // Of a pregnancy the child comes before a relapse.
        const [first, second] = profile.features.pregnancy === "yes" ? ["response", "mother"] : ["response", "relapse"];
        const leading = cells.filter((cell) => new RegExp(`^(${first}|${second})`, "i").test(cell.name));
        expect(leading.length, cells.map((cell) => cell.name).join()).toBeGreaterThanOrEqual(2);
        for (const cell of leading) {
          expect.soft(cell.bottom, `${name}, ${cell.name}`).toBeLessThanOrEqual(height);
          if (!cell.figure) continue;
          const total = Number(cell.figure.split(" of ")[1]);
          expect.soft(cell.size, `${name}, ${cell.name}`).toBeGreaterThanOrEqual(total < 5 ? SMALL : LARGE);
        }
        // The harm, in its cell or on a phone in a line above the cells, and what these patients were given.
        const harm = getRegion(page, "The answer").locator("p, article").filter({ hasText: /^Harm/, visible: true });
        await expect(harm.first()).toBeInViewport();
        const given = getRegion(page, "The answer").getByRole("article").first().getByText("Given:");
        expect.soft((await given.boundingBox())?.y, `${name}, given`).toBeLessThan(height);
        expect(await page.evaluate(() => window.scrollY)).toBe(0);
      });
  });
}

test("every part has an entry that leads to it; letters have 12 px at every width; no grams without their regimen", async ({
  page,
}) => {
  await test.step("every entry of the contents leads to its part, and every part has an entry", async () => {
    await openCase(page, exampleCases.nothingStated.profile);
    for (const { name, profile } of [...described, exampleCases.pregnantWithLungDisease])
      await test.step(name, async () => {
        await switchCase(page, profile);
        const entries = page.getByRole("navigation", { name: "Parts of the answer" }).first().getByRole("button");
        const names = await entries.allTextContents();
        expect(names.length).toBeGreaterThan(3);
        for (const [place] of names.entries()) {
          await entries.nth(place).click();
          const focused = page.locator(":focus");
          // The heading of the answer is only read out: what it heads is what must be in view.
          await expect(focused.locator("xpath=ancestor::section[1]"), names[place]).toBeInViewport();
          expect(await focused.evaluate((element) => /^H[1-6]$/.test(element.tagName)), names[place]).toBe(true);
        }
      });
  });

  await test.step("no grams without the words of the regimen beside them", async () => {
    await switchCase(page, { ...exampleCases.refractoryAdult.profile, weightKg: 62 });
    const lines = (await page.getByRole("main").allInnerTexts())
      .join("\n")
      .split("\n")
      .filter((line) => /\b\d[\d.]* g\b(?!\/kg)/.test(line));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect.soft(line).toMatch(/g\/kg/);
  });

  await test.step("letters in and beside a plot have 12 px at every width", async () => {
    await switchCase(page, exampleCases.refractoryAdult.profile);
    for (const width of [320, 640, 1024, 1280, 1536, 1920])
      await test.step(`${width} px`, async () => {
        await page.setViewportSize({ width, height: 800 });
        const sizes = await page.evaluate(() => {
          const tables = [...document.querySelectorAll("main table, main article, main svg")];
          const texts = tables
            .flatMap((table) => [...table.querySelectorAll("*")])
            .filter((element) => {
              const hasWords = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
              return hasWords && element.checkVisibility() && element.getBoundingClientRect().width > 1;
            });
          return texts.map((element) => {
            const svg = element.closest("svg");
            // Letters within a drawing get smaller with it.
            const scale = svg ? svg.getBoundingClientRect().width / (svg.viewBox.baseVal.width || 1) : 1;
            return Number.parseFloat(getComputedStyle(element).fontSize) * (svg ? scale : 1);
          });
        });
        expect(sizes.length).toBeGreaterThan(50);
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
          0,
        );
      });
  });
});
