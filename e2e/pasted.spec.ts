import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { writeCaseLink } from "@/lib/url-state/case";
import {
  chooseAnswer,
  expect,
  expectAnswers,
  expectCase,
  followPage,
  getAddress,
  getAnswer,
  openAddress,
  openCase,
  openDisclosure,
  test,
} from "./test";

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

test("label and note are of the case that they were typed for, and are there again with the step back to it", async ({
  page,
}) => {
  await openCase(page, skinOnlyRefractory.profile, "/summary");
  await page.getByLabel("Label").fill("Bed 4");
  await page.getByLabel("Note").fill("Allergic");
  await paste(page, pregnant.profile, child.profile);
  await expectCase(page, child.profile);
  await expect(page.getByLabel("Label")).toHaveValue("");
  await expect(page.getByLabel("Note")).toHaveValue("");
  await page.goBack();
  await expectCase(page, pregnant.profile);
  await expect(page.getByLabel("Label")).toHaveValue("");
  // nothing is loaded again on the way, or it would be lost
  await page.goBack();
  await expectCase(page, skinOnlyRefractory.profile);
  await expect(page.getByLabel("Label")).toHaveValue("Bed 4");
  await expect(page.getByLabel("Note")).toHaveValue("Allergic");
});

test("a number that cannot be used is not left to the next case", async ({ page }) => {
  await openCase(page, pregnant.profile);
  await openDisclosure(page, /^More: diagnosis, age, treatment/);
  const weight = page.getByRole("textbox", { name: "Weight" });
  const leaveBy: Record<string, () => Promise<unknown>> = {
    "another answer of the same case": () => chooseAnswer(page, "Refractory", "Yes"),
    "a link that is pasted": () => paste(page, skinOnlyRefractory.profile),
    "the step back": () => page.goBack(),
    "the button that clears the case": () => page.getByRole("button", { name: "Clear the case" }).first().click(),
  };
  for (const [name, leave] of Object.entries(leaveBy))
    await test.step(name, async () => {
      await weight.fill("7O");
      await leave();
      await expect(weight).toHaveValue(name.startsWith("another") ? "7O" : "");
    });
});

test("after a link that cannot be read, what is chosen is kept in the address, and the sentence stays", async ({
  page,
}) => {
  await openAddress(page, "/studies#hello");
  await page.getByLabel("Search", { exact: true }).fill("lung");
  await expect(page).toHaveURL(/table=/);
  await page.reload();
  await expect(page.getByLabel("Search", { exact: true })).toHaveValue("lung");
  await expect(page.getByText("This case link is damaged or incomplete")).toBeVisible();
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
