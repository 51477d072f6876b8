import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import {
  chooseAnswer,
  expect,
  followPage,
  getRegion,
  getVerdict,
  openAddress,
  openDisclosure,
  switchCase,
  test,
} from "./test";

const key = "myomatch:recent-cases";
const getRecentCases = (page: Page) => getRegion(page, "Recent cases");
const getToggle = (page: Page) => page.getByRole("checkbox", { name: "Keep recent cases on this device" });
const getKeptCases = (page: Page) => getRecentCases(page).getByRole("listitem");
const readStored = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);

/** One line until it is opened. */
const openRecentCases = (page: Page) => openDisclosure(page, /^Recent cases: /);

/** The empty case with the list opened, on a device that keeps nothing. */
async function begin(page: Page) {
  if (page.url() !== "about:blank") await page.evaluate(() => localStorage.clear());
  await openAddress(page, "/");
  await openRecentCases(page);
}

test.beforeEach(({ page }) => begin(page));

test("off until turned on; then one line a patient, newest first, opened with one tap, kept over a reload", async ({
  page,
}) => {
  await test.step("one line that says whether cases are kept, and how many", async () => {
    await chooseAnswer(page, "Pregnant", "Yes");
    await expect(getRecentCases(page).getByText("Recent cases: off")).toBeVisible();
    await getToggle(page).check();
    await expect(getRecentCases(page).getByText("Recent cases: 1")).toBeVisible();
    await page.reload();
    await expect(getRecentCases(page).getByText("Recent cases: 1")).toBeVisible();
    await expect(getToggle(page)).toBeHidden();
  });

  await test.step("off until turned on; then newest first, one line a patient, opened with one tap", async () => {
    await begin(page);
    await chooseAnswer(page, "Pregnant", "Yes");
    await expect(getToggle(page)).not.toBeChecked();
    expect(await readStored(page)).toBeNull();

    await getToggle(page).check();
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes"]);
    // The next answer is the same patient.
    await chooseAnswer(page, "Refractory", "Yes");
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes; Refractory: yes"]);
    await page.getByRole("button", { name: "Clear the case" }).click();
    await chooseAnswer(page, "Skin only", "Yes");
    await expect(getKeptCases(page)).toHaveText(["Skin only: yes", "Pregnant: yes; Refractory: yes"]);

    await getKeptCases(page).nth(1).getByRole("button").click();
    await expect(page.getByRole("group", { name: "Pregnant" }).getByRole("radio", { name: "Yes" })).toBeChecked();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes; Refractory: yes", "Skin only: yes"]);
    // A case that was opened again stays when it is answered further.
    await chooseAnswer(page, "Under 18", "No");
    await expect(getKeptCases(page)).toHaveCount(3);

    // One that is pasted is another patient, and not the next answer of this one.
    await switchCase(page, exampleCases.child.profile);
    await expect(getKeptCases(page)).toHaveText([/Under 18: yes/, /Under 18: no/, /^Pregnant/, /Skin only/]);
    await page.getByRole("button", { name: "Clear the case" }).click();

    await page.reload();
    await openRecentCases(page);
    await expect(getKeptCases(page)).toHaveCount(4);
  });
});

test("the next answer is the same patient after the page to print, and another after a reload", async ({ page }) => {
  await test.step("back from the page to print, the next answer is still the same patient", async () => {
    await chooseAnswer(page, "Pregnant", "Yes");
    await getToggle(page).check();
    await followPage(page, "Print");
    await expect(page.getByRole("heading", { level: 1, name: "Print", exact: true })).toBeVisible();
    await followPage(page, "Case");
    await chooseAnswer(page, "Refractory", "Yes");
    await openRecentCases(page);
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes; Refractory: yes"]);
  });

  await test.step("after a reload the next answer overwrites nothing: it is an entry of its own", async () => {
    await begin(page);
    await chooseAnswer(page, "Pregnant", "Yes");
    await getToggle(page).check();
    await page.reload();
    await openRecentCases(page);
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes"]);
    await chooseAnswer(page, "Refractory", "Yes");
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes; Refractory: yes", "Pregnant: yes"]);
  });
});

test("erased at once, when turned off, and where nothing can be written any more", async ({ page }) => {
  await test.step("erased at once, and erased when turned off", async () => {
    await chooseAnswer(page, "Pregnant", "Yes");
    await getToggle(page).check();
    await page.getByRole("button", { name: "Erase all recent cases" }).click();
    await expect(getKeptCases(page)).toHaveCount(0);
    await expect(getToggle(page)).toBeChecked();
    await expect(getToggle(page)).toBeFocused();
    expect(await readStored(page)).toBe('{"version":1,"cases":[]}');

    await chooseAnswer(page, "Refractory", "Yes");
    await expect(getKeptCases(page)).toHaveCount(1);
    await getToggle(page).uncheck();
    await expect(getKeptCases(page)).toHaveCount(0);
    expect(await readStored(page)).toBeNull();
  });

  await test.step("erased also where nothing can be written any more", async () => {
    await begin(page);
    await chooseAnswer(page, "Pregnant", "Yes");
    await getToggle(page).check();
    await page.evaluate(fillStorage);
    await page.getByRole("button", { name: "Erase all recent cases" }).click();
    await expect(getRecentCases(page).getByText("Nothing is kept; everything else works.")).toBeVisible();
    await expect(getKeptCases(page)).toHaveCount(0);
    await expect(getToggle(page)).not.toBeChecked();
    expect(await readStored(page)).toBeNull();
  });
});

