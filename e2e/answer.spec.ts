import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import {
  expect,
  expectCase,
  getOpenedResult,
  getRegion,
  getResultButton,
  getSheetLink,
  getStudyResult,
  getVerdict,
  goToCase,
  openCase,
  readNames,
  switchCase,
  test,
} from "./test";

// What is found for a case is tested in lib/answer; here, that the page shows it, and how.

test("a source document: every figure with its interval, denominator, locator and link; a sheet that cannot be fetched is tried again", async ({
  page,
  allowFault,
}) => {
  await test.step("a source document: every figure with its interval, denominator, locator and link", async () => {
    const study = "Bounfour 2014";
    await openCase(page, exampleCases.skinOnlyRefractory.profile);

    const figures = [
      {
        what: "skin clear or almost clear",
        count: "19 of 27 70%",
        wilson: "52–84%",
        exact: "50–86%",
        of: "all treated",
        readIn: "abstract, results; review table 3",
      },
      {
        what: "relapsed after a major response",
        count: "10 of 19 53%",
        wilson: "32–73%",
        exact: "29–76%",
        of: "the 19 major responders, not all 27 treated",
        readIn: "abstract, results; denominator confirmed by review table 3",
      },
    ];
    for (const { what, count, wilson, of, readIn } of figures) {
      const row = getStudyResult(page, study).filter({ hasText: what });
      for (const text of [count, wilson]) await expect(row).toContainText(text);
      const button = getResultButton(page, study, what);
      await button.click();
      await expect(button).toHaveAttribute("aria-expanded", "true");
      const opened = getOpenedResult(page, study);
      for (const text of ["95% CI", "Wilson", of, readIn, "How it fits: ", "Skin only: all (27 of 27)"])
        await expect(opened).toContainText(text);
      const source = opened.getByRole("link", { name: "PMID 23906502" });
      await expect(source).toHaveAttribute("href", "https://pubmed.ncbi.nlm.nih.gov/23906502/");
      await expect(opened.getByRole("button", { name: `Pin ${study}` })).toBeVisible();
      // the bottom line and the limits come with its sheet
      await expect(opened).toContainText("Limits");
      await button.click();
      await expect(opened).toHaveCount(0);
    }

    await test.step("by the exact interval", async () => {
      // with the tap itself, before the new limits are drawn: the name of the method stays with the limits of it
      const seen = await getRegion(page, "Study by study")
        .getByRole("button", { name: "Change to exact" })
        .evaluate(async (button: HTMLElement) => {
          button.click();
          await Promise.resolve();
          const part = button.closest("[aria-labelledby=figures]");
          return { caption: part?.querySelector("caption")?.textContent, text: part?.textContent };
        });
      expect(seen.caption).toContain("by the Wilson method");
      for (const text of [...figures.map(({ wilson }) => wilson), "Intervals: 95%, Wilson"])
        expect(seen.text).toContain(text);
      for (const { what, exact } of figures)
        await expect(getStudyResult(page, study).filter({ hasText: what })).toContainText(exact);
      await expect(getRegion(page, "Study by study")).toContainText("Intervals: 95%, exact");
    });

    await test.step("every other count of the same domains, in rows named by the study", async () => {
      const more = getRegion(page, "Study by study").getByRole("button", { name: /^Show \d+ more rows? of/ });
      expect(await more.count()).toBeGreaterThan(0);
      while ((await more.count()) > 0) await more.first().click();
      for (const text of ["23 of 27 85%", "4 of 27 15%", "2 of 27 7%"])
        await expect(getStudyResult(page, study).filter({ hasText: text })).toHaveCount(1);
    });

    await test.step("in folded sections, every other outcome", async () => {
      for (const [title, text] of [
        ["Retreatment", "6 of 10 60%"],
        ["Progression", "6 of 27 22%"],
      ] as const) {
        await expect(getStudyResult(page, study).filter({ hasText: text })).toHaveCount(0);
        await getRegion(page, "Study by study").getByRole("button", { name: title }).click();
        await expect(getStudyResult(page, study).filter({ hasText: text })).toHaveCount(1);
      }
    });
  });

  await test.step("where its sheets cannot be fetched, a folded section says so and is tried again", async () => {
    allowFault(/sheet\.json/);
    await openCase(page, exampleCases.skinOnlyRefractory.profile);
    await page.route("**/sheet.json*", (route) => route.abort());
    const results = getRegion(page, "Study by study");
    await results.getByRole("button", { name: "Retreatment" }).click();
    await expect(results.getByRole("alert")).toContainText("everything above stands");
    await page.unroute("**/sheet.json*");
    await results.getByRole("button", { name: "Try again" }).click();
    await expect(getStudyResult(page, "Bounfour 2014").filter({ hasText: "6 of 10" })).toHaveCount(1);
  });
});

