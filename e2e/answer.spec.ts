import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import {
  expect,
  namesIn,
  openCase,
  openedRow,
  openRow,
  part,
  sheetLink,
  studyGroup,
  studyRow,
  test,
  told,
  verdict,
} from "./test";

type Shown = {
  label: string;
  /** with its percentage where there is one */
  count: string;
  wilson: string;
  exact: RegExp;
  of: string;
  readIn: string;
};

const pubmed = (pmid: string) => ({ name: `PMID ${pmid}`, address: `https://pubmed.ncbi.nlm.nih.gov/${pmid}/` });

/** The first table of worked cases: what each of the five source documents must show, and where. */
const documents: Record<
  "pregnantUntreated" | "skinOnlyRefractory" | "untreatedAdult" | "child" | "refractoryLungDisease",
  { study: string; source: { name: string; address: string }; shown: Shown[]; row: string[]; never?: RegExp }
> = {
  pregnantUntreated: {
    study: "Linardaki 2011",
    source: { name: "doi:10.1007/s00296-009-1166-2", address: "https://doi.org/10.1007/s00296-009-1166-2" },
    shown: [
      {
        label: "Symptoms of dermatomyositis resolved",
        count: "1 of 1 patient",
        wilson: "0.21 to 1",
        exact: /0\.0[23] to 1/,
        of: "the one treated woman",
        readIn: "abstract, sentence 5",
      },
      {
        label: "Disease back within six years",
        count: "0 of 1 patient",
        wilson: "0 to 0.79",
        exact: /0 to 0\.9[78]/,
        of: "the one treated woman, who responded",
        readIn: "abstract, sentence 7",
      },
    ],
    row: ["0 of 1 patient · Maternal complication noted", "0 of 1 patient · Fetal complication noted"],
    never: /\d%(?! interval)/,
  },
  skinOnlyRefractory: {
    study: "Bounfour 2014",
    source: pubmed("23906502"),
    shown: [
      {
        label: "Major skin response",
        count: "19 of 27 (70%)",
        wilson: "52% to 84%",
        exact: /50% to 86%/,
        of: "all treated",
        readIn: "abstract, results; review table 3",
      },
      {
        label: "Relapse after a major response",
        count: "10 of 19 (53%)",
        wilson: "32% to 73%",
        exact: /29% to 76%/,
        of: "the 19 major responders, not all 27 treated",
        readIn: "abstract, results; denominator confirmed by review table 3",
      },
    ],
    row: [
      "23 of 27 (85%) · Major or partial skin response",
      "4 of 27 (15%) · No skin response",
      "6 of 10 (60%) · Relapse brought under control by IVIG again",
      "6 of 27 (22%) · Muscle disease appeared later",
      "2 of 27 (7%) · Grade 3 headache",
    ],
    never: /10 of (the )?27/,
  },
  untreatedAdult: {
    study: "Cherin 1994",
    source: pubmed("7932419"),
    shown: [
      {
        label: "Significant clinical improvement",
        count: "3 of 11 (27%)",
        wilson: "10% to 57%",
        exact: /6% to 61%/,
        of: "All treated",
        readIn: "abstract, results, sentence 2",
      },
    ],
    row: ["8 of 11 (73%) · Enzymes down by more than half"],
  },
  child: {
    study: "Tsai 1997",
    source: pubmed("9151463"),
    shown: [
      {
        label: "Any initial response to IVIG",
        count: "6 of 7 (86%)",
        wilson: "49% to 97%",
        exact: /42% to >99%/,
        of: "All treated children",
        readIn: "abstract, sentences 3 to 6",
      },
      {
        label: "Worsening some time after the monthly infusions were stopped",
        count: "4 of 6 (67%)",
        wilson: "30% to 90%",
        exact: /22% to 96%/,
        of: "Children who had responded initially (not all seven treated)",
        readIn: "abstract, sentence 7",
      },
    ],
    row: [
      "3 of 7 (43%) · Clear and quick response",
      "2 of 7 (29%) · Slow improvement that was kept on a much lower steroid dose",
      "1 of 7 (14%) · Response during the first three courses only",
    ],
    never: /4 of (the )?7/,
  },
  refractoryLungDisease: {
    study: "Suzuki 2009",
    source: pubmed("19387736"),
    shown: [
      {
        label: "Survived the acute lung disease",
        count: "2 of 5 (40%)",
        wilson: "12% to 77%",
        exact: /5% to 85%/,
        of: "all treated",
        readIn: "abstract, sentence on survival of the five patients",
      },
    ],
    row: [
      "1 of 1 patient · Survival: Survived: polymyositis",
      "1 of 4 · Survival: Survived: amyopathic dermatomyositis",
      "0 of 5 (0%) · Adverse reactions put down to IVIG",
    ],
  },
};

