import type { Page } from "@playwright/test";
import { answerCase } from "@/lib/answer/answer";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { figureDomains } from "@/lib/vocabulary/outcomes";
import { library, sheets } from "./library";
import { countCounts, findSmallPercentages, layOutEverything, readOpened, readPages } from "./percentages";
import { expect, openCase, switchCase, test } from "./test";

// No percentage stands with fewer than five patients, wherever a figure is shown.

/** The figures that a table shows of each study, and those that the paper does. */
const inTable = ["response", "relapse"] as const;
const onPaper = figureDomains;

/** How many of these figures the studies have. */
function countFigures(studies: readonly StudyAnswer[], shown: typeof inTable | typeof onPaper): number {
  return studies.flatMap((study) => shown.filter((domain) => study.results[domain].kind === "count")).length;
}

/** Fails where a small percentage stands on the page, or where fewer figures than these were read. */
async function expectNone(page: Page, atLeast: number, message: string) {
  const text = await readOpened(page);
  expect(countCounts(text), `${message}: figures read`).toBeGreaterThanOrEqual(atLeast);
  expect.soft(findSmallPercentages(text), message).toEqual([]);
}

test("not on the page of any example case, whatever the interval", async ({ page }) => {
  await openCase(page, emptyProfile);
  await layOutEverything(page);
  let changed = 0;
  for (const { name, profile } of Object.values(exampleCases)) {
    // The figures of such patients are in the table of results; the examples of an empty case carry theirs.
    const { describing, facts } = answerCase(readCase(profile), library);
    const figures = facts.isEmpty ? 8 : countFigures(describing, inTable);
    await switchCase(page, profile);
    await expectNone(page, figures, name);

    // a case is read with both kinds of interval, the next one with the same in the other order
    const change = page.getByRole("button", { name: /^Change to (exact|Wilson)$/ });
    if (await change.isVisible()) {
      const kind = (await change.textContent()) ?? "";
      await change.click();
      await expect(change).not.toHaveText(kind);
      changed += 1;
      await expectNone(page, figures, `${name}, after “${kind}”`);
    }
  }
  expect(changed).toBeGreaterThan(5);
});

test("not on the print of any example case", async ({ page }) => {
  await openCase(page, emptyProfile, "/summary");
  for (const { name, profile } of Object.values(exampleCases)) {
    await switchCase(page, profile);
    await expectNone(
      page,
      countFigures(selectStudiesToPrint(answerCase(readCase(profile), library)).studies, onPaper),
      name,
    );
  }
});

test("not in the list of every study, nor on any fact sheet", async ({ page }) => {
  await openCase(page, emptyProfile, "/studies");
  await layOutEverything(page);
  await expectNone(
    page,
    countFigures(answerCase(readCase(emptyProfile), library).studies, inTable),
    "the list of every study",
  );

  const texts = await readPages(
    page,
    sheets.map(({ id }) => `/studies/${id}`),
  );
  expect(texts).toHaveLength(sheets.length);
  for (const [index, text] of texts.entries()) {
    const { id, outcomes } = sheets[index] ?? { outcomes: [] };
    const counts = outcomes.filter(({ result }) => result.kind === "proportion").length;
    expect(countCounts(text), `${id}: figures read`).toBeGreaterThanOrEqual(counts);
    expect.soft(findSmallPercentages(text), id).toEqual([]);
  }
});
