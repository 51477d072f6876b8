"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { contentsTitle } from "@/components/answer/answer-nav";
import { Verdict, type VerdictContent } from "@/components/answer/verdict";
import { ReadingCase } from "@/components/state/case-in-address";
import { type CaseChange, DeferCaseLinks, useCase } from "@/components/state/case-provider";
import { LibraryFailure } from "@/components/state/library-failure";
import { announceOtherCase } from "@/components/state/other-case";
import { useRecent } from "@/components/state/use-recent";
import { Contents, type ContentsEntry, useCurrentPart } from "@/components/ui/contents";
import { focusOn } from "@/components/ui/focus";
import { usePainted } from "@/components/ui/use-painted";
import { emptyProfile, type Profile, setAnswer } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import type { IntervalMethod } from "@/lib/stats/interval";
import { writeCaseLink } from "@/lib/url-state/case";
import { CaseBar } from "./case-bar";
import { ClearButton, MainQuestions, MoreQuestions, openMoreQuestions } from "./case-form";
import { Chips } from "./chips";
import { ContradictionNotice } from "./contradiction";
import { RecentCases } from "./recent-cases";
import { applyTapsBeforeHydration, TapsBeforeHydration } from "./taps-before-hydration";
import { type DrawnAnswer, useCaseAnswer } from "./use-case-answer";
import { type AnsweredExample, Welcome } from "./welcome";

const boxLook = "rounded-lg border border-line bg-surface";

/** The head of an answer that is on its way. */
const reading: VerdictContent = {
  lead: interfaceText.readingCase,
  rest: [],
  mix: [],
  isDescribed: false,
  isGap: false,
  nextQuestion: null,
  onlyNo: null,
};

/** The contents of the page: the head, and the parts below it. */
function listSections({ answer, code, described }: DrawnAnswer): ContentsEntry[] {
  if (described) return described.listShownSections(answer);
  return [code.createEntry("answer"), ...code.listGeneralSections(answer)];
}

type Props = {
  /** what stands in place of an answer while nothing is stated, worked out when the page was built */
  emptyHead: Pick<VerdictContent, "lead" | "rest" | "nextQuestion">;
  examples: readonly AnsweredExample[];
};

