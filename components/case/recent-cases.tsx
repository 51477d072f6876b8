"use client";

import { useId } from "react";
import type { RecentCases as Kept } from "@/components/state/use-recent";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { useFocusHandover } from "@/components/ui/focus";
import { formatCase } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { MAX_RECENT_CASES } from "@/lib/recent-cases/recent-cases";

/** Cases this device keeps, where the reader wants that: answers and numbers, never a word that was typed. */
export function RecentCases({ recent, onOpen }: { recent: Kept; onOpen: (profile: Profile) => void }) {
  const id = useId();
  const { isOn, cases, problem, setEnabled, erase } = recent;
  const { target: box, handOver } = useFocusHandover<HTMLInputElement>();
  return (
    <section aria-label="Recent cases" className="rounded-lg border border-line bg-surface px-3 py-1 sm:px-4">
      <Check ref={box} isOn={isOn} onChange={setEnabled} aria-describedby={`${id}-what`} className="font-semibold">
        Keep recent cases on this device
      </Check>
      <p id={`${id}-what`} className="pb-2 text-xs text-quiet">
        Answers, age and weight; no text. At most {MAX_RECENT_CASES}, in a private window until it is closed, never
        sent. Whoever uses this browser can see them; turning this off erases them.
      </p>
      <p role="status" className="text-sm font-semibold text-warn not-empty:pb-2">
        {problem}
      </p>
      {isOn && cases.length > 0 && (
        <>
          <ol className="divide-y divide-line border-t border-line">
            {cases.map(({ link, profile }) => (
              <li key={link}>
                <button
                  type="button"
                  onClick={() => onOpen(profile)}
                  className="min-h-11 w-full py-1 text-left text-sm text-accent underline underline-offset-2"
                >
                  {formatCase(profile).join("; ")}
                </button>
              </li>
            ))}
          </ol>
          <Button className="my-2" onClick={() => handOver(erase)}>
            Erase all recent cases
          </Button>
        </>
      )}
    </section>
  );
}
