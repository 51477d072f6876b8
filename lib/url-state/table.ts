import {
  type Column,
  columns,
  defaultColumns,
  defaultTableState,
  designs,
  type Filters,
  findWholeNumberFault,
  MAX_SEARCH_LENGTH,
  patientRange,
  readings,
  shareChoices,
  type TableState,
  type WholeRange,
  yearRange,
} from "@/lib/browse/table-state";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { outcomeDomains } from "@/lib/vocabulary/outcomes";
import { type Check, take, takeObject, takeWord, takeWords } from "./checks";
import { type Codec, type Decoded, writeAsJsonText } from "./codec";
import { createPart } from "./part";

/** What a link holds: only what differs from the usual table, under short keys. */
type Content = {
  q?: string | undefined;
  s?: Column | undefined;
  desc?: true | undefined;
  c?: Column[] | undefined;
  k?: Filters["kinds"] | undefined;
  d?: Filters["designs"] | undefined;
  from?: number | undefined;
  to?: number | undefined;
  n?: number | undefined;
  f?: Filters["features"] | undefined;
  o?: Filters["reports"] | undefined;
  count?: true | undefined;
  r?: Filters["readings"] | undefined;
};

const takeTrue = take((value) => value === true);
const takeWholeNumber = (range: WholeRange) => take((value) => findWholeNumberFault(value, range) === null);
const takeShare = takeWord(Object.keys(shareChoices));

const checks: Record<keyof Content, Check> = {
  q: take((value) => typeof value === "string" && value.length <= MAX_SEARCH_LENGTH),
  s: takeWord(columns),
  desc: takeTrue,
  c: takeWords(columns),
  k: takeWords(kinds),
  d: takeWords(designs),
  from: takeWholeNumber(yearRange),
  to: takeWholeNumber(yearRange),
  n: takeWholeNumber(patientRange),
  f: takeObject(Object.fromEntries(features.map((feature) => [feature, takeShare]))),
  o: takeWords(outcomeDomains),
  count: takeTrue,
  r: takeWords(readings),
};
const check = takeObject(checks);

const content: Codec<TableState, Content> = {
  encode: ({ search, sort, columns: shown, filters }) => {
    const form: Content = {
      q: search || undefined,
      s: sort?.column,
      desc: sort?.isDescending || undefined,
      c: isUsual(shown) ? undefined : sortWords(columns, shown),
      k: omitIfEmpty(sortWords(kinds, filters.kinds)),
      d: omitIfEmpty(sortWords(designs, filters.designs)),
      from: filters.fromYear ?? undefined,
      to: filters.toYear ?? undefined,
      n: filters.fewestPatients ?? undefined,
      f: Object.values(filters.features).some(Boolean) ? sortFeatures(filters.features) : undefined,
      o: omitIfEmpty(sortWords(outcomeDomains, filters.reports)),
      count: filters.isCounted || undefined,
      r: omitIfEmpty(sortWords(readings, filters.readings)),
    };
    if (!("value" in decodeContent(JSON.parse(JSON.stringify(form))))) throw new Error("writeTable: this is no table.");
    return form;
  },
  decode: decodeContent,
};

/** Reads what a link holds, all of it or nothing. */
function decodeContent(form: unknown): Decoded<TableState> {
  const found = check(form);
  if (found !== "taken") return { refusal: found };
  const { q = "", s, desc = false, c = [...defaultColumns], ...filters } = form as Content;
  if (desc && !s) return { refusal: "damaged" };
  return {
    value: {
      search: q,
      sort: s ? { column: s, isDescending: desc } : null,
      columns: sortWords(columns, c),
      filters: {
        kinds: sortWords(kinds, filters.k ?? []),
        designs: sortWords(designs, filters.d ?? []),
        fromYear: filters.from ?? null,
        toYear: filters.to ?? null,
        fewestPatients: filters.n ?? null,
        features: sortFeatures(filters.f ?? {}),
        reports: sortWords(outcomeDomains, filters.o ?? []),
        isCounted: filters.count ?? false,
        readings: sortWords(readings, filters.r ?? []),
      },
    },
  };
}

/**
 * Words of a vocabulary, each once and in its order, however they were chosen: equal states have equal links. Throws on a
 * word that is not in it.
 */
function sortWords<Word extends string>(vocabulary: readonly Word[], words: readonly Word[]): Word[] {
  const unknown = words.find((word) => !vocabulary.includes(word));
  if (unknown !== undefined) throw new Error(`writeTable: "${unknown}" is no word of a table.`);
  return vocabulary.filter((word) => words.includes(word));
}

/** The same for features, each with the share that was chosen. */
function sortFeatures(chosen: Filters["features"]): Filters["features"] {
  const named = sortWords(features, Object.keys(chosen) as Feature[]);
  return Object.fromEntries(named.flatMap((feature) => (chosen[feature] ? [[feature, chosen[feature]]] : [])));
}

function isUsual(shown: readonly string[]): boolean {
  return shown.length === defaultColumns.length && defaultColumns.every((column) => shown.includes(column));
}

function omitIfEmpty<Word>(words: Word[]): Word[] | undefined {
  return words.length > 0 ? words : undefined;
}

/** The state of the table. */
export const { write: writeTable, read: readTable } = createPart<TableState>({
  name: "table",
  codec: writeAsJsonText(1, content),
  empty: defaultTableState,
  refusal: {
    subject: "The part of this link that sorts and filters the studies",
    result: "every study is listed",
    remedy: "choose again below",
  },
});
