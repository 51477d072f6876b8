import type { Page } from "@playwright/test";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile, setAnswer } from "@/lib/case/schema";
import {
  chooseAnswer,
  expect,
  expectAnswers,
  expectCase,
  getAddress,
  getAnswer,
  getQuestion,
  getRegion,
  getSheetLink,
  getStudyTable,
  getVerdict,
  leavePage,
  openCase,
  openDisclosure,
  switchCase,
  tabTo,
  test,
} from "./test";

const five = ["Pregnant", "Under 18", "Skin only", "Lung disease (ILD)", "Refractory"];
const notStated = Object.fromEntries(five.map((label) => [label, "Not stated" as const]));

const nothingYet = /^What happened to patients like yours when they were given immunoglobulin\? Answer one question\./;
const nobody = "No published study in this library describes a pregnant patient with interstitial lung disease.";

test.describe("answering", () => {
  test("what is printed right after a tap is of no case before", async ({ page }) => {
    await openCase(page, exampleCases.pregnant.profile);
    const late = await getAnswer(page, "Refractory", "Yes").evaluate((answer: HTMLInputElement) => {
      const busy = () => document.querySelectorAll("[aria-busy=true]").length;
      return new Promise<[before: number, after: number]>((resolve) => {
        const printAtOnce = (_: unknown, observer: MutationObserver) => {
          const before = busy();
          if (before === 0) return;
          observer.disconnect();
          dispatchEvent(new Event("beforeprint"));
          resolve([before, busy()]);
        };
        new MutationObserver(printAtOnce).observe(document.body, { subtree: true, attributeFilter: ["aria-busy"] });
        answer.click();
      });
    });
    expect(late).toEqual([1, 0]);
  });

  test("two taps from first paint: nobody was studied, who came nearest, and each half of the gap", async ({
    page,
  }) => {
    await test.step("two taps from first paint say first that nobody was studied, then who came nearest and what each lacks", async () => {
      await page.goto("/");
      await chooseAnswer(page, "Pregnant", "Yes");
      await chooseAnswer(page, "Lung disease (ILD)", "Yes");

      await expect(getVerdict(page)).toHaveText(new RegExp(`^${nobody}`));
      await expect(getVerdict(page)).toContainText("four studies of pregnancy (lung disease not in the abstract)");

      const nearest = getRegion(page, "Nearest studies").getByRole("row");
      await expect(nearest.filter({ hasText: "Mosca 2005" })).toContainText("lung disease not in the abstract");
      await expect(nearest.filter({ hasText: "Mosca 2005" })).toContainText("born preterm, at 35 weeks: 1 of 1");
      await expect(nearest.filter({ hasText: "Huapaya 2019" })).toContainText("pregnancy not in the abstract");
    });

    await test.step("each half of a gap has its figures, and one tap opens its case", async () => {
      await switchCase(page, exampleCases.pregnantWithLungDisease.profile);
      const gap = getRegion(page, "No study of this library has all of this together");
      await expect(gap).toContainText(/0 of \d+ studies describe both/);
      await expect(gap.getByRole("article")).toHaveCount(2);
      const pregnant = gap.getByRole("article").filter({ hasText: "single cases" });
      await expect(pregnant).toContainText("healthy child");
      await expect(pregnant).toContainText("Lung disease not in the abstract");
      await pregnant.getByRole("button", { name: /^Open these 4/ }).click();
      await expectCase(page, exampleCases.pregnant.profile);
      await expect(getVerdict(page)).toContainText("4 single cases like this");
      await expect(gap).toHaveCount(0);
    });
  });

  test("studies of other patients are one press away, and the whole table is on its own page", async ({ page }) => {
    await openCase(page, exampleCases.skinOnlyRefractory.profile);
    const studies = getRegion(page, "The studies");
    await expect(studies.getByRole("table")).toHaveCount(0);
    const general = studies.getByRole("button", { name: /^General evidence: \d+ studies$/ });
    await general.press("Enter");
    await expect(general).toBeFocused();
    await expect(studies.getByRole("table", { name: "General evidence" })).toBeVisible();
    await studies.getByRole("link", { name: /^All \d+ fact sheets: .*, matched to this case$/ }).click();
    await expectCase(page, exampleCases.skinOnlyRefractory.profile);
    await expect(getStudyTable(page)).toBeVisible();
  });

  test("a tap before the program has loaded still counts", { tag: "@phone" }, async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\.js(\?|$)/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto("/", { waitUntil: "commit" });
    await chooseAnswer(page, "Pregnant", "Yes");
    release();

    await expect(getVerdict(page)).toContainText("4 single cases like this");
    await expectAnswers(page, { Pregnant: "Yes" });
  });

  test("with the tap itself the head is of the new case, what stands below is marked as not yet, and no link leads back", async ({
    page,
  }) => {
    await openCase(page, exampleCases.pregnant.profile);
    const before = await getVerdict(page).textContent();
    const tapped = setAnswer(exampleCases.pregnant.profile, "refractory", "yes");
    // all of it before the browser has painted, or done anything else
    const seen = await getAnswer(page, "Refractory", "Yes").evaluate(async (radio: HTMLInputElement) => {
      radio.click();
      await Promise.resolve();
      const find = (selector: string) => document.querySelector(selector) as HTMLElement;
      const press = (link: HTMLElement) => {
        link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        return link.getAttribute("href");
      };
      const busy = find("[aria-labelledby=studies]").closest("[aria-busy=true]");
      return {
        isChosen: radio.checked,
        verdict: find("[aria-labelledby=answer] [role=status]").textContent,
        words: busy?.textContent.slice(0, 15),
        isPale: Number(getComputedStyle(find("[aria-labelledby=studies]").parentElement as Element).opacity) < 1,
        links: ["nav[aria-label=Pages] a[href^='/studies']", "[aria-labelledby=studies] a[href^='/studies']"].map(
          (selector) => press(find(selector)),
        ),
      };
    });
    const studies = getAddress(tapped, "/studies");
    expect(seen).toMatchObject({ isChosen: true, words: "Being updated …", isPale: true, links: [studies, studies] });
    expect(seen.verdict).not.toBe(before);

    await expectCase(page, tapped);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    expect(await getVerdict(page).textContent()).toBe(seen.verdict);
    await expect(page.getByText("Being updated …")).toHaveCount(0);

    await test.step("with the tap that clears the case, nothing of it stays below", async () => {
      const shown = await page.getByRole("button", { name: "Clear the case" }).evaluate(async (button: HTMLElement) => {
        const parts = [...(document.querySelector("[aria-labelledby=studies]")?.parentElement?.children ?? [])];
        const countShown = () => parts.filter((part) => part.isConnected && part.checkVisibility()).length;
        const before = countShown();
        button.click();
        await Promise.resolve();
        return { before, after: countShown() };
      });
      expect(shown.before).toBeGreaterThan(2);
      expect(shown.after).toBe(0);
      await expectCase(page, emptyProfile);
      await expect(getRegion(page, "The studies")).toBeVisible();
    });
  });

  test("an answer is given, taken back, and says what it implies; the whole case is cleared", async ({ page }) => {
    await test.step("what an answer implies for another is shown, and not entered", async () => {
      await openCase(page, emptyProfile);
      await chooseAnswer(page, "Skin only", "Yes");
      await expect(getQuestion(page, "Lung disease (ILD)")).toContainText("No: follows from “skin only”");
      await expect(getQuestion(page, "Lung disease (ILD)")).toHaveAccessibleDescription(
        /^No: follows from “skin only”/,
      );
      await expectAnswers(page, { "Lung disease (ILD)": "Not stated" });
      await expect(getQuestion(page, "Pregnant")).not.toContainText("follows from");
    });

    await test.step("an answer is taken back with its own sign, which is drawn only where there is one", async () => {
      await switchCase(page, emptyProfile);
      const takeBack = getAnswer(page, "Refractory", "Not stated");
      const readOpacity = () =>
        takeBack.evaluate((radio) => getComputedStyle(radio.closest("label") as Element).opacity);
      await expect(takeBack).toBeChecked();
      expect(await readOpacity()).toBe("0");
      await chooseAnswer(page, "Refractory", "Yes");
      expect(await readOpacity()).toBe("1");
      await takeBack.click();
      await expectCase(page, emptyProfile);
      await expectAnswers(page, { Refractory: "Not stated" });
    });

    await test.step("the most useful next question takes one tap", async () => {
      await switchCase(page, exampleCases.nothingStated.profile);
      await expect(getRegion(page, "The answer")).toContainText(
        /Would change most: Skin only\? It decides the place of \d+ studies\./,
      );
      await getRegion(page, "The answer").getByRole("button", { name: "Skin only: yes" }).click();
      await expectAnswers(page, { "Skin only": "Yes" });
      await expect(getRegion(page, "The answer")).not.toContainText("Would change most: Skin only");
      await expect(getRegion(page, "The answer")).toContainText("Would change most:");
    });

    await test.step("the whole case is cleared with one tap", async () => {
      await switchCase(page, exampleCases.pregnantUntreated.profile);
      await page.getByRole("button", { name: "Clear the case" }).click();
      await expectCase(page, emptyProfile);
      await expectAnswers(page, notStated);
      await expect(getVerdict(page)).toHaveText(nothingYet);
      await openDisclosure(page, "More: diagnosis, age, treatment");
      await expect(page.getByLabel("Age in years")).toHaveValue("");
      await expect(page.getByLabel("Diagnosis")).toHaveValue("");
    });
  });
});

