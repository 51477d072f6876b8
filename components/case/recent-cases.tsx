import { useId } from "react";
import type { RecentCases as Kept } from "@/components/state/use-recent";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { Disclosure } from "@/components/ui/disclosure";
import { useFocusHandover } from "@/components/ui/focus";
import { formatCase } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { MAX_RECENT_CASES } from "@/lib/recent-cases/recent-cases";

/** Cases this device keeps, where the reader wants that: answers and numbers, never a word that was typed. One line until it is opened. */
export function RecentCases({ recent, onOpen }: { recent: Kept; onOpen: (profile: Profile) => void }) {
  const id = useId();
  const { isOn, cases, problem, setEnabled, erase } = recent;
  const { target: box, handOver } = useFocusHandover<HTMLInputElement>();
  return (
    <section aria-label="Recent cases" className="px-2 text-sm">
      {/* A failure is said whether or not the list is open. */}
      <p role="status" className="font-semibold text-warn not-empty:py-2">
        {problem}
      </p>
      <Disclosure title={`Recent cases: ${isOn ? cases.length : "off"}`}>
        <Check ref={box} isOn={isOn} onChange={setEnabled} aria-describedby={`${id}-what`} className="font-semibold">
          Keep recent cases on this device
        </Check>
        <p id={`${id}-what`} className="pb-2 text-xs text-quiet">
          Answers, age and weight; no text. At most {MAX_RECENT_CASES}, in a private window until it is closed, never
          sent. Whoever uses this browser can see them; turning this off erases them.
        </p>
        {isOn && cases.length > 0 && (
          <>
            <ol className="divide-y divide-line border-t border-line">
              {cases.map(({ link, profile }) => (
                <li key={link}>
                  <button
                    type="button"
                    onClick={() => onOpen(profile)}
                    className="min-h-11 w-full py-1 text-left text-accent underline underline-offset-2"
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
      </Disclosure>
    </section>
  );
}