test("cases that the browser does not let us erase are reported as still kept, with what to do", async ({ page }) => {
  await chooseAnswer(page, "Pregnant", "Yes");
  await getToggle(page).check();
  await page.evaluate(() => {
    Storage.prototype.removeItem = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  const message = getRecentCases(page).getByText(
    "they are still kept. To erase them, clear this site’s data in the browser.",
  );
  await page.getByRole("button", { name: "Erase all recent cases" }).click();
  await expect(message).toBeVisible();
  await expect(getKeptCases(page)).toHaveText(["Pregnant: yes"]);

  await page.reload();
  await page.evaluate(() => {
    Storage.prototype.removeItem = () => {
      throw new DOMException("denied", "SecurityError");
    };
  });
  await openRecentCases(page);
  // The box stays ticked, which is what uncheck() would not wait for.
  await getToggle(page).click();
  await expect(message).toBeVisible();
  await expect(getToggle(page)).toBeChecked();
  await expect(getKeptCases(page)).toHaveText(["Pregnant: yes"]);
});

for (const [what, ban] of [
  [
    "blocked",
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })",
  ],
  ["full", "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"],
] as const) {
  test(`storage that is ${what}: a message says so, and everything else works`, async ({ page }) => {
    await page.addInitScript(ban);
    await page.goto("/#");
    await page.reload();
    await openRecentCases(page);
    await chooseAnswer(page, "Pregnant", "Yes");
    // The box does not stay ticked, which is what check() would wait for.
    await getToggle(page).click();
    await expect(getRecentCases(page).getByText("Nothing is kept; everything else works.")).toBeVisible();
    await expect(getToggle(page)).not.toBeChecked();
    await chooseAnswer(page, "Lung disease (ILD)", "Yes");
    await expect(getVerdict(page)).toContainText("No published study");
  });
}

/** One answer that is kept, and one for which there is no space any more. */
async function fillUpWhileKeeping(page: Page) {
  await chooseAnswer(page, "Pregnant", "Yes");
  await getToggle(page).check();
  await page.evaluate(fillStorage);
  await chooseAnswer(page, "Refractory", "Yes");
  await expect(getRecentCases(page).getByText("this case is not kept")).toBeVisible();
}

test("storage that fills up later: this case is not kept, which is said until one is or it is cleared", async ({
  page,
}) => {
  await test.step("storage that fills up later: this case is not kept, and the message stays until one is", async () => {
    await fillUpWhileKeeping(page);
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes"]);

    await page.evaluate(() => window.dispatchEvent(new Event("test:space")));
    await chooseAnswer(page, "Skin only", "No");
    await expect(getKeptCases(page)).toHaveText(["Pregnant: yes; Skin only: no; Refractory: yes"]);
    await expect(getRecentCases(page)).not.toContainText("not kept");
  });

  await test.step("a case that could not be kept and is cleared again is not mentioned any more", async () => {
    await begin(page);
    await fillUpWhileKeeping(page);
    await page.getByRole("button", { name: "Clear the case" }).click();
    await expect(getRecentCases(page)).not.toContainText("not kept");
  });
});

test("damaged storage: what can be read is shown, what is lost is reported", async ({ page }) => {
  const link = "case=1.eyJmIjp7InByZWduYW5jeSI6InllcyJ9fQ";
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
    key,
    JSON.stringify({ version: 1, cases: [link, "case=1.x", { name: "somebody" }] }),
  ] as const);
  await page.reload();
  await openRecentCases(page);
  await expect(getKeptCases(page)).toHaveText(["Pregnant: yes"]);
  await expect(getRecentCases(page).getByText("2 kept cases could not be read and were left out.")).toBeVisible();

  await page.evaluate((name) => localStorage.setItem(name, "{"), key);
  await page.reload();
  // said although the list is not open
  await expect(getRecentCases(page).getByText("damaged and cannot be read, so nothing is kept")).toBeVisible();
  await openRecentCases(page);
  await chooseAnswer(page, "Refractory", "Yes");
  await expect(getKeptCases(page)).toHaveText(["Refractory: yes"]);
});

/** The storage refuses every write until there is space again. Runs in the browser. */
function fillStorage() {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  window.addEventListener("test:space", () => {
    Storage.prototype.setItem = setItem;
  });
}
