import { useCallback, useEffect, useRef, useState } from "react";
import { defaultTableState, type TableState } from "@/lib/browse/table-state";
import type { Read } from "@/lib/url-state/part";
import { readTable, writeTable } from "@/lib/url-state/table";
import { getCurrentPart, usePart, writePart } from "./fragment";

/** Milliseconds between two changes of the address: browsers refuse one that changes at every key. */
const pause = 300;

/** What is to change; as a function where it depends on the latest state, drawn or not. */
type TablePatch = Partial<TableState> | ((latest: TableState) => Partial<TableState>);
export type ChangeTable = (patch: TablePatch) => void;

/** What was read from the address, from which part, and what that part becomes as soon as the address is written. */
type Tracked = { part: string | null; pendingPart: string | null; read: Read<TableState> };

/**
 * The state of the table, what is wrong with the link that it came from, and the way to change it. The table follows at
 * once and so does its part of the URL fragment, in place: filtering adds no step to the history. An address that
 * changes otherwise (a link, the back button) is followed.
 */
export function useTableState(): { state: TableState; problem: string | null; change: ChangeTable } {
  const part = usePart("table");
  const [tracked, setTracked] = useState<Tracked>(() => ({ part, pendingPart: null, read: readTable(part ?? "") }));
  const current = followAddress(tracked, part);
  if (current !== tracked) setTracked(current);
  const state = current.read.ok ? current.read.value : defaultTableState;

  const latest = useRef(state);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unwritten = useRef<string | null>(null);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  // The first change goes to the address at once, those that come in quick succession together after a pause.
  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = unwritten.current === null ? undefined : setTimeout(write, pause);
    if (unwritten.current !== null) writePart("table", unwritten.current, "replace");
    unwritten.current = null;
  }, []);
  useEffect(() => {
    // A click follows a link at once; when this page is hidden, the address is already that of the next page.
    const writeBeforeLink = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest("a")) write();
    };
    // An address that comes by a link from outside, or by the back button, has a table of its own.
    const dropUnwritten = () => {
      if (unwritten.current === null) return;
      unwritten.current = null;
      const part = getCurrentPart("table");
      setTracked({ part, pendingPart: null, read: readTable(part) });
    };
    window.addEventListener("click", writeBeforeLink, { capture: true });
    window.addEventListener("pagehide", write);
    window.addEventListener("popstate", dropUnwritten);
    return () => {
      window.removeEventListener("click", writeBeforeLink, { capture: true });
      window.removeEventListener("pagehide", write);
      window.removeEventListener("popstate", dropUnwritten);
      // A change of the page that is left must not reach the next one.
      clearTimeout(timer.current);
      timer.current = undefined;
      unwritten.current = null;
    };
  }, [write]);

  const change = useCallback(
    (patch: TablePatch) => {
      const changed = { ...latest.current, ...(typeof patch === "function" ? patch(latest.current) : patch) };
      latest.current = changed;
      const pendingPart = writeTable(changed);
      setTracked((before) => ({ part: before.part, pendingPart, read: { ok: true, value: changed } }));
      unwritten.current = pendingPart;
      // After the paint of what was typed: writing the address is slow in some browsers.
      timer.current ??= setTimeout(write);
    },
    [write],
  );

  return { state, problem: current.read.ok ? null : current.read.message, change };
}

/** The state as the address has it now. Where it became what was written, nothing is read again and no row drawn. */
function followAddress(tracked: Tracked, part: string | null): Tracked {
  if (tracked.part === part) return tracked;
  return { part, pendingPart: null, read: part === tracked.pendingPart ? tracked.read : readTable(part ?? "") };
}
