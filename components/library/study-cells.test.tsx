import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { matchRows } from "./fixtures";
import { OutcomeCell, RegimenCell } from "./study-cells";

test.each([
  ["abstract", "not in the abstract"],
  ["full-text", "not reported"],
  ["secondary", "not in what was read"],
] as const)("what a sheet read in the %s does not hold is %s", (reads, silence) => {
  const [row] = matchRows([createStudy({ reads, outcomes: [createOutcome()] })]);
  if (!row) throw new Error("The example was not matched.");
  expect(renderToStaticMarkup(<OutcomeCell result={row.results.relapse} reads={reads} />)).toContain(silence);
  expect(renderToStaticMarkup(<RegimenCell {...row} />)).toContain(silence);
  expect(renderToStaticMarkup(<OutcomeCell result={row.results.response} reads={reads} />)).toContain("6 of 10");
});
