import { expect, test } from "vitest";
import { realLibrary } from "@/lib/answer/library.arbitrary";
import { formatReference, splitReference } from "./references";

const { studies } = realLibrary();

test("a reference names its journal with the year once, and an identifier where there is one", () => {
  const withoutIdentifier = studies.filter(
    ({ citation }) => !citation.pmid && !citation.doi && !citation.pmcid && citation.journal,
  );
  expect(withoutIdentifier.length).toBeGreaterThan(10);
  expect(withoutIdentifier.some(({ citation }) => citation.year === null)).toBe(true);
  for (const study of withoutIdentifier) {
    const { journal, year } = study.citation;
    const text = formatReference(study);
    expect(text.split(`${journal} ${year ?? "no date"}`).length, text).toBe(2);
    expect(text).not.toContain(`${journal} (no date)`);
    const { rest } = splitReference(study);
    expect(rest.split(`${journal}`).length, rest).toBe(2);
  }
  const identified = studies.filter(({ citation }) => citation.pmid);
  expect(identified.length).toBeGreaterThan(50);
  for (const study of identified) expect(formatReference(study)).toContain(`PMID ${study.citation.pmid}.`);
});
