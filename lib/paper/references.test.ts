import { expect, test } from "vitest";
import { realLibrary } from "@/lib/answer/library.arbitrary";
import { formatReference, splitReference } from "./references";

const { studies } = realLibrary();

test("a reference names its journal with the year once, and an identifier where there is one", () => {
  const withoutIdentifier = studies.filter(({ citation }) => !citation.pmid && !citation.doi && citation.journal);
  expect(withoutIdentifier.length).toBeGreaterThan(10);
  for (const study of withoutIdentifier) {
    const named = `${study.citation.journal} ${study.citation.year}`;
    for (const text of [formatReference(study), splitReference(study).rest])
      expect(text.split(named).length - 1, text).toBeLessThanOrEqual(1);
  }
  const identified = studies.filter(({ citation }) => citation.pmid);
  expect(identified.length).toBeGreaterThan(50);
  for (const study of identified) expect(formatReference(study)).toContain(`PMID ${study.citation.pmid}.`);
});
