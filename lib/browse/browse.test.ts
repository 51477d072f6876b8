import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { emptyProfile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { createStudy } from "@/lib/study/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { getReportedDomains, toStudySummary } from "@/lib/study/summary";
import { domainNames, type OutcomeDomain } from "@/lib/vocabulary/outcomes";
import { compareStudies } from "./compare";
import { getNotesText, matchesSearch } from "./search";

const { studies } = loadLibrary();

describe("search through the notes", () => {
  test("every label, note and author of every sheet is found", () => {
    for (const sheet of studies) {
      const record = toStudySummary(sheet);
      const notes = getNotesText(sheet);
      const texts = [
        ...sheet.citation.authors,
        ...sheet.outcomes.map(({ label }) => label),
        ...sheet.limitations,
        ...sheet.unclear,
        ...Object.values(sheet.features).flatMap((reported) => reported?.note ?? []),
      ];
      for (const text of texts) expect(matchesSearch(text, record, notes), `${sheet.id}: ${text}`).toBe(true);
    }
  });

  test("every word has to occur", () => {
    const record = toStudySummary(createStudy({ citation: { authors: ["Chérin P"] } }));
    expect(matchesSearch("  cherin EXAMPLE ", record)).toBe(true);
    expect(matchesSearch("cherin elsewhere", record)).toBe(false);
    expect(matchesSearch("cherin elsewhere", record, "read elsewhere")).toBe(true);
  });
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
    for (const { values } of lines) expect(values).toHaveLength(2);
    expect(lines.find(({ name }) => name === "Skin only")?.values[0]).toBe("all (27 of 27)");
    expect(lines.find(({ name }) => name === "Age")?.values[0]).toBeNull();
  });

  test("without a comparison group there is no comparator, and nothing is missing", () => {
    const groups = [false, true].map((controlled) => createStudy({ design: { controlled } }));
    const [comparator] = compareStudies(groups).treatment.filter(({ name }) => name === interfaceText.comparator);
    expect(comparator?.values).toEqual(["none", null]);
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