test.describe("more about this patient", () => {
  test("more about this patient: diagnosis, age and weight", async ({ page }) => {
    await openCase(page, emptyProfile);
    await openDisclosure(page, "More: diagnosis, age, treatment");
    await test.step("what is tapped before the tap before is drawn loses nothing, in every field of them", async () => {
      await page.getByLabel("Weight").waitFor();
      await getQuestion(page, "Pregnant").evaluate((question) => {
        // a field hears nothing of a value that its program has set by itself
        const set = (field: HTMLInputElement, value: string) => {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, value);
          field.dispatchEvent(new Event("input", { bubbles: true }));
        };
        const choose = (field: HTMLSelectElement, value: string) => {
          field.value = value;
          field.dispatchEvent(new Event("change", { bubbles: true }));
        };
        const more = document.querySelector("#more-questions") as HTMLElement;
        const [diagnosis, antibody] = more.querySelectorAll("select");
        const [age, weight] = more.querySelectorAll<HTMLInputElement>("input:not([type=radio])");
        if (!diagnosis || !antibody || !age || !weight) throw new Error("a field is missing");
        (question.querySelector("input[value=yes]") as HTMLElement).click();
        choose(diagnosis, "DM");
        choose(antibody, "antiMda5");
        set(age, "42");
        set(weight, "62");
      });
      await expectCase(page, {
        features: { pregnancy: "yes", antiMda5: "yes" },
        diagnosis: "DM",
        ageYears: 42,
        weightKg: 62,
      });
    });

    await test.step("what the parts of the case before offer changes the case as it is", async () => {
      const profile: Profile = { ...emptyProfile, features: { pregnancy: "yes", refractory: "yes" } };
      await switchCase(page, profile);
      const offered = getRegion(page, "Where else to look").getByRole("button", { name: /^Without “Pregnant”/ });
      await offered.evaluate((button: HTMLElement) => {
        (document.querySelector("input[name=juvenile][value=no]") as HTMLElement).click();
        button.click();
      });
      await expectCase(page, { ...emptyProfile, features: { juvenile: "no", refractory: "yes" } });
    });

    await test.step("a diagnosis narrows the answer", async () => {
      await switchCase(page, emptyProfile);
      await page.getByLabel("Diagnosis").selectOption("Juvenile dermatomyositis");
      await expect(getQuestion(page, "Skin disease")).toContainText("Yes: follows from the diagnosis");
      await expectCase(page, { ...emptyProfile, diagnosis: "JDM" });
      await expect(page.getByRole("button", { name: "Remove “Juvenile dermatomyositis”" })).toBeVisible();
    });

    await test.step("an age answers both questions about age", async () => {
      await switchCase(page, emptyProfile);
      const age = page.getByLabel("Age in years");
      await age.fill("70");
      await expectAnswers(page, { "Under 18": "No", "65 or over": "Yes" });
      await age.fill("17,5");
      await expectAnswers(page, { "Under 18": "Yes", "65 or over": "No" });
      await expect(getVerdict(page)).toContainText(/^8 studies, \d+ patients like this/);
      await age.fill("");
      await expectAnswers(page, { "Under 18": "Not stated", "65 or over": "Not stated" });
    });

    await test.step("an age that contradicts a tap is named, and one tap settles it", async () => {
      await switchCase(page, emptyProfile);
      await page.getByLabel("Age in years").fill("42");
      await chooseAnswer(page, "Under 18", "Yes");
      const notice = page.getByRole("alert").filter({ hasText: "contradict" });
      await expect(notice).toContainText("“Under 18: yes” and “Age: 42 years” contradict each other.");
      await notice.getByRole("button", { name: "Remove “Under 18: yes”" }).click();
      await expect(notice).toHaveCount(0);
      await expectAnswers(page, { "Under 18": "No" });
    });

    await test.step("an age or weight that cannot be used stays as typed, is explained and is not used", async () => {
      await switchCase(page, emptyProfile);
      for (const { label, typed, sentence } of [
        { label: "Age in years", typed: "150", sentence: "Enter an age from 0 to 120 years." },
        { label: "Weight", typed: "6o kg", sentence: "Enter the weight as a number." },
      ]) {
        await test.step(`${label}: ${typed}`, async () => {
          const field = page.getByLabel(label);
          await field.fill("33");
          await field.fill(typed);

          await expect(field).toHaveValue(typed);
          await expectCase(page, emptyProfile);
          await expectAnswers(page, { "Under 18": "Not stated", "65 or over": "Not stated" });
          await expect.soft(field).toHaveAccessibleDescription(new RegExp(`${sentence} It is not used until then.`));
          await expect.soft(page.getByText(sentence)).toBeVisible();

          await field.fill("34");
          await expect(page.getByText("It is not used until then.")).toHaveCount(0);
          await expectCase(page, { ...emptyProfile, [label === "Weight" ? "weightKg" : "ageYears"]: 34 });
          await field.fill("");
        });
      }
    });

    await test.step("a weight works each regimen out in grams, with its formula", async () => {
      await switchCase(page, emptyProfile);
      await chooseAnswer(page, "Untreated (first treatment)", "Yes");
      const given = getRegion(page, "What these studies gave").getByRole("listitem");
      await expect(given.filter({ hasText: "Cherin 1994" })).toContainText("2 g/kg a course, every 4 weeks");
      await expect(given.filter({ hasText: "62 kg" })).toHaveCount(0);
      await page.getByLabel("Weight").fill("62");
      const worked = getRegion(page, "What these studies gave, at 62 kg").getByRole("listitem");
      await expect(worked.filter({ hasText: "Cherin 1994" })).toContainText("2 g/kg a course (2 × 62 kg = 124 g)");
    });
  });
});

