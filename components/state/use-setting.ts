import { useCallback, useSyncExternalStore } from "react";
import { announceChange, readStored, subscribeToStorage, writeStored } from "./storage";

/** What the browser refused to keep: it holds until the page is loaded again. */
const unkept = new Map<string, string | null>();

function readSetting(key: string): string | null {
  return unkept.has(key) ? (unkept.get(key) ?? null) : readStored(key);
}

function writeSetting(key: string, text: string | null): void {
  if (writeStored(key, text)) unkept.delete(key);
  else unkept.set(key, text);
  announceChange();
}

type Setting<Value extends string> = {
  value: Value;
  choose: (value: Value) => void;
  /** what to tell the reader where the browser keeps nothing; null otherwise */
  problem: string | null;
};

/** A setting with its name in the storage; the first of its values is the usual one, for which nothing is kept. */
export type SettingName<Value extends string> = { key: string; values: readonly [Value, ...Value[]] };

/** How a setting stands at this moment: the usual value where nothing, or something unknown, is kept. */
export function getSetting<Value extends string>({ key, values }: SettingName<Value>): Value {
  const text = readSetting(key);
  return values.find((value) => value === text) ?? values[0];
}

/**
 * A setting of the reader's, kept on this device and sent nowhere. Where the browser refuses, it holds for this visit, and
 * `problem` says so.
 */
export function useSetting<Value extends string>(name: SettingName<Value>): Setting<Value> {
  const value = useSyncExternalStore(
    subscribeToStorage,
    () => getSetting(name),
    () => name.values[0],
  );
  const isRefused = useSyncExternalStore(
    subscribeToStorage,
    () => unkept.has(name.key),
    () => false,
  );
  const choose = useCallback(
    (chosen: Value) => writeSetting(name.key, chosen === name.values[0] ? null : chosen),
    [name],
  );
  const problem = isRefused
    ? "This browser’s storage is blocked or full. Your choice holds until the page is loaded again."
    : null;
  return { value, choose, problem };
}
