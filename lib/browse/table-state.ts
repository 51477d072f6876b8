// The small build of zod: what the table is asked for travels to every phone.
import * as z from "zod/mini";
import { type Feature, features, type Share } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { designNames, outcomeDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";

/** The columns of the table of studies, in their order, by the names their headers show. */
export const columnNames = {
  study: "Study",
  design: "Design",
  patients: "Patients",
  matches: "Matches and lacks",
  response: "Response",
  relapse: "Relapse",
  survival: "Survival",
  regimen: "Regimen",
  year: "Year",
  reads: "How it was read",
} as const;

export type Column = keyof typeof columnNames;
export const columns = Object.keys(columnNames) as [Column, ...Column[]];

/** Columns that are shown until a reader chooses others. The study's name always stands. */
export const defaultColumns: readonly Column[] = columns.filter(
  (column) => column !== "survival" && column !== "reads",
);

/** What a reader may ask of a feature, each with the shares that meet it. */
export const shareChoices = {
  "all-or-most": ["all", "most"],
  any: ["all", "most", "some"],
  all: ["all"],
  most: ["most"],
  some: ["some"],
  none: ["none"],
  unclear: ["unclear"],
} as const satisfies Record<string, readonly Share[]>;

export type ShareChoice = keyof typeof shareChoices;

/** Every share choice in words, as they stand after a feature's name. */
export const shareChoiceNames: Record<ShareChoice, string> = {
  "all-or-most": "all or most patients",
  any: "at least some patients",
  all: "all patients",
  most: "most patients, not all",
  some: "some patients, not most",
  none: "nobody",
  unclear: "not reported",
};

type Design = keyof typeof designNames;
type Reads = keyof typeof sourceReadNames;
const keysOf = <Name extends string>(names: Record<Name, unknown>) => Object.keys(names) as [Name, ...Name[]];

export const designs = keysOf<Design>(designNames);
export const readings = keysOf<Reads>(sourceReadNames);

/** The longest text a search takes; beyond it nobody searches, and a link would grow without end. */
export const MAX_SEARCH_LENGTH = 200;
/** The first and last year that can be asked for. */
export const yearRange = { min: 1950, max: 2100 };
export const patientRange = { min: 1, max: 100_000 };

const year = z.int().check(z.gte(yearRange.min), z.lte(yearRange.max));
const someOf = <Name extends string>(names: readonly [Name, ...Name[]]) => z.array(z.enum(names));

/** What a reader asks of the studies, column by column. An empty list or null asks nothing. */
export const filters = z.strictObject({
  kinds: someOf(kinds as unknown as [(typeof kinds)[number], ...(typeof kinds)[number][]]),
  designs: someOf(designs),
  fromYear: z.nullable(year),
  toYear: z.nullable(year),
  fewestPatients: z.nullable(z.int().check(z.gte(patientRange.min), z.lte(patientRange.max))),
  features: z.strictObject(
    Object.fromEntries(
      features.map((feature) => [feature, z.optional(z.enum(keysOf<ShareChoice>(shareChoices)))]),
    ) as Record<Feature, z.ZodMiniOptional<z.ZodMiniEnum<{ [Key in ShareChoice]: Key }>>>,
  ),
  /** every one of these has to be reported */
  reports: someOf(outcomeDomains),
  /** as a count of patients, and not in words only */
  isCounted: z.boolean(),
  readings: someOf(readings),
});
export type Filters = z.infer<typeof filters>;

/** Everything that makes one reader's table differ from another's. */
export const tableState = z.strictObject({
  search: z.string().check(z.maxLength(MAX_SEARCH_LENGTH)),
  sort: z.nullable(z.strictObject({ column: z.enum(columns), isDescending: z.boolean() })),
  columns: z.array(z.enum(columns)),
  filters,
});
export type TableState = z.infer<typeof tableState>;

export const noFilters: Filters = {
  kinds: [],
  designs: [],
  fromYear: null,
  toYear: null,
  fewestPatients: null,
  features: {},
  reports: [],
  isCounted: false,
  readings: [],
};

/** The table as everybody first sees it. */
export const defaultTableState: TableState = {
  search: "",
  sort: null,
  columns: [...defaultColumns],
  filters: noFilters,
};

type Sort = TableState["sort"];

/** Columns read from their beginning: names from A, designs from the strongest. The others lead with the highest number. */
const leadingLow: readonly Column[] = ["study", "design", "reads"];

/** The order that a column is first sorted in. */
export function firstSort(column: Column): NonNullable<Sort> {
  return { column, isDescending: !leadingLow.includes(column) };
}

/** What one more press of a column's header asks for: that column, then the other way round, then no column. */
export function getNextSort(sort: Sort, column: Column): Sort {
  const first = firstSort(column);
  if (sort?.column !== column) return first;
  return sort.isDescending === first.isDescending ? { column, isDescending: !first.isDescending } : null;
}