test.describe("the five documents", () => {
  for (const [name, { study, source, shown, row, never }] of Object.entries(documents)) {
    test(`${study}: every figure with its interval, whose total, locator and link`, async ({ page }) => {
      await openCase(page, exampleCases[name as keyof typeof documents].profile);
      expect(await namesIn(studyGroup(page, "Describes this patient"))).toContain(study);

      for (const { label, count, wilson, of, readIn } of shown) {
        const figure = told(page, study).filter({ hasText: label }).filter({ hasText: count });
        await expect(figure).toBeVisible();
        await expect(figure).toContainText(count);
        await expect(figure).toContainText(`95% interval ${wilson} (Wilson)`);
        await expect(figure).toContainText(`Of whom: ${of}.`);
        await expect(figure).toContainText(`Read in: ${readIn}, ${source.name}`);
        await expect(figure.getByRole("link", { name: source.name })).toHaveAttribute("href", source.address);
      }
      for (const { label, count } of shown.filter(({ count }) => !count.includes("%"))) {
        const figure = told(page, study).filter({ hasText: label }).filter({ hasText: count });
        await expect(figure).not.toContainText(/\d%(?! interval)/);
      }

      await page
        .getByRole("group", { name: "Intervals" })
        .getByRole("radio", { name: /^exact/i })
        .click();
      for (const { label, count, exact } of shown) {
        const figure = told(page, study).filter({ hasText: label }).filter({ hasText: count });
        await expect(figure).toContainText(new RegExp(`95% interval ${exact.source} \\(exact`));
        await expect(figure).not.toContainText("Wilson");
      }

      await openRow(page, study);
      for (const text of row) await expect(openedRow(page).getByText(text, { exact: true })).toBeVisible();
      if (never) {
        await expect(openedRow(page)).not.toContainText(never);
        for (const figure of await told(page, study).all()) await expect(figure).not.toContainText(never);
        await expect(studyRow(page, study)).not.toContainText(never);
        await expect(verdict(page)).not.toContainText(never);
      }
    });
  }

  test("a relapse under continuing treatment never stands with relapse after stopping", async ({ page }) => {
    await openCase(page, exampleCases.refractoryAdult.profile);
    const happened = part(page, "What happened to patients like this");
    for (const heading of ["After stopping", "Under continuing treatment"])
      await expect(happened.getByRole("heading", { name: heading, exact: true })).toBeVisible();

    const lists = await happened.getByRole("list").allTextContents();
    const timed = lists.filter((list) => / · (after stopping|under continuing treatment)/.test(list));
    expect(timed.length).toBeGreaterThanOrEqual(2);
    for (const list of timed)
      expect(list).not.toMatch(/ · after stopping.* · under continuing|continuing.* · after st/s);
  });
});

/** The second table of worked cases, group by group. Counts of groups in the order of the table; "whole" names all of them. */
const combinations = {
  pregnant: {
    groups: { "Describes this patient": 5, "General evidence": 88 },
    whole: ["Li 2018", "Linardaki 2011", "Mosca 2005", "Park 2003", "Williams 2007"],
  },
  pregnantWithLungDisease: { groups: { "Describes part of this patient": 20, "General evidence": 73 }, whole: [] },
  pregnantRefractory: {
    groups: { "Describes this patient": 1, "Describes part of this patient": 49, "General evidence": 43 },
    whole: ["Mosca 2005"],
  },
  child: {
    groups: { "Describes this patient": 22, "Describes part of this patient": 1, "General evidence": 70 },
    some: ["Tsai 1997", "Al-Mayouf 2000", "Manlhiot 2008", "Lam 2011"],
  },
  adultSkinOnlyRefractory: {
    groups: {
      "Describes this patient": 2,
      "Describes part of this patient": 32,
      "General evidence": 37,
      "Other patients": 22,
    },
    whole: ["Bounfour 2014", "Cafardi 2015"],
  },
  adultRefractoryLungDisease: {
    groups: {
      "Describes this patient": 6,
      "Describes part of this patient": 33,
      "General evidence": 32,
      "Other patients": 22,
    },
    whole: [
      "Clin Rheumatol 2008",
      "Eur Clin Respir J 2020",
      "Hamada-Ode 2015",
      "Huapaya 2019",
      "Lee 2015",
      "Suzuki 2009",
    ],
  },
  untreatedAdult: {
    groups: {
      "Describes this patient": 5,
      "Describes part of this patient": 2,
      "General evidence": 64,
      "Other patients": 22,
    },
    whole: ["Cherin 1994", "Flores-Terry 2017", "Lim 2021", "Linardaki 2011", "Treppo 2020"],
  },
  refractoryAdult: {
    groups: { "Describes this patient": 25, "General evidence": 29, "Other patients": 39 },
    some: ["Aggarwal 2022", "Aggarwal 2024", "Rheumatol Ther 2025", "Werth 2023", "Miyasaka 2012"],
  },
  childSkinOnly: {
    groups: { "Describes this patient": 1, "Describes part of this patient": 25, "General evidence": 67 },
    whole: ["Liu 2023j"],
  },
  skinOnlyWithLungDisease: { groups: { "Describes part of this patient": 18, "General evidence": 75 }, whole: [] },
  nothingStated: { groups: { "General evidence": 93 }, whole: [] },
} satisfies Partial<
  Record<keyof typeof exampleCases, { groups: Record<string, number>; whole?: string[]; some?: string[] }>
