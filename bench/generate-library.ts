import type { Study } from "@/lib/study/schema";
import type { StudySummary } from "@/lib/study/summary";

/** Numbers from 0 to 1 that look like chance and are the same in every run. Source: Park & Miller 1988. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * A library as large as wished, made of the real sheets: each copy has an id, an author and a year of its own and the
 * feature shares of another sheet, so that filters and matches have something to distinguish.
 */
export function generateSheets<Sheet extends Study | StudySummary>(real: readonly Sheet[], count: number): Sheet[] {
  const next = createRandom(20_261_122);
  const pickSheet = () => real[Math.floor(next() * real.length)] as Sheet;
  return Array.from({ length: count }, (_, place) => {
    const sheet = real[place % real.length] as Sheet;
    if (place < real.length) return sheet;
    const copy = Math.floor(place / real.length);
    const { features: shares } = pickSheet();
    return {
      ...sheet,
      id: `${sheet.id}-copy-${copy}`,
      cohort: null,
      citation: {
        ...sheet.citation,
        authors: [`Author${place} A`, ...sheet.citation.authors],
        year: 1990 + Math.floor(next() * 36),
        pmid: null,
        doi: null,
        pmcid: null,
      },
      // Counts of another sheet would not fit these patients: only its shares are taken.
      features: Object.fromEntries(
        Object.entries(shares).map(([feature, reported]) => [feature, { ...reported, n: null }]),
      ) as Sheet["features"],
    };
  });
}
