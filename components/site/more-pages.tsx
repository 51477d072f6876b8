"use client";

import { usePathname } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { entryLook, PageLink } from "./page-link";
import { getCurrent, headerPages } from "./pages";

const morePages = headerPages.filter(({ isMain }) => !isMain);

/** On a narrow screen: the pages for which the bar has no room. It closes with a choice, with Escape, or with a tap elsewhere. */
export function MorePages() {
  const details = useRef<HTMLDetailsElement>(null);
  const openPath = usePathname();
  const isCurrent = morePages.some(({ path }) => getCurrent(path, openPath));

  function close() {
    if (details.current) details.current.open = false;
  }

  // also where the page is changed by the step back, or a link that is pasted
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes with each page
  useEffect(close, [openPath]);

  useEffect(() => {
    const closeElsewhere = ({ target }: Event) => {
      const menu = details.current;
      if (menu?.open && target instanceof Node && !menu.contains(target)) menu.open = false;
    };
    // a tap anywhere, and the next focus of somebody who goes on with the Tab key
    document.addEventListener("pointerdown", closeElsewhere);
    document.addEventListener("focusin", closeElsewhere);
    return () => {
      document.removeEventListener("pointerdown", closeElsewhere);
      document.removeEventListener("focusin", closeElsewhere);
    };
  }, []);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || !details.current?.open) return;
    close();
    details.current.querySelector("summary")?.focus();
  }

  return (
    <details ref={details} onKeyDown={closeOnEscape} className="relative md:hidden">
      <summary aria-current={isCurrent ? "true" : undefined} className={`${entryLook} text-accent`}>
        More
      </summary>
      <ul className="absolute right-0 z-20 min-w-40 rounded-md border border-edge bg-surface p-1 shadow-lg">
        {morePages.map((page) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the link in it takes the keys; both end in a click
          <li key={page.path} onClick={close}>
            <PageLink page={page} className="justify-start px-3" />
          </li>
        ))}
      </ul>
    </details>
  );
}
