"use client";

import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { off, type Recent, readRecent, withCase, writeRecent } from "@/lib/recent/recent";

/** The one thing Myomatch ever puts into the storage of a browser, and only where the reader turned it on. */
const key = "myomatch:recent-cases";
/** Announces a change of this page; the browser announces only those of other pages. */
const changed = "myomatch:recent-cases";

function subscribe(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(changed, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(changed, onChange);
  };
}

/** What the storage holds; null also where the browser keeps it shut. */
function stored(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // blocked: nothing is kept, and nothing was asked for yet
  }
}

/** Keeps the text, or with null nothing. False where the browser does not let us: blocked, full, private. */
function store(text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
    window.dispatchEvent(new Event(changed));
    return true;
  } catch {
    return false;
  }
}

const refused =
  "This browser lets Myomatch keep nothing: its storage is blocked or full, or the window is private. Nothing is kept; everything else works.";
const full =
  "The storage of this browser is full or blocked, so this case is not kept. Everything else works, and what is listed was kept before.";

export type RecentCases = Recent & {
  turn: (isOn: boolean) => void;
  /** forgets every case, and stays on */
  erase: () => void;
  /** tells that the case now opened is another one, not the next answer of this one */
  startAnother: () => void;
};

/**
 * The cases that this device keeps, and the open case among them where the reader turned that on.
 * @param link of the open case, "" for the empty one
 */
export function useRecent(link: string): RecentCases {
  const text = useSyncExternalStore(subscribe, stored, () => null);
  const recent = useMemo(() => readRecent(text), [text]);
  const [problem, setProblem] = useState<string | null>(null);
  // The link under which this page keeps the open case: the next answer takes its place.
  const ours = useRef<string | null>(null);

  useEffect(() => {
    if (link === "") ours.current = null;
    const { isOn, cases, problem: damage } = readRecent(stored());
    if (!isOn || link === "" || cases[0]?.link === link) return;
    const links = cases.map((one) => one.link);
    const isNew = !links.includes(link);
    const isKept = store(writeRecent(withCase(links, link, ours.current)));
    // What was damaged is gone with this writing, and the sentence about it stays.
    if (damage) setProblem(damage);
    if (!isKept) setProblem(full);
    else ours.current = isNew ? link : null;
  }, [link]);

  const turn = useCallback(
    (isOn: boolean) => {
      ours.current = null;
      const isDone = store(isOn ? writeRecent(link === "" ? [] : [link]) : null);
      setProblem(isDone ? null : refused);
      if (isDone && isOn) ours.current = link || null;
    },
    [link],
  );
  const erase = useCallback(() => {
    ours.current = null;
    setProblem(store(writeRecent([])) ? null : refused);
  }, []);
  const startAnother = useCallback(() => {
    ours.current = null;
  }, []);

  return { ...(text === null ? off : recent), problem: problem ?? recent.problem, turn, erase, startAnother };
}