test("where the summaries do not arrive, the page says so, and answers on another try", async ({
  page,
  allowFault,
}) => {
  allowFault(/\/summaries\//);
  await page.route("**/summaries/*.json", (route) => route.abort());
  await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
  await expect(page.getByRole("alert").filter({ hasText: "The studies could not be fetched" })).toBeVisible();
  await expect(getVerdict(page)).toHaveText("Nothing is answered yet.");
  await page.unroute("**/summaries/*.json");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(getRegion(page, "The answer").getByRole("article").getByText("19 of 27", { exact: true })).toBeVisible();
});

test("groups of rows: relapse under treatment and after stopping apart, sorted within by a head or in words", async ({
  page,
}) => {
  await test.step("a relapse under continuing treatment never stands with relapse after stopping", async () => {
    await openCase(page, { ...emptyProfile, features: { refractory: "yes" } });
    const groups = getRegion(page, "Study by study").getByRole("rowgroup");
    const readGroups = (title: RegExp) =>
      groups.filter({ has: page.getByRole("rowheader", { name: title }) }).allTextContents();
    const stopped = await readGroups(/^After stopping/);
    const continued = await readGroups(/^Under continuing treatment/);
    expect(stopped.length).toBeGreaterThan(0);
    expect(continued.length).toBeGreaterThan(0);
    for (const group of stopped) expect(group).not.toMatch(/under continuing treatment/i);
    for (const group of continued) expect(group).not.toMatch(/after stopping/i);
  });

  await test.step("rows sort within their group, by a column's head or by a choice in words, and back to rank", async () => {
    await page.setViewportSize({ width: 1400, height: 900 });
    await switchCase(page, exampleCases.child.profile);
    const table = getRegion(page, "Study by study").getByRole("table", { name: /^Results study by study/ });
    const group = table
      .getByRole("rowgroup")
      .filter({ has: page.getByRole("rowheader", { name: /^Overall response, any improvement · children/ }) })
      .first();
    const readOrder = () => group.getByRole("rowheader").allTextContents();
    const ranked = await readOrder();
    expect(ranked.length).toBeGreaterThan(3);

    const head = table.getByRole("columnheader", { name: /^n: / });
    await head.getByRole("button").click();
    await expect(head).toHaveAttribute("aria-sort", "descending");
    const treated = await group.getByRole("row").locator("td:nth-of-type(1)").allTextContents();
    const numbers = treated.filter((text) => /^\d+$/.test(text)).map(Number);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));

    await head.getByRole("button").click();
    await expect(head).not.toHaveAttribute("aria-sort");
    expect(await readOrder()).toEqual(ranked);

    await page.setViewportSize({ width: 390, height: 844 });
    await getRegion(page, "Study by study").getByLabel("Order within each group").selectOption("Newest first");
    await expect.poll(readOrder).not.toEqual(ranked);
  });
});

