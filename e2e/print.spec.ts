import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { moreGroups } from "@/lib/case/questions";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { measureFigures, paperHeight, paperWidth } from "./paper";
import { type Format, type PaperPage, printOn } from "./pdf";
import { expect, expectCase, getAddress, leavePage, openCase, switchCase, test } from "./test";

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

/** The worked cases, the page of nothing and that of a contradiction, each with what it must say. */
const printedCases = {
  nothingStated: ["no case to match", "Case: nothing stated"],
  skinOnlyRefractory: ["3 studies, 30 patients like this", "19 of 27", "10 of 19", "median 6.2 months", "52–84%"],
  adultSkinOnlyRefractory: ["19 of 27", "10 of 19", "2 of 27"],
  refractoryAdult: [
    ...["37 of 47", "21 of 48", "15.5 to 51.0", "number needed to treat 3"],
    ...["6 of 95", "any thromboembolic event"],
  ],
  adultRefractoryLungDisease: ["7 of 17", "2 of 5"],
  child: ["4 of 6"],
  pregnant: ["healthy child at term", "healthy child born", "fetal complication", "born preterm, at 35 weeks"],
  pregnantWithLungDisease: [
    "No published study in this library describes this patient",
    "7 of 17",
    "healthy child at term",
    "born preterm",
  ],
  untreatedAdult: ["What these studies gave, at 62 kg", "× 62 kg ="],
};

/** Fails unless the figures take one page, whatever follows is references alone, and the code opens the case. */
function expectWhole(pages: PaperPage[], address: string) {
  expect.soft(pages.length, "pages").toBeLessThanOrEqual(2);
  const [figures, references] = pages;
  expect.soft(figures?.codes, "the QR code").toEqual([address]);
  expect.soft(figures?.text).toMatch(/Library \S+, literature searched 22 Nov 2026/);
  expect.soft(figures?.text).toContain("makes no recommendation; not for emergencies.");
  // what every paper warns of
  expect.soft(figures?.text).toMatch(/thrombo/i);
  expect.soft(figures?.blank, "blank, of the height").toBeLessThanOrEqual(0.08);
  for (const { coloured } of pages) expect.soft(coloured, "dots in colour").toBe(0);
  if (references) {
    expect.soft(references.text.trim()).toMatch(/^References /);
    expect.soft(references.text).not.toMatch(/95% CI|\d+ of \d+/);
    expect.soft(references.codes).toEqual([]);
  }
}

/** Prints on these papers, both unless one is named. */
async function printAndExamine(
  page: Page,
  examine: (pages: PaperPage[]) => void,
  formats: readonly Format[] = ["A4", "Letter"],
) {
  const papers = await printOn(page, formats);
  expect(papers).toHaveLength(formats.length);
  for (const [place, pages] of papers.entries()) await test.step(formats[place] ?? "", () => examine(pages));
}