>;

test.describe("combinations", () => {
  test("every case has its studies in the groups worked out for it", async ({ page }) => {
    for (const [name, expected] of Object.entries(combinations)) {
      const example = exampleCases[name as keyof typeof combinations];
      await test.step(example.name, async () => {
        await openCase(page, example.profile);
        const headings = await page.getByRole("rowheader", { name: /\(\d+\)/ }).allTextContents();
        expect
          .soft(headings.map((heading) => heading.replace(/\).*/, ")")))
          .toEqual(Object.entries(expected.groups).map(([title, count]) => `${title} (${count})`));
        const describing = (await namesIn(studyGroup(page, "Describes this patient"))).sort();
        if ("whole" in expected) expect.soft(describing).toEqual(expected.whole);
        else expect.soft(describing).toEqual(expect.arrayContaining(expected.some));
      });
    }
  });

  test("pregnant: single cases, said in words; background and guidelines apart, adding no patient", async ({
    page,
  }) => {
    await openCase(page, exampleCases.pregnant.profile);
    await expect(verdict(page)).toHaveText(
      "Five reports describe a pregnant patient given immunoglobulin, one patient each. " +
        "Four give a count: 4 of 4 improved. Single cases tend to be published when they go well.",
    );
    for (const study of ["Li 2018", "Linardaki 2011", "Mosca 2005", "Park 2003", "Williams 2007"])
      await expect(studyRow(page, study)).toContainText("Case report");

    const guidelines = part(page, "What guidelines say");
    await expect(guidelines.getByRole("link", { name: "Götestam Skorpen 2016", exact: true })).toBeVisible();
    await expect(guidelines.getByRole("link", { name: "Russell 2023", exact: true })).toBeVisible();
    await expect(guidelines).toContainText("Guidelines add no patients.");
    const background = part(page, "Background, without immunoglobulin");
    await expect(background.getByRole("link", { name: "Kolstad 2017", exact: true })).toBeVisible();
    await expect(background).toContainText("They are never counted above.");
    for (const study of ["Götestam Skorpen 2016", "Russell 2023", "Kolstad 2017"])
      await expect(studyRow(page, study)).toHaveCount(0);
  });

  test("pregnant with lung disease: the pregnancy reports lead, each with what it lacks", async ({ page }) => {
    await openCase(page, exampleCases.pregnantWithLungDisease.profile);
    const partly = studyGroup(page, "Describes part of this patient");
    const leading = (await namesIn(partly)).slice(0, 5);
    expect(leading.sort()).toEqual(["Li 2018", "Linardaki 2011", "Mosca 2005", "Park 2003", "Williams 2007"]);
    for (const study of leading)
      await expect(studyRow(page, study)).toContainText("Interstitial lung disease: not reported");
  });

  test("pregnant and refractory: the one report prints no count", async ({ page }) => {
    await openCase(page, exampleCases.pregnantRefractory.profile);
    await expect(verdict(page)).toContainText("It gives no count of responders.");
    await expect(told(page, "Mosca 2005")).not.toContainText(/\d+ of \d+/);
  });

  test("child: reports that share patients are never added up", async ({ page }) => {
    await openCase(page, exampleCases.child.profile);
    await expect(verdict(page)).toContainText("96 patients in all, each counted once");
    await sheetLink(page, "Lam 2011").click();
    await expect(part(page, "Design and patients")).toContainText("who are counted once");
  });

  test("skin only and refractory: a failure is as visible as the successes, children are folded away", async ({
    page,
  }) => {
    await openCase(page, exampleCases.adultSkinOnlyRefractory.profile);
    expect(await namesIn(studyGroup(page, "Describes part of this patient"))).toContain(
      "BMC Musculoskelet Disord 2021",
    );
    const failure = studyRow(page, "BMC Musculoskelet Disord 2021");
    await expect(failure).toBeVisible();
    await expect(failure).toContainText("0 of 1");
    await expect(failure).toContainText("Skin only: not reported");

    const others = studyGroup(page, "Other patients");
    expect(await namesIn(others)).toEqual([]);
    await others.getByRole("button", { name: "Show 22 studies" }).click();
    expect((await namesIn(others)).length).toBe(22);
    await expect(sheetLink(others, "Tsai 1997")).toBeVisible();
    await others.getByRole("button", { name: "Hide 22 studies" }).click();
    expect(await namesIn(others)).toEqual([]);
  });

  test("refractory lung disease: survival of 2 of 5 is as visible as the successes", async ({ page }) => {
    await openCase(page, exampleCases.adultRefractoryLungDisease.profile);
    await expect(told(page, "Suzuki 2009").filter({ hasText: "2 of 5 (40%)" })).toBeVisible();
    await expect(told(page, "Suzuki 2009").filter({ hasText: "2 of 5 (40%)" })).toContainText("Survival: Survived");
  });

  test("untreated adult: Cherin 3 of 11 and Lim 8 of 19 lead", async ({ page }) => {
    await openCase(page, exampleCases.untreatedAdult.profile);
    const leading = (await namesIn(studyGroup(page, "Describes this patient"))).slice(0, 2);
    expect(leading.sort()).toEqual(["Cherin 1994", "Lim 2021"]);
    await expect(told(page, "Lim 2021").filter({ hasText: "8 of 19 (42%)" })).toBeVisible();
    await expect(told(page, "Cherin 1994").filter({ hasText: "3 of 11 (27%)" })).toBeVisible();
  });

  test("refractory adult: trials lead, with the difference, its interval and the number needed to treat", async ({
    page,
  }) => {
    await openCase(page, exampleCases.refractoryAdult.profile);
    const names = await namesIn(studyGroup(page, "Describes this patient"));
    const trials = ["Aggarwal 2022", "Aggarwal 2024", "Rheumatol Ther 2025", "Werth 2023", "Miyasaka 2012"];
    for (const trial of trials) {
      expect(names.slice(0, 6)).toContain(trial);
      await expect(studyRow(page, trial)).toContainText("Randomised trial");
    }
    expect(names[0]).toBe("Aggarwal 2022");

    const aggarwal = told(page, "Aggarwal 2022").filter({ hasText: "37 of 47" });
    await expect(aggarwal).toContainText("37 of 47 (79%)");
    await expect(aggarwal).toContainText("Against 21 of 48 (44%), Placebo");
    await expect(aggarwal).toContainText("difference 35 points, 95% interval 15.5 to 51.0 (Newcombe)");
    await expect(aggarwal).toContainText("number needed to treat 3");
    await expect(told(page, "Miyasaka 2012").first()).toBeVisible();
    await expect(verdict(page)).toContainText("470 patients in all, each counted once");

    await sheetLink(page, "Werth 2023").click();
    await expect(part(page, "Design and patients")).toContainText("proderm: other sheets report the same patients");
  });

  test("deaths are called deaths", async ({ page }) => {
    await openCase(page, exampleCases.refractoryAdult.profile);
    const deaths = told(page, "Marie 2010").filter({ hasText: "8 of 73" });
    await expect(deaths).toBeVisible();
    await expect(deaths).toContainText("8 of 73 (11%) · Deaths: Died");
    await expect(deaths).not.toContainText("Survival:");
    await expect(page.getByText(/8 of 73[^.]*(survived|survival:)/i)).toHaveCount(0);
  });

  test("cancer: no response in 0 of 4 shows as plainly as a success", async ({ page }) => {
    await openCase(page, exampleCases.malignancy.profile);
    await expect(verdict(page)).toContainText(
      "Göttfried 2000 treated others too; of its patients with malignancy, 0 of 4 (Responded, among patients with paraneoplastic disease; 95% interval 0 to 0.49, Wilson).",
    );
    const none = told(page, "Göttfried 2000");
    await expect(none).toContainText("0 of 4 · Responded, among patients with paraneoplastic disease");
    await expect(none).not.toContainText(/\d%(?! interval)/);
    await expect(studyRow(page, "Göttfried 2000")).toContainText("0 of 4");
  });

  test("nothing stated: the general evidence leads and one question is named", async ({ page }) => {
    await openCase(page, emptyProfile);
    await expect(verdict(page)).toContainText("General evidence: 93 studies, 1074 patients given immunoglobulin.");
    await expect(part(page, "The answer")).toContainText("Worth answering next: Refractory");
    await expect(studyGroup(page, "Describes this patient")).toHaveCount(0);
  });
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
  await openCase(page, emptyProfile);
  await expect(row.getByRole("button")).toHaveText(["Studies", "Guidelines", "Safety"]);
});
