import type { Locator, Page } from "@playwright/test";
import { pagePaths } from "@/components/site/pages";
import { exampleCases } from "@/lib/case/fixtures";
import { mainGroup } from "@/lib/case/questions";
import { emptyProfile } from "@/lib/case/schema";
import {
  chooseAnswer,
  expect,
  expectCase,
  followPage,
  getAnswer,
  getOpenedResult,
  getPages,
  getQuestion,
  getRegion,
  getResultButton,
  getVerdict,
  openCase,
  switchCase,
  tabTo,
  test,
} from "./test";

const five = ["Pregnant", "Under 18", "Skin only", "Lung disease (ILD)", "Refractory"];
/** What the bars of a browser leave of a usual and of a small phone. */
const phones = [
  { width: 390, height: 664 },
  { width: 360, height: 640 },
];

/** Fails unless all of it is between the top and the bottom of the window, without scrolling. */
async function expectOnScreen(page: Page, found: Locator) {
  const box = await found.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(box).not.toBeNull();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}

/** Fails unless what stands in the bar at the top of a phone is in one row. */
async function expectOneRow(page: Page) {
  const middles = await page
    .getByRole("banner")
    .locator("a, summary")
    .filter({ visible: true })
    .evaluateAll((entries) =>
      entries.map((entry) => entry.getBoundingClientRect()).map(({ y, height }) => y + height / 2),
    );
  expect(middles).toHaveLength(5);
  expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(4);
}

test("on a phone the five questions and the verdict are together without scrolling, before and after two taps", {
  tag: "@phone",
}, async ({ page }) => {
  for (const phone of phones)
    await test.step(`${phone.width} × ${phone.height} px`, async () => {
      await page.setViewportSize(phone);
      await openCase(page, emptyProfile);
      for (const label of five) await expectOnScreen(page, getQuestion(page, label));
      await expectOnScreen(page, getVerdict(page));

      await chooseAnswer(page, "Pregnant", "Yes");
      await chooseAnswer(page, "Lung disease (ILD)", "Yes");
      await expect(getVerdict(page)).toContainText("No published study in this library describes a pregnant patient");
      for (const label of five) await expectOnScreen(page, getQuestion(page, label));
      await expectOnScreen(page, getVerdict(page));
    });
});

test("on a phone the bar at the top is one row, with the name, and More opens and closes", {
  tag: "@phone",
}, async ({ page }) => {
  await openCase(page, emptyProfile);
  for (const phone of [...phones].reverse())
    await test.step(`${phone.width} × ${phone.height} px`, async () => {
      await page.setViewportSize(phone);
      await expectOneRow(page);
      await expect(page.getByRole("banner").getByText("Myomatch", { exact: true })).toBeInViewport();
    });

  const more = getPages(page).getByText("More", { exact: true });
  const help = getPages(page).getByRole("link", { name: "Help" });
  await expect(help).toBeHidden();
  await more.click();
  await expect(help).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await page.locator("main").focus();
  await expect(help, "the focus elsewhere").toBeHidden();
  await more.click();
  await help.click();
  await expect(page.getByRole("heading", { level: 1, name: "Help" })).toBeVisible();
  await expect(help).toBeHidden();
  await expect(more).toHaveAttribute("aria-current", "true");
  await more.click();
  await page.goBack();
  await expect(help, "the step back").toBeHidden();
});

test("on a wide screen every page is in the bar; in 320 px it is one row; without motion for who asked", async ({
  page,
}) => {
  await test.step("on a wide screen every page is in the bar, and a fact sheet marks the studies", async () => {
    await openCase(page, exampleCases.pregnant.profile, "/studies/mosca-2005");
    await expect(getPages(page).getByRole("link")).toHaveText([
      "Case",
      "Studies",
      "Map",
      "Compare",
      "Print",
      "About",
      /Help$/,
    ]);
    await expect(getPages(page).locator("[aria-current]").filter({ visible: true })).toHaveText("Studies");
    await followPage(page, "Help");
    await expect(getPages(page).locator("[aria-current=page]").filter({ visible: true })).toHaveText(/Help$/);
  });

  await test.step("who asked for less motion gets none, whatever a part of the page would like", async () => {
    await openCase(page, exampleCases.pregnant.profile);
    const readTransitions = () =>
      page.locator("summary").evaluateAll((all) =>
        all.map((element) => {
          (element as HTMLElement).style.transition = "opacity 9s";
          return getComputedStyle(element).transitionDuration;
        }),
      );
    expect(new Set(await readTransitions())).toEqual(new Set(["9s"]));
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(new Set(await readTransitions())).toEqual(new Set(["0s"]));
  });

  await test.step("320 px: the bar at the top is one row", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await switchCase(page, emptyProfile);
    await expectOneRow(page);
  });
});

