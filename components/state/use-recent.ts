import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { addCase, off, type Recent, readRecent, writeRecent } from "@/lib/recent-cases/recent-cases";
import { useVisit } from "./case-provider";
import { subscribeToOtherCases } from "./other-case";
import { readStored, subscribeToStorage, writeStored } from "./storage";

/** Where the cases are kept, if the reader turned that on. */
const key = "myomatch:recent-cases";
const readRecentText = () => readStored(key);

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
};

/**
 * The cases that this device keeps, and the open case among them where the reader turned that on.
 * @param link of the open case, "" for the empty one
 */
export function useRecent(link: string): RecentCases {
  const text = useSyncExternalStore(subscribeToStorage, readRecentText, () => null);
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

  // Another case is not the next answer of this one.
  useEffect(
    () =>
      subscribeToOtherCases(() => {
        currentLink.current = null;
      }),
    [],
  );

  useEffect(() => {
    if (link === "") currentLink.current = null;
    const { isOn, cases, problem: lost } = readRecent(readRecentText());
    if (!isOn) return;
    if (link === "" || cases[0]?.link === link) {
      setFailure(null);
      return;
    }
    const links = cases.map((recentCase) => recentCase.link);
    const isNew = !links.includes(link);
    const isKept = writeStored(key, writeRecent(addCase(links, link, currentLink.current)));
    // This writing replaces the damaged cases; the message about them stays.
    if (lost) setDamage(lost);
    setFailure(isKept ? null : full);
    if (isKept) currentLink.current = isNew ? link : null;
  }, [link]);

  const setEnabled = useCallback(
    (isOn: boolean) => {
      currentLink.current = null;
      const isDone = writeStored(key, isOn ? writeRecent(link === "" ? [] : [link]) : null);
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
    if (!writeStored(key, null)) setFailure(notErased);
    else setFailure(writeStored(key, writeRecent([])) ? null : refused);
  }, []);
  return {
    ...(text === null ? off : recent),
    problem: failure ?? damage ?? recent.problem,
    setEnabled,
    erase,
  };
}
