"use client";

import type { MouseEvent } from "react";
import { interfaceText } from "@/lib/format/interface-text";
import { CaseLink } from "./case-link";

/**
 * The way from another page to the page of the case. Where the reader came from there, and the case is the same, it goes
 * back in the browser's history: to the line that was left, and not to the head of the page.
 */
export function BackToCase() {
  const goBack = (event: MouseEvent<HTMLAnchorElement>) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!isPlain || findAddressBefore() !== event.currentTarget.href) return;
    event.preventDefault();
    window.history.back();
  };
  return (
    <CaseLink href="/" onClick={goBack}>
      {interfaceText.backToCase}
    </CaseLink>
  );
}

/** The address from which this page was opened; undefined where there is none, or a browser without the Navigation API does not say. */
function findAddressBefore(): string | undefined {
  const { navigation } = window as { navigation?: Navigation };
  if (!navigation?.currentEntry) return undefined;
  return navigation.entries()[navigation.currentEntry.index - 1]?.url ?? undefined;
}
