import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import {
  expect,
  expectCase,
  getOpenedRow,
  getRegion,
  getSheetLink,
  getStudyGroup,
  getStudyResult,
  getStudyRow,
  getVerdict,
  openCase,
  openRow,
  readNames,
  switchCase,
  test,
} from "./test";

// What is found for a case is tested in lib/answer; here, that the page shows it, and how.

test("a source document: every figure with its interval, denominator, locator and link", async ({ page }) => {
  const study = "Bounfour 2014";
  await openCase(page, exampleCases.skinOnlyRefractory.profile);
  expect(await readNames(getStudyGroup(page, "Describes this patient"))).toContain(study);

  const figures = [
    {
      label: "Major skin response",
      count: "19 of 27 (70%)",
      wilson: "52% to 84%",
      exact: "50% to 86%",
      of: "all treated",
      readIn: "abstract, results; review table 3",
    },
    {
      label: "Relapse after a major response",
      count: "10 of 19 (53%)",
      wilson: "32% to 73%",
      exact: "29% to 76%",
      of: "the 19 major responders, not all 27 treated",
      readIn: "abstract, results; denominator confirmed by review table 3",
    },
  ];
  const getFigure = (label: string) => getStudyResult(page, study).filter({ hasText: label });
  for (const { label, count, wilson, of, readIn } of figures) {
    const figure = getFigure(label);
    for (const text of [count, wilson, "Wilson", of, readIn]) await expect(figure).toContainText(text);
    const source = figure.getByRole("link", { name: "PMID 23906502" });
    await expect(source).toHaveAttribute("href", "https://pubmed.ncbi.nlm.nih.gov/23906502/");
  }

  await test.step("by the exact interval", async () => {
    await page.getByRole("radio", { name: /^exact/i }).click();
    for (const { label, exact } of figures) {
      await expect(getFigure(label)).toContainText(exact);
      await expect(getFigure(label)).not.toContainText("Wilson");
    }
  });

  await test.step("in its row, every other outcome", async () => {
    await openRow(page, study);
    for (const text of [
      "23 of 27 (85%) · Major or partial skin response",
      "4 of 27 (15%) · No skin response",
      "6 of 10 (60%) · Relapse brought under control by IVIG again",
      "6 of 27 (22%) · Muscle disease appeared later",
      "2 of 27 (7%) · Grade 3 headache",
    ])
      await expect(getOpenedRow(page).getByText(text, { exact: true })).toBeVisible();
  });
});

test("a relapse under continuing treatment never stands with relapse after stopping", async ({ page }) => {
  await openCase(page, { ...emptyProfile, features: { refractory: "yes" } });
  const happened = getRegion(page, "What happened to patients like this");
  for (const heading of [/^After stopping/, /^Under continuing treatment/])
    await expect(happened.getByRole("heading", { name: heading }).first()).toBeVisible();

  const lists = await happened.getByRole("list").allTextContents();
  const timed = lists.filter((list) => / · (after stopping|under continuing treatment)/.test(list));
  expect(timed.length).toBeGreaterThanOrEqual(2);
  for (const list of timed) expect(list).not.toMatch(/ · after stopping.* · under continuing|continuing.* · after st/s);
});

test("single cases in words; background and guidelines apart, adding no patient", async ({ page }) => {
  await openCase(page, exampleCases.pregnant.profile);
  await expect(getVerdict(page)).toContainText("Four reports describe a pregnant patient");
  const reports = await readNames(getStudyGroup(page, "Describes this patient"));
  expect(reports.sort()).toEqual(["Li 2018", "Linardaki 2011", "Mosca 2005", "Williams 2007"]);
  for (const study of reports) await expect(getStudyRow(page, study)).toContainText("Case report");

  const guidelines = getRegion(page, "What guidelines say");
  await expect(guidelines.getByRole("link", { name: "Götestam Skorpen 2016", exact: true })).toBeVisible();
  await expect(guidelines).toContainText("Guidelines add no patients.");
  const background = getRegion(page, "Background, without immunoglobulin");
  await expect(background.getByRole("link", { name: "Kolstad 2017", exact: true })).toBeVisible();
  await expect(background).toContainText("They are never counted above.");
  for (const study of ["Götestam Skorpen 2016", "Kolstad 2017"]) await expect(getStudyRow(page, study)).toHaveCount(0);
});

