import * as z from "zod/mini";
import {
  columns,
  defaultColumns,
  defaultTableState,
  designs,
  filters,
  readings,
  type TableState,
  tableState,
} from "@/lib/browse/table-state";
import { kinds } from "@/lib/vocabulary/kind";
import { outcomeDomains } from "@/lib/vocabulary/outcomes";
import { writeAsJsonText } from "./codec";
import { createPart } from "./part";
import { createSchemaCodec } from "./schema-codec";

/** Words of a vocabulary, each once and in its order, however they were chosen. */
function createListCodec<Word extends string>(vocabulary: readonly Word[]) {
  const list = z.array(z.enum(vocabulary));
  const sortAsVocabulary = (words: readonly Word[]) => vocabulary.filter((word) => words.includes(word));
  return z.codec(list, list, { decode: sortAsVocabulary, encode: sortAsVocabulary });
}

/** What a link holds: only what differs from the usual table, under short keys. */
const content = z.strictObject({
  q: z.optional(tableState.shape.search),
  s: z.optional(z.enum(columns)),
  desc: z.optional(z.literal(true)),
  c: z.optional(createListCodec(columns)),
  k: z.optional(createListCodec(kinds)),
  d: z.optional(createListCodec(designs)),
  from: z.optional(filters.shape.fromYear),
  to: z.optional(filters.shape.toYear),
  n: z.optional(filters.shape.fewestPatients),
  f: z.optional(filters.shape.features),
  o: z.optional(createListCodec(outcomeDomains)),
  count: z.optional(z.literal(true)),
  r: z.optional(createListCodec(readings)),
});

const codec = z.codec(content, tableState, {
  decode: ({ q = "", s, desc = false, c = [...defaultColumns], ...filters }, { issues }) => {
    if (desc && !s) issues.push({ code: "invalid_value", values: [...columns], input: s });
    return {
      search: q,
      sort: s ? { column: s, isDescending: desc } : null,
      columns: c,
      filters: {
        kinds: filters.k ?? [],
        designs: filters.d ?? [],
        fromYear: filters.from ?? null,
        toYear: filters.to ?? null,
        fewestPatients: filters.n ?? null,
        features: filters.f ?? {},
        reports: filters.o ?? [],
        isCounted: filters.count ?? false,
        readings: filters.r ?? [],
      },
    };
  },
  encode: ({ search, sort, columns: shown, filters }) => ({
    q: search || undefined,
    s: sort?.column,
    desc: sort?.isDescending || undefined,
    c: isUsual(shown) ? undefined : shown,
    k: omitIfEmpty(filters.kinds),
    d: omitIfEmpty(filters.designs),
    from: filters.fromYear ?? undefined,
    to: filters.toYear ?? undefined,
    n: filters.fewestPatients ?? undefined,
    f: Object.values(filters.features).some(Boolean) ? filters.features : undefined,
    o: omitIfEmpty(filters.reports),
    count: filters.isCounted || undefined,
    r: omitIfEmpty(filters.readings),
  }),
});

function isUsual(shown: readonly string[]): boolean {
  return shown.length === defaultColumns.length && defaultColumns.every((column) => shown.includes(column));
}

function omitIfEmpty<Word>(words: Word[]): Word[] | undefined {
  return words.length > 0 ? words : undefined;
}

/** The state of the table. */
export const { write: writeTable, read: readTable } = createPart<TableState>({
  name: "table",
  codec: writeAsJsonText(1, createSchemaCodec(codec)),
  empty: defaultTableState,
  refusal: {
    subject: "The part of this link that sorts and filters the studies",
    result: "every study is listed",
    remedy: "choose again below",
  },
});
