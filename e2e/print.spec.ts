import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { moreGroups } from "@/lib/case/questions";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { type PaperPage, printed } from "./pdf";
import { addressOf, expect, expectCase, openCase, test } from "./test";

const papers = ["A4", "Letter"] as const;
/** The longest that the fields take. */
const longLabel = `Bed 14, ward 3 north, ${"W".repeat(58)}`;
const longNote = `${"Discussed with rheumatology and the family; ".repeat(5)}`.slice(0, 200);

/** A case with everything answered: the longest link, the most features to name, dose arithmetic under each study. */
const everything: Profile = {
  ...emptyProfile,
  diagnosis: "CADM",
  weightKg: 62.5,
  ageYears: 42.5,
  features: {
    ...Object.fromEntries(moreGroups.flatMap(({ questions }) => questions.map(({ feature }) => [feature, "no"]))),
    pregnancy: "yes",
    juvenile: "no",
    skinOnly: "no",
    ild: "yes",
    refractory: "yes",
    steroidDependent: "yes",
    dysphagia: "yes",
    cardiac: "yes",
    malignancy: "yes",
    antiMda5: "yes",
  },
};

/** What the paper must say of each worked case: figures as their sources print them, or that there is none. */
const figures: Record<keyof typeof exampleCases, string[]> = {
  pregnantUntreated: ["1 of 1 Symptoms of dermatomyositis resolved", "0 of 1 Disease back within six years"],
  skinOnlyRefractory: ["19 of 27 (70%)", "52% to 84%", "10 of 19 (53%)", "32% to 73%", "PMID 23906502"],
  untreatedAdult: ["3 of 11 (27%)", "10% to 57%", "8 of 19 (42%)", "1 × 62 kg = 62 g a day, 124 g over 2 days"],
  child: ["6 of 7 (86%)", "49% to 97%", "4 of 6 (67%)", "30% to 90%", "PMID 9151463"],
  refractoryLungDisease: ["2 of 5 (40%)", "12% to 77%", "26 patients in all"],
  pregnant: ["Five reports describe a pregnant patient", "4 of 4 improved", "PMID 17267895"],
  pregnantWithLungDisease: ["No published study in this library describes", "lung disease not reported"],
  pregnantRefractory: ["One report describes", "gives no count of responders", "Mosca 2005"],
  adultSkinOnlyRefractory: ["19 of 27 (70%)", "10 of 19 (53%)", "2 of 2 Skin responded", "29 patients in all"],
  adultRefractoryLungDisease: ["2 of 5 (40%)", "12% to 77%", "Suzuki 2009"],
  refractoryAdult: ["37 of 47 (79%)", "21 of 48 (44%)", "35 points (15.5 to 51.0", "number needed to treat 3"],
  childSkinOnly: ["Liu 2023", "1 of 1"],
  skinOnlyWithLungDisease: ["contradict each other"],
  malignancy: ["0 of 4", "0 to 0.49"],
  nothingStated: ["93 studies, 1074 patients given immunoglobulin", "Case: nothing stated"],
};

/** Fails unless the figures take one page, whatever follows is references alone, and the code opens the case. */
function expectWhole(pages: PaperPage[], address: string) {
  expect.soft(pages.length, "pages").toBeLessThanOrEqual(2);
  const [figures, references] = pages;
  expect.soft(figures?.codes, "the QR code").toEqual([address]);
  expect.soft(figures?.text).toMatch(/Library \S+, literature searched 22 Nov 2026/);
  expect.soft(figures?.text).toContain("makes no recommendation; not for emergencies.");
  if (references) {
    expect.soft(references.text.trim()).toMatch(/^References /);
    expect.soft(references.text).not.toMatch(/95% interval|\d+ of \d+/);
    expect.soft(references.codes).toEqual([]);
  }
}

/** Prints on both papers. */
async function onBoth(page: Page, examine: (pages: PaperPage[], paper: string) => void) {
  for (const paper of papers) {
    const pages = await printed(page, paper);
    await test.step(paper, () => examine(pages, paper));
  }
}

