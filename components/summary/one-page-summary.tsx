"use client";

import Link from "next/link";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useCase } from "@/components/case/use-case";
import { usePins } from "@/components/study/use-pins";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { knownPins } from "@/lib/case-link/pins";
import { assemble } from "@/lib/evidence/assemble";
import type { Figure, InWords } from "@/lib/evidence/figure";
import { type LibraryData, prepareLibrary } from "@/lib/evidence/library";
import type { StudyView } from "@/lib/evidence/schema";
import { poolInWords } from "@/lib/present/forest-layout";
import { setTitle } from "@/lib/present/sets";
import { combinationsInWords, studiesToPrint } from "@/lib/present/summary";
import { caseInWords, questionFor } from "@/lib/profile/questions";
import { fullCitation, shortName, sourceLink } from "@/lib/study/cite";
import type { StudyRecord } from "@/lib/study/record";
import { countWithPercent, date, limits, methodNames, points } from "@/lib/terms/numbers";
import { countName, designNames, domainNames, timingNames } from "@/lib/terms/outcomes";
import { counted, sentence } from "@/lib/terms/phrases";
import { QrCode } from "./qr-code";

/** The page that prints: one case, its answer, and where every figure came from. */
export function OnePageSummary({ data }: { data: LibraryData }) {
  const { profile, fragment, problem, isReady } = useCase();
  const library = useMemo(() => prepareLibrary(data), [data]);
  const records = useMemo(() => new Map(data.studies.map((study) => [study.id, study])), [data]);
  const view = useMemo(() => assemble(profile, library), [profile, library]);
  const [label, setLabel] = useState("");
  const [note, setNote] = useState("");
  const { pins: held, problem: pinDamage } = usePins();
  const pinned = knownPins(held, (id) => records.has(id));
  const printed = studiesToPrint(view, pinned.pins);
  const pinProblem = pinDamage ?? pinned.problem;
  const stated = caseInWords(profile);
  const pooled = view.sets.filter(({ pool }) => pool);
  const safety = view.safety.filter(({ because }) => because.length > 0);

  return (
    <div className="mx-auto max-w-4xl">
      <div className="mb-4 space-y-3 print:hidden">
        <h1 className="text-xl font-bold">One page to print</h1>
        {problem && <Notice title="The case link could not be read">{problem}</Notice>}
        {pinProblem && <Notice title="Not every pinned study can be printed">{pinProblem}</Notice>}
        {stated.length === 0 && !problem && (
          <Notice title="No case is entered">
            The page below holds the general evidence. <Link href="/">Enter a case</Link> to print its answer.
          </Notice>
        )}
        <div className="flex flex-wrap items-end gap-3">
          <TypedField name="Label" hint="Bed or initials, for the paper only." value={label} onValue={setLabel} />
          <TypedField name="Note" hint="Printed, never stored and never sent." value={note} onValue={setNote} isWide />
          <Button onClick={() => window.print()}>Print</Button>
          <Link href={`/${fragment}`} className="inline-flex min-h-11 items-center">
            Back to the case
          </Link>
        </div>
      </div>

      <article
        aria-label="Summary"
        className="space-y-2 rounded-lg border border-line bg-surface p-4 text-sm print:space-y-1 print:rounded-none print:border-0 print:p-0 print:text-[7.6pt] print:leading-[1.25]"
      >
        <header className="flex justify-between gap-4">
          <div className="min-w-0">
            <p className="font-bold">Myomatch: immunoglobulin in myositis</p>
            {label && <p>Label: {label}</p>}
            <p>
              <strong>Case:</strong> {stated.length > 0 ? stated.join("; ") : "nothing stated"}
            </p>
            {note && <p className="whitespace-pre-line">Note: {note}</p>}
            <p className="mt-1 text-base font-semibold print:text-[9pt]">{view.verdict.text}</p>
            <p>{view.certainty}</p>
          </div>
          {isReady && (
            <div className="size-28 shrink-0 print:size-[26mm]">
              <QrCode text={`${window.location.origin}/${fragment}`} label="QR code that opens this case" />
            </div>
          )}
        </header>

        {view.profile.contradictions.map(({ text }) => (
          <p key={text}>⚠ {text} Both were matched as stated.</p>
        ))}

        <section aria-label="Studies">
          <h2 className="border-b border-edge font-bold">{printed.heading}</h2>
          <ol>
            {printed.studies.map((found) => {
              const record = records.get(found.id);
              return record && <PrintedStudy key={found.id} found={found} record={record} />;
            })}
          </ol>
          <PinnedOthers records={printed.others.flatMap((id) => records.get(id) ?? [])} />
          {printed.left > 0 && (
            <p className="text-quiet">
              {counted(printed.left, "more study of this group stands", "more studies of this group stand")} on the case
              page.
            </p>
          )}
        </section>

        {(pooled.length > 0 || view.gap.combinations.length > 1) && (
          <section aria-label="Together">
            <h2 className="border-b border-edge font-bold">Taken together</h2>
            {pooled.map((set) => (
              <p key={setTitle(set)}>
                {sentence(set.domain)}, {setTitle(set).toLowerCase()}. {poolInWords(set)}
              </p>
            ))}
            {view.gap.combinations.length > 1 && <p>{combinationsInWords(view)}</p>}
          </section>
        )}

        {safety.length > 0 && (
          <section aria-label="Safety">
            <h2 className="border-b border-edge font-bold">Safety checks this case makes relevant</h2>
            <ul>
              {safety.map(({ check, figure, because, source }) => (
                <li key={check}>
                  {check} ({because.map((feature) => questionFor(feature).label.toLowerCase()).join(", ")}). {figure}{" "}
                  <span className="text-quiet">
                    [{new URL(source.url).hostname}, {source.locator}]
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}

        <footer className="border-t border-edge text-xs text-quiet print:text-[6.5pt]">
          Library {view.library.version}, literature searched {date(view.library.searched)}: {view.library.studies}{" "}
          studies, {view.library.patients} patients given immunoglobulin, each once. Intervals: {methodNames.wilson},
          95%. Figures under 5 patients are counts only; their limits are proportions from 0 to 1. A single case is a
          case, not a rate. Lists published evidence for clinicians; gives no order; not for emergencies.
        </footer>
      </article>
    </div>
  );
}

function TypedField({
  name,
  hint,
  value,
  onValue,
  isWide = false,
}: {
  name: string;
  hint: string;
  value: string;
  onValue: (value: string) => void;
  isWide?: boolean;
}) {
  const id = useId();
  return (
    <div className={isWide ? "grow" : ""}>
      <label htmlFor={id} className="font-semibold">
        {name}
      </label>
      <p id={`${id}-hint`} className="text-xs text-quiet">
        {hint}
      </p>
      <input
        id={id}
        value={value}
        maxLength={isWide ? 200 : 80}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onValue(target.value)}
        className="min-h-11 w-full rounded-md border border-edge bg-surface px-3"
      />
    </div>
  );
}

function PrintedStudy({ found, record }: { found: StudyView; record: StudyRecord }) {
  const told = (["response", "relapse", "survival"] as const).flatMap((domain): ReactNode[] => {
    const figure = found[domain];
    const words = found.inWords[domain];
    if (figure) return [<PrintedFigure key={domain} figure={figure} />];
    return words ? [<PrintedWords key={domain} domain={domainNames[domain]} words={words} />] : [];
  });
  return (
    <li className="mt-1 break-inside-avoid border-b border-line pb-1 last:border-b-0 print:mt-0.5 print:pb-0.5">
      <p>
        <strong>{shortName(record)}</strong>, {designNames[record.design.type].toLowerCase()},{" "}
        {found.treated === null ? "number treated not stated" : counted(found.treated, "patient", "patients")}
        {found.lacking.length > 0 && <strong> – {found.lacking.join("; ")}</strong>}
      </p>
      {told.length > 0 ? told : <p>Neither response nor relapse nor survival is reported.</p>}
      {found.dose?.arithmetic && <p>Its regimen at this weight: {found.dose.arithmetic}.</p>}
      <p className="text-quiet">
        {fullCitation(record)} {sourceLink(record).label}.
      </p>
    </li>
  );
}

/** Pinned sheets that treat nobody: what they are, and where to find them. */
function PinnedOthers({ records }: { records: readonly StudyRecord[] }) {
  if (records.length === 0) return null;
  return (
    <>
      <p className="mt-1 font-bold print:mt-0.5">Also pinned, counting no patient given immunoglobulin</p>
      <ul>
        {records.map((record) => (
          <li key={record.id} className="break-inside-avoid">
            {designNames[record.design.type]}. {fullCitation(record)} {sourceLink(record).label}.
          </li>
        ))}
      </ul>
    </>
  );
}

function PrintedFigure({ figure }: { figure: Figure }) {
  const { domain, direction, label, timing, interval, total, comparison, population, definition, certainty, locator } =
    figure;
  return (
    <p>
      {countName(domain, direction)}: <strong>{countWithPercent(figure)}</strong> {label}
      {timing && `, ${timingNames[timing]}`}; 95% interval {limits(interval, total)}
      {comparison &&
        `; against ${countWithPercent(comparison)} ${comparison.label} (95% interval ${limits(comparison.interval, comparison.total)})`}
      {comparison?.difference &&
        `, difference ${points(comparison.difference.value)} points (${points(comparison.difference.low, 1)} to ${points(comparison.difference.high, 1)}, Newcombe)`}
      {comparison?.numberNeeded &&
        `, number needed to ${comparison.numberNeeded.direction === "benefit" ? "treat" : "harm"} ${comparison.numberNeeded.number}`}
      . Of whom: {population}. {definition && `Counted as: ${definition.replace(/\.$/, "")}. `}
      <span className="text-quiet">
        {certainty}; {locator}.
      </span>
    </p>
  );
}

function PrintedWords({ domain, words }: { domain: string; words: InWords }) {
  return (
    <p>
      {domain}, in words: {words.label}: {words.text}{" "}
      <span className="text-quiet">
        Of whom: {words.population}; {words.locator}.
      </span>
    </p>
  );
}
