import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";
import { TestRecordSystem } from "@/dev/fhir/server";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { getRecordPort, recordOrigin } from "@/scripts/frozen-build.mjs";
import { test as networkTest, waitUntilSaved } from "./network";
import { expect, expectAccessible, expectCase, expectStarted, followPage, test } from "./test";

// One record system for all of them: they run in one worker, in their order.
test.describe.configure({ mode: "default" });

/** The day for which the patients of dev/fhir/patients are written. */
const today = Date.UTC(2026, 10, 26, 10);
/** What only the record says of its patients: no page after the launch may hold it. */
const identifiers = /Zarathuba|RN-|pregnant-snomed|2026-11-02/;

const app = { clientId: "myomatch", redirectUris: [] as string[] };
let system: TestRecordSystem;

test.beforeAll(async () => {
  const { baseURL = "" } = test.info().project.use;
  app.redirectUris.push(`${baseURL}/launch`);
  system = await TestRecordSystem.start({
    port: getRecordPort(Number(new URL(baseURL).port)),
    origin: recordOrigin,
    apps: [app],
    launchPage: `${baseURL}/launch`,
    now: () => today,
  });
});
test.afterAll(() => system.stop());
test.beforeEach(async ({ context, allowFault }) => {
  await context.clock.setFixedTime(today);
  allowFault(/^request to another origin: http:\/\/record\.localhost\//);
});

const getHeading = (page: Page) => page.getByRole("heading", { level: 2, name: "from the record" });
/** The button that accepts or refuses an answer. */
const getDecision = (page: Page, word: "Accept" | "Refuse", answer: string) =>
  page.getByRole("button", { name: `${word}: ${answer}`, exact: true });
/** The sentence about what ended a launch. */
const getProblem = (page: Page) => page.getByRole("main").getByRole("alert");
const openCase = (page: Page) => page.getByRole("button", { name: "Open the case" }).click();

const pregnant: Profile = {
  features: { pregnancy: "yes" },
  diagnosis: "DM",
  ageYears: 34,
  weightKg: 68,
};

/** Everything that the addresses of a window's history and its storage hold. */
const readTraces = (page: Page) =>
  page.evaluate(() => `${location.href} ${document.title} ${JSON.stringify({ ...sessionStorage, ...localStorage })}`);

/** The addresses that are asked for from now on. */
function record(context: BrowserContext): string[] {
  const asked: string[] = [];
  context.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""}`));
  return asked;
}

/** The texts of all scripts that a page starts with. */
async function readScripts(request: APIRequestContext, path: string): Promise<string[]> {
  const page = await (await request.get(path)).text();
  const addresses = new Set(page.match(/\/_next\/static\/[^"\\]+\.js/g));
  expect(addresses.size, path).toBeGreaterThan(5);
  return Promise.all([...addresses].map(async (address) => (await request.get(address)).text()));
}

test("from the record of a patient to the printed page; nothing of the launch is among the scripts of the page of a case", async ({
  page,
  context,
  request,
}) => {
  await page.goto(system.writeLaunch("pregnant-snomed"));
  await expect(getHeading(page)).toBeFocused();
  await expect(page).toHaveURL(/\/launch$/);
  await expect(page.getByText("Zarathuba One")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("Nothing is accepted yet.")).toBeVisible();
  const sources = page.getByRole("listitem").filter({ hasText: "Pregnant" });
  await expect(sources.first()).toContainText("SNOMED CT 77386006");
  await page.getByRole("button", { name: /^Accept all recorded/ }).click();

  const asked = record(context);
  await openCase(page);
  await expectStarted(page);
  await expectCase(page, pregnant);
  await followPage(page, "Print");
  const paper = page.getByRole("article", { name: "Summary" });
  await expect(paper).toContainText("Pregnant");
  for (const text of [await page.content(), await readTraces(page), ...asked]) expect(text).not.toMatch(identifiers);
  // after the launch, the browser itself forbids to ask the record system
  expect(asked.filter((address) => address.startsWith(recordOrigin))).toEqual([]);
  const readPolicy = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
  expect(await readPolicy("/launch")).toContain(`connect-src 'self' ${recordOrigin}`);
  expect(await readPolicy("/")).not.toContain(`connect-src 'self' ${recordOrigin}`);
  const isOfLaunch = (script: string) => script.includes("smart-configuration");
  expect((await readScripts(request, "/launch")).some(isOfLaunch)).toBe(true);
  expect((await readScripts(request, "/")).some(isOfLaunch)).toBe(false);
});

test("standalone: one answer is accepted, of two that contradict each other one, and one is refused; what ends a launch is said", async ({
  page,
  context,
}) => {
  const asked = record(context);
  await test.step("one answer is accepted, of two that contradict each other one, and one is refused", async () => {
    await page.goto("/launch");
    await page.getByRole("button", { name: "Read from Test hospital" }).click();
    await page.getByRole("link", { name: /^Zarathuba Eleven/ }).click();
    await expect(getHeading(page)).toBeVisible();
    await getDecision(page, "Accept", "Pregnant").click();
    await getDecision(page, "Accept", "Not pregnant").click();
    await expect(getDecision(page, "Refuse", "Pregnant")).toHaveAttribute("aria-pressed", "true");
    await getDecision(page, "Refuse", "39 years").click();
    await expect(page.getByText("1 answer accepted.")).toBeVisible();
    await openCase(page);
    await expectCase(page, { ...emptyProfile, features: { pregnancy: "no" } });
  });

  await test.step("an unknown system", async () => {
    await page.goto("/launch?iss=https://unknown.example/fhir&launch=1");
    await expect(getProblem(page)).toContainText("does not read the record system at https://unknown.example/fhir");
    await expect(page).toHaveURL(/\/launch$/);
    await expectAccessible(page);
    expect(asked.filter((address) => address.startsWith("https://unknown.example"))).toEqual([]);
  });

  await test.step("a refusal", async () => {
    await page.getByRole("button", { name: "Read from Test hospital" }).click();
    await page.getByRole("link", { name: "Refuse" }).click();
    await expect(getProblem(page)).toContainText("Access to the record was refused in Test hospital.");
    await expect(page).toHaveURL(/\/launch$/);
  });

  await test.step("a launch that took too long", async () => {
    await page.getByRole("button", { name: "Read from Test hospital" }).click();
    await expect(page.getByRole("link", { name: "Refuse" })).toBeVisible();
    await context.clock.setFixedTime(today + 11 * 60 * 1000);
    await page.getByRole("link", { name: /^Zarathuba One,/ }).click();
    await expect(getProblem(page)).toContainText("This launch took more than ten minutes");
  });
});

test("two launches at once, one from a frame of the record system, keep apart", async ({ page, context }) => {
  const frameOfRecord = await context.newPage();
  // Browsers that keep nothing for a page in a frame of another site throw this; whether Chromium does depends on its kind.
  await frameOfRecord.addInitScript(() => {
    if (window.top === window) return;
    Object.defineProperty(window, "sessionStorage", {
      get: () => {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  });
  await page.goto("/launch");
  await page.getByRole("button", { name: "Read from Test hospital" }).click();
  await expect(page.getByRole("link", { name: "Refuse" })).toBeVisible();
  await frameOfRecord.goto(`${recordOrigin}/frame?patient=child`);
  // the same launch goes on in a window of its own
  const opened = context.waitForEvent("page");
  await frameOfRecord
    .frameLocator("iframe")
    .getByRole("link", { name: "Open Myomatch in a window of its own" })
    .click();
  const other = await opened;
  await expect(other.getByText("Zarathuba Five")).toBeVisible();
  await page.getByRole("link", { name: /^Zarathuba Twelve/ }).click();
  await expect(page.getByText("Zarathuba Twelve")).toBeVisible();

  await other.getByRole("button", { name: /^Accept all recorded/ }).click();
  await openCase(other);
  await expectCase(other, { ...emptyProfile, diagnosis: "JDM", ageYears: 9, weightKg: 28.4 });
});

networkTest(
  "the network is lost after the launch: the case is opened from the saved copy",
  async ({ page, context, baseURL, goOffline, allowFault }) => {
    await context.clock.setFixedTime(today);
    allowFault(/^request to another origin: http:\/\/record\.localhost\//);
    app.redirectUris.push(`${baseURL}/launch`);
    await page.goto("/launch");
    await waitUntilSaved(page);
    const { search } = new URL(system.writeLaunch("pregnant-snomed"));
    await page.goto(`/launch${search}`);
    await expect(getHeading(page)).toBeVisible();
    await goOffline();
    await page.getByRole("button", { name: /^Accept all recorded/ }).click();
    await openCase(page);
    await expectStarted(page);
    await expectCase(page, pregnant);
  },
);
