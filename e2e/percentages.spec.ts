import type { Page } from "@playwright/test";
import { answerCase } from "@/lib/answer/answer";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { library } from "./library";
import { countCounts, findSmallPercentages, layOutEverything, readOpened } from "./percentages";
import { expect, openCase, switchCase, test } from "./test";

// No percentage stands with fewer than five patients, also where it is drawn only when it is opened or asked for. What is
// drawn at once is read without a browser: components/answer/small-percentages.test.tsx.

/** How many figures a table shows of these studies. */
function countFigures(studies: readonly StudyAnswer[]): number {
  const shown = ["response", "relapse"] as const;
  return studies.flatMap((study) => shown.filter((domain) => study.results[domain].kind === "count")).length;
}

/** Fails where a small percentage stands on the page, or where fewer figures than these were read. */
async function expectNone(page: Page, atLeast: number, message: string) {
  const text = await readOpened(page);
  expect(countCounts(text), `${message}: figures read`).toBeGreaterThanOrEqual(atLeast);
  expect.soft(findSmallPercentages(text), message).toEqual([]);
}

test("not on the page of a case with everything opened, whatever the interval; not in the list of every study", async ({
  page,
}) => {
  await openCase(page, emptyProfile);
  await layOutEverything(page);
  for (const { name, profile } of [exampleCases.refractoryAdult, exampleCases.pregnant, exampleCases.child])
    await test.step(name, async () => {
      const figures = countFigures(answerCase(readCase(profile), library).describing);
      expect(figures).toBeGreaterThan(0);
      await switchCase(page, profile);
      await expectNone(page, figures, name);

      // a case is read with both kinds of interval, the next one with the same in the other order
      const change = page.getByRole("button", { name: /^Change to (exact|Wilson)$/ });
      const kind = (await change.textContent()) ?? "";
      await change.click();
      await expect(change).not.toHaveText(kind);
      await expectNone(page, figures, `${name}, after “${kind}”`);
    });

  await test.step("the list of every study", async () => {
    await openCase(page, emptyProfile, "/studies");
    await layOutEverything(page);
    const { studies } = answerCase(readCase(emptyProfile), library);
    await expectNone(page, countFigures(studies), "the list of every study");
  });
});
