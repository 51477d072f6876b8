"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { readCaseLink, writeCaseLink } from "@/lib/case-link/codec";
import { emptyProfile, type Profile } from "@/lib/profile/schema";

/** Announces a change of the fragment that this module made; the browser announces only those of the reader. */
const changed = "myomatch:case";

function subscribe(onChange: () => void): () => void {
  const events = ["hashchange", "popstate", changed];
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}

/** "keep" gives the change a place in the history, "replace" does not: a number being typed is one step, not five. */
export type Step = "keep" | "replace";

/** The case as it stands, and the ways to change it. */
export type Case = {
  profile: Profile;
  /** the fragment with its "#", for links to pages about this case; "" for the empty case */
  fragment: string;
  /** what is wrong with the link that was opened, or null */
  problem: string | null;
  /** false until the browser's address has been read: the server never sees a case */
  isReady: boolean;
  change: (next: Profile, step?: Step) => void;
};

/** The case of this page. The URL fragment is its only home, and this hook is that fragment's only reader and writer. */
export function useCase(): Case {
  const hash = useSyncExternalStore<string | null>(
    subscribe,
    () => window.location.hash,
    () => null,
  );
  const read = useMemo(() => readCaseLink(hash ?? ""), [hash]);
  const change = useCallback((next: Profile, step: Step = "keep") => {
    const { pathname, search } = window.location;
    const link = writeCaseLink(next);
    const address = `${pathname}${search}${link && `#${link}`}`;
    if (step === "keep") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
    window.dispatchEvent(new Event(changed));
  }, []);
  const profile = read.ok ? read.profile : emptyProfile;
  return useMemo(
    () => ({
      profile,
      fragment: read.ok && writeCaseLink(profile) ? `#${writeCaseLink(profile)}` : "",
      problem: read.ok ? null : read.message,
      isReady: hash !== null,
      change,
    }),
    [profile, read, hash, change],
  );
}