test("somebody new gets an example, and what counts as a yes is one tap from each question", async ({ page }) => {
  await test.step("somebody new: what this is, one tap to an example, gone with the first answer", async () => {
    await openCase(page, emptyProfile);
    const start = getRegion(page, "To begin with");
    await expect(start).toContainText("makes no recommendation and is not for emergencies.");
    await start.getByRole("button", { name: "Understood" }).click();
    await expect(start).not.toContainText("emergencies");
    await expect(start.getByRole("button").first()).toBeFocused();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);

    await start.getByRole("button", { name: /^Skin only, refractory: \d+ studies, \d+ patients; response \d/ }).click();
    await expectCase(page, exampleCases.skinOnlyRefractory.profile);
    await expect(start).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.getByRole("button", { name: "Clear the case" }).click();
    await expect(start).toBeVisible();
    await expect(start).not.toContainText("emergencies");
  });

  await test.step("what counts as a yes is one tap from each question, and never leaves the case", async () => {
    await openCase(page, exampleCases.pregnant.profile);
    for (const { formName: label, hint } of mainGroup.questions) {
      const explain = page.getByRole("button", { name: `${label}: what counts as a yes` });
      await expect(explain).toHaveAttribute("aria-expanded", "false");
      // Closed, the hint is the description of the group and not visible; open, it is visible and not read aloud twice.
      await expect(getQuestion(page, label)).toHaveAccessibleDescription(hint);
      await expect(page.getByText(hint)).toBeHidden();
      await explain.click();
      await expect(explain).toHaveAttribute("aria-expanded", "true");
      await expect(getQuestion(page, label)).toHaveAccessibleDescription("");
      await expect(page.getByText(hint)).toBeVisible();
    }
    await expectCase(page, exampleCases.pregnant.profile);
  });
});

test.describe("forced colours", () => {
  test.use({ contextOptions: { forcedColors: "active" } });

  test("a chosen answer differs from the others in its background, and one that follows in a dashed line", async ({
    page,
  }) => {
    await openCase(page, exampleCases.pregnant.profile);
    const readLook = (label: string, choice: string) =>
      getQuestion(page, label)
        .locator("label")
        .filter({ hasText: new RegExp(`^${choice}$`) })
        .evaluate((element) => {
          const { backgroundColor } = getComputedStyle(element);
          return { backgroundColor, after: getComputedStyle(element, "::after").borderStyle };
        });
    expect((await readLook("Pregnant", "Yes")).backgroundColor).not.toBe(
      (await readLook("Pregnant", "No")).backgroundColor,
    );
    await openCase(page, exampleCases.skinOnlyRefractory.profile);
    const implied = await readLook("Lung disease (ILD)", "No");
    expect(implied.after).toBe("dashed");
    expect(implied.backgroundColor).toBe((await readLook("Pregnant", "No")).backgroundColor);
  });
});

test("text at 200%, zoom at 400%, and both: nothing scrolls sideways or is cut off", async ({ page }) => {
  for (const path of [...pagePaths, "/studies/aggarwal-2022", "/compare#pins=bounfour-2014,galimberti-2018"])
    await test.step(path, async () => {
      if (path.includes("#")) await page.goto(path);
      else await openCase(page, exampleCases.skinOnlyWithLungDisease.profile, path);
      if (path.startsWith("/compare#")) await expect(page.getByRole("rowheader", { name: "Outcomes" })).toBeVisible();
      for (const [width, size] of [
        [640, "200%"],
        // what 400% leaves of 1280 px
        [320, "100%"],
        [320, "200%"],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((fontSize) => {
          document.documentElement.style.fontSize = fontSize;
        }, size);
        if (path === "/") {
          const boxes = await getRegion(page, "The case").locator("fieldset > div > *").all();
          expect(boxes.length).toBeGreaterThan(five.length);
          for (const box of boxes) {
            const { x = 0, width: wide = 0 } = (await box.boundingBox()) ?? {};
            expect.soft(x + wide, `${width} px, ${size}`).toBeLessThanOrEqual(width);
          }
        }
        const reach = await page.evaluate(() => document.documentElement.scrollWidth);
        expect.soft(reach, `${width} px, ${size}`).toBeLessThanOrEqual(width);
      }
    });
});

test("the whole way by keyboard: answer, more, diagnosis, open a result, print", async ({ page }) => {
  await openCase(page, emptyProfile);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");

  await tabTo(page, getAnswer(page, "Pregnant", "Not stated"));
  await page.keyboard.press("ArrowRight");
  await expect(getQuestion(page, "Pregnant").getByRole("radio", { name: "Yes" })).toBeChecked();
  await expect(getVerdict(page)).toContainText("Pregnant");

  await tabTo(page, page.locator("summary", { hasText: "More: diagnosis, age, treatment" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Diagnosis"));
  // one letter: of several, the browser takes each that comes a second after the one before for the first of another name
  await page.keyboard.press("d");
  await expect(page.getByLabel("Diagnosis")).toHaveValue("DM");
  await expect(page.locator("[data-loading]")).toHaveCount(0);

  const result = getResultButton(page, "Linardaki 2011").first();
  await tabTo(page, result);
  await page.keyboard.press("Enter");
  await expect(result).toBeFocused();
  await expect(result).toHaveAttribute("aria-expanded", "true");
  await expect(getOpenedResult(page, "Linardaki 2011")).toContainText("Limits");

  const print = getPages(page).getByRole("link", { name: "Print" });
  await tabTo(page, print, "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Print", exact: true })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Print", exact: true }));
});