test.describe("what is stated", () => {
  test("what is stated stands as chips and in the head of the answer", async ({ page }) => {
    await test.step("outside the five questions stands as chips, each taken back with one tap", async () => {
      const { profile } = exampleCases.untreatedAdult;
      await openCase(page, profile);
      const chips = page.getByRole("list", { name: "Also stated" }).getByRole("button");
      await expect(chips).toHaveText(["Untreated (first treatment)", "62 kg"]);
      await page.getByRole("button", { name: "Remove “62 kg”" }).click();
      await expectCase(page, { ...profile, weightKg: null });
      await expect(chips).toHaveText(["Untreated (first treatment)"]);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    });

    await test.step("stands in the head of the answer, the answers of no too", async () => {
      await switchCase(page, exampleCases.refractoryAdult.profile);
      await expect(getVerdict(page)).toHaveText(
        /^\d+ studies, \d+ patients, most like this\s*Refractory; not pregnant, not under 18, not skin only, no lung disease\.$/,
      );
    });
  });
});

test("how sure: a meter with its words for each step, and nothing where there is nothing to say", async ({ page }) => {
  await openCase(page, emptyProfile);
  const answer = getRegion(page, "The answer");
  await expect(answer).not.toContainText("How sure");
  for (const [name, step, words] of [
    ["pregnantWithLungDisease", 0, "No study in this library describes this"],
    ["pregnant", 1, "Single cases: they show what can happen, not how often"],
    ["adultSkinOnlyRefractory", 2, "Series without a comparison group: the effect cannot be told from time"],
    ["refractoryAdult", 4, "Randomised, small: "],
  ] as const)
    await test.step(name, async () => {
      await switchCase(page, exampleCases[name].profile);
      await expect(answer.getByRole("img", { name: `Step ${step} of 4` })).toBeVisible();
      await expect(answer).toContainText(words);
    });
});

