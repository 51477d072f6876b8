// The small build of zod: the state of the table is read on every phone.
import * as z from "zod/mini";
import { type Feature, features, type Share } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { designNames, figureDomains, outcomeDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";

/** The columns that a reader can see and sort by, in their order. What each shows is defined where the table is drawn. */
export const columns = [
  "study",
  "design",
  "patients",
  "matches",
  ...figureDomains,
  "regimen",
  "year",
  "reads",
] as const;
export type Column = (typeof columns)[number];

/** Columns that are shown until a reader chooses others. The study's name is always shown. */
export const defaultColumns: readonly Column[] = columns.filter(
  (column) => column !== "survival" && column !== "reads",
);

/** What a reader can filter a feature by, each with the shares that meet it. */
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
const listKeys = <Name extends string>(names: Record<Name, unknown>) => Object.keys(names) as [Name, ...Name[]];

export const designs = listKeys<Design>(designNames);
export const readings = listKeys<Reads>(sourceReadNames);

/** The longest text a search takes; no real search is longer, and a link must not grow without limit. */
export const MAX_SEARCH_LENGTH = 200;
/** The first and last year that can be asked for. */
export const yearRange = { min: 1950, max: 2100 };
export const patientRange = { min: 1, max: 100_000 };

const createWholeNumberSchema = ({ min, max }: { min: number; max: number }) => {
  const message = `Enter a whole number from ${min} to ${max}.`;
  return z.int(message).check(z.gte(min, message), z.lte(max, message));
};
export const filterYear = createWholeNumberSchema(yearRange);
export const filterPatients = createWholeNumberSchema(patientRange);

const createListSchema = <Name extends string>(names: readonly [Name, ...Name[]]) => z.array(z.enum(names));

/** What a reader filters the studies by. An empty list or null filters nothing. */
export const filters = z.strictObject({
  kinds: createListSchema(kinds as unknown as [(typeof kinds)[number], ...(typeof kinds)[number][]]),
  designs: createListSchema(designs),
  fromYear: z.nullable(filterYear),
  toYear: z.nullable(filterYear),
  fewestPatients: z.nullable(filterPatients),
  features: z.strictObject(
    Object.fromEntries(
      features.map((feature) => [feature, z.optional(z.enum(listKeys<ShareChoice>(shareChoices)))]),
    ) as Record<Feature, z.ZodMiniOptional<z.ZodMiniEnum<{ [Key in ShareChoice]: Key }>>>,
  ),
  /** every one of these has to be reported */
  reports: createListSchema(outcomeDomains),
  /** as a count of patients, and not in words only */
  isCounted: z.boolean(),
  readings: createListSchema(readings),
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
