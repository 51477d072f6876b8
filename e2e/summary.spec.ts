import type { Page } from "@playwright/test";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { expect, expectCase, openCase, test } from "./test";

/** What the printed page of a case must hold: the case, its figures, and the citations with their identifiers. */
const printed: Partial<Record<ExampleName, string[]>> = {
  pregnantUntreated: [
    "Age: 42 years; Pregnant: yes; Untreated: yes; Diagnosis: Dermatomyositis",
    "Response: 1 of 1 Symptoms of dermatomyositis resolved; 95% interval 0.21 to 1.",
    "Relapse: 0 of 1 Disease back within six years",
    "95% interval 0 to 0.79.",
    "doi:10.1007/s00296-009-1166-2",
    "pregnant",
  ],
  skinOnlyRefractory: [
    "Response: 19 of 27 (70%) Major skin response; 95% interval 52% to 84%.",
    "Relapse: 10 of 19 (53%) Relapse after a major response, after stopping; 95% interval 32% to 73%.",
    "Of whom: the 19 major responders, not all 27 treated.",
    "PMID 23906502",
  ],
  untreatedAdult: [
    "Response: 3 of 11 (27%) Significant clinical improvement; 95% interval 10% to 57%.",
    "Its regimen at this weight: 1 g/kg on each of 2 days: 1 × 62 kg = 62 g a day",
    "PMID 7932419",
  ],
  refractoryLungDisease: [
    "Survival: 2 of 5 (40%) Survived the acute lung disease; 95% interval 12% to 77%.",
    "PMID 19387736",
  ],
  pregnantWithLungDisease: [
    "No published study in this library describes a pregnant patient with interstitial lung disease.",
    "No study describes this patient. Nearest studies, with what they lack",
    "lung disease not reported",
  ],
  adultSkinOnlyRefractory: ["19 of 27 (70%)", "10 of 19 (53%)", "PMID 23906502"],
  adultRefractoryLungDisease: ["2 of 5 (40%)", "PMID 19387736"],
  refractoryAdult: [
    "Response: 37 of 47 (79%)",
    "against 21 of 48 (44%) Placebo (95% interval 31% to 58%), difference 35 points (15.5 to 51.0, Newcombe), number needed to treat 3, p as reported 0.0008.",
    "PMID 36198179",
    "PMID 21971943",
  ],
  skinOnlyWithLungDisease: [
    "“Skin only: yes” and “Interstitial lung disease: yes” contradict each other",
    "Both were matched as stated.",
  ],
  nothingStated: ["Case: nothing stated", "General evidence"],
};

