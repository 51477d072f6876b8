import { expect, test } from "vitest";
import { readPlace, writePlace } from "@/lib/url-state/place";
import { glossary } from "./glossary";

test("each word of the glossary has a place of its own that a link can lead to", () => {
  expect(glossary.length).toBeGreaterThan(15);
  expect(new Set(glossary.map(({ id }) => id)).size).toBe(glossary.length);
  const terms = glossary.map(({ term }) => term.toLowerCase());
  expect(terms, "in the order of the alphabet").toEqual([...terms].sort());
  for (const { id, meaning } of glossary) {
    expect(readPlace(writePlace(id))).toEqual({ ok: true, value: id });
    expect(meaning).toMatch(/\.$/);
  }
});
