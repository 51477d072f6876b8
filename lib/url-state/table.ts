import * as z from "zod/mini";
import {
  columns,
  defaultColumns,
  defaultTableState,
  designs,
  filters,
  noFilters,
  readings,
  type TableState,
  tableState,
} from "@/lib/browse/table-state";
import { features } from "@/lib/vocabulary/feature";
import { kinds } from "@/lib/vocabulary/kind";
import { outcomeDomains } from "@/lib/vocabulary/outcomes";
import { fromBase64Url, toBase64Url } from "./base64";

/** The version this program writes. A link of a later version is refused, never half read. */
const version = 1;

const { shape: state } = tableState;
const { shape: asked } = filters;

/** What a link holds: only what differs from the usual table, under short keys. */
const linked = z.strictObject({
  q: z.optional(state.search),
  s: z.optional(z.enum(columns)),
  desc: z.optional(z.literal(true)),
  c: z.optional(state.columns),
  k: z.optional(asked.kinds),
  d: z.optional(asked.designs),
  from: z.optional(asked.fromYear),
  to: z.optional(asked.toYear),
  n: z.optional(asked.fewestPatients),
  f: z.optional(asked.features),
  o: z.optional(asked.reports),
  count: z.optional(z.literal(true)),
  r: z.optional(asked.readings),
});

export type ReadTable = { ok: true; table: TableState } | { ok: false; message: string };

/**
 * Writes the state of the table as a part of the fragment: "table=", a version and base64url JSON.
 * Equal states give equal parts, whatever the order things were chosen in; the usual table gives "".
 */
export function writeTable({ search, sort, columns: shown, filters: asks }: TableState): string {
  const chosen = ordered(columns, shown);
  const held = {
    ...(search !== "" && { q: search }),
    ...(sort && { s: sort.column, ...(sort.isDescending && { desc: true }) }),
    ...(chosen.join() !== defaultColumns.join() && { c: chosen }),
    ...some("k", ordered(kinds, asks.kinds)),
    ...some("d", ordered(designs, asks.designs)),
    ...(asks.fromYear !== null && { from: asks.fromYear }),
    ...(asks.toYear !== null && { to: asks.toYear }),
    ...(asks.fewestPatients !== null && { n: asks.fewestPatients }),
    ...someFeatures(asks.features),
    ...some("o", ordered(outcomeDomains, asks.reports)),
    ...(asks.isCounted && { count: true }),
    ...some("r", ordered(readings, asks.readings)),
  };
  return Object.keys(held).length === 0 ? "" : `table=${version}.${toBase64Url(JSON.stringify(held))}`;
}

/**
 * Reads the table's part of a fragment, as `splitFragment` gives it; "" is the usual table.
 * @returns the state, or a sentence for the reader; nothing of a part that is damaged is applied
 */
export function readTable(part: string): ReadTable {
  if (part === "") return { ok: true, table: defaultTableState };
  const found = /^table=(\d+)\.([A-Za-z0-9_-]+)$/.exec(part);
  if (found?.[1] && Number(found[1]) > version) return refused("made by a newer version of Myomatch");
  const held = found?.[2] && Number(found[1]) === version ? parse(found[2]) : null;
  if (!held) return refused("damaged or incomplete");
  const { q = "", s, desc = false, c, k = [], d = [], from = null, to = null, n = null, f = {}, o = [], r = [] } = held;
  if (desc && !s) return refused("damaged or incomplete");
  return {
    ok: true,
    table: {
      search: q,
      sort: s ? { column: s, isDescending: desc } : null,
      columns: ordered(columns, c ?? defaultColumns),
      filters: {
        ...noFilters,
        kinds: ordered(kinds, k),
        designs: ordered(designs, d),
        fromYear: from,
        toYear: to,
        fewestPatients: n,
        features: f,
        reports: ordered(outcomeDomains, o),
        isCounted: held.count ?? false,
        readings: ordered(readings, r),
      },
    },
  };
}

function refused(why: string): ReadTable {
  return {
    ok: false,
    message: `The part of this link that sorts and filters the studies is ${why}, so every study is listed. Choose again below, or copy the whole link again.`,
  };
}

function parse(encoded: string): z.infer<typeof linked> | null {
  try {
    return linked.parse(JSON.parse(fromBase64Url(encoded)));
  } catch {
    return null; // whatever is wrong with it, the reader can only choose again
  }
}

/** Names in the order of their vocabulary, each once. */
function ordered<Name extends string>(vocabulary: readonly Name[], chosen: readonly Name[]): Name[] {
  return vocabulary.filter((name) => chosen.includes(name));
}

function some(key: string, chosen: readonly string[]) {
  return chosen.length > 0 && { [key]: chosen };
}

function someFeatures(asked: TableState["filters"]["features"]) {
  const held = features.flatMap((feature) => (asked[feature] ? [[feature, asked[feature]]] : []));
  return held.length > 0 && { f: Object.fromEntries(held) };
}