test("a pregnancy: single cases in words, mother and child of each report in one row; background and guidelines apart", async ({
  page,
}) => {
  await test.step("single cases in words; background and guidelines apart, adding no patient", async () => {
    await openCase(page, exampleCases.pregnant.profile);
    await expect(getVerdict(page)).toContainText("4 single cases like this");
    const reports = getRegion(page, "Report by report");
    expect((await readNames(reports)).sort()).toEqual(["Li 2018", "Linardaki 2011", "Mosca 2005", "Williams 2007"]);
    for (const row of await reports.getByRole("rowheader").all()) await expect(row).toContainText("Case report");

    const guidelines = getRegion(page, "What guidelines say");
    await expect(guidelines.getByRole("link", { name: "Götestam Skorpen 2016", exact: true })).toBeVisible();
    await expect(guidelines).toContainText("Guidelines add no patients.");
    const literature = getRegion(page, "Reviews and background");
    await expect(literature.getByRole("listitem")).toHaveCount(0);
    await literature.getByRole("button", { name: /^Background, without immunoglobulin: \d+/ }).click();
    await expect(literature.getByRole("link", { name: "Kolstad 2017", exact: true })).toBeVisible();
    await expect(literature).toContainText("They are never counted above.");
    for (const study of ["Götestam Skorpen 2016", "Kolstad 2017"])
      await expect(getSheetLink(page.getByRole("table"), study)).toHaveCount(0);
  });

  await test.step("a pregnancy: mother and child of each report in one row, and nothing unread called unreported", async () => {
    const people = getRegion(page, "Report by report").getByRole("table");
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
});

test("skin only, refractory: failures as visible as successes, the strip, what became of each, the bottom lines in one file", async ({
  page,
}) => {
  await test.step("the bottom lines are asked for in one file, whatever the case", async () => {
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith(".json")) asked.push(pathname);
    });
    await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
    await expect(getRegion(page, "The answer")).toContainText("two selected cases");
    expect(asked.filter((path) => path.startsWith("/studies/"))).toEqual(["/studies/bottom-lines.json"]);
  });

  await test.step("a failure is as visible as the successes; studies excluded by an answer of no are folded away", async () => {
    const failure = getRegion(page, "Nearest studies")
      .getByRole("row")
      .filter({ hasText: "“Clinically amyopathic …” 2021" });
    await expect(failure).toBeVisible();
    await expect(failure).toContainText("0 of 1");
    await expect(failure).toContainText("skin disease alone not in the abstract");

    const studies = getRegion(page, "The studies");
    const others = studies.getByRole("button", { name: "Other patients: 26 studies" });
    await expect(others).toHaveAttribute("aria-expanded", "false");
    await others.click();
    const table = studies.getByRole("table", { name: "Other patients" });
    await expect.poll(() => readNames(table)).toHaveLength(26);
    await expect(getSheetLink(table, "Tsai 1997")).toBeVisible();
    await others.click();
    await expect(table).toHaveCount(0);
  });

  await test.step("a cell of the strip: its definition one tap away, and the way to what is known of harm", async () => {
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
    await expect(relapse).toContainText("Who: the 19 major responders, not all 27 treated.");
    await expect(relapse.getByRole("link", { name: "PMID 23906502" })).toBeVisible();

    await answer.getByRole("button", { name: /^Known of immunoglobulin: thrombosis/ }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Safety of immunoglobulin" })).toBeFocused();
  });

  await test.step("what became of each of the 27, and the bottom line of both studies, under the strip", async () => {
    const row = page.getByRole("region", { name: /^What happened to the 27/ });
    await expect(row.getByRole("listitem")).toHaveText([
      /^9 skin clear or almost clear, and no relapse counted/,
      /^10 skin clear or almost clear, then relapsed.*Half by 6\.2 months/,
      /^4 partly better$/,
      /^4 no response$/,
    ]);
    const answer = getRegion(page, "The answer");
    await expect(answer).toContainText("but 10 of those 19 relapsed at a median of about six months");
    await expect(answer).toContainText("two selected cases, from which no rate can be taken");
  });
});

