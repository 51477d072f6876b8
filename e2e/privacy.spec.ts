import type { BrowserContext, Locator, Page } from "@playwright/test";
import {
  chooseAnswer,
  expect,
  expectCase,
  followPage,
  getOpenedResult,
  getRegion,
  getSheetLink,
  openDisclosure,
  openResult,
  test,
} from "./test";

/** What is entered in the session below, in every form in which it could be sent. */
const label = "Zyxwbed7";
const note = "Qvutsrquestion";
const weight = "73.25";
const secrets = [label, note, weight, "pregnancy", "case=", "eyJmIjp7", '"f":', "Pregnant: yes"];

/** Records everything that leaves the browser from now on: addresses, headers and bodies. */
function record(context: BrowserContext): () => Promise<string[]> {
  const sent: Promise<string>[] = [];
  context.on("request", (request) => {
    sent.push(
      request
        .allHeaders()
        .catch(() => request.headers())
        .then(
          (headers) => `${request.method()} ${request.url()} ${JSON.stringify(headers)} ${request.postData() ?? ""}`,
        ),
    );
  });
  return () => Promise.all(sent);
}

/** The secrets that a text holds: as they are, percent-encoded, or encoded in base64 alone or within something. */
function findSecrets(text: string): string[] {
  const plain = text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) =>
    Buffer.from(escaped.replaceAll("%", ""), "hex").toString(),
  );
  const forms = [text, plain, ...decodeRuns(text), ...decodeRuns(plain)].map((form) => form.toLowerCase());
  return secrets.filter((secret) => forms.some((form) => form.includes(secret.toLowerCase())));
}

/** Every run of letters that may be base64, decoded from each place at which a letter of it may begin a group of four. */
function decodeRuns(text: string): string[] {
  const runs = text.match(/[\w+/-]{5,}/g) ?? [];
  return runs.flatMap((run) => [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), "base64").toString("latin1")));
}

/** Everything that a browser can keep for a page. */
function readStores(page: Page) {
  return page.evaluate(async () => ({
    local: Object.entries({ ...localStorage }),
    session: Object.entries({ ...sessionStorage }),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookie: document.cookie,
    windowName: window.name,
    caches: await caches.keys(),
  }));
}

/** What the program itself put into the history and into the title, which browsers keep and show. */
function readHistoryState(page: Page): Promise<string> {
  return page.evaluate(() => `${document.title} ${JSON.stringify(window.history.state)}`);
}

