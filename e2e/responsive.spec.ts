import type { Locator, Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { mainGroup } from "@/lib/case/questions";
import { emptyProfile } from "@/lib/case/schema";
import { answer, expect, expectAccessible, expectCase, openCase, part, question, tabTo, test, verdict } from "./test";

const five = ["Pregnant", "Under 18", "Skin only", "Interstitial lung disease", "Refractory"];
/** What the bars of a browser leave of a usual and of a small phone. */
const phones = [
  { width: 390, height: 664 },
  { width: 360, height: 640 },
];

/** Fails unless the whole of it stands between the top and the bottom of the window, without scrolling. */
async function expectOnScreen(page: Page, found: Locator) {
  const box = await found.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(box).not.toBeNull();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

for (const phone of phones) {
  const size = `${phone.width} × ${phone.height} px`;

  test(`${size}: two taps from first paint, five questions and the verdict together without scrolling`, async ({
    page,
  }) => {
    await page.setViewportSize(phone);
    await page.goto("/");
    await answer(page, "Pregnant", "Yes");
    await answer(page, "Interstitial lung disease", "Yes");
    await expect(verdict(page)).toContainText("No published study in this library describes a pregnant patient");
    for (const label of five) await expectOnScreen(page, question(page, label));
    await expectOnScreen(page, verdict(page));
  });

  test(`${size}: the empty case, too, shows the five questions and the verdict`, async ({ page }) => {
    await page.setViewportSize(phone);
    await openCase(page, emptyProfile);
    for (const label of five) await expectOnScreen(page, question(page, label));
    await expectOnScreen(page, verdict(page));
  });

  test(`${size}: the bar at the top is one row`, async ({ page }) => {
    await page.setViewportSize(phone);
    await openCase(page, emptyProfile);
    const tops = await page
      .getByRole("banner")
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect()).map(({ y, height }) => y + height / 2));
    expect(tops).toHaveLength(6);
    expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(4);
  });
}

test("somebody new: what this is, one tap to an example, gone with the first answer", async ({ page }) => {
  await openCase(page, emptyProfile);
  const start = part(page, "To begin with");
  await expect(start).toContainText("makes no recommendation and is not for emergencies.");
  await start.getByRole("button", { name: "Understood" }).click();
  await expect(start).not.toContainText("emergencies");
  await expect(start.getByRole("button").first()).toBeFocused();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await start.getByRole("button", { name: "Skin only, refractory" }).click();
  await expectCase(page, exampleCases.skinOnlyRefractory.profile);
  await expect(start).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.getByRole("button", { name: "Clear the case" }).click();
  await expect(start).toBeVisible();
  await expect(start).not.toContainText("emergencies");
});

test("what counts as a yes is one tap from each question, and never leaves the case", async ({ page }) => {
  await openCase(page, exampleCases.pregnant.profile);
  for (const { label, hint } of mainGroup.questions) {
    const explain = page.getByRole("button", { name: `${label}: what counts as a yes` });
    await expect(explain).toHaveAttribute("aria-expanded", "false");
    // Closed, the group is described by it and it stands nowhere; open, it stands there and is not told twice.
    await expect(question(page, label)).toHaveAccessibleDescription(hint);
    await expect(page.getByText(hint)).toBeHidden();
    await explain.click();
    await expect(explain).toHaveAttribute("aria-expanded", "true");
    await expect(question(page, label)).toHaveAccessibleDescription("");
    await expect(page.getByText(hint)).toBeVisible();
  }
  await expectCase(page, exampleCases.pregnant.profile);
});

test("a link from a newer version opens an empty case with a sentence, and its print says so too", async ({ page }) => {
  for (const path of ["/", "/summary"]) {
    await page.goto("about:blank");
    await page.goto(`${path}#case=2.e30`);
    await expect(page.getByRole("alert").filter({ hasText: "made by a newer version" })).toBeVisible();
  }
});

