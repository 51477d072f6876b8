import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { emptyProfile } from "@/lib/case/schema";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { filtersOfCell, mapDomains, outcomeMap, pairMap } from "@/lib/plots/map-layout";
import { exampleOutcome, exampleStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import type { Study } from "@/lib/study/schema";
import { anyStudies } from "@/lib/study/study.arbitrary";
import { getReportedDomains, toStudySummary } from "@/lib/study/summary";
import { features } from "@/lib/vocabulary/feature";
import { domainNames, type OutcomeDomain } from "@/lib/vocabulary/outcomes";
import { compareStudies } from "./compare";
import { describeFilters, matchesFilters } from "./filter";
import { matchesSearch, notesText } from "./search";
import { type Filters, noFilters } from "./table-state";
import { anyFilters } from "./table-state.arbitrary";

const { studies } = loadLibrary();
const asking = (part: Partial<Filters>) => ({ ...noFilters, ...part });

describe("filters", () => {
  test("asking nothing lists every study", () => {
    for (const study of studies) expect(matchesFilters(noFilters, study)).toBe(true);
    expect(describeFilters(noFilters)).toEqual([]);
  });

  test("a further filter never adds a study", () => {
    fc.assert(
      fc.property(anyStudies(10), anyFilters, anyFilters, (sheets, one, other) => {
        const both = { ...one, fromYear: other.fromYear ?? one.fromYear };
        const isNarrower = one.fromYear === null || (both.fromYear ?? 0) >= one.fromYear;
        fc.pre(isNarrower);
        for (const sheet of sheets) if (matchesFilters(both, sheet)) expect(matchesFilters(one, sheet)).toBe(true);
      }),
    );
  });

  test("a record is found exactly where its sheet is", () => {
    fc.assert(
      fc.property(anyStudies(6), anyFilters, (sheets, asked) => {
        for (const sheet of sheets)
          expect(matchesFilters(asked, toStudySummary(sheet))).toBe(matchesFilters(asked, sheet));
      }),
    );
  });

  const undated = exampleStudy({ citation: { year: null }, participants: { treated: null } });
  test.each<[string, Partial<Filters>]>([
    ["a range of years", { fromYear: 1950 }],
    ["a last year", { toYear: 2100 }],
    ["a number of patients", { fewestPatients: 1 }],
  ])("what is not stated is not known to lie in %s", (_, asked) => {
    expect(matchesFilters(asking(asked), undated)).toBe(false);
  });

  test("not reported is a share of its own: neither nobody nor some", () => {
    const silent = exampleStudy();
    const choices = ["all-or-most", "any", "all", "most", "some", "none"] as const;
    for (const choice of choices) expect(matchesFilters(asking({ features: { ild: choice } }), silent)).toBe(false);
    expect(matchesFilters(asking({ features: { ild: "unclear" } }), silent)).toBe(true);
    expect(matchesFilters(asking({ features: { calcinosis: "unclear" } }), silent)).toBe(true);
  });

  test("an outcome told in words is reported, and is no count", () => {
    const told = exampleStudy({
      outcomes: [exampleOutcome({ domain: "relapse", result: { kind: "narrative", text: "Some relapsed." } })],
    });
    expect(matchesFilters(asking({ reports: ["relapse"] }), told)).toBe(true);
    expect(matchesFilters(asking({ reports: ["relapse"], isCounted: true }), told)).toBe(false);
    expect(matchesFilters(asking({ reports: ["relapse", "survival"] }), told)).toBe(false);
  });

  test("every filter in force is told in words", () => {
    const asked = asking({
      kinds: ["treatment"],
      designs: ["case-series", "case-report"],
      fromYear: 2010,
      fewestPatients: 5,
      features: { juvenile: "all-or-most" },
      reports: ["response", "relapse"],
      isCounted: true,
      readings: ["abstract"],
    });
    expect(describeFilters(asked)).toEqual([
      "Kind: Studies of immunoglobulin",
      "Design: Case series or Case report",
      "Year: 2010 or later",
      "Patients: 5 or more",
      "Under 18: all or most patients",
      "Reports response and relapse as a count",
      "How it was read: Figures read in the abstract",
    ]);
  });
});

describe("search through the notes", () => {
  test("every label, note and author of every sheet is found", () => {
    for (const sheet of studies) {
      const record = toStudySummary(sheet);
      const notes = notesText(sheet);
      const texts = [
        ...sheet.citation.authors,
        ...sheet.outcomes.map(({ label }) => label),
        ...sheet.limitations,
        ...sheet.unclear,
        ...Object.values(sheet.features).flatMap((said) => said?.note ?? []),
      ];
      for (const text of texts) expect(matchesSearch(text, record, notes), `${sheet.id}: ${text}`).toBe(true);
    }
  });

  test("every word has to occur", () => {
    const record = toStudySummary(exampleStudy({ citation: { authors: ["Chérin P"] } }));
    expect(matchesSearch("  cherin EXAMPLE ", record)).toBe(true);
    expect(matchesSearch("cherin elsewhere", record)).toBe(false);
    expect(matchesSearch("cherin elsewhere", record, "read elsewhere")).toBe(true);
  });
});

/** The studies and patients of a cell counted again, the plain way: straight from the sheets, cohort by cohort. */
function countedAgain(meets: (sheet: Study) => boolean) {
  const found = studies.filter(
    (sheet) =>
      sheet.treatment.agent !== null &&
      sheet.design.type !== "guideline" &&
      sheet.design.type !== "systematic-review" &&
      meets(sheet),
  );
  const byCohort = new Map<string, number[]>();
  for (const { id, cohort, participants } of found) {
    const key = cohort ?? `only ${id}`;
    byCohort.set(key, [...(byCohort.get(key) ?? []), participants.treated ?? 0]);
  }
  const patients = [...byCohort.values()].map((treated) => Math.max(...treated)).reduce((sum, most) => sum + most, 0);
  return { studies: found.length, patients };
}

const reaches = { "all-or-most": ["all", "most"], any: ["all", "most", "some"] } as const;

describe.each(Object.keys(reaches) as (keyof typeof reaches)[])("the map of the real library, %s", (reach) => {
  const isIn = (sheet: Study, feature: (typeof features)[number]) =>
    (reaches[reach] as readonly string[]).includes(sheet.features[feature]?.share ?? "unclear");
  const listedBy = (asked: Filters) => studies.filter((sheet) => matchesFilters(asked, toStudySummary(sheet))).length;

  test("every cell counts what the sheets say, and its filters list as many studies", () => {
    for (const { feature, all, cells } of outcomeMap(studies.map(toStudySummary), reach)) {
      expect(all).toMatchObject(countedAgain((sheet) => isIn(sheet, feature)));
      for (const domain of mapDomains) {
        const again = countedAgain(
          (sheet) => isIn(sheet, feature) && sheet.outcomes.some((outcome) => outcome.domain === domain),
        );
        expect(cells[domain], `${feature} ${domain}`).toMatchObject(again);
        expect(listedBy(filtersOfCell([feature], reach, domain))).toBe(again.studies);
      }
    }
  });

  test("every pair stands once and counts the studies with both", () => {
    const rows = pairMap(studies.map(toStudySummary), reach);
    expect(rows.flatMap(({ pairs }) => pairs)).toHaveLength((features.length * (features.length - 1)) / 2);
    for (const { one, other, cell } of rows.flatMap(({ pairs }) => pairs)) {
      const again = countedAgain((sheet) => isIn(sheet, one) && isIn(sheet, other));
      expect(cell, `${one} ${other}`).toMatchObject(again);
      expect(listedBy(filtersOfCell([one, other], reach))).toBe(again.studies);
    }
  });
});

test("five studies of pregnancy, five patients; none with lung disease", () => {
  const [row] = outcomeMap(studies, "all-or-most");
  expect(row).toMatchObject({ feature: "pregnancy", all: { studies: 5, patients: 5 } });
  const pairs = pairMap(studies, "all-or-most").flatMap(({ pairs }) => pairs);
  expect(pairs.find(({ one, other }) => one === "ild" && other === "pregnancy")?.cell.studies).toBe(0);
});

describe("side by side", () => {
  const pair = ["bounfour-2014", "galimberti-2018"].flatMap((id) => studies.find((study) => study.id === id) ?? []);
  const compared = compareStudies(pair);

  test("every outcome of every study stands in the line of its domain, in the study's own place", () => {
    expect(pair).toHaveLength(2);
    pair.forEach((study, place) => {
      const placed = compared.outcomes.flatMap(({ domain, outcomes }) =>
        (outcomes[place] ?? []).map((outcome) => {
          expect(outcome.domain).toBe(domain);
          return outcome.id;
        }),
      );
      expect(placed.sort()).toEqual(study.outcomes.map(({ id }) => id).sort());
    });
  });

  test("every line has a cell for each study; what a sheet does not say is null, not no", () => {
    const lines = [...compared.design, ...compared.patients, ...compared.features, ...compared.treatment];
    for (const { said } of lines) expect(said).toHaveLength(2);
    expect(lines.find(({ name }) => name === "Skin only")?.said[0]).toBe("all (27 of 27)");
    expect(lines.find(({ name }) => name === "Age")?.said[0]).toBeNull();
  });
});

describe("pins on the printed page", () => {
  const answer = answerTo(emptyProfile, prepareLibrary(loadLibrary()));

  test("print in the order of the pins, before anything else", () => {
    const { heading, studies: printed, others } = selectStudiesToPrint(answer, ["tsai-1997", "bounfour-2014"]);
    expect(heading).toBe("Pinned studies");
    expect(printed.map(({ study }) => study.id)).toEqual(["tsai-1997", "bounfour-2014"]);
    expect(others).toEqual([]);
  });

  test("a guideline that is pinned is named, and is no treatment study", () => {
    const guideline = studies.find(({ design }) => design.type === "guideline")?.id ?? "";
    const { studies: printed, others } = selectStudiesToPrint(answer, [guideline, "tsai-1997"]);
    expect(printed.map(({ study }) => study.id)).toEqual(["tsai-1997"]);
    expect(others.map(({ id }) => id)).toEqual([guideline]);
  });
});

test("a record knows every domain that its sheet reports", () => {
  for (const sheet of studies) {
    const domains = Object.keys(domainNames).filter((domain) =>
      sheet.outcomes.some((found) => found.domain === domain),
    );
    const known = Object.keys(getReportedDomains(toStudySummary(sheet))) as OutcomeDomain[];
    expect(known.sort()).toEqual(domains.sort());
  }
});
