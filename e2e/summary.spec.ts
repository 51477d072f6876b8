import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { expect, expectCase, openCase, switchCase, test } from "./test";

test.describe("on paper", () => {
  test("says how many more studies there are, shows mother and child in one row, and is read at 320 px", async ({
    page,
  }) => {
    await test.step("a page of many studies says how many more there are, and once what they count", async () => {
      await openCase(page, exampleCases.child.profile, "/summary");
      const studies = page.getByRole("region", { name: "Studies", exact: true });
      const shown = await studies.locator("tbody[data-study]").count();
      expect(shown).toBeGreaterThanOrEqual(3);
      expect(shown).toBeLessThanOrEqual(8);
      await expect(studies).toContainText(
        /\d+ more studies stand on the case page, \d+ of them (a single case|single cases)\./,
      );
      // what they count is told once, with the figure that leads
      await expect(page.locator("[data-part=findings]")).toContainText(
        /other stud(y|ies) counts? a response \(definitions may differ\)/,
      );
      await expect(studies).not.toContainText("a response");
    });

    await test.step("a table for single pregnant patients has the child beside the mother", async () => {
      await switchCase(page, exampleCases.pregnant.profile);
      const table = page.getByRole("table", { name: "Each report: the mother and the child" });
      await expect(table.locator("tr[data-study]")).toHaveCount(4);
      await expect(table.locator("tr[data-study=mosca-2005]")).toContainText("born preterm, at 35 weeks");
    });

    await test.step("at 320 px the sheet is read without scrolling sideways", async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await switchCase(page, exampleCases.refractoryAdult.profile);
      await expect(page.getByRole("article", { name: "Summary" })).toContainText("37 of 47");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });

  test("label and note print and are gone when the page is left; the button opens the browser's dialog; with nothing entered it says so", async ({
    page,
  }) => {
    await test.step("label and note print, and are gone when the page is left", async () => {
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

      await page.getByRole("main").getByRole("link", { name: "Back to the case" }).click();
      await expect(page.getByRole("region", { name: "The answer" })).toBeVisible();
      await expectCase(page, profile);
      await page.goBack();
      await expect(page.getByLabel("Label")).toHaveValue("");
      await page.reload();
      await expect(page.getByLabel("Label")).toHaveValue("");
      await expect(page.getByLabel("Note")).toHaveValue("");
    });

    await test.step("the Print button opens the browser's own dialog", async () => {
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

    await test.step("with nothing entered a notice says so and leads to the case", async () => {
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
});

test.describe("an address that cannot be shown in full", () => {
  test("the page stays, and that of a fault goes when the address is corrected", async ({ page, allowFault }) => {
    await test.step("a pin of 3,000 letters does not take the page away", async () => {
      await page.goto(`/summary#pins=${"a".repeat(3000)}`);
      await expect(page.getByRole("article", { name: "Summary" })).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Print");
    });

    await test.step("the page of a fault goes when the address is corrected, or the document is loaded again", async () => {
      allowFault(/provoked by the test/);
      await openCase(page, emptyProfile, "/summary");
      // No address is known to break the page. The paper alone asks for the day, so this one breaks it.
      await page.evaluate(() => {
        const { getFullYear } = Date.prototype;
        Date.prototype.getFullYear = function () {
          if (window.location.hash === "#fault") throw new Error("provoked by the test");
          return getFullYear.call(this);
        };
        window.location.hash = "fault";
      });
      await expect(page.getByRole("alert").filter({ hasText: "This page could not be shown" })).toBeVisible();
      await page.evaluate(() => {
        window.location.hash = "";
      });
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Print");
      await expect(page.getByRole("article", { name: "Summary" })).toBeVisible();

      await page.evaluate(() => {
        window.location.hash = "fault";
      });
      await page.getByRole("button", { name: "Try again" }).click();
      // the document is another one, in which nothing is broken
      await expect(page.getByRole("article", { name: "Summary" })).toBeVisible();
    });
  });
});
