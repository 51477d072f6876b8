"use client";

import { useMemo, useState } from "react";
import { CaseLink } from "@/components/state/case-link";
import { useCase, useCaseFragment } from "@/components/state/case-provider";
import { usePins } from "@/components/state/use-pins";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { assemble } from "@/lib/answer/assemble";
import { type LibraryData, prepareLibrary } from "@/lib/answer/library";
import { formatCase } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { composePaperText } from "@/lib/paper/paper-text";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { selectKnownPins } from "@/lib/url-state/pins";
import { Paper } from "./paper";
import { TypedField } from "./typed-field";

/** The page that prints: one case, its answer, and where every figure came from. */
export function OnePageSummary({ data }: { data: LibraryData }) {
  const { profile, problem, isReady } = useCase();
  const fragment = useCaseFragment();
  const library = useMemo(() => prepareLibrary(data), [data]);
  const records = useMemo(() => new Map(data.studies.map((study) => [study.id, study])), [data]);
  const view = useMemo(() => assemble(profile, library), [profile, library]);
  const [label, setLabel] = useState("");
  const [note, setNote] = useState("");
  const { pins: held, problem: pinDamage } = usePins();
  const pinned = selectKnownPins(held, (id) => records.has(id));
  const printed = selectStudiesToPrint(view, pinned.pins);
  const pinProblem = pinDamage ?? pinned.problem;
  const stated = formatCase(profile);
  const content = { view, profile, printed, records, problem };
  const address = isReady ? `${window.location.origin}/${fragment}` : "";

  return (
    <div className="mx-auto max-w-4xl">
      <div className="mb-4 space-y-3 print:hidden">
        <h1 className="text-xl font-bold">{interfaceText.onePage}</h1>
        {problem && <Notice title={interfaceText.caseUnreadable}>{problem}</Notice>}
        {pinProblem && <Notice title="Not every pinned study can be printed">{pinProblem}</Notice>}
        {stated.length === 0 && !problem && (
          <Notice title="No case is entered">
            The page below holds the general evidence.{" "}
            <CaseLink href="/" isAlone={false}>
              {interfaceText.enterCase}
            </CaseLink>{" "}
            to print its answer.
          </Notice>
        )}
        <div className="flex flex-wrap items-end gap-3">
          <TypedField
            name="Label"
            hint="Bed or initials, for the paper only."
            value={label}
            maxLength={80}
            onValue={setLabel}
            className="grow sm:grow-0"
          />
          <TypedField
            name="Note"
            hint="Printed, never stored and never sent."
            value={note}
            maxLength={200}
            onValue={setNote}
            className="grow"
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button look="main" onClick={() => window.print()}>
            Print
          </Button>
          {isReady && (
            <CopyButton
              text={composePaperText(content, address)}
              done="Copied. Label and note are for the paper only and are not in it."
              name="The summary as text"
            >
              Copy as text
            </CopyButton>
          )}
          <CaseLink href="/">{interfaceText.backToCase}</CaseLink>
        </div>
      </div>

      {isReady && <Paper content={content} label={label} note={note} address={address} />}
    </div>
  );
}