test.describe("forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("a chosen answer differs from the others in its ground or its border", async ({ page }) => {
    await openCase(page, exampleCases.pregnant.profile);
    const look = (label: string, choice: string) =>
      question(page, label)
        .locator("label")
        .filter({ hasText: new RegExp(`^${choice}$`) })
        .evaluate((element) => {
          const { backgroundColor, borderBottomWidth } = getComputedStyle(element);
          return { backgroundColor, borderBottomWidth };
        });
    expect((await look("Pregnant", "Yes")).backgroundColor).not.toBe((await look("Pregnant", "No")).backgroundColor);
    expect((await look("Under 18", "Not stated")).borderBottomWidth).toBe("4px");
    expect((await look("Pregnant", "Not stated")).borderBottomWidth).toBe("0px");
  });

  for (const [name, profile, path] of [
    ["an empty case", emptyProfile, "/"],
    ["a described case", exampleCases.skinOnlyRefractory.profile, "/"],
    ["a gap", exampleCases.pregnantWithLungDisease.profile, "/"],
    ["a contradiction", exampleCases.skinOnlyWithLungDisease.profile, "/"],
    ["the page to print", exampleCases.pregnant.profile, "/summary"],
    ["about", emptyProfile, "/about"],
  ] as const) {
    test(`${name}: accessible, light and dark`, async ({ page }) => {
      await openCase(page, profile, path);
      const apartFrom = path === "/" ? { apartFrom: page.getByRole("table").last() } : {};
      await expectAccessible(page, apartFrom);
      await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
      await expectAccessible(page, { ...apartFrom, rules: ["color-contrast"] });
    });
  }
});

for (const [what, prepare] of [
  ["text at 200%", { width: 640, size: "200%" }],
  ["400% zoom, which is 320 px", { width: 320, size: "100%" }],
  ["text at 200% on 320 px", { width: 320, size: "200%" }],
] as const) {
  test(`${what}: nothing scrolls sideways or is cut off`, async ({ page }) => {
    for (const path of ["/", "/summary", "/about", "/studies", "/map", "/studies/aggarwal-2022", "/compare"]) {
      await openCase(page, exampleCases.skinOnlyWithLungDisease.profile, path);
      if (path === "/compare") {
        await page.goto("/compare#pins=bounfour-2014,galimberti-2018");
        await expect(page.getByRole("rowheader", { name: "Outcomes" })).toBeVisible();
      }
      await page.setViewportSize({ width: prepare.width, height: 800 });
      await page.addStyleTag({ content: `html { font-size: ${prepare.size} }` });
      if (path === "/") {
        const boxes = page.getByRole("region", { name: "The case" }).locator("fieldset > div > *");
        for (const box of await boxes.all()) {
          const { x = 0, width = 0 } = (await box.boundingBox()) ?? {};
          expect.soft(x + width).toBeLessThanOrEqual(prepare.width);
        }
      }
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), path)
        .toBeLessThanOrEqual(prepare.width);
    }
  });
}

test("the whole way by keyboard: answer, more, diagnosis, sort, open a row, print", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no keyboard to go by");
  await openCase(page, emptyProfile);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");

  await tabTo(page, question(page, "Pregnant").getByRole("radio", { name: "Not stated" }));
  await page.keyboard.press("ArrowRight");
  await expect(question(page, "Pregnant").getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(verdict(page)).toContainText("pregnant");

  await tabTo(page, page.locator("summary", { hasText: "More about this patient" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Diagnosis"));
  await page.keyboard.type("Dermatomyositis");
  await expect(page.getByLabel("Diagnosis")).toHaveValue("DM");

  await tabTo(page, page.getByRole("button", { name: /^Patients/ }));
  await page.keyboard.press("Enter");
  const studies = page.getByRole("table", { name: "Treatment studies, matched to the case" });
  await expect(studies.getByRole("columnheader", { name: /^Patients/ })).toHaveAttribute(
    "aria-sort",
    /ascending|descending/,
  );
  await tabTo(page, page.getByRole("button", { name: /^Open .+: reasons and all outcomes/ }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Close .+: reasons and all outcomes/ })).toBeFocused();
  await expect(page.getByRole("heading", { name: "What it found" })).toBeVisible();

  const print = page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Print" });
  await tabTo(page, print, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "One page to print" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Print", exact: true }));
});

test("who asked for less motion gets none, whatever a part of the page would like", async ({ page }) => {
  await openCase(page, exampleCases.pregnant.profile);
  const moves = () =>
    page.locator("summary").evaluateAll((all) =>
      all.map((element) => {
        (element as HTMLElement).style.transition = "opacity 9s";
        return getComputedStyle(element).transitionDuration;
      }),
    );
  expect(new Set(await moves())).toEqual(new Set(["9s"]));
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(new Set(await moves())).toEqual(new Set(["0s"]));
});
