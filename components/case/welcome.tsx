import { useState } from "react";
import { useVisit } from "@/components/state/case-provider";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/focus";
import { exampleCases } from "@/lib/case/fixtures";
import type { Profile } from "@/lib/case/schema";

const examples = [
  exampleCases.pregnant,
  exampleCases.skinOnlyRefractory,
  exampleCases.refractoryLungDisease,
  exampleCases.child,
  exampleCases.pregnantWithLungDisease,
];

type Props = {
  /** a device that keeps cases has opened this page before */
  isKnown: boolean;
  onOpen: (profile: Profile) => void;
};

/** What somebody new sees beside an empty case: what this is, what it is not, and a case to begin with. */
export function Welcome({ isKnown, onOpen }: Props) {
  const visit = useVisit();
  const [isRead, setRead] = useState(visit.current.isIntroductionRead || isKnown);
  const { target: first, handOver } = useFocusHandover<HTMLButtonElement>();
  return (
    <section aria-label="To begin with" className="rounded-lg border border-line bg-surface px-3 py-2 sm:px-4">
      {!isRead && (
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
      <p className="text-sm font-semibold">Open an example case</p>
      <p className="flex flex-wrap gap-2 pt-1 pb-1">
        {examples.map(({ name, profile }, place) => (
          <Button key={name} ref={place === 0 ? first : null} className="text-sm" onClick={() => onOpen(profile)}>
            {name}
          </Button>
        ))}
      </p>
    </section>
  );
}
