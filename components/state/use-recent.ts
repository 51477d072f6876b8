import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { addCase, off, type Recent, readRecent, writeRecent } from "@/lib/recent-cases/recent-cases";
import { useVisit } from "./case-provider";
import { subscribeTo } from "./subscribe-to";

/** The one thing Myomatch ever puts into the storage of a browser, and only where the reader turned it on. */
const key = "myomatch:recent-cases";
/** Announces a change of this page; the browser announces only those of other pages. */
const changed = "myomatch:recent-cases";

function subscribe(onChange: () => void): () => void {
  return subscribeTo(window, ["storage", changed], onChange);
}

/** What the storage holds; null also where the browser keeps it shut. */
function stored(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // blocked: nothing is kept, and nothing was asked for yet
  }
}

/** Keeps the text, or with null nothing. False where the browser does not let us: blocked, full. */
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
  "This browser lets Myomatch keep nothing: its storage is blocked or full. Nothing is kept; everything else works.";
const full =
  "The storage of this browser is full or blocked, so this case is not kept. Everything else works, and what is listed was kept before.";

const notErased =
  "The browser did not let Myomatch erase the cases, and they are still kept. To erase them, clear this site’s data in the browser.";

export type RecentCases = Recent & {
  setEnabled: (isOn: boolean) => void;
  /** forgets every case, and stays on */
  erase: () => void;
  /** tells that the case now opened is another one, not the next answer of this one */
  beginNewCase: () => void;
};

/**
 * The cases that this device keeps, and the open case among them where the reader turned that on.
 * @param link of the open case, "" for the empty one
 */
export function useRecent(link: string): RecentCases {
  const text = useSyncExternalStore(subscribe, stored, () => null);
  const recent = useMemo(() => readRecent(text), [text]);
  // What was lost stays said; what could not be done is said until something can.
  const [damage, setDamage] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // The link under which this page keeps the open case: the next answer takes its place.
  const visit = useVisit();
  const currentLink = useRef(visit.current.linkBeforeNavigation === link ? link : null);
  useEffect(
    () => () => {
      visit.current.linkBeforeNavigation = currentLink.current;
    },
    [visit],
  );

  useEffect(() => {
    if (link === "") currentLink.current = null;
    const { isOn, cases, problem: lost } = readRecent(stored());
    if (!isOn) return;
    if (link === "" || cases[0]?.link === link) {
      setFailure(null);
      return;
    }
    const links = cases.map((one) => one.link);
    const isNew = !links.includes(link);
    const isKept = store(writeRecent(addCase(links, link, currentLink.current)));
    // What was damaged is gone with this writing, and the sentence about it stays.
    if (lost) setDamage(lost);
    setFailure(isKept ? null : full);
    if (isKept) currentLink.current = isNew ? link : null;
  }, [link]);

  const setEnabled = useCallback(
    (isOn: boolean) => {
      currentLink.current = null;
      const isDone = store(isOn ? writeRecent(link === "" ? [] : [link]) : null);
      const why = isOn ? refused : notErased;
      setDamage(null);
      setFailure(isDone ? null : why);
      if (isDone && isOn) currentLink.current = link || null;
    },
    [link],
  );
  const erase = useCallback(() => {
    currentLink.current = null;
    setDamage(null);
    // Removing is let where writing is not: the cases are gone before anything else is tried.
    if (!store(null)) setFailure(notErased);
    else setFailure(store(writeRecent([])) ? null : refused);
  }, []);
  const beginNewCase = useCallback(() => {
    currentLink.current = null;
  }, []);

  return {
    ...(text === null ? off : recent),
    problem: failure ?? damage ?? recent.problem,
    setEnabled,
    erase,
    beginNewCase,
  };
}
