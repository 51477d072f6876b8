import { useSyncExternalStore } from "react";
import { unreadableCase } from "@/lib/url-state/case";
import { emptyParts, joinFragment, type PartName, type Parts, splitFragment } from "@/lib/url-state/fragment";
import { announceOtherCase } from "./other-case";
import { subscribeTo } from "./subscribe-to";

/** Announces a change of the fragment that this module made; the browser announces only those of the reader. */
const changed = "myomatch:fragment";

/** "keep" gives the change a place in the history, "replace" does not: a number being typed is one step, not five. */
export type Step = "keep" | "replace";

function subscribe(onChange: () => void): () => void {
  return subscribeTo(window, ["hashchange", "popstate", changed], onChange);
}

let cached: { hash: string; parts: Parts } = { hash: "", parts: emptyParts };

/** The parts of the address as it stands, split once however many components ask. */
function getCurrentParts(): Parts {
  const { hash } = window.location;
  if (cached.hash !== hash) cached = { hash, parts: splitFragment(hash) };
  return cached.parts;
}

/** One part of the fragment at this moment, for what happens at a tap. */
export function getCurrentPart(part: PartName): string {
  return getCurrentParts()[part];
}

/** One part of the fragment, or null until the browser's address has been read: the server never sees it. */
export function usePart(part: PartName): string | null {
  return useSyncExternalStore<string | null>(
    subscribe,
    () => getCurrentParts()[part],
    () => null,
  );
}

/**
 * Puts one part into the address and leaves the others as they are. Nothing else of ours writes a fragment. Beside parts
 * that cannot be read the new one could not be read either: they give way to a case that still says so.
 */
export function writePart(part: PartName, text: string, step: Step): void {
  const { pathname, search } = window.location;
  const joined = joinFragment({ ...getCurrentParts(), [part]: text });
  const isRead = splitFragment(joined)[part] === text;
  const address = `${pathname}${search}${isRead ? joined : joinFragment({ case: unreadableCase, [part]: text })}`;
  if (step === "keep") window.history.pushState(null, "", address);
  else window.history.replaceState(null, "", address);
  window.dispatchEvent(new Event(changed));
}

/**
 * Gives Next.js each address that the reader typed or pasted over ours. It does not follow those by itself: it would
 * write the address before over one that comes while it draws, and would not return to its page from another.
 * Called once for each page that is drawn.
 * @returns what ends it
 */
export function followTypedAddresses(): () => void {
  // An entry of the history that Next.js made has a state, which tells its page.
  const { state } = window.history;
  const handOver = (address: string) => {
    // without it, it would be an entry of the page that is about to appear; written so that Next.js does not notice
    History.prototype.replaceState.call(window.history, state, "", address);
    window.history.replaceState(null, "", address);
    announceOtherCase();
    window.dispatchEvent(new Event(changed));
  };
  const { dataset } = document.documentElement;
  const { typed } = dataset;
  delete dataset.typed;
  // Next.js listens from the moment on when all of the page has started.
  const timer = typed && setTimeout(() => handOver(typed));
  const end = subscribeTo(window, ["popstate"], () => {
    clearTimeout(timer);
    delete dataset.typed;
    if (window.history.state === null) handOver(window.location.href);
  });
  return () => {
    clearTimeout(timer);
    end();
  };
}