test("a failure is as visible as the successes; studies excluded by an answer of no are folded away", async ({
  page,
}) => {
  await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
  const failure = getStudyRow(page, "“Clinically amyopathic dermatomyositis …” 2021");
  await expect(failure).toBeVisible();
  await expect(failure).toContainText("0 of 1");
  await expect(failure).toContainText("Skin only: not in the abstract");

  const others = getStudyGroup(page, "Other patients");
  expect(await readNames(others)).toEqual([]);
  await others.getByRole("button", { name: "Show 26 studies" }).click();
  await expect.poll(() => readNames(others)).toHaveLength(26);
  await expect(getSheetLink(others, "Tsai 1997")).toBeVisible();
  await others.getByRole("button", { name: "Hide 26 studies" }).click();
  await expect.poll(() => readNames(others)).toEqual([]);
});

test("a trial: its comparison, with the difference, its interval and the number needed to treat", async ({ page }) => {
  await openCase(page, exampleCases.refractoryAdult.profile);
  const names = await readNames(getStudyGroup(page, "Describes this patient"));
  expect(names[0]).toBe("Aggarwal 2022");
  await expect(getStudyRow(page, "Aggarwal 2022")).toContainText("Randomised trial");

  const aggarwal = getStudyResult(page, "Aggarwal 2022").filter({ hasText: "37 of 47" });
  for (const text of [
    "37 of 47 (79%)",
    "21 of 48 (44%)",
    "Placebo",
    "difference 35 points",
    "15.5 to 51.0",
    "Newcombe",
    "number needed to treat 3",
  ])
    await expect(aggarwal).toContainText(text);

  await getSheetLink(page, "Werth 2023").click();
  await expect(getRegion(page, "Design and patients")).toContainText("proderm: other sheets report the same patients");
});

test("deaths are called deaths", async ({ page }) => {
  await openCase(page, exampleCases.refractoryAdult.profile);
  const deaths = getStudyResult(page, "Marie 2010").filter({ hasText: "8 of 73" });
  await expect(deaths).toContainText("8 of 73 (11%) · Deaths: Died");
  await expect(deaths).not.toContainText("Survival:");
  await expect(page.getByText(/8 of 73[^.]*(survived|survival:)/i)).toHaveCount(0);
});

test("no response in 0 of 4 shows as plainly as a success, and without a percentage", async ({ page }) => {
  await openCase(page, exampleCases.malignancy.profile);
  await expect(getVerdict(page)).toContainText("Of its patients with malignancy, responded");
  await expect(getVerdict(page)).toContainText("0 of 4");
  const none = getStudyResult(page, "Göttfried 2000");
  await expect(none).toContainText("0 of 4 · Responded, among patients with paraneoplastic disease");
  await expect(none).not.toContainText(/\d%(?! CI)/);
});

test("each part of a long answer is one tap away, and the address goes on holding the case", async ({ page }) => {
  await openCase(page, exampleCases.refractoryAdult.profile);
  const address = page.url();
  const row = page.getByRole("navigation", { name: "Parts of the answer" });
  for (const [name, heading] of [
    ["Figures", "What happened to patients like this"],
    ["Studies", "The studies"],
    ["Guidelines", "What guidelines say"],
    ["Safety", "Safety of immunoglobulin"],
  ] as const) {
    await row.getByRole("button", { name }).click();
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeFocused();
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeInViewport();
    expect(page.url()).toBe(address);
  }
  await switchCase(page, emptyProfile);
  await expect(row.getByRole("button")).toHaveText(["Studies", "Guidelines", "Safety"]);
});

test("a pregnancy: mother and child of each report in one row, and nothing unread called unreported", async ({
  page,
}) => {
  await openCase(page, exampleCases.pregnant.profile);
  const people = getRegion(page, "What happened to patients like this").getByRole("table", {
    name: "Each report: the mother and the child",
  });
  for (const [study, child] of [
    ["Mosca 2005", "born preterm, at 35 weeks: 1 of 1"],
    ["Williams 2007", "healthy child at term: 1 of 1"],
    ["Linardaki 2011", "fetal complication: 0 of 1"],
    ["Li 2018", "healthy child born: 1 of 1"],
  ] as const)
    await expect(people.getByRole("row").filter({ hasText: study })).toContainText(child);
  await expect(people.getByRole("row").filter({ hasText: "Mosca 2005" })).toContainText("not in the abstract");
  await expect(people).not.toContainText("Park 2003");
});