test("a refractory adult: the trial with its comparison, deaths called deaths, harm and grams in the open, each part one tap away", async ({
  page,
}) => {
  await test.step("a trial: its comparison, with the difference, its interval and the number needed to treat", async () => {
    await openCase(page, exampleCases.refractoryAdult.profile);
    await expect(getStudyResult(page, "Aggarwal 2022").first()).toContainText("Randomised trial");

    const aggarwal = getStudyResult(page, "Aggarwal 2022").filter({ hasText: "37 of 47" });
    for (const text of ["37 of 47 79%", "21 of 48 44%", "against placebo (hollow)", "+35 points (15.5 to 51.0)"])
      await expect(aggarwal).toContainText(text);
    await expect(getRegion(page, "Study by study")).toContainText("differences: Newcombe");
    await getResultButton(page, "Aggarwal 2022", "at least minimal improvement").click();
    await expect(getOpenedResult(page, "Aggarwal 2022")).toContainText("number needed to treat 3");
    // a trial that found no difference stands among the trials
    const trials = getRegion(page, "Study by study")
      .getByRole("rowgroup")
      .filter({ has: page.getByRole("rowheader", { name: /randomised trials$/ }) });
    await expect(trials.filter({ hasText: "Miyasaka 2012" })).toHaveCount(1);

    await goToCase(page, exampleCases.refractoryAdult.profile, "/studies/werth-2023");
    await expect(getRegion(page, "Design and patients")).toContainText(
      "proderm: other sheets report the same patients",
    );
  });

  await test.step("deaths are called deaths", async () => {
    await goToCase(page, exampleCases.refractoryAdult.profile);
    const deaths = getStudyResult(page, "Marie 2010").filter({ hasText: "8 of 73" });
    await expect(deaths).toContainText("died");
    await getResultButton(page, "Marie 2010", "died").click();
    const opened = getOpenedResult(page, "Marie 2010");
    await expect(opened).toContainText("8 of 73 (11%) · Deaths: Died");
    await expect(opened).not.toContainText("Survival:");
    await expect(page.getByText(/8 of 73[^.]*(survived|survival:)/i)).toHaveCount(0);
  });

  await test.step("harm and what was given stand in the open, grams only after the words of their regimen", async () => {
    await switchCase(page, { ...exampleCases.refractoryAdult.profile, weightKg: 62 });
    const harm = getStudyResult(page, "Aggarwal 2024").filter({ hasText: "any thromboembolic event" });
    await expect(harm).toContainText("6 of 95 6%");
    await expect(harm).toContainText("3–13%");
    await expect(getRegion(page, "Study by study").getByRole("button", { name: /^Harm/ })).toContainText(
      "which does not mean that there was none",
    );

    const given = getRegion(page, "What these studies gave, at 62 kg");
    await expect(given.getByRole("listitem").filter({ hasText: "Aggarwal 2022" })).toContainText(
      /g\/kg.*× 62 kg = 124 g/,
    );
  });

  await test.step("each part of a long answer is one tap away, and the address goes on holding the case", async () => {
    await switchCase(page, exampleCases.refractoryAdult.profile);
    const address = page.url();
    const row = page.getByRole("navigation", { name: "Parts of the answer" });
    for (const [name, heading] of [
      ["Study by study", "Study by study"],
      ["Guidelines", "What guidelines say"],
      ["Safety", "Safety of immunoglobulin"],
      ["All studies", "The studies"],
      ["Answer", "The answer"],
    ] as const) {
      await row.getByRole("button", { name }).click();
      await expect(page.getByRole("heading", { level: 2, name: heading })).toBeFocused();
      await expect(page.locator(":focus").locator("xpath=ancestor::section[1]")).toBeInViewport();
      await expect(row.getByRole("button", { name })).toHaveAttribute("aria-current", "true");
      expect(page.url()).toBe(address);
    }
    await switchCase(page, emptyProfile);
    await expect(row.getByRole("button")).toHaveText([
      /^Answer$/,
      /^Guidelines\d+$/,
      /^Safety\d+$/,
      /^All studies\d+$/,
    ]);
  });
});

test("no response in 0 of 4, a combination that hides most studies, and what is out of scope", async ({ page }) => {
  await test.step("no response in 0 of 4 shows as plainly as a success, and without a percentage", async () => {
    await openCase(page, exampleCases.malignancy.profile);
    await expect(getVerdict(page)).toContainText("Of its patients with malignancy, responded");
    await expect(getVerdict(page)).toContainText("0 of 4");
    const none = getStudyResult(page, "Göttfried 2000").filter({ hasText: "0 of 4" });
    await expect(none).toContainText("4 of its ");
    await expect(none).not.toContainText(/\d%/);
  });

  await test.step("an answer that hides most studies is left out with one tap, and the rest of the case stays", async () => {
    const features = { juvenile: "no", oedema: "yes", refractory: "yes" } as const;
    await switchCase(page, { ...emptyProfile, features, diagnosis: "DM" });
    await getRegion(page, "Where else to look")
      .getByRole("button", { name: /^Without “Severe oedema”: \d+ studies, \d+ patients$/ })
      .click();
    await expectCase(page, { ...emptyProfile, features: { juvenile: "no", refractory: "yes" }, diagnosis: "DM" });
    await expect(getVerdict(page)).toContainText("Refractory, dermatomyositis; not under 18.");
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  });

  await test.step("inclusion body myositis is out of scope: the sentence, its guidelines, and no study or figure", async () => {
    await switchCase(page, { ...emptyProfile, diagnosis: "IBM" });
    await expect(getVerdict(page)).toHaveText(/^Myomatch does not cover inclusion body myositis/);
    await expect(getRegion(page, "What guidelines say").getByRole("listitem")).toHaveCount(1);
    for (const name of ["Study by study", "The studies"]) await expect(getRegion(page, name)).toHaveCount(0);
    await expect(page.getByRole("table")).toHaveCount(0);
  });
});
