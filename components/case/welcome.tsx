import { useState } from "react";
import { useVisit } from "@/components/state/case-provider";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/focus";
import type { Profile } from "@/lib/case/schema";

/** A case to begin with, and its answer on one line, worked out from the library. */
export type AnsweredExample = { name: string; profile: Profile; line: string };

type Props = {
  examples: readonly AnsweredExample[];
  /** a device that keeps cases has opened this page before */
  isKnown: boolean;
  onOpen: (profile: Profile) => void;
};

/** What somebody new sees beside an empty case: what this is, what it is not, and a case to begin with. */
export function Welcome({ examples, isKnown, onOpen }: Props) {
  const visit = useVisit();
  const [isRead, setRead] = useState(visit.current.isIntroductionRead);
  const { target: first, handOver } = useFocusHandover<HTMLButtonElement>();
  return (
    <section aria-label="To begin with" className="rounded-lg border border-line bg-surface px-2 py-2 sm:px-3">
      {!isRead && !isKnown && (
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-2 border-b border-line pb-2">
          <p className="grow basis-60 text-sm">
            Published studies of immunoglobulin in dermatomyositis and polymyositis, for clinicians. Myomatch makes no
            recommendation and is not for emergencies.
          </p>
          <Button
            className="text-sm"
            onClick={() =>
              handOver(() => {
                visit.current.isIntroductionRead = true;
                setRead(true);
              })
            }
          >
            Understood
          </Button>
        </div>
      )}
      <h2 className="text-sm font-bold">Or open an example</h2>
      <ul className="divide-y divide-line">
        {examples.map(({ name, profile, line }, place) => (
          <li key={name}>
            <button
              ref={place === 0 ? first : null}
              type="button"
              data-early-tap="case"
              onClick={() => onOpen(profile)}
              className="min-h-11 w-full py-1 text-left text-sm hover:bg-accent-soft"
            >
              <span className="font-semibold text-accent underline underline-offset-2">{name}</span>
              <span className="text-quiet">: {line}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
