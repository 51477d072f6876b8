import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { loadLibrary } from "@/lib/study/load";
import { LiteratureSearch } from "./literature-search";

const library = loadLibrary();

/** What a reader reads: no tags, entities as what they stand for, one space between words. */
function readPage(part: Partial<typeof library> = {}): string {
  return renderToStaticMarkup(<LiteratureSearch library={{ ...library, ...part }} />)
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

describe("the page says", () => {
  test("how the literature was searched, and which search to repeat", () => {
    const page = readPage();
    expect(page).toContain(`about ${library.search.approximateLookUps} look-ups`);
    expect(page).toContain("No database was searched as a whole.");
    expect(page).toContain("for this library it has not been run");
    expect(page).toContain(library.search.query);
  });

  test("which databases were searched as a whole, where some were", () => {
    const search = { ...library.search, approximateLookUps: 0, databases: ["PubMed", "Embase"] };
    const page = readPage({ search });
    expect(page).toContain("Searched as a whole: PubMed and Embase.");
    expect(page).not.toMatch(/look-ups by name|No database|has not been run/);
  });

  test("every missing report with its reason", () => {
    const page = readPage();
    expect(library.wanted.length).toBeGreaterThan(20);
    for (const { title, reason, pmid, doi } of library.wanted) {
      expect(page).toContain(title);
      expect(page).toContain(reason);
      if (pmid) expect(page).toContain(`PMID ${pmid}`);
      else if (doi) expect(page).toContain(`doi:${doi}`);
    }
  });

  test("that none is missing where none is on file", () => {
    const page = readPage({ wanted: [], screened: [] });
    expect(page).toContain("None is on file.");
    expect(page).toContain("Looked at and left out 0");
  });

  test("how many were left out, and why", () => {
    const record = {
      title: "In mice",
      year: 2020,
      pmid: "1",
      doi: null,
      reason: "an animal study",
      date: "2026-11-25",
    };
    const page = readPage({ screened: [record, { ...record, title: "In rats", pmid: "2" }] });
    expect(page).toContain("Looked at and left out 2 an animal study: 2");
  });
});
