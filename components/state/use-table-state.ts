import { useCallback, useEffect, useRef, useState } from "react";
import { defaultTableState, type TableState } from "@/lib/browse/table-state";
import type { Read } from "@/lib/url-state/part";
import { readTable, writeTable } from "@/lib/url-state/table";
import { usePart, writePart } from "./fragment";

/** Milliseconds between two changes of the address: browsers refuse one that changes at every key. */
const pause = 300;

/** What else is asked of the table; as a function where it depends on what was last asked, shown or not. */
type Wish = Partial<TableState> | ((now: TableState) => Partial<TableState>);

/** What the table is asked for, and the way to ask for something else. */
export type HeldTable = { table: TableState; problem: string | null; change: (wish: Wish) => void };

/** What the table is asked for, the address it was last held against, and what that address is about to become. */
type Held = { part: string | null; coming: string | null; read: Read<TableState> };

/**
 * The state of the table. The table follows at once and so does its part of the URL fragment, in place: filtering takes
 * no step of the history. An address that changes otherwise (a link, the back button) is followed.
 */
export function useTableState(): HeldTable {
  const part = usePart("table");
  const [held, setHeld] = useState<Held>(() => ({ part, coming: null, read: readTable(part ?? "") }));
  const current = heldAgainst(held, part);
  if (current !== held) setHeld(current);
  const table = current.read.ok ? current.read.value : defaultTableState;

  const latest = useRef(table);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    latest.current = table;
  }, [table]);

  // The first change goes to the address at once, those that come in quick succession together after a pause.
  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = waiting.current === null ? undefined : setTimeout(write, pause);
    if (waiting.current !== null) writePart("table", waiting.current, "replace");
    waiting.current = null;
  }, []);
  useEffect(() => {
    // A link is followed with the click, and by the time this page goes the address is the next one's.
    const leave = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a")) write();
    };
    window.addEventListener("click", leave, { capture: true });
    window.addEventListener("pagehide", write);
    return () => {
      window.removeEventListener("click", leave, { capture: true });
      window.removeEventListener("pagehide", write);
      // A page that is left takes no change to the next one.
      clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = null;
    };
  }, [write]);

  const change = useCallback(
    (wish: Wish) => {
      const wanted = { ...latest.current, ...(typeof wish === "function" ? wish(latest.current) : wish) };
      latest.current = wanted;
      const coming = writeTable(wanted);
      setHeld((before) => ({ part: before.part, coming, read: { ok: true, value: wanted } }));
      waiting.current = coming;
      // Behind the paint of what was typed: writing the address takes the browser a while.
      timer.current ??= setTimeout(write);
    },
    [write],
  );

  return { table, problem: current.read.ok ? null : current.read.message, change };
}

/** The state as the address has it now. Where it became what was written, nothing is read again and no row drawn. */
function heldAgainst(held: Held, part: string | null): Held {
  if (held.part === part) return held;
  return { part, coming: null, read: part === held.coming ? held.read : readTable(part ?? "") };
}