/** A whole session: answers, numbers, diagnosis, a row, a sheet, the other pages, label, note, copy and print. */
async function runSession(page: Page) {
  await page.goto("/");
  await chooseAnswer(page, "Pregnant", "Yes");
  await openResult(page, "Mosca 2005");
  await expect(getOpenedResult(page, "Mosca 2005")).toContainText("Limits");
  await chooseAnswer(page, "Lung disease (ILD)", "Yes");
  await openDisclosure(page, "More: diagnosis, age, treatment");
  await page.getByLabel("Weight").fill(weight);
  await page.getByLabel("Diagnosis").selectOption("DM");
  await getSheetLink(getRegion(page, "Nearest studies"), "Mosca 2005").click();
  await expect(page.getByRole("heading", { level: 1, name: "Mosca 2005" })).toBeVisible();
  for (const name of ["Studies", "About", "Case", "Print"]) {
    await followPage(page, name);
    await expect(page).toHaveURL(/#case=/);
  }
  await page.getByLabel("Label").fill(label);
  await page.getByLabel("Note").fill(note);
  await expect(page.getByRole("article", { name: "Summary" })).toContainText(note);
  await page.getByRole("button", { name: "Copy text" }).click();
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole("button", { name: "Print", exact: true }).click();
  expect(findSecrets(await readHistoryState(page))).toEqual([]);
  await page.reload();
  await expect(page.getByLabel("Note")).toHaveValue("");
}

test("a search for the secrets finds them in every form and at every alignment", () => {
  for (const secret of secrets) {
    expect(findSecrets(`GET /?q=${secret}`)).toContain(secret);
    expect(findSecrets(`GET /?q=${encodeURIComponent(secret)}`)).toContain(secret);
    for (const before of ["", "a", "ab", "abc"]) {
      for (const form of ["base64", "base64url"] as const) {
        const hidden = Buffer.from(`${before}${secret}${before}`).toString(form);
        expect(findSecrets(`POST /x${hidden}`), `${before}${secret}`).toContain(secret);
        expect(findSecrets(`GET /?q=${encodeURIComponent(hidden)}&r=1`), `${before}${secret}`).toContain(secret);
      }
    }
  }
  expect(findSecrets("GET /studies/bounfour-2014/sheet.json eyJ2IjoxfQ")).toEqual([]);
});

test("a whole session: no request holds anything of it, and nothing is left in the browser", async ({
  page,
  context,
}) => {
  const sent = record(context);
  await runSession(page);
  const requests = await sent();
  expect(requests.length).toBeGreaterThan(10);
  for (const request of requests) expect(findSecrets(request), request).toEqual([]);

  const nothing = { local: [], session: [], databases: [], cookie: "", windowName: "", caches: [] };
  expect(await readStores(page)).toEqual(nothing);
  expect(await context.cookies()).toEqual([]);
});

test("with recent cases turned on, the answers alone are kept: no label, no note, and nothing is sent", async ({
  page,
  context,
}) => {
  const sent = record(context);
  await page.goto("/");
  await openDisclosure(page, "Recent cases: off");
  await page.getByRole("checkbox", { name: "Keep recent cases on this device" }).check();
  await chooseAnswer(page, "Pregnant", "Yes");
  await followPage(page, "Print");
  await page.getByLabel("Label").fill(label);
  await page.getByLabel("Note").fill(note);
  await expect(page.getByRole("article", { name: "Summary" })).toContainText(note);

  const { local, ...others } = await readStores(page);
  expect(others).toEqual({ session: [], databases: [], cookie: "", windowName: "", caches: [] });
  expect(local.map(([key]) => key)).toEqual(["myomatch:recent-cases"]);
  const [, text = ""] = local[0] ?? [];
  const decoded = (JSON.parse(text) as { cases: string[] }).cases.map((link) =>
    Buffer.from(link.replace(/^case=1\./, ""), "base64url").toString(),
  );
  expect(decoded.join()).toContain("pregnancy");
  expect(findSecrets(`${text} ${decoded}`)).not.toContain(label);
  expect(findSecrets(`${text} ${decoded}`)).not.toContain(note);
  for (const request of await sent()) expect(findSecrets(request), request).toEqual([]);
});

async function expectUnchecked(field: Locator) {
  await expect(field).toHaveAttribute("spellcheck", "false");
  await expect(field).toHaveAttribute("autocorrect", "off");
  await expect(field).toHaveAttribute("autocomplete", "off");
}

test("a link that was opened is not sent; fields for words are not checked for spelling", async ({ page, context }) => {
  await test.step("a case link that was opened is not sent either", async () => {
    const sent = record(context);
    await page.goto("/#case=1.eyJmIjp7InByZWduYW5jeSI6InllcyJ9fQ");
    await expectCase(page, { features: { pregnancy: "yes" }, diagnosis: null, weightKg: null, ageYears: null });
    expect((await sent()).filter((request) => request.includes("eyJmIjp7"))).toEqual([]);
  });

  await test.step("the fields for words are not checked for spelling, which some browsers do on a server", async () => {
    await page.goto("/summary");
    const fields = [page.getByLabel("Label"), page.getByLabel("Note")];
    for (const field of fields) await expectUnchecked(field);
    await page.goto("/about#report=bounfour-2014");
    await expectUnchecked(page.getByRole("textbox", { name: "Report on bounfour-2014" }));
  });
});
