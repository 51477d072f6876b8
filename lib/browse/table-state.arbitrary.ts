import fc from "fast-check";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { outcomeDomains } from "@/lib/vocabulary/outcomes";
import {
  columns,
  designs,
  type Filters,
  MAX_SEARCH_LENGTH,
  patientRange,
  readings,
  type ShareChoice,
  shareChoices,
  type TableState,
  yearRange,
} from "./table-state";

const drawSome = <Name extends string>(names: readonly Name[]) => fc.subarray([...names]);
const choices = Object.keys(shareChoices) as ShareChoice[];

/** Anything a reader can ask of the columns. */
export const anyFilters: fc.Arbitrary<Filters> = fc.record({
  kinds: drawSome(kinds),
  designs: drawSome(designs),
  fromYear: fc.option(fc.integer(yearRange)),
  toYear: fc.option(fc.integer(yearRange)),
  fewestPatients: fc.option(fc.integer({ min: patientRange.min, max: 100 })),
  features: fc
    .tuple(
      drawSome<Feature>(features),
      fc.array(fc.constantFrom(...choices), { minLength: features.length, maxLength: features.length }),
    )
    .map(
      ([named, drawn]) =>
        Object.fromEntries(named.map((name, place) => [name, drawn[place] ?? "all"])) as Filters["features"],
    ),
  reports: drawSome(outcomeDomains),
  isCounted: fc.boolean(),
  readings: drawSome(readings),
});

/** Any state of the table; its lists are in the order of their vocabulary. */
export const anyTable: fc.Arbitrary<TableState> = fc.record({
  search: fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.slice(0, MAX_SEARCH_LENGTH)),
  sort: fc.option(fc.record({ column: fc.constantFrom(...columns), isDescending: fc.boolean() })),
  columns: drawSome(columns),
  filters: anyFilters,
});
