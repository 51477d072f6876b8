import Link from "next/link";
import { Button } from "@/components/ui/button";
import type { EvidenceView } from "@/lib/evidence/schema";
import { questionFor } from "@/lib/profile/questions";
import type { Answer } from "@/lib/profile/schema";
import type { Feature } from "@/lib/terms/feature";
import { counted } from "@/lib/terms/phrases";

type Props = { view: EvidenceView; fragment: string; onAnswer: (feature: Feature, answer: Answer) => void };

/** The answer in a sentence or two, announced when it changes, with the question that would sharpen it most. */
export function Verdict({ view, fragment, onAnswer }: Props) {
  const { verdict, gap, ask } = view;
  const isGap = !gap.described && gap.combinations.length > 0;
  return (
    <section
      aria-label="The answer"
      className={`rounded-lg border-2 p-4 ${isGap ? "border-gap bg-gap-soft" : "border-accent bg-surface"}`}
    >
      <p role="status" className="text-lg">
        {verdict.text}
      </p>
      {ask && (
        <div className="mt-3 flex flex-wrap items-center gap-2 text-sm">
          <p>
            Worth answering next: <strong>{questionFor(ask.feature).label}</strong>, which decides the place of{" "}
            {counted(ask.decides, "study", "studies")}.
          </p>
          <Button aria-label={`${questionFor(ask.feature).label}: yes`} onClick={() => onAnswer(ask.feature, "yes")}>
            Yes
          </Button>
          <Button aria-label={`${questionFor(ask.feature).label}: no`} onClick={() => onAnswer(ask.feature, "no")}>
            No
          </Button>
        </div>
      )}
      <p className="mt-3">
        <Link href={`/summary${fragment}`} className="inline-flex min-h-11 items-center font-semibold">
          One page to print
        </Link>
      </p>
    </section>
  );
}
