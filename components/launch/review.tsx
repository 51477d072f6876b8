import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import type { NotCounted, Note, Proposal } from "@/lib/fhir/proposals";
import { toProfile } from "@/lib/fhir/to-profile";
import { pluralise } from "@/lib/format/text";
import { describeFailure } from "@/lib/smart/problems";
import { writeCaseLink } from "@/lib/url-state/case";
import { joinFragment } from "@/lib/url-state/fragment";
import { listStatedFacts } from "@/lib/wording/case-text";
import { accept, type Choices, listRecorded, makeCase, refuse, undo } from "./choices";
import { describeSource } from "./source-text";
import type { ReadResult } from "./use-launch";

/** What the record offers, each answer with where it was read. Nothing of it counts before it is accepted. */
export function Review({ result }: { result: ReadResult }) {
  const { system, patient, proposals: read, failures } = result;
  const { proposals, myositis, notCounted, notes } = read;
  const [choices, setChoices] = useState<Choices>(new Map());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const recorded = listRecorded(proposals, choices);
  const accepted = [...choices.values()].filter((choice) => choice === "accepted").length;
  // another page with another content policy: it asks no record system
  const open = () => window.location.assign(`/${joinFragment({ case: writeCaseLink(makeCase(proposals, choices)) })}`);

  return (
    <section aria-labelledby="record-answers" className="space-y-4">
      {/* on this screen only, so that it can be compared with the record: never on paper */}
      <p className="print:hidden">
        Read from {system}
        {patient.name && (
          <>
            : <strong>{patient.name}</strong>
          </>
        )}
        {patient.birthDate && `, born ${patient.birthDate}`}. The name goes no further than this screen.
      </p>
      {failures.length > 0 && (
        <div className="rounded-md border border-warn p-3">
          <p className="font-semibold">Not everything could be read. What is missing here may be in the record.</p>
          <ul className="list-disc pl-5 text-sm">
            {failures.map((failure) => (
              <li key={failure.kind}>{describeFailure(failure)}</li>
            ))}
          </ul>
        </div>
      )}
      {myositis.status === "none" && (
        <p className="font-semibold">
          In what was read, no myositis is named. Myomatch covers nothing but myositis: enter a diagnosis yourself.
        </p>
      )}
      {notes.length > 0 && <Notes notes={notes} />}
      <h2 id="record-answers" ref={heading} tabIndex={-1} className="text-lg font-bold">
        {proposals.length === 0
          ? "The record offers no answer"
          : `${pluralise(proposals.length, "answer", "answers")} from the record`}
      </h2>
      {proposals.length > 0 && (
        <>
          <p>Accept what is right for this patient. What you do not accept stays not stated.</p>
          {recorded.length > 0 && (
            <Button onClick={() => setChoices(recorded.reduce((all, place) => accept(proposals, all, place), choices))}>
              {`Accept all recorded (${recorded.length})`}
            </Button>
          )}
          <ul className="space-y-2">
            {proposals.map((proposal, place) => (
              <ProposalRow
                key={`${proposal.aspect} ${proposal.value}`}
                proposal={proposal}
                choice={choices.get(place)}
                onAccept={() => setChoices(accept(proposals, choices, place))}
                onRefuse={() => setChoices(refuse(choices, place))}
                onUndo={() => setChoices(undo(choices, place))}
              />
            ))}
          </ul>
        </>
      )}
      {notCounted.length > 0 && <NotCountedList entries={notCounted} />}
      <p role="status" className="text-sm">
        {accepted === 0 ? "Nothing is accepted yet." : `${pluralise(accepted, "answer", "answers")} accepted.`}
      </p>
      <Button look="main" onClick={open}>
        {accepted === 0 ? "Go on with nothing from the record" : "Open the case"}
      </Button>
    </section>
  );
}

const statusWords: Record<Proposal["status"], string> = {
  recorded: "Recorded",
  mentioned: "Mentioned: to be confirmed",
  contradicted: "The record contradicts itself: choose one or none",
};

type RowProps = {
  proposal: Proposal;
  choice: "accepted" | "refused" | undefined;
  onAccept: () => void;
  onRefuse: () => void;
  onUndo: () => void;
};

/** One answer, where it was read, and the two taps that decide on it. The same tap again takes the decision back. */
function ProposalRow({ proposal, choice, onAccept, onRefuse, onUndo }: RowProps) {
  const text = nameProposal(proposal);
  return (
    <li className="rounded-md border border-line bg-surface p-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div>
          <h3 className="font-semibold">{text}</h3>
          <p className="text-sm">
            {statusWords[proposal.status]}. {proposal.reason}
          </p>
        </div>
        <p className="flex gap-2">
          <DecisionButton
            word="Accept"
            sign="✓"
            isOn={choice === "accepted"}
            about={text}
            onTap={onAccept}
            onUndo={onUndo}
          />
          <DecisionButton
            word="Refuse"
            sign="✕"
            isOn={choice === "refused"}
            about={text}
            onTap={onRefuse}
            onUndo={onUndo}
          />
        </p>
      </div>
      <ul className="mt-1 list-disc pl-5 text-sm break-words">
        {proposal.sources.map((source) => (
          <li key={`${source.resourceType}/${source.id} ${source.code}`}>{describeSource(source)}</li>
        ))}
      </ul>
    </li>
  );
}

type DecisionProps = {
  word: string;
  /** before the word once it was tapped */
  sign: string;
  isOn: boolean;
  /** the answer that it decides on, for who cannot see where it stands */
  about: string;
  onTap: () => void;
  onUndo: () => void;
};

function DecisionButton({ word, sign, isOn, about, onTap, onUndo }: DecisionProps) {
  return (
    <Button
      look="tool"
      aria-pressed={isOn}
      aria-label={`${word}: ${about}`}
      className="aria-pressed:border-2 aria-pressed:border-ink aria-pressed:bg-accent-soft"
      onClick={isOn ? onUndo : onTap}
    >
      {isOn && <span aria-hidden="true">{sign} </span>}
      {word}
    </Button>
  );
}

/** The answer in the words that the case has for it. */
function nameProposal(proposal: Proposal): string {
  return listStatedFacts(toProfile([proposal]))
    .map(({ text }) => text)
    .join(", ");
}

function Notes({ notes }: { notes: readonly Note[] }) {
  return (
    <ul aria-label="Also in the record" className="list-disc pl-5">
      {notes.map(({ text, source }) => (
        <li key={`${text} ${source?.id}`}>
          {text}
          {source && <span className="block text-sm">{describeSource(source)}</span>}
        </li>
      ))}
    </ul>
  );
}

function NotCountedList({ entries }: { entries: readonly NotCounted[] }) {
  return (
    <Disclosure title={`Seen and not counted (${entries.length})`}>
      <ul className="list-disc pl-5 text-sm break-words">
        {entries.map(({ aspect, source, reason }) => (
          <li key={`${aspect} ${source.resourceType}/${source.id} ${source.code} ${reason}`}>
            {reason} {describeSource(source)}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
