import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { contentsTitle } from "@/components/answer/answer-nav";
import { Button } from "@/components/ui/button";
import { Contents, type ContentsEntry } from "@/components/ui/contents";
import { focusOn } from "@/components/ui/focus";
import { Icon } from "@/components/ui/icons";
import type { Profile } from "@/lib/case/schema";
import { StatedCase } from "./chips";

type Props = {
  profile: Profile;
  /** the questions: the bar is there once they are out of sight */
  form: RefObject<HTMLElement | null>;
  entries: readonly ContentsEntry[];
  current: string | null;
};

/** On a phone, what was asked stays beside the answer: the case, the way back to it, and the contents of the page. */
export function CaseBar({ profile, form, entries, current }: Props) {
  const isPast = useIsPast(form);
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  if (!isPast) return null;
  const close = () => setOpen(false);
  return (
    <section
      aria-label="This case"
      onKeyDown={({ key }) => {
        if (key !== "Escape" || !isOpen) return;
        close();
        toggle.current?.focus();
      }}
      className="fixed inset-x-0 top-0 z-20 border-b border-edge bg-surface lg:hidden print:hidden"
    >
      <div className="flex items-center gap-1 px-2">
        <StatedCase profile={profile} />
        <Button
          look="bare"
          className="text-sm"
          onClick={() => {
            close();
            focusOn("case");
          }}
        >
          Change
        </Button>
        <button
          ref={toggle}
          type="button"
          aria-label="Contents"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
          className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-md text-accent"
        >
          <Icon name="contents" />
        </button>
      </div>
      {isOpen && (
        <div id={id} className="max-h-[70dvh] overflow-y-auto border-t border-line pb-2">
          <Contents label={contentsTitle} entries={entries} current={current} onChosen={close} />
        </div>
      )}
    </section>
  );
}

/** Whether an element has left the window at its top. */
function useIsPast(target: RefObject<HTMLElement | null>): boolean {
  const [isPast, setPast] = useState(false);
  useEffect(() => {
    if (!target.current) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setPast(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [target]);
  return isPast;
}
