"use client";

import { useEffect, useMemo, useState } from "react";
import { type AnswerSection, answerSections } from "@/components/answer/answer-nav";
import { GapPanel, hasGapPanel } from "@/components/answer/gap";
import { MatchedStudies } from "@/components/answer/matched-studies";
import { RelatedLiterature } from "@/components/answer/related-literature";
import { Results } from "@/components/answer/results";
import { SafetyList } from "@/components/answer/safety";
import { Verdict } from "@/components/answer/verdict";
import { useCase } from "@/components/state/case-provider";
import { useRecent } from "@/components/state/use-recent";
import { focusOn } from "@/components/ui/focus";
import { assemble } from "@/lib/answer/assemble";
import { type LibraryData, prepareLibrary } from "@/lib/answer/library";
import { type Profile, withAnswer } from "@/lib/case/schema";
import type { IntervalMethod } from "@/lib/stats/interval";
import { writeCaseLink } from "@/lib/url-state/case";
import { MainQuestions, MoreQuestions } from "./case-form";
import { RecentCases } from "./recent-cases";
import { TapsBeforeHydration, takePreHydrationChanges } from "./taps-before-hydration";
import { Welcome } from "./welcome";

/** The case and its answer, side by side on a wide screen. */
export function CasePage({ data }: { data: LibraryData }) {
  const held = useCase();
  const { profile, change, isReady } = held;
  useEffect(() => {
    if (!isReady) return;
    const stated = takePreHydrationChanges(profile);
    if (stated !== profile) change(stated);
  }, [isReady, profile, change]);
  const [method, setMethod] = useState<IntervalMethod>("wilson");
  const library = useMemo(() => prepareLibrary(data), [data]);
  const studies = useMemo(() => new Map(data.studies.map((study) => [study.id, study])), [data]);
  const view = useMemo(() => assemble(profile, library, method), [profile, library, method]);
  const shown = { view, studies };
  const link = writeCaseLink(profile);
  const recent = useRecent(link);
  const isStated = isReady && link !== "";
  const below: Record<AnswerSection, boolean> = {
    figures: isStated,
    together: isStated && hasGapPanel(view.gap),
    studies: isReady,
    guidelines: isReady && view.guidelines.length > 0,
    safety: isReady,
  };
  const open = (other: Profile) => {
    recent.beginNewCase();
    change(other);
    // The button that opened it may be gone, and what it opened begins at the top.
    focusOn("case");
  };

  // The studies are drawn once the address has been read: the server knows no case, and the table of the empty one
  // would only be sent to be thrown away.
  // On a phone the verdict stands right under the five questions, and what else can be said comes after it; on a wide
  // screen the case is a column of its own. The reading order is the phone's in both.
  return (
    <div className="space-y-4">
      <div className="flex flex-col gap-3 lg:grid lg:grid-cols-[24rem_minmax(0,1fr)] lg:grid-rows-[auto_auto_auto_1fr] lg:gap-4">
        <div className="lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:[&>section]:h-full">
          <TapsBeforeHydration />
          <MainQuestions {...held} />
        </div>
        <div className="lg:col-start-2 lg:row-start-1">
          <Verdict
            view={view}
            shown={(Object.keys(answerSections) as AnswerSection[]).filter((part) => below[part])}
            onAnswer={(feature, answer) => change(withAnswer(profile, feature, answer))}
          />
        </div>
        {isReady && link === "" && (
          <div className="lg:col-start-2 lg:row-span-2 lg:row-start-2">
            <Welcome isKnown={recent.isOn} onOpen={open} />
          </div>
        )}
        <div className="space-y-3 lg:col-start-1 lg:row-span-2 lg:row-start-3 lg:space-y-4">
          <MoreQuestions {...held} />
          {isReady && <RecentCases recent={recent} onOpen={open} />}
        </div>
        {isStated && (
          <div className="min-w-0 space-y-4 lg:col-start-2 lg:row-span-3 lg:row-start-2">
            <Results {...shown} method={method} onMethod={setMethod} />
            <GapPanel {...shown} />
          </div>
        )}
      </div>
      {isReady && (
        <>
          <MatchedStudies {...shown} />
          <RelatedLiterature {...shown} />
          <SafetyList items={view.safety} />
        </>
      )}
    </div>
  );
}
