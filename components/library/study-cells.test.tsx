import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readWords } from "@/components/ui/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { silenceOfSource } from "@/lib/match/silence";
import { createOutcome, createStudy } from "@/lib/study/fixtures";
import { matchRows } from "./fixtures";
import { HarmLine } from "./harm-line";
import { PregnancyLine } from "./pregnancy-line";
import { ResultLine } from "./result-line";
import { DeviationsCell, RegimenCell } from "./study-cells";

test.each([
  ["abstract", "not in the abstract"],
  ["full-text", "not reported"],
  ["secondary", "not in what was read"],
] as const)("what a sheet read in the %s does not hold is %s", (reads, silence) => {
  const [row] = matchRows([createStudy({ reads, outcomes: [createOutcome()] })]);
  if (!row) throw new Error("The example was not matched.");
  const said = silenceOfSource[reads];
  expect(said).toBe(silence);
  expect(renderToStaticMarkup(<ResultLine domain="relapse" {...row} />)).toContain(silence);
  expect(renderToStaticMarkup(<RegimenCell dose={row.dose} silence={said} />)).toContain(silence);
  expect(renderToStaticMarkup(<ResultLine domain="response" {...row} />)).toContain("6 of 10");
});

const draw = (outcomes: Parameters<typeof createStudy>[0]) => {
  const [row] = matchRows([createStudy(outcomes)]);
  if (!row) throw new Error("The example was not matched.");
  return renderToStaticMarkup(<ResultLine domain="response" {...row} />);
};

test("a count is drawn with its interval, in words too; fewer than five patients without a scale", () => {
  const many = draw({ outcomes: [createOutcome({ events: 19, total: 27 })] });
  expect(many).toContain("<rect");
  for (const text of ["19 of 27", "(70%)", "52–84%", "95% CI 52% to 84% (Wilson)"]) expect(many).toContain(text);
  const few = draw({ outcomes: [createOutcome({ events: 1, total: 1 })] });
  expect(few).not.toContain("<rect");
  expect(few.replace(/<[^>]+>/g, " ")).not.toMatch(/\d%/);
  expect(few).toContain("1 of 1</strong> patient");
});

test("a result in words shows its words, not a hint that there are some", () => {
  const text = "The groups did not differ.";
  const drawn = draw({ outcomes: [createOutcome({ result: { kind: "narrative", text } })] });
  expect(drawn).toContain(text);
  expect(drawn).not.toContain("open the row");
});

test("the gravest harm stands below the results, of patients as a count, of infusions with its words; none where none is told", () => {
  const drawHarm = (outcomes: ReturnType<typeof createOutcome>[]) => {
    const [row] = matchRows([createStudy({ participants: { treated: 20 }, outcomes })]);
    if (!row) throw new Error("The example was not matched.");
    return readWords(renderToStaticMarkup(<HarmLine {...row} />)).trim();
  };
  const harm = { domain: "adverse-event", direction: "harm" } as const;
  const any = createOutcome({
    ...harm,
    id: "any",
    label: "any event",
    plain: "any event",
    harm: "any",
    events: 9,
    total: 20,
  });
  const clot = createOutcome({
    ...harm,
    id: "clot",
    label: "a clot",
    plain: "a clot",
    harm: "thrombosis",
    events: 1,
    total: 20,
  });
  expect(drawHarm([any, clot])).toMatch(/^Harm ?1 of 20 \(5%\).*a clot ?1 more in the opened row$/);
  // what happened to nobody comes after what happened
  const noClot = { ...clot, result: { ...clot.result, events: 0 } } as typeof clot;
  expect(drawHarm([any, noClot])).toMatch(/^Harm ?9 of 20 \(45%\).*any event ?1 more in the opened row$/);
  const ofInfusions = createOutcome({
    ...harm,
    label: "fever",
    plain: "fever",
    events: 3,
    total: 200,
    population: "200 infusions",
  });
  expect(drawHarm([ofInfusions])).toContain("(200 infusions)");
  const passed = createOutcome({ ...harm, direction: "benefit", events: 2, total: 20 });
  expect(drawHarm([passed])).toBe("");
});

test("what deviates: only that; nothing where all is the same, and nothing where nothing is stated", () => {
  const profile = { ...emptyProfile, features: { ild: "yes", refractory: "yes" } } as const;
  const sheets = [
    createStudy({ id: "same", features: { ild: { share: "all" }, refractory: { share: "all" } } }),
    createStudy({ id: "other", features: { ild: { share: "none" }, refractory: { share: "all" } } }),
  ];
  const drawn = matchRows(sheets, profile).map((row) => renderToStaticMarkup(<DeviationsCell {...row} />));
  expect(drawn).toHaveLength(2);
  expect(drawn[0]).toContain("nothing");
  expect(drawn[1]).toContain("no patients with interstitial lung disease");
  expect(drawn[1]).not.toContain("Refractory");
  const unmatched = matchRows(sheets).map((row) => renderToStaticMarkup(<DeviationsCell {...row} />));
  for (const cell of unmatched) expect(cell).toContain("nothing stated to match");
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
  expect(read({ pregnancy: "yes" })).toContain("lost: 1 of 1");
  expect(read({ postpartum: "yes" })).toContain("lost: 1 of 1");
  expect(read({ ild: "yes" })).not.toContain("lost");
});