test.describe("the paper", () => {
  const names = Object.keys(printedCases) as (keyof typeof printedCases)[];
  for (const [half, printed] of [names.slice(0, 5), names.slice(5)].entries())
    test(`of worked cases, ${half + 1} of 2: one page, filled, in black and white, with a code that opens the case`, async ({
      page,
      baseURL,
    }) => {
      await openCase(page, emptyProfile, "/summary");
      for (const name of printed)
        await test.step(name, async () => {
          const { profile } = exampleCases[name];
          await switchCase(page, profile);
          await printAndExamine(
            page,
            (pages) => {
              expect(pages).toHaveLength(1);
              expectWhole(pages, `${baseURL}${getAddress(profile)}`);
              // what begins a sentence has a capital
              for (const text of printedCases[name])
                expect.soft(pages[0]?.text.toLowerCase()).toContain(text.toLowerCase());
            },
            // on the taller paper, on which more could be blank; that the shorter one is enough is measured below
            name === printed[0] ? ["A4", "Letter"] : ["A4"],
          );
          // Drawn, and not painted as a background, which printers leave out.
          await page.emulateMedia({ media: "print" });
          const drawn = page.getByRole("article", { name: "Summary" }).locator("table svg, [data-part=findings] svg");
          expect(await drawn.count()).toBeGreaterThan(0);
          for (const picture of await drawn.all()) await expect(picture).toBeVisible();
          await page.emulateMedia({ media: null });
        });
    });

  test("a contradiction is named on it; from a tall narrow window and in the dark it is the same", async ({
    page,
    baseURL,
  }) => {
    await test.step("a contradiction is named, and takes no more than its references to a second page", async () => {
      const { profile } = exampleCases.skinOnlyWithLungDisease;
      await openCase(page, profile, "/summary");
      await printAndExamine(page, (pages) => {
        expectWhole(pages, `${baseURL}${getAddress(profile)}`);
        expect(pages[0]?.text).toContain("contradict each other");
      });
    });

    await test.step("from a tall narrow window and in the dark it is the same paper", async () => {
      await switchCase(page, exampleCases.refractoryAdult.profile);
      const [wide = []] = await printOn(page, ["A4"]);
      await page.setViewportSize({ width: 320, height: 900 });
      await page.emulateMedia({ colorScheme: "dark" });
      const [narrow = []] = await printOn(page, ["A4"]);
      expect(wide).toHaveLength(1);
      expect(narrow.map(({ text }) => text)).toEqual(wide.map(({ text }) => text));
    });
  });

  test("of every example case, with the longest label and note and a weight, the figures fit one page", async ({
    page,
  }) => {
    await page.setViewportSize({ width: paperWidth, height: 800 });
    await openCase(page, emptyProfile, "/summary");
    for (const { name, profile } of Object.values(exampleCases)) {
      await switchCase(page, { ...profile, weightKg: 62.5 });
      await page.getByLabel("Label").fill(longLabel);
      await page.getByLabel("Note").fill(longNote);
      await expect(page.getByRole("article", { name: "Summary" })).toContainText(longNote.trim());
      const height = await measureFigures(page);
      expect(height, name).toBeGreaterThan(paperHeight / 6);
      expect.soft(height, name).toBeLessThanOrEqual(paperHeight);
    }
  });

  test("with every question answered: figures on one page and a long link in a readable code; references may stand alone on a second", async ({
    page,
    baseURL,
  }) => {
    await test.step("with every question answered, and a full note: figures on one page, a long link in a readable code", async () => {
      await openCase(page, everything, "/summary");
      await page.getByLabel("Label").fill(longLabel);
      await page.getByLabel("Note").fill(longNote);
      await printAndExamine(page, (pages) => {
        expectWhole(pages, `${baseURL}${getAddress(everything)}`);
        expect(pages[0]?.text.replaceAll(" ", "")).toContain(longLabel.replaceAll(" ", ""));
      });
      await leavePage(page);
      await page.goto(`${baseURL}${getAddress(everything)}`);
      await expectCase(page, everything);
    });

    await test.step("where references do not fit they stand alone on a second page, and the first still names each PMID", async () => {
      // Six trials and cohorts with the longest sheets, pinned, and a case that makes most safety checks relevant.
      const pins = ["aggarwal-2022", "bounfour-2014", "aggarwal-2024", "miyasaka-2012", "tsai-1997", "werth-2023"];
      await openCase(page, everything, "/summary");
      const address = `${getAddress(everything, "/summary")}&pins=${pins.join(",")}`;
      await page.goto(address);
      await page.getByLabel("Note").fill(longNote);
      await printAndExamine(page, (pages) => {
        expectWhole(pages, `${baseURL}${address.replace("/summary", "/")}`);
        expect(pages).toHaveLength(2);
        for (const { text } of pages) expect(text).toContain("PMID 23906502");
      });
    });
  });

  test("the date on the paper is that of the device, and a clock that is behind is reported; of a link that cannot be read no case is printed", async ({
    page,
  }) => {
    await test.step("a case link that cannot be read is printed as that, and not as a case of which nothing is stated", async () => {
      await page.goto("/summary#case=1.abc");
      await expect(page.getByRole("alert").filter({ hasText: "The case link could not be read" })).toBeVisible();
      const paper = page.getByRole("article", { name: "Summary" });
      await expect(paper).toContainText("Case: not known. The case link could not be read:");
      await expect(paper).not.toContainText("nothing stated");
    });

    await test.step("the date on the paper is that of the device, and a clock that is behind is reported", async () => {
      for (const [now, text] of [
        ["2026-12-05T10:00:00", "Printed 5 Dec 2026. Library"],
        ["2001-01-01T00:00:00", "Printed 1 Jan 2001 by the clock of the device, which is behind: the search is later."],
      ] as const) {
        await page.clock.setFixedTime(now);
        await openCase(page, exampleCases.pregnant.profile, "/summary");
        await expect(page.getByRole("article", { name: "Summary" })).toContainText(text);
      }
    });
  });
});

test.describe("the copy as text", () => {
  test("is copied in three forms, and is on the page where the browser blocks copying", async ({
    page,
    context,
    baseURL,
  }) => {
    await test.step("is copied, without label and note", async () => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await openCase(page, exampleCases.skinOnlyRefractory.profile, "/summary");
      await page.getByLabel("Label").fill("Zyxw");
      await page.getByRole("button", { name: "Copy text" }).click();
      await expect(page.getByText("Copied.")).toBeVisible();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const [first, second] = text.split("\n");
      expect(first).toMatch(
        /^Skin only, refractory \(Myomatch, \d+ \w{3} \d{4}\)\. 3 studies, 30 patients, no comparison group\.$/,
      );
      expect(second).toMatch(
        /^Response, skin clear or almost clear: 19\/27 .* Relapse after stopping 10\/19 responders .* Harm: severe headache 2\/27 \(7%, 2–23\)\.$/,
      );
      expect(text).toContain("Case: Skin only: yes; Refractory: yes");
      expect(text).toContain("19 of 27 (70%)");
      expect(text).toContain("PMID 23906502");
      expect(text).not.toContain("Zyxw");
    });

    await test.step("the link of the case is copied by a button of its own", async () => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const { profile } = exampleCases.pregnant;
      await switchCase(page, profile);
      await page.getByRole("button", { name: "Copy link" }).click();
      await expect(page.getByText("Copied. The link holds the case")).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${getAddress(profile)}`);
    });

    await test.step("a paragraph for a letter has the counts and numbered references, and asks for nothing", async () => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await switchCase(page, exampleCases.skinOnlyRefractory.profile);
      await page.getByRole("button", { name: "Copy for a letter" }).click();
      await expect(page.getByText("Copied. It lists evidence and makes no recommendation.")).toBeVisible();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      expect(text).toContain("19 of 27 (70%), 95% CI 52% to 84% [1]");
      expect(text).toMatch(/References\n1\. Bounfour T/);
      // and as rich text, for a word processor
      const html = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return item?.types.includes("text/html") ? (await item.getType("text/html")).text() : "";
      });
      expect(html).toMatch(/<ol>\s*<li>Bounfour T/);
    });

    await test.step("is on the page where the browser blocks copying", async () => {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
      await openCase(page, exampleCases.pregnant.profile, "/summary");
      await page.getByRole("button", { name: "Copy text" }).click();
      await expect(page.getByText("The browser blocked copying.")).toBeVisible();
      await expect(page.getByRole("textbox", { name: "The summary as text" })).toHaveValue(/Case: Pregnant: yes/);
    });
  });
});
