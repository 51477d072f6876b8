import { memo, useEffect, useState } from "react";
import { goToHeading } from "./focus";

/** A part of a page that its contents lead to. */
export type ContentsEntry = {
  /** of the heading, which takes the focus */
  id: string;
  name: string;
  /** how much is there, where that helps to choose */
  count?: number;
};

type Props = {
  /** what the list is called, for who cannot see where it stands */
  label: string;
  entries: readonly ContentsEntry[];
  /** the part that is being read, which is marked */
  current?: string | null;
  /** told when an entry was chosen, such as to close the menu around it */
  onChosen?: () => void;
  className?: string;
};

/**
 * The parts of a page, each one tap away; nothing where there is none. Buttons and not links: the address holds the case,
 * and must go on holding it.
 */
export const Contents = memo(function Contents({ label, entries, current = null, onChosen, className = "" }: Props) {
  if (entries.length === 0) return null;
  return (
    <nav aria-label={label} className={className}>
      <ul>
        {entries.map(({ id, name, count }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={current === id ? "true" : undefined}
              onClick={() => {
                onChosen?.();
                goToHeading(id);
              }}
              className="flex min-h-8 w-full items-center justify-between gap-2 border-l-4 border-transparent px-3 text-left text-sm text-accent hover:bg-accent-soft aria-[current]:border-accent aria-[current]:font-bold aria-[current]:text-ink pointer-coarse:min-h-11 forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[CanvasText]"
            >
              <span>{name}</span>
              {count !== undefined && <span className="text-xs text-quiet">{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
});

/**
 * The part of the page that is being read: the one that was gone to, else of those in the upper part of the window the last
 * one that began.
 * @param ids of the headings, in the order of the page
 * @returns the first id before anything was scrolled, and null where there is none
 */
export function useCurrentPart(ids: readonly string[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  const key = ids.join(" ");
  useEffect(() => {
    const getTop = (heading: HTMLElement) => heading.getBoundingClientRect().top;
    const mark = () => {
      // looked for each time: parts of a page come when a reader is near
      const headings = key.split(" ").flatMap((id) => document.getElementById(id) ?? []);
      const begun = headings.filter((heading) => getTop(heading) < window.innerHeight / 3);
      // The last parts of a page cannot be scrolled so far up: one that was gone to is read while it is in the window.
      const goneTo = headings.find((heading) => heading === document.activeElement);
      const isSeen = goneTo && getTop(goneTo) >= 0 && getTop(goneTo) < window.innerHeight;
      // A short first part leaves the next ones in view before anything was scrolled.
      const read = window.scrollY > 0 ? begun.at(-1) : undefined;
      setCurrent((isSeen ? goneTo : (read ?? headings[0]))?.id ?? null);
    };
    let frame = 0;
    const markWithNextFrame = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(mark);
    };
    markWithNextFrame();
    window.addEventListener("scroll", markWithNextFrame, { passive: true });
    document.addEventListener("focusin", markWithNextFrame);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", markWithNextFrame);
      document.removeEventListener("focusin", markWithNextFrame);
    };
  }, [key]);
  return current;
}