test("harm and what was given stand in the open, grams only after the words of their regimen", async ({ page }) => {
  await openCase(page, { ...exampleCases.refractoryAdult.profile, weightKg: 62 });
  const harm = getRegion(page, "Harm").getByRole("listitem").filter({ hasText: "Aggarwal 2024" });
  await expect(harm).toContainText("6 of 95 (6%), 95% CI 3% to 13%");
  await expect(harm).toContainText("Denominator: ");
  await expect(getRegion(page, "Harm")).toContainText("That does not mean that there were none.");

  const given = getRegion(page, "What was given, worked out for 62 kg");
  await expect(given.getByRole("listitem").filter({ hasText: "Aggarwal 2022" })).toContainText(
    /g\/kg.*× 62 kg = 124 g/,
  );
});

test("an answer that hides most studies is left out with one tap, and the rest of the case stays", async ({ page }) => {
  const features = { juvenile: "no", oedema: "yes", refractory: "yes" } as const;
  await openCase(page, { ...emptyProfile, features, diagnosis: "DM" });
  await getRegion(page, "Where else to look")
    .getByRole("button", { name: /^Without “Severe oedema”: \d+ studies, \d+ patients$/ })
    .click();
  await expectCase(page, { ...emptyProfile, features: { juvenile: "no", refractory: "yes" }, diagnosis: "DM" });
  await expect(getVerdict(page)).toContainText("describe a patient with refractory disease and dermatomyositis");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("a cell of the strip: its definition one tap away, and the way to what is known of harm", async ({ page }) => {
  await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
  const answer = getRegion(page, "The answer");
  const relapse = answer
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { name: "Relapse after stopping" }) });
  await expect(relapse).toContainText("10 of 19");
  await expect(relapse).toContainText("of the 19 major responders; median 6.2 months from last IVIG course");
  await expect(relapse).toContainText("95% CI 32–73%. Bounfour 2014");
  await expect(relapse.getByRole("img")).toHaveAccessibleName(
    /10 of 19 patients.*first 10 crossed circles.*last 9 small dots/,
  );

  const definition = relapse.getByRole("button", { name: /^Definition and source/ });
  await expect(definition).toHaveAttribute("aria-expanded", "false");
  await definition.press("Enter");
  await expect(definition).toHaveAttribute("aria-expanded", "true");
  await expect(relapse).toContainText("Denominator: the 19 major responders, not all 27 treated.");
  await expect(relapse.getByRole("link", { name: "PMID 23906502" })).toBeVisible();

  await answer.getByRole("button", { name: /^Known of immunoglobulin: thrombosis/ }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Safety of immunoglobulin" })).toBeFocused();
});

test("what became of each of the 27, and the bottom line of both studies, under the strip", async ({ page }) => {
  await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
  const row = getRegion(page, "What happened to the 27 (Bounfour 2014)");
  await expect(row.getByRole("listitem")).toHaveText([
    /^9 skin clear or almost clear, no relapse counted/,
    /^10 skin clear or almost clear, then relapsed.*Half by 6\.2 months/,
    /^4 partly better$/,
    /^4 no response$/,
  ]);
  const answer = getRegion(page, "The answer");
  await expect(answer).toContainText("but 10 of those 19 relapsed at a median of about six months");
  await expect(answer).toContainText("two selected cases, from which no rate can be taken");
});

test("the figures that lead are in sight without a scroll, and large", async ({ page }) => {
  for (const viewport of [
    { width: 390, height: 664 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(viewport);
    for (const [name, figures] of [
      ["adultSkinOnlyRefractory", ["19 of 27", "10 of 19"]],
      ["refractoryAdult", ["37 of 47"]],
    ] as const) {
      await openCase(page, exampleCases[name].profile);
      for (const figure of figures) {
        const count = getRegion(page, "The answer").getByRole("article").getByText(figure, { exact: true }).first();
        await expect(count).toBeInViewport();
        const size = await count.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
        expect(size, `${figure} at ${viewport.width} px`).toBeGreaterThanOrEqual(26);
      }
    }
  }
});

test("the bottom lines are asked for in one file, whatever the case", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".json")) asked.push(pathname);
  });
  await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
  await expect(getRegion(page, "The answer")).toContainText("two selected cases");
  expect(asked.filter((path) => path.startsWith("/studies/"))).toEqual(["/studies/bottom-lines.json"]);
});

test("inclusion body myositis is out of scope: the sentence, its guidelines, and no study or figure", async ({
  page,
}) => {
  await openCase(page, { ...emptyProfile, diagnosis: "IBM" });
  await expect(getVerdict(page)).toHaveText(/^Myomatch does not cover inclusion body myositis/);
  await expect(getRegion(page, "What guidelines say").getByRole("listitem")).toHaveCount(1);
  for (const name of ["What happened to patients like this", "Harm", "The studies"])
    await expect(getRegion(page, name)).toHaveCount(0);
  await expect(page.getByRole("table")).toHaveCount(0);
});
