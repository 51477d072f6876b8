import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { writeCaseLink } from "@/lib/url-state/case";
import { expect, expectAnswers, expectCase, followPage, getAddress, getAnswer, openCase, test } from "./test";

const { pregnant, child, skinOnlyRefractory } = exampleCases;
const isPregnant = { Pregnant: "Yes", "Under 18": "Not stated" } as const;
const isChild = { Pregnant: "Not stated", "Under 18": "Yes" } as const;

/** Pastes the links of some cases over the address, one at once after the other. */
async function paste(page: Page, ...profiles: Profile[]) {
  await page.evaluate((links) => {
    for (const link of links) window.location.hash = link;
  }, profiles.map(writeCaseLink));
}

test("a link that is pasted is the one that stays, whatever the page is doing", async ({ page, context }) => {
  await test.step("while an answer is being drawn", async () => {
    await openCase(page, child.profile);
    await getAnswer(page, "Refractory", "Yes").evaluate((answer: HTMLInputElement, pasted) => {
      answer.click();
      window.location.hash = pasted;
    }, writeCaseLink(pregnant.profile));
    await expectAnswers(page, { ...isPregnant, Refractory: "Not stated" });
    await page.goBack();
    await expectAnswers(page, { ...isChild, Refractory: "Yes" });
    await page.goForward();
    await expectCase(page, pregnant.profile);
  });

  await test.step("and the step back from another page leads to the page on which it was pasted", async () => {
    await followPage(page, "Map");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Evidence map");
    await page.goBack();
    await expectAnswers(page, isPregnant);
  });

  await test.step("while another page is about to appear", async () => {
    await openCase(page, emptyProfile);
    // what the page says has arrived, and its program has not
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest("**/*.js");
    await followPage(page, "Map");
    await asked;
    await paste(page, child.profile);
    release();
    await page.unrouteAll({ behavior: "wait" });
    await expectCase(page, child.profile);
    await expectAnswers(page, isChild);
  });

  await test.step("before the program has started", async () => {
    const other = await context.newPage();
    // as if pasted at the last moment before Next.js writes the address that it has read
    await other.addInitScript((pasted) => {
      const { replaceState } = History.prototype;
      History.prototype.replaceState = function (...entry) {
        History.prototype.replaceState = replaceState;
        window.location.hash = pasted;
        replaceState.apply(this, entry);
      };
    }, writeCaseLink(child.profile));
    await other.goto(getAddress(pregnant.profile));
    await expectAnswers(other, isChild);
    await expectCase(other, child.profile);
    await other.close();
  });
});

test("what was typed stays with two links pasted one after the other, and the step back", async ({ page }) => {
  await openCase(page, skinOnlyRefractory.profile, "/summary");
  await page.getByLabel("Label").fill("Bed 4");
  await paste(page, pregnant.profile, child.profile);
  await page.goBack();
  await expectCase(page, pregnant.profile);
  await expect(page.getByLabel("Label")).toHaveValue("Bed 4");
});

test("a search that is not yet in the address is not written into a link that is pasted", async ({ page }) => {
  await openCase(page, pregnant.profile, "/studies");
  const search = page.getByLabel("Search", { exact: true });
  await search.evaluate((field: HTMLInputElement, pasted) => {
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    setValue?.call(field, "lung");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    window.location.hash = pasted;
  }, writeCaseLink(child.profile));
  await expectCase(page, child.profile);
  await expect(search).toHaveValue("");
  // longer than what was typed waits for
  await page.waitForTimeout(500);
  expect(new URL(page.url()).hash).toBe(`#${writeCaseLink(child.profile)}`);
  await expect(search).toHaveValue("");
});