/** The case and its answer, side by side on a wide screen. */
export function CasePage({ emptyHead, examples }: Props) {
  const stated = useCase();
  const { profile, facts, problem, change, isReady } = stated;
  useEffect(() => {
    if (isReady) applyTapsBeforeHydration(change);
  }, [isReady, change]);
  const [method, setMethod] = useState<IntervalMethod>("wilson");
  const { found, again } = useCaseAnswer(method);
  const answered = isReady && typeof found === "object" ? found : null;
  const recent = useRecent(writeCaseLink(profile));
  const form = useRef<HTMLDivElement>(null);
  // The head follows a tap at once. The long rest is drawn once that is painted, when the browser has time for it.
  const drawn = usePainted(answered);
  const sections = useMemo(() => (drawn ? listSections(drawn) : []), [drawn]);
  const current = useCurrentPart(sections.map(({ id }) => id));
  const isStated = isReady && !facts.isEmpty;
  const isEmptyProfile = writeCaseLink(profile) === "";
  // The button that was used may be gone, and what it led to begins with the case.
  const settle = useCallback(
    (update: CaseChange) => {
      change(update);
      focusOn("case");
    },
    [change],
  );
  const open = useCallback(
    (opened: Profile) => {
      announceOtherCase();
      settle(() => opened);
    },
    [settle],
  );

  const parts = useMemo(
    () =>
      drawn?.described ? (
        <drawn.described.AnswerParts
          answer={drawn.answer}
          method={drawn.method}
          onMethod={setMethod}
          onLeaveOut={settle}
        />
      ) : (
        drawn && <drawn.code.GeneralParts answer={drawn.answer} />
      ),
    [drawn, settle],
  );
  const failure = found === "failed" || found === "other-library" ? found : null;
  const isSettled = answered !== null || failure !== null;
  const isLate = drawn !== answered;
  // Until then, what stands below the answer would be moved by it.
  const [wasSettled, setWasSettled] = useState(false);
  if (isSettled && !wasSettled) setWasSettled(true);
  const described = isStated ? answered?.described : null;
  // Kept as it is while what stands below it is drawn.
  const head = useMemo((): VerdictContent => {
    if (!isStated) return { ...reading, ...emptyHead };
    if (answered && described) return described.describeVerdict(answered.answer, open);
    return failure ? { ...reading, lead: "Nothing is answered yet." } : reading;
  }, [isStated, answered, described, failure, emptyHead, open]);

  // The studies are drawn once the address has been read and the summaries are there: the server knows no case, and the
  // table of the empty one would only be sent to be thrown away.
  // On a wide screen the case and the contents are a column that stays in view, and scrolls by itself where it is taller
  // than the window. On a phone there are no columns: the answer is moved up between the five questions and the others.
  return (
    <div
      data-loading={isSettled && !isLate ? undefined : true}
      className="flex flex-col gap-2 sm:gap-3 lg:grid lg:grid-cols-[19rem_minmax(0,1fr)] lg:items-start lg:gap-4"
    >
      <div className="max-lg:contents lg:sticky lg:top-4 lg:-m-1 lg:max-h-[calc(100dvh-2rem)] lg:space-y-2 lg:overflow-y-auto lg:p-1 print:static print:max-h-none print:overflow-visible">
        <div ref={form}>
          <TapsBeforeHydration />
          <MainQuestions {...stated} />
        </div>
        {/* On a phone the line that opens the further questions belongs to the five; the chips stand below the answer. */}
        <div
          data-empty-case={wasSettled ? undefined : true}
          className="text-sm max-lg:contents lg:rounded-lg lg:border lg:border-line lg:bg-surface"
        >
          <div className="border-line px-2 max-lg:-mt-2 max-lg:bg-surface max-lg:rounded-b-lg max-lg:border max-lg:border-t-0 sm:max-lg:-mt-3">
            <MoreQuestions profile={profile} change={change} isReady={isReady} lead={isStated ? head.lead : null} />
          </div>
          {/* Below the fields: a chip that comes while a number is typed must not move them. */}
          {!isEmptyProfile && (
            <div className="border-line px-2 max-lg:bg-surface has-[ul]:pb-2 max-lg:order-2 max-lg:rounded-lg max-lg:border max-lg:has-[ul]:pt-2">
              <Chips profile={profile} onRemove={settle} />
              <ClearButton profile={profile} className="-ml-2 lg:hidden" onClear={() => settle(() => emptyProfile)} />
            </div>
          )}
        </div>
        <Contents
          label={contentsTitle}
          entries={sections}
          current={current}
          className={`overflow-hidden py-1 max-lg:hidden ${boxLook}`}
        />
        {isReady && wasSettled && (
          <div className={`max-lg:order-4 ${boxLook}`}>
            <RecentCases recent={recent} onOpen={open} />
          </div>
        )}
      </div>
      <CaseBar profile={profile} form={form} entries={sections} current={current} />
      <div className="min-w-0 max-lg:contents lg:max-w-260 lg:space-y-2">
        <div className="space-y-2 max-lg:order-1">
          {facts.contradictions.map((found) => (
            <ContradictionNotice key={found.text} found={found} onRemedy={settle} />
          ))}
          <div className="grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1]">
            {!isReady && <ReadingCase />}
            <div data-empty-case={isReady ? undefined : true}>
              <Verdict
                {...head}
                actions={
                  answered && described && <described.AnswerActions answer={answered.answer} problem={problem} />
                }
                onAnswer={(feature, given) => change((current) => setAnswer(current, feature, given))}
                onMore={openMoreQuestions}
              />
            </div>
          </div>
          {isReady && failure && <LibraryFailure failure={failure} again={again} />}
          {!isStated && (
            <div data-empty-case={isReady ? undefined : true}>
              <Welcome examples={examples} isKnown={recent.isOn} onOpen={open} />
            </div>
          )}
        </div>
        {parts && (
          // Nothing of a case stays below the empty one, not even for a moment.
          <div aria-busy={isLate} hidden={!isStated && Boolean(drawn?.described)} className="min-w-0 max-lg:order-3">
            {isLate && <BeingUpdated />}
            <div className={`space-y-2 ${isLate ? "opacity-60 print:hidden" : ""}`}>
              <DeferCaseLinks>{parts}</DeferCaseLinks>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

/** Over what is still drawn of the case before: it takes no room, and stays in view wherever those parts are read. */
function BeingUpdated() {
  return (
    <div className="sticky top-14 z-10 h-0 lg:top-2 print:hidden">
      <p className="ml-auto w-fit rounded-md border border-edge bg-surface px-2 py-1 text-sm font-semibold">
        Being updated …
      </p>
    </div>
  );
}