test.describe("on paper", () => {
  for (const [name, example] of Object.entries(exampleCases)) {
    test(`${example.name}: one page, A4 and Letter, with its figures and citations`, async ({ page }) => {
      await openCase(page, example.profile, "/summary");
      await expectOnePage(page);

      await page.emulateMedia({ media: "print" });
      await expect(page.getByRole("navigation")).toBeHidden();
      await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
      const text = await paperText(page);
      expect(text).not.toMatch(/10 of (the )?27\b/);
      for (const part of printed[name as ExampleName] ?? []) expect.soft(text).toContain(part);
      expect.soft(text).toMatch(/Library \S+, literature searched 22 Nov 2026/);
      await expect(page.getByRole("img", { name: "QR code that opens this case" })).toBeVisible();
    });
  }

  test("the child's page holds up to six studies and says how many more there are", async ({ page }) => {
    await openCase(page, exampleCases.child.profile, "/summary");
    await expect(page.getByRole("region", { name: "Studies" }).getByRole("listitem")).toHaveCount(6);
    await expect(page.getByText("16 more studies of this group stand on the case page.")).toBeVisible();
  });

  test("label and note print, and are neither stored nor sent", async ({ page, context }) => {
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
    const { profile } = exampleCases.pregnantUntreated;
    await openCase(page, profile, "/summary");
    const label = "Bed 7, Zyxw";
    const note = `Ask about the ${"long ".repeat(35)}history`;
    await page.getByLabel("Label").fill(label);
    await page.getByLabel("Note").fill(note);

    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("article", { name: "Summary" })).toContainText(`Label: ${label}`);
    await expect(page.getByRole("article", { name: "Summary" })).toContainText(`Note: ${note}`);
    await expect(page.getByLabel("Label")).toBeHidden();
    await page.emulateMedia({ media: null });
    await expectOnePage(page);

    const stored = await page.evaluate(async () =>
      JSON.stringify([
        { ...localStorage },
        { ...sessionStorage },
        document.cookie,
        window.location.href,
        window.history.state,
        window.name,
        await indexedDB.databases(),
        await caches.keys(),
      ]),
    );
    expect(stored).not.toMatch(/Zyxw|long long/);
    expect(await context.cookies()).toEqual([]);
    expect(sent.filter((request) => /Zyxw|long.long/i.test(request))).toEqual([]);

    await page.getByRole("main").getByRole("link", { name: "Back to the case" }).click();
    await expect(page.getByRole("region", { name: "The answer" })).toBeVisible();
    await expectCase(page, profile);
    await page.goBack();
    await expect(page.getByLabel("Label")).toHaveValue("");
    await page.reload();
    await expect(page.getByLabel("Label")).toHaveValue("");
    await expect(page.getByLabel("Note")).toHaveValue("");
    expect(sent.filter((request) => /Zyxw|long.long/i.test(request))).toEqual([]);
  });

  test("the Print button opens the browser's own dialog", async ({ page }) => {
    await openCase(page, exampleCases.pregnant.profile, "/summary");
    const asked = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          window.print = () => resolve("asked to print");
        }),
    );
    await page.getByRole("button", { name: "Print" }).click();
    expect(await asked).toBe("asked to print");
  });

  test("with nothing entered a notice says so and leads to the case", async ({ page }) => {
    await openCase(page, emptyProfile, "/summary");
    const notice = page.getByRole("alert").filter({ hasText: "No case is entered" });
    await expect(notice).toContainText("The page below holds the general evidence.");
    await page.emulateMedia({ media: "print" });
    await expect(notice).toBeHidden();
    await page.emulateMedia({ media: null });
    await notice.getByRole("link", { name: "Enter a case" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This patient");
  });
});

test.describe("an address that cannot be shown in full", () => {
  test("a pin of 3,000 letters does not take the page away", async ({ page }) => {
    await page.goto(`/summary#pins=${"a".repeat(3000)}`);
    await expect(page.getByRole("article", { name: "Summary" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One page to print");
  });

  test("the page of a fault goes when the address is corrected", async ({ page, allowFault }) => {
    allowFault(/provoked by the test/);
    await openCase(page, emptyProfile, "/summary");
    // No address is known to break the page. The QR code needs the encoder, so this one does.
    await page.evaluate(() => {
      const { encode } = TextEncoder.prototype;
      TextEncoder.prototype.encode = function (text) {
        if (window.location.hash === "#fault") throw new Error("provoked by the test");
        return encode.call(this, text);
      };
      window.location.hash = "fault";
    });
    await expect(page.getByRole("alert").filter({ hasText: "This page could not be shown" })).toBeVisible();
    await page.evaluate(() => {
      window.location.hash = "";
    });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("One page to print");
    await expect(page.getByRole("article", { name: "Summary" })).toBeVisible();
  });
});

/** Fails unless the page as it stands prints on one sheet of either paper. */
async function expectOnePage(page: Page) {
  for (const format of ["A4", "Letter"]) {
    const pdf = (await page.pdf({ format })).toString("latin1");
    // Chromium writes the objects of a page in the clear: one for each page, and one for all of them.
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length;
    expect.soft(pages, `pages on ${format}`).toBe(1);
  }
}

/** The words on the paper, in one line. */
async function paperText(page: Page): Promise<string> {
  const text = await page.getByRole("article", { name: "Summary" }).textContent();
  return (text ?? "").replace(/\s+/g, " ");
}
