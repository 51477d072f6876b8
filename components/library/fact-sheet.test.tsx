import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { readLines, readWords } from "@/components/ui/fixtures";
import { countCounts, findSmallPercentages } from "@/e2e/percentages";
import { allowsPercent } from "@/lib/format/numbers";
import { workOutOnce } from "@/lib/format/object";
import { stripFullStop } from "@/lib/format/text";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { FactSheet } from "./fact-sheet";

const { studies } = loadLibrary();

const render = workOutOnce((study: Study) =>
  renderToStaticMarkup(
    <CaseProvider>
      <FactSheet study={study} related={[]} library={{ version: "0", searched: "2026-11-22" }} />
    </CaseProvider>,
  ),
);

/** Names that the page gives in words of its own, and facts that it puts into a sentence. */
const inOtherWords =
  /^(id|sources\.\d+\.(url|official)|design\.(type|controlled|blinding|centres)|participants\.age\.group|features\.\w+\.share|outcomes\.\d+\.(id|domain|degree|timing|organ|direction|subgroup|harm|of|criterion|months\.from|result\.(kind|derived))|headline\.\w+|guideline\.status|reads|extraction\.\w+)$/;

function listLeaves(value: unknown, path: string): { path: string; value: string }[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [{ path, value: `${value}` }];
  return Object.entries(value).flatMap(([key, child]) => listLeaves(child, path ? `${path}.${key}` : key));
}

test.each(studies.map((study) => [study.id, study] as const))(
  "the page of %s leaves nothing of its sheet out",
  (_, study) => {
    // Words of a sheet stand within sentences: with a small letter.
    const text = readWords(render(study)).toLowerCase();
    const missing = listLeaves(study, "").filter(({ path, value }) => {
      if (inOtherWords.test(path)) return false;
      // Under five patients a percentage is left out on purpose, also one that the source prints.
      if (path.endsWith("reportedPercent") && isOfFew(study, path)) return false;
      return !text.includes(stripFullStop(value.trim().replace(/\s+/g, " ")).toLowerCase());
    });
    expect(missing).toEqual([]);
  },
);

test("no page of a sheet has a percentage of fewer than five patients", () => {
  for (const study of studies) {
    const lines = readLines(render(study));
    const counts = study.outcomes.filter(({ result }) => result.kind === "proportion").length;
    expect(countCounts(lines), `${study.id}: figures read`).toBeGreaterThanOrEqual(counts);
    expect.soft(findSmallPercentages(lines), study.id).toEqual([]);
  }
});

function isOfFew(study: (typeof studies)[number], path: string): boolean {
  const result = study.outcomes[Number(path.split(".")[1])]?.result;
  return result?.kind === "proportion" && !allowsPercent(result.total);
}
