import type { Feature, Share } from "@/lib/vocabulary/feature";
import type { kinds } from "@/lib/vocabulary/kind";
import { designNames, figureDomains, type outcomeDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";

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

export const designs = Object.keys(designNames) as Design[];
export const readings = Object.keys(sourceReadNames) as Reads[];

/** The longest text a search takes; no real search is longer, and a link must not grow without limit. */
export const MAX_SEARCH_LENGTH = 200;

/** Whole numbers that can be asked for, the first and the last. */
export type WholeRange = { min: number; max: number };
export const yearRange: WholeRange = { min: 1950, max: 2100 };
export const patientRange: WholeRange = { min: 1, max: 100_000 };

/** What is wrong with a value as a whole number of this range, in a sentence; null where nothing is. */
export function findWholeNumberFault(value: unknown, { min, max }: WholeRange): string | null {
  const isTaken = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
  return isTaken ? null : `Enter a whole number from ${min} to ${max}.`;
}

/** What a reader filters the studies by. An empty list or null filters nothing. */
export type Filters = {
  kinds: (typeof kinds)[number][];
  designs: Design[];
  fromYear: number | null;
  toYear: number | null;
  fewestPatients: number | null;
  features: { [Name in Feature]?: ShareChoice | undefined };
  /** every one of these has to be reported */
  reports: (typeof outcomeDomains)[number][];
  /** as a count of patients, and not in words only */
  isCounted: boolean;
  readings: Reads[];
};

/** Everything that makes one reader's table differ from another's. */
export type TableState = {
  /** at most MAX_SEARCH_LENGTH */
  search: string;
  sort: { column: Column; isDescending: boolean } | null;
  columns: Column[];
  filters: Filters;
};

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