test.describe("the paper", () => {
  for (const name of Object.keys(figures) as (keyof typeof figures)[]) {
    const { profile } = exampleCases[name];
    test(`${name}: one page on A4 and Letter, also with the longest label and note and a weight`, async ({
      page,
      baseURL,
      isMobile,
    }) => {
      test.skip(isMobile, "the paper is the same, as the test of a narrow window says");
      await openCase(page, profile, "/summary");
      const verdict = await page.getByRole("article").locator("[data-part=verdict]").textContent();
      await onBoth(page, (pages) => {
        expect(pages).toHaveLength(1);
        expectWhole(pages, `${baseURL}${addressOf(profile)}`);
        expect(pages[0]?.text).toContain(verdict?.trim());
        for (const figure of figures[name]) expect.soft(pages[0]?.text).toContain(figure);
      });

      const weighed = { ...profile, weightKg: 62.5 };
      await openCase(page, weighed, "/summary");
      await page.getByLabel("Label").fill(longLabel);
      await page.getByLabel("Note").fill(longNote);
      await onBoth(page, (pages) => {
        expectWhole(pages, `${baseURL}${addressOf(weighed)}`);
        expect(pages[0]?.text.replaceAll(" ", "")).toContain(longLabel.replaceAll(" ", ""));
      });
    });
  }

  test("with every question answered, and a full note: figures on one page, a long link in a readable code", async ({
    page,
    baseURL,
  }) => {
    await openCase(page, everything, "/summary");
    await page.getByLabel("Label").fill(longLabel);
    await page.getByLabel("Note").fill(longNote);
    await onBoth(page, (pages) => {
      expectWhole(pages, `${baseURL}${addressOf(everything)}`);
    });
  });

  test("a case link that cannot be read is printed as that, and not as a case of which nothing is stated", async ({
    page,
  }) => {
    await page.goto("/summary#case=1.abc");
    await expect(page.getByRole("alert").filter({ hasText: "The case link could not be read" })).toBeVisible();
    const [paper] = await printed(page, "A4");
    expect(paper?.text).toContain("Case: not known. The case link could not be read:");
    expect(paper?.text).not.toContain("nothing stated");
  });

  test("the address in the code opens the same case", async ({ page }) => {
    await openCase(page, everything, "/summary");
    const [paper] = await printed(page, "A4");
    await page.goto("about:blank");
    await page.goto(paper?.codes[0] ?? "");
    await expect(page.getByRole("region", { name: "The case" })).toBeVisible();
    await expectCase(page, everything);
  });

  test("where references find no room they stand alone on a second page, and the first still names each PMID", async ({
    page,
    baseURL,
  }) => {
    // Six trials and cohorts with the longest sheets, pinned, and a case that makes most safety checks relevant.
    const pins = ["aggarwal-2022", "bounfour-2014", "dalakas-1993", "miyasaka-2012", "tsai-1997", "suzuki-2009"];
    await openCase(page, everything, "/summary");
    const address = `${addressOf(everything, "/summary")}&pins=${pins.join(",")}`;
    await page.goto(address);
    await page.getByLabel("Note").fill(longNote);
    await onBoth(page, (pages) => {
      expectWhole(pages, `${baseURL}${address.replace("/summary", "/")}`);
      expect(pages).toHaveLength(2);
      for (const { text } of pages) expect(text).toContain("PMID 23906502");
    });
  });

  test("from a tall narrow window and in the dark it is the same paper", async ({ page }) => {
    await openCase(page, exampleCases.refractoryAdult.profile, "/summary");
    const wide = await printed(page, "A4");
    await page.setViewportSize({ width: 320, height: 900 });
    await page.emulateMedia({ colorScheme: "dark" });
    const narrow = await printed(page, "A4");
    expect(narrow.map(({ text }) => text)).toEqual(wide.map(({ text }) => text));
  });

  test("nothing entered: the general evidence, one page, a code that opens an empty case", async ({
    page,
    baseURL,
  }) => {
    await openCase(page, emptyProfile, "/summary");
    await onBoth(page, (pages) => {
      expect(pages).toHaveLength(1);
      expectWhole(pages, `${baseURL}/`);
      expect(pages[0]?.text).toContain("Case: nothing stated");
    });
  });
});

test.describe("the date on the paper", () => {
  const cases = [
    ["2026-12-05T10:00:00", "Printed 5 Dec 2026. Library"],
    ["2001-01-01T00:00:00", "Printed 1 Jan 2001 by the clock of the device, which is behind: the search is later."],
    ["2099-06-30T10:00:00", "Printed 30 Jun 2099 by the clock of the device, 72 years after the search."],
  ] as const;
  for (const [now, text] of cases) {
    test(`by a clock that shows ${now}`, async ({ page }) => {
      await page.clock.setFixedTime(now);
      await openCase(page, exampleCases.pregnant.profile, "/summary");
      await expect(page.getByRole("article", { name: "Summary" })).toContainText(text);
    });
  }
});

test.describe("the copy as text", () => {
  test("goes to the clipboard, without label and note", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openCase(page, exampleCases.skinOnlyRefractory.profile, "/summary");
    await page.getByLabel("Label").fill("Zyxw");
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expect(page.getByText("Copied.")).toBeVisible();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain("Case: Skin only: yes; Refractory: yes");
    expect(text).toContain("19 of 27 (70%)");
    expect(text).toContain("PMID 23906502");
    expect(text).not.toContain("Zyxw");
  });

  test("stands on the page where the clipboard is refused", async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined });
    });
    await openCase(page, exampleCases.pregnant.profile, "/summary");
    await page.getByRole("button", { name: "Copy as text" }).click();
    await expect(page.getByText("The browser refused the clipboard.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "The summary as text" })).toHaveValue(/Case: Pregnant: yes/);
  });
});
