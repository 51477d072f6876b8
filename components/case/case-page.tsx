"use client";

import { useEffect, useState } from "react";
import { CaseTable } from "@/components/answer/case-table";
import { Elsewhere } from "@/components/answer/elsewhere";
import { GapStrip } from "@/components/answer/gap-strip";
import { GivenTreatment } from "@/components/answer/given";
import { Harm } from "@/components/answer/harm";
import { MatchedStudies } from "@/components/answer/matched-studies";
import { Nearest } from "@/components/answer/nearest";
import { RelatedLiterature } from "@/components/answer/related-literature";
import { Results } from "@/components/answer/results";
import { SafetyList } from "@/components/answer/safety";
import { listShownSections } from "@/components/answer/shown-sections";
import { Verdict } from "@/components/answer/verdict";
import { ReadingCase } from "@/components/state/case-in-address";
import { useCase } from "@/components/state/case-provider";
import { useAnswer } from "@/components/state/use-answer";
import { useRecent } from "@/components/state/use-recent";
import { focusOn } from "@/components/ui/focus";
import type { LibraryData } from "@/lib/answer/library";
import { type Profile, setAnswer } from "@/lib/case/schema";
import type { IntervalMethod } from "@/lib/stats/interval";
import { writeCaseLink } from "@/lib/url-state/case";
import { MainQuestions, MoreQuestions } from "./case-form";
import { RecentCases } from "./recent-cases";
import { TapsBeforeHydration, takePreHydrationChanges } from "./taps-before-hydration";
import { Welcome } from "./welcome";

/** The case and its answer, side by side on a wide screen. */
export function CasePage({ data }: { data: LibraryData }) {
  const stated = useCase();
  const { profile, facts, change, isReady } = stated;
  useEffect(() => {
    if (!isReady) return;
    const changed = takePreHydrationChanges(profile);
    if (changed !== profile) change(changed);
  }, [isReady, profile, change]);
  const [method, setMethod] = useState<IntervalMethod>("wilson");
  const answer = useAnswer(data, method);
  const recent = useRecent(writeCaseLink(profile));
  const isStated = isReady && !facts.isEmpty;
  const open = (opened: Profile) => {
    recent.beginNewCase();
    change(opened);
    // The button that opened it may be gone, and what it opened begins at the top.
    focusOn("case");
  };

  // The studies are drawn once the address has been read: the server knows no case, and the table of the empty one
  // would only be sent to be thrown away.
  // On a phone the verdict is right under the five questions, and the further questions come after it; on a wide
  // screen the case is a column of its own. The reading order is the phone's in both.
  return (
    <div className="space-y-4">
      <div className="flex flex-col gap-3 lg:grid lg:grid-cols-[24rem_minmax(0,1fr)] lg:grid-rows-[auto_auto_1fr] lg:gap-4">
        <div className="lg:col-start-1 lg:row-start-1">
          <TapsBeforeHydration />
          <MainQuestions {...stated} />
        </div>
        <div className="grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1] lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:[&_section]:h-full">
          {!isReady && <ReadingCase />}
          <div data-empty-case={isReady ? undefined : true}>
            <Verdict
              answer={answer}
              shown={isReady ? listShownSections(answer) : []}
              onAnswer={(feature, given) => change(setAnswer(profile, feature, given))}
            />
          </div>
        </div>
        {isReady && facts.isEmpty && (
          <div className="lg:col-start-2 lg:row-start-3">
            <Welcome isKnown={recent.isOn} onOpen={open} />
          </div>
        )}
        <div className="space-y-3 lg:col-start-1 lg:row-span-2 lg:row-start-2 lg:space-y-4">
          <MoreQuestions {...stated} />
          {isReady && <RecentCases recent={recent} onOpen={open} />}
        </div>
        {isStated && (
          <div className="min-w-0 space-y-4 lg:col-start-2 lg:row-start-3">
            <GapStrip answer={answer} onOpen={open} />
            <CaseTable answer={answer} method={method} />
            <GivenTreatment answer={answer} />
            <Results answer={answer} method={method} onMethod={setMethod} />
            <Harm describing={answer.describing} />
            <Elsewhere
              answer={answer}
              onLeaveOut={(without) => {
                change(without);
                // The button is gone with its answer.
                focusOn("case");
              }}
            />
            <Nearest answer={answer} />
          </div>
        )}
      </div>
      {isReady && (
        <>
          {answer.scope.covered && <MatchedStudies answer={answer} />}
          <RelatedLiterature answer={answer} />
          <SafetyList answer={answer} />
        </>
      )}
    </div>
  );
}
