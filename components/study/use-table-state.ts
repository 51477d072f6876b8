"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { usePart, writePart } from "@/components/case/fragment";
import { readTable, writeTable } from "@/lib/case-link/table";
import { type TableState, usualTable } from "@/lib/terms/table";

/** Milliseconds without a change before the address follows: browsers refuse an address that changes at every key. */
const pause = 300;

/** What the table is asked for, and the way to ask for something else. */
export type HeldTable = { table: TableState; problem: string | null; change: (part: Partial<TableState>) => void };

/**
 * The state of the table. The table follows at once and its part of the URL fragment shortly after, in place: filtering
 * takes no step of the history. An address that changes otherwise (a link, the back button) is followed.
 */
export function useTableState(): HeldTable {
  const part = usePart("table");
  const [held, setHeld] = useState(() => ({ part, read: readTable(part ?? "") }));
  const current = held.part === part ? held : { part, read: readTable(part ?? "") };
  if (current !== held) setHeld(current);
  const table = current.read.ok ? current.read.table : usualTable;

  const latest = useRef(table);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = table;
  }, [table]);
  // A page that is left takes no change to the next one.
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback((next: Partial<TableState>) => {
    const wanted = { ...latest.current, ...next };
    latest.current = wanted;
    setHeld((before) => ({ part: before.part, read: { ok: true, table: wanted } }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => writePart("table", writeTable(latest.current), "replace"), pause);
  }, []);

  return { table, problem: current.read.ok ? null : current.read.message, change };
}
