"use client";

import { useCallback, useMemo } from "react";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { readCaseLink, writeCaseLink } from "@/lib/url-state/case";
import { joinFragment } from "@/lib/url-state/fragment";
import { readPins, writePins } from "@/lib/url-state/pins";
import { type Step, usePart, writePart } from "./fragment";

export type { Step };

/** The case as it stands, and the ways to change it. */
export type Case = {
  profile: Profile;
  /**
   * the fragment with its "#", for links to other pages: the case and the pinned studies; "" where there are neither.
   * The table's filters stay behind, because studies they hide here would be missing there.
   */
  fragment: string;
  /** what is wrong with the link that was opened, or null */
  problem: string | null;
  /** false until the browser's address has been read: the server never sees a case */
  isReady: boolean;
  change: (next: Profile, step?: Step) => void;
};

/** The case of this page. Its part of the URL fragment is its only home. */
export function useCase(): Case {
  const part = usePart("case");
  const pinned = usePart("pins");
  const read = useMemo(() => readCaseLink(part ?? ""), [part]);
  const change = useCallback((next: Profile, step: Step = "keep") => writePart("case", writeCaseLink(next), step), []);
  const profile = read.ok ? read.value : emptyProfile;
  return useMemo(() => {
    const pins = readPins(pinned ?? "");
    return {
      profile,
      fragment: joinFragment({
        case: read.ok ? writeCaseLink(profile) : "",
        pins: pins.ok ? writePins(pins.value) : "",
      }),
      problem: read.ok ? null : read.message,
      isReady: part !== null,
      change,
    };
  }, [profile, read, part, pinned, change]);
}
