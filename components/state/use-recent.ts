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

/** The text in the storage; null also where the browser blocks it. */
function readStorage(): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null; // blocked: nothing is kept, and nothing was asked for yet
  }
}

/** Keeps the text, or with null nothing. False where the browser refuses: blocked, full. */
function writeStorage(text: string | null): boolean {
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
  /** marks the case now opened as another one, not the next answer of this one */
  beginNewCase: () => void;
};

/**
 * The cases that this device keeps, and the open case among them where the reader turned that on.
 * @param link of the open case, "" for the empty one
 */
export function useRecent(link: string): RecentCases {
  const text = useSyncExternalStore(subscribe, readStorage, () => null);
  const recent = useMemo(() => readRecent(text), [text]);
  // The message about lost cases stays; the message about a failure stays until something succeeds.
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
    const { isOn, cases, problem: lost } = readRecent(readStorage());
    if (!isOn) return;
    if (link === "" || cases[0]?.link === link) {
      setFailure(null);
      return;
    }
    const links = cases.map((recentCase) => recentCase.link);
    const isNew = !links.includes(link);
    const isKept = writeStorage(writeRecent(addCase(links, link, currentLink.current)));
    // This writing replaces the damaged cases; the message about them stays.
    if (lost) setDamage(lost);
    setFailure(isKept ? null : full);
    if (isKept) currentLink.current = isNew ? link : null;
  }, [link]);

  const setEnabled = useCallback(
    (isOn: boolean) => {
      currentLink.current = null;
      const isDone = writeStorage(isOn ? writeRecent(link === "" ? [] : [link]) : null);
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
    // Some browsers allow removing where they refuse writing: the cases are removed before anything else is tried.
    if (!writeStorage(null)) setFailure(notErased);
    else setFailure(writeStorage(writeRecent([])) ? null : refused);
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