test.describe("beside a long answer", () => {
  test("on a wide screen the questions and the contents stay in view, and the part that is read is marked", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await openCase(page, exampleCases.refractoryAdult.profile);
    const parts = page.getByRole("navigation", { name: "Parts of the answer" });
    await expect(parts.getByRole("button", { name: "Answer" })).toHaveAttribute("aria-current", "true");
    await page.getByRole("heading", { name: "What guidelines say" }).evaluate((heading) => heading.scrollIntoView());
    await expect(parts.getByRole("button", { name: "Guidelines" })).toHaveAttribute("aria-current", "true");
    await expect(parts.locator("[aria-current]")).toHaveCount(1);
    await expect(getQuestion(page, "Refractory")).toBeInViewport({ ratio: 1 });
    await expect(parts).toBeInViewport({ ratio: 1 });
  });

  test("on a phone a bar names the case, leads back to it, and opens the contents", { tag: "@phone" }, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 664 });
    await openCase(page, exampleCases.skinOnlyRefractory.profile);
    const bar = getRegion(page, "This case");
    await expect(bar).toHaveCount(0);
    await page.mouse.wheel(0, 900);
    await expect(bar).toContainText("Skin only · Refractory");
    expect((await bar.boundingBox())?.height).toBeLessThan(50);
    for (const width of [390, 320])
      await test.step(`no answer is cut at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 664 });
        await switchCase(page, exampleCases.refractoryAdult.profile);
        await page.mouse.wheel(0, 900);
        const stated = bar.getByText("Refractory · Not pregnant");
        await expect(stated).toContainText("No lung disease");
        expect(await stated.evaluate((line) => line.scrollWidth - line.clientWidth)).toBeLessThanOrEqual(0);
        // less than what a heading that is led to keeps free above it
        expect((await bar.boundingBox())?.height).toBeLessThanOrEqual(72);
      });
    await page.setViewportSize({ width: 390, height: 664 });
    await switchCase(page, exampleCases.skinOnlyRefractory.profile);
    await page.mouse.wheel(0, 900);

    await bar.getByRole("button", { name: "Contents" }).click();
    await bar.getByRole("button", { name: /^Guidelines/ }).click();
    const heading = page.getByRole("heading", { level: 2, name: "What guidelines say" });
    await expect(heading).toBeFocused();
    const below = async () => ((await heading.boundingBox())?.y ?? 0) - ((await bar.boundingBox())?.height ?? 0);
    await expect.poll(below, { message: "the bar hides nothing that has the focus" }).toBeGreaterThanOrEqual(0);
    await expect(bar.getByRole("navigation")).toHaveCount(0);

    await bar.getByRole("button", { name: "Contents" }).click();
    await page.keyboard.press("Escape");
    await expect(bar.getByRole("navigation")).toHaveCount(0);
    await expect(bar.getByRole("button", { name: "Contents" })).toBeFocused();

    await bar.getByRole("button", { name: "Change" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(getQuestion(page, "Pregnant")).toBeInViewport({ ratio: 1 });
    await expect(bar).toHaveCount(0);
  });
});

test("each of the five questions is one line on a phone", { tag: "@phone" }, async ({ page }) => {
  await openCase(page, exampleCases.refractoryAdult.profile);
  for (const width of [390, 320])
    await test.step(`questions at ${width} px`, async () => {
      await page.setViewportSize({ width, height: 664 });
      for (const label of five)
        expect((await getQuestion(page, label).boundingBox())?.height, label).toBeLessThanOrEqual(47);
      expect((await getRegion(page, "The case").boundingBox())?.height).toBeLessThanOrEqual(240);
    });
});

test.describe("taking the answer along", () => {
  test("the answer is copied in three forms, or by hand where the browser refuses", async ({ page, context }) => {
    await test.step("the text, a paragraph for a letter and the link are copied, each said to be", async () => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const { profile } = exampleCases.skinOnlyRefractory;
      await openCase(page, profile);
      const actions = page.getByRole("group", { name: "Print or copy the answer" });
      for (const { button, said, held } of [
        { button: "Copy text", said: "Text copied.", held: /Case: Skin only: yes; Refractory: yes/ },
        { button: "Copy for a letter", said: "Paragraph copied.", held: /19 of 27/ },
        { button: "Copy link", said: "Link copied. It holds the whole case.", held: /^http/ },
      ]) {
        await actions.getByRole("button", { name: button }).click();
        await expect(getRegion(page, "The answer").getByText(said)).toBeVisible();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(held);
      }
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(getAddress(profile));
      // of another answer nothing was copied
      await switchCase(page, exampleCases.pregnant.profile);
      await expect(getRegion(page, "The answer").getByText("Link copied.")).toHaveCount(0);
      await expect(actions.getByRole("link", { name: "Print" })).toHaveAttribute(
        "href",
        getAddress(exampleCases.pregnant.profile, "/summary"),
      );
    });

    await test.step("where the browser refuses, the text is there to be copied by hand", async () => {
      await page.evaluate(() => {
        navigator.clipboard.write = () => Promise.reject(new Error("refused"));
      });
      await page.getByRole("button", { name: "Copy text" }).click();
      await expect(page.getByRole("textbox", { name: "The answer as text" })).toHaveValue(/Case: Pregnant: yes/);
    });
  });
});

test.describe("contradictions", () => {
  test("skin only with lung disease is named, matched as stated, and one tap records amyopathic disease", async ({
    page,
  }) => {
    await openCase(page, emptyProfile);
    await chooseAnswer(page, "Skin only", "Yes");
    await chooseAnswer(page, "Lung disease (ILD)", "Yes");

    const notice = page.getByRole("alert").filter({ hasText: "contradict each other" });
    await expect(notice).toContainText("“Skin only: yes” and “Interstitial lung disease: yes” contradict each other");
    await expect(notice).toContainText("Studies are matched with both as stated until you change one.");
    await expectAnswers(page, { "Skin only": "Yes", "Lung disease (ILD)": "Yes" });
    await expect(getVerdict(page)).toContainText("skin disease alone and interstitial lung disease");
    // what cannot be is no gap in what was studied
    await expect(getRegion(page, "The answer")).not.toContainText("No study in this library describes this");

    await notice.getByRole("button", { name: "Amyopathic, with ILD" }).click();

    await expect(notice).toHaveCount(0);
    await expectAnswers(page, { "Skin only": "No", "Lung disease (ILD)": "Yes" });
    await openDisclosure(page, /^More: diagnosis, age, treatment/);
    await expectAnswers(page, { Amyopathic: "Yes" });
  });
});

test.describe("the link", () => {
  test("the link: back and forward, another case over it, another page, and a link that cannot be read", async ({
    page,
    context,
  }) => {
    await test.step("back and forward walk through the answers", async () => {
      await openCase(page, emptyProfile);
      await chooseAnswer(page, "Pregnant", "Yes");
      await chooseAnswer(page, "Refractory", "No");
      await expectAnswers(page, { Pregnant: "Yes", Refractory: "No" });

      await page.goBack();
      await expectAnswers(page, { Pregnant: "Yes", Refractory: "Not stated" });
      await page.goBack();
      await expectAnswers(page, notStated);
      await expect(getVerdict(page)).toHaveText(nothingYet);
      await page.goForward();
      await page.goForward();
      await expectAnswers(page, { Pregnant: "Yes", Refractory: "No" });
    });

    await test.step("a link that is opened over another case replaces it", async () => {
      await switchCase(page, exampleCases.pregnant.profile);
      await page.goto(getAddress(exampleCases.child.profile));
      await expectAnswers(page, { ...notStated, "Under 18": "Yes" });
      await expect(getVerdict(page)).toContainText(/^8 studies, \d+ patients like this/);
    });

    await test.step("the address of a case opens the same case on another page, every part of it", async () => {
      await switchCase(page, emptyProfile);
      await chooseAnswer(page, "Skin only", "No");
      await openDisclosure(page, "More: diagnosis, age, treatment");
      await chooseAnswer(page, "Calcinosis", "Yes");
      await page.getByLabel("Diagnosis").selectOption("Dermatomyositis");
      await page.getByLabel("Age in years").fill("67");
      await page.getByLabel("Weight").fill("81.5");
      await expectCase(page, {
        features: { skinOnly: "no", calcinosis: "yes" },
        diagnosis: "DM",
        ageYears: 67,
        weightKg: 81.5,
      });
      const sentence = (await getVerdict(page).textContent()) ?? "";

      const other = await context.newPage();
      await other.goto(page.url());
      await expect(getVerdict(other)).toHaveText(sentence);
      await openDisclosure(other, /^More: diagnosis, age, treatment/);
      await expectAnswers(other, { "Skin only": "No", Calcinosis: "Yes", "65 or over": "Yes", Pregnant: "Not stated" });
      await expect(other.getByLabel("Diagnosis").getByRole("option", { selected: true })).toHaveText("Dermatomyositis");
      await expect(other.getByLabel("Age in years")).toHaveValue("67");
      await expect(other.getByLabel("Weight")).toHaveValue("81.5");
    });

    await test.step("a link that cannot be read gets a sentence and an empty case", async () => {
      const whole = getAddress(exampleCases.pregnantUntreated.profile);
      const damaged = "This case link is damaged or incomplete, so no case was opened.";
      const newer = "This case link was made by a newer version of Myomatch, so no case was opened.";
      for (const path of ["/", "/summary"]) {
        await openCase(page, emptyProfile, path);
        for (const { address, sentence } of [
          { address: whole.slice(0, -7), sentence: damaged },
          { address: whole.replace("case=1.", "case=2."), sentence: newer },
        ])
          await test.step(`${path}: ${sentence}`, async () => {
            await switchCase(page, exampleCases.pregnant.profile);
            await page.goto(address.replace("/", path));
            await expect(page.getByRole("alert").filter({ hasText: "could not be read" })).toContainText(sentence);
            await expectCase(page, emptyProfile);
          });
      }

      await page.goto(whole.slice(0, -7));
      await expectAnswers(page, notStated);
      await expect(getVerdict(page)).toHaveText(nothingYet);
      await chooseAnswer(page, "Pregnant", "Yes");
      await expect(page.getByText(damaged)).toHaveCount(0);
      await expectCase(page, exampleCases.pregnant.profile);
    });
  });

  test("on a network so slow that the program never arrives, a case is not painted as the empty one", {
    tag: "@both",
  }, async ({ page }) => {
    // neither answered nor refused
    await page.route(/\.js(\?|$)/, () => {});
    for (const path of ["/", "/summary"])
      await test.step(path, async () => {
        const reading = page.getByText("Reading the case …");
        const whatCounts = page.getByRole("button", { name: "Pregnant: what counts as a yes" });

        await page.goto(getAddress(exampleCases.pregnant.profile, path), { waitUntil: "commit" });
        await expect(reading).toBeVisible();
        if (path === "/") {
          // drawn by the server, and hidden
          await expect(page.getByText(nothingYet)).toBeAttached();
          await expect(page.getByText("No", { exact: true }).first()).toBeAttached();
        }
        await expect(page.getByText(nothingYet)).toBeHidden();
        await expect(page.getByText("No case is entered")).toHaveCount(0);
        await expect(page.getByText("No", { exact: true }).filter({ visible: true })).toHaveCount(0);
        await expect(whatCounts).toHaveCount(0);

        // without a case there is nothing to wait for
        await leavePage(page);
        await page.goto(path, { waitUntil: "commit" });
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(reading).toBeHidden();
        if (path === "/") {
          await expect(page.getByText(nothingYet)).toBeVisible();
          await expect(whatCounts).toBeVisible();
        }
      });
  });

  test("links to other pages take the case along and bring it back", async ({ page }) => {
    const { profile } = exampleCases.pregnantUntreated;
    await openCase(page, profile);
    for (const { name, heading } of [
      { name: "Studies", heading: /^All studies/ },
      { name: "Print", heading: "Print" },
      { name: "About", heading: "Methods and limits" },
    ]) {
      await getPageLink(page, name).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expectCase(page, profile);
      await getPageLink(page, "Case").click();
      await expectAnswers(page, { Pregnant: "Yes" });
      await expectCase(page, profile);
    }
    const sheet = getSheetLink(getRegion(page, "Report by report"), "Linardaki 2011");
    await sheet.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Linardaki 2011");
    await page.getByRole("link", { name: "Back to the case" }).click();
    await expectAnswers(page, { Pregnant: "Yes" });
    await expectCase(page, profile);
    // to the line that was left, and not to the head of the page
    await expect(sheet).toBeInViewport();
  });
});

test.describe("with the keyboard alone", () => {
  test("with the keyboard alone: skip link, questions and answers, and a button that goes with its job", async ({
    page,
  }) => {
    await test.step("the skip link passes the header and keeps the case", async () => {
      const { profile } = exampleCases.pregnant;
      await openCase(page, profile);
      await page.keyboard.press("Tab");
      const skip = page.getByRole("button", { name: "Skip to the content" });
      await expect(skip).toBeFocused();
      await expect(skip).toBeInViewport();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("main")).toBeFocused();
      await page.keyboard.press("Tab");
      await expect(page.getByRole("button", { name: "Clear the case" })).toBeFocused();
      await expectCase(page, profile);
      await expectAnswers(page, { Pregnant: "Yes" });
    });

    await test.step("Tab goes from question to question and an arrow changes the answer", async () => {
      await openCase(page, emptyProfile);
      await tabTo(page, page.getByRole("button", { name: "Pregnant: what counts as a yes" }));
      for (const label of five) {
        await expect(page.getByRole("button", { name: `${label}: what counts as a yes` })).toBeFocused();
        await page.keyboard.press("Tab");
        const radio = getQuestion(page, label).getByRole("radio", { checked: true });
        await expect(radio).toBeFocused();
        const ring = await radio.evaluate(
          (element) => getComputedStyle(element.closest("span") as Element).outlineStyle,
        );
        expect(ring, "a ring that nothing clips").toBe("solid");
        await page.keyboard.press("Tab");
      }
      await tabTo(page, getQuestion(page, "Pregnant").getByRole("radio", { checked: true }), "Shift+Tab");

      await page.keyboard.press("ArrowLeft");
      await expectAnswers(page, { Pregnant: "No" });
      await page.keyboard.press("ArrowLeft");
      await expectAnswers(page, { Pregnant: "Yes" });
      await page.keyboard.press("ArrowLeft");
      await expectAnswers(page, { Pregnant: "Not stated" });
      await page.keyboard.press("ArrowRight");
      await expectAnswers(page, { Pregnant: "Yes" });
      await expect(getQuestion(page, "Pregnant").getByRole("radio", { name: "Yes", exact: true })).toBeFocused();
      await expect(getVerdict(page)).toContainText("4 single cases like this");
    });

    await test.step("a button that does its work and goes away leaves the focus in the case", async () => {
      const inTheCase = getRegion(page, "The case").locator(":focus");
      await switchCase(page, exampleCases.skinOnlyWithLungDisease.profile);
      await page.getByRole("button", { name: "Amyopathic, with ILD" }).press("Enter");
      await expect(page.getByText("contradict each other")).toHaveCount(0);
      await expect(inTheCase).toHaveCount(1);

      await page.getByRole("button", { name: "Clear the case" }).press("Enter");
      await expectCase(page, emptyProfile);
      await expect(inTheCase).toHaveCount(1);
      await expect(inTheCase).toBeVisible();
    });
  });
});

function getPageLink(page: Page, name: string) {
  return page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
}
