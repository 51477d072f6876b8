import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { emptyProfile } from "@/lib/case/schema";
import { silenceOfSource } from "@/lib/match/silence";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { matchRows } from "./fixtures";
import { PregnancyLine } from "./pregnancy-line";
import { OutcomeCell, RegimenCell } from "./study-cells";

test.each([
  ["abstract", "not in the abstract"],
  ["full-text", "not reported"],
  ["secondary", "not in what was read"],
] as const)("what a sheet read in the %s does not hold is %s", (reads, silence) => {
  const [row] = matchRows([createStudy({ reads, outcomes: [createOutcome()] })]);
  if (!row) throw new Error("The example was not matched.");
  const said = silenceOfSource[reads];
  expect(said).toBe(silence);
  expect(renderToStaticMarkup(<OutcomeCell result={row.results.relapse} silence={said} />)).toContain(silence);
  expect(renderToStaticMarkup(<RegimenCell dose={row.dose} silence={said} />)).toContain(silence);
  expect(renderToStaticMarkup(<OutcomeCell result={row.results.response} silence={said} />)).toContain("6 of 10");
});

test("a report of a pregnancy says what became of it, where the patient is or was pregnant", () => {
  const lost = createOutcome({ id: "lost", domain: "pregnancy-outcome", label: "Lost", events: 1, total: 1 });
  const sheet = createStudy({
    participants: { treated: 1 },
    features: { pregnancy: { share: "none" } },
    outcomes: [lost],
  });
  const read = (features: typeof emptyProfile.features) => {
    const [row] = matchRows([sheet], { ...emptyProfile, features });
    if (!row) throw new Error("The example was not matched.");
    return renderToStaticMarkup(<PregnancyLine {...row} />);
  };
  expect(read({ pregnancy: "yes" })).toContain("Lost: 1 of 1");
  expect(read({ postpartum: "yes" })).toContain("Lost: 1 of 1");
  expect(read({ ild: "yes" })).not.toContain("Lost");
});
