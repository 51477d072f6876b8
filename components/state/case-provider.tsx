"use client";

import { usePathname } from "next/navigation";
import {
  type Context,
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { type CaseFacts, readCase } from "@/lib/case/facts";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { readCaseLink, writeCaseLink } from "@/lib/url-state/case";
import { joinFragment } from "@/lib/url-state/fragment";
import { writePins } from "@/lib/url-state/pins";
import { followTypedAddresses, getCurrentPart, type Step, usePart, writePart } from "./fragment";
import { usePins } from "./use-pins";

/** The case as it stands, and the way to change it. */
export type Case = {
  profile: Profile;
  /** the same, understood once for everything that answers or shows it */
  facts: CaseFacts;
  /** what is wrong with the link that was opened, or null */
  problem: string | null;
  /** false until the browser's address has been read: the server never sees a case */
  isReady: boolean;
  change: ChangeCase;
};

/**
 * What a tap makes of the case as it is at that moment. What is drawn may still show the case before: a new one built from
 * that would lose the tap between.
 */
export type CaseChange = (current: Profile) => Profile;
export type ChangeCase = (update: CaseChange, step?: Step) => void;

/**
 * What is remembered from one page of ours to the next. It lasts until a reload: to remember it longer would take
 * storage without the reader's consent.
 */
type Visit = {
  /** whether the introduction was put away */
  isIntroductionRead: boolean;
  /**
   * The link of the open case as it was when the case page was last left, if the next answer was to take its place
   * among the recent cases. After a reload nothing distinguishes a case in progress from one that was opened again to try
   * something else, and an entry too many is better than one that is overwritten.
   */
  linkBeforeNavigation: string | null;
};

// The fragment has a context of its own: it changes with every pin too, and only links need it.
const CaseContext = createContext<Case | null>(null);
const FragmentContext = createContext<string | null>(null);
const VisitContext = createContext<RefObject<Visit> | null>(null);

/** Reads the case from the address, once for the whole page. It is kept in its part of the URL fragment and nowhere else. */
export function CaseProvider({ children }: { children: ReactNode }) {
  // No event announces that a link led to another page: drawing with each page reads the address again.
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads what Next.js has kept of the page
  useEffect(followTypedAddresses, [path]);
  const part = usePart("case");
  const { pins } = usePins();
  const read = useMemo(() => readCaseLink(part ?? ""), [part]);
  const stated = useMemo((): Case => {
    const profile = read.ok ? read.value : emptyProfile;
    return {
      profile,
      facts: readCase(profile),
      problem: read.ok ? null : read.message,
      isReady: part !== null,
      change: changeCase,
    };
  }, [read, part]);
  const visit = useRef<Visit>({ isIntroductionRead: false, linkBeforeNavigation: null });
  return (
    <VisitContext value={visit}>
      <CaseContext value={stated}>
        <FragmentContext value={joinFragment({ case: writeCaseLink(stated.profile), pins: writePins(pins) })}>
          {children}
        </FragmentContext>
      </CaseContext>
    </VisitContext>
  );
}

/** The case in the address at this moment, for what happens at a tap; the empty one where it cannot be read. */
export function getCurrentCase(): Profile {
  const read = readCaseLink(getCurrentPart("case"));
  return read.ok ? read.value : emptyProfile;
}

/** Writes the changed case into the address. */
export const changeCase: ChangeCase = (update, step = "keep") =>
  writePart("case", writeCaseLink(update(getCurrentCase())), step);

/** The case of this page. */
export function useCase(): Case {
  return useProvided(CaseContext);
}

/**
 * The fragment with its "#" for links to other pages: the case and the pinned studies; "" where there are neither. The
 * table's filters stay behind, because studies they hide here would be missing there.
 */
export function useCaseFragment(): string {
  return useProvided(FragmentContext);
}

/** What this visit remembers. Changing it draws nothing again. */
export function useVisit(): RefObject<Visit> {
  return useProvided(VisitContext);
}

/**
 * Around many links: what was tapped shows at once, and they follow when the browser has time for them. Whoever presses a
 * link before that has them at once, so that none leads to the case before.
 */
export function DeferCaseLinks({ children }: { children: ReactNode }) {
  const current = useCaseFragment();
  const later = useDeferredValue(current);
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    if (later === current) return;
    const showCurrent = ({ target }: Event) => {
      if (target instanceof Element && target.closest("a")) flushSync(() => setShown(current));
    };
    for (const event of pressEvents) window.addEventListener(event, showCurrent, { capture: true });
    return () => {
      for (const event of pressEvents) window.removeEventListener(event, showCurrent, { capture: true });
    };
  }, [later, current]);
  return <FragmentContext value={shown === current ? current : later}>{children}</FragmentContext>;
}

/** What comes before a link is followed, by finger, mouse, keyboard or another program. */
const pressEvents = ["pointerdown", "keydown", "click"] as const;

function useProvided<Value>(context: Context<Value | null>): Value {
  const value = useContext(context);
  if (value === null) throw new Error("useProvided: there is no CaseProvider around this component.");
  return value;
}
