import { isObject } from "./object";

/** Whatever JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

type JsonObject = { [key: string]: Json };

/**
 * A list of values by columns. Objects of one kind are written as one list for each of their keys, and lists as their
 * lengths and one long list, as deep as they go: what is alike stands side by side, and compresses far better.
 */
export type Columns =
  | Json[]
  | { lengths: number[]; items: Columns }
  | {
      rows: number;
      /** the places of the objects among the rows, where others are null */
      at?: number[];
      /** each key with its values, and the places of the objects that have it, where not all do */
      keys: [name: string, values: Columns, at?: number[]][];
    };

/**
 * Writes a list by columns. `readColumns` gives the same list again, the order of all keys included; objects whose keys
 * have no common order stay as they are.
 */
export function writeColumns(list: readonly Json[]): Columns {
  if (list.length === 0) return [];
  if (list.every((value) => Array.isArray(value))) {
    return { lengths: list.map((items) => items.length), items: writeColumns(list.flat()) };
  }
  if (!list.every((value) => value === null || isObject(value)) || !list.some(isObject)) return [...list];
  const objects = list.filter((value) => isObject(value));
  const order = findCommonOrder(objects.map((object) => Object.keys(object)));
  if (!order) return [...list];
  return {
    rows: list.length,
    ...listPlaces(list, isObject),
    keys: order.map((name) => {
      const { at } = listPlaces(objects, (object) => name in object);
      const values = writeColumns(objects.flatMap((object) => (name in object ? [object[name] ?? null] : [])));
      return at ? [name, values, at] : [name, values];
    }),
  };
}

/** The list that `writeColumns` wrote. */
export function readColumns(columns: Columns): Json[] {
  if (Array.isArray(columns)) return columns;
  if ("lengths" in columns) {
    const items = readColumns(columns.items);
    let end = 0;
    return columns.lengths.map((length) => {
      end += length;
      return items.slice(end - length, end);
    });
  }
  const { rows, at, keys } = columns;
  const objects = Array.from({ length: at ? at.length : rows }, (): JsonObject => ({}));
  for (const [name, values, places] of keys) {
    readColumns(values).forEach((value, index) => {
      const object = objects[places ? (places[index] ?? -1) : index];
      if (object) object[name] = value;
    });
  }
  if (!at) return objects;
  const list = new Array<Json>(rows).fill(null);
  objects.forEach((object, index) => {
    list[at[index] ?? -1] = object;
  });
  return list;
}

/** The places of the values that meet a condition; nothing where all do. */
function listPlaces<Value>(values: readonly Value[], meets: (value: Value) => boolean): { at?: number[] } {
  const at = values.flatMap((value, place) => (meets(value) ? [place] : []));
  return at.length === values.length ? {} : { at };
}

/** One order of all keys that agrees with the order in each object; null where there is none. */
function findCommonOrder(lists: readonly (readonly string[])[]): string[] | null {
  const before = new Map<string, Set<string>>();
  for (const names of lists) {
    names.forEach((name, place) => {
      const known = before.get(name) ?? new Set<string>();
      const previous = names[place - 1];
      if (previous !== undefined) known.add(previous);
      before.set(name, known);
    });
  }
  const order: string[] = [];
  const left = new Map(before);
  while (left.size > 0) {
    const [next] = [...left].find(([, names]) => ![...names].some((name) => left.has(name))) ?? [];
    if (next === undefined) return null;
    order.push(next);
    left.delete(next);
  }
  return order;
}
