"use client";

import { useMemo, useState } from "react";
import { ReadingCase } from "@/components/state/case-in-address";
import { CaseLink } from "@/components/state/case-link";
import { useCase, useCaseFragment } from "@/components/state/case-provider";
import { useAnswer } from "@/components/state/use-answer";
import { usePins } from "@/components/state/use-pins";
import { WithLibrary } from "@/components/state/with-library";
import { Notice } from "@/components/ui/notice";
import type { Answer } from "@/lib/answer/answer";
import type { LibraryData } from "@/lib/answer/library";
import { interfaceText } from "@/lib/format/interface-text";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { writeCaseLink } from "@/lib/url-state/case";
import { joinFragment, splitFragment } from "@/lib/url-state/fragment";
import { selectKnownPins, writePins } from "@/lib/url-state/pins";
import { Paper } from "./paper";
import { PaperActions } from "./paper-actions";
import { TypedField } from "./typed-field";
import { useToday } from "./use-today";

/** The page that prints: one case, its answer, and where every figure came from. */
export function OnePageSummary() {
  const { isReady } = useCase();
  return (
    <div className="mx-auto max-w-4xl">
      <h1 className="mb-3 text-xl font-bold print:hidden">{interfaceText.onePage}</h1>
      {isReady ? (
        <WithLibrary>{(data) => <Answered data={data} />}</WithLibrary>
      ) : (
        <div data-loading>
          <ReadingCase />
        </div>
      )}
    </div>
  );
}

/** The answer is worked out apart from what is drawn: between components the browser answers its reader. */
function Answered({ data }: { data: LibraryData }) {
  const answer = useAnswer(data);
  const ids = useMemo(() => new Set(data.studies.map(({ id }) => id)), [data]);
  return <Printable answer={answer} ids={ids} />;
}

const nothingTyped = { label: "", note: "" };

/** What is said above the paper, and the paper. */
function Printable({ answer, ids }: { answer: Answer; ids: ReadonlySet<string> }) {
  const { facts, problem } = useCase();
  const fragment = useCaseFragment();
  // What is typed is of the case that it was typed for, and of no other that is opened here.
  const link = writeCaseLink(facts.profile);
  const [typed, setTyped] = useState<Readonly<Record<string, { label: string; note: string }>>>({});
  const own = typed[link] ?? nothingTyped;
  const type = (part: Partial<typeof own>) => setTyped((before) => ({ ...before, [link]: { ...own, ...part } }));
  const { pins, problem: pinDamage } = usePins();
  const pinned = useMemo(() => selectKnownPins(pins, (id) => ids.has(id)), [pins, ids]);
  // not made again while label and note are typed
  const content = useMemo(
    () => ({ answer, printed: selectStudiesToPrint(answer, pinned.pins), problem }),
    [answer, pinned, problem],
  );
  const pinProblem = pinDamage ?? pinned.problem;
  const today = useToday();
  // What the library does not have would only make the QR code on paper finer.
  const printedFragment = joinFragment({ ...splitFragment(fragment), pins: writePins(pinned.pins) });
  const address = `${window.location.origin}/${printedFragment}`;

  return (
    <>
      <div className="mb-4 space-y-3 print:hidden">
        {pinProblem && <Notice title="Not every pinned study can be printed">{pinProblem}</Notice>}
        {facts.isEmpty && !problem && (
          <Notice title="No case is entered">
            The page below holds the general evidence.{" "}
            <CaseLink href="/" isAlone={false}>
              {interfaceText.enterCase}
            </CaseLink>{" "}
            to print its answer.
          </Notice>
        )}
        <PaperActions content={content} address={address} today={today} />
      </div>

      <Paper
        content={content}
        address={address}
        today={today}
        label={{
          value: own.label,
          field: (
            <TypedField
              name="Label"
              hint="Bed or initials, for the paper only."
              value={own.label}
              maxLength={80}
              onValue={(label) => type({ label })}
            />
          ),
        }}
        note={{
          value: own.note,
          field: (
            <TypedField
              name="Note"
              hint="Printed, never stored and never sent."
              value={own.note}
              maxLength={200}
              lines={3}
              onValue={(note) => type({ note })}
            />
          ),
        }}
      />
    </>
  );
}
