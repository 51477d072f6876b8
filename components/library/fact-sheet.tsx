import { Fragment, type ReactNode } from "react";
import { BackToCase } from "@/components/state/back-to-case";
import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise, pluralise } from "@/lib/format/text";
import { silenceOfSource } from "@/lib/match/silence";
import { getReportRecipient } from "@/lib/methods/issue-tracker";
import { formatCitation, getShortName, listIdentifiers } from "@/lib/study/citation";
import { formatComparator, formatFollowUp } from "@/lib/study/format";
import { formatCourses } from "@/lib/study/regimen-text";
import type { Study } from "@/lib/study/schema";
import { designNames, sourceReadNames } from "@/lib/vocabulary/outcomes";
import {
  formatAge,
  formatDiagnoses,
  formatGuidelineStatus,
  formatRegimen,
  formatSex,
  listPhases,
  listReportedFeatures,
} from "@/lib/wording/fact-sheet";
import { formatShare } from "@/lib/wording/match-reasons";
import { CaseMatch } from "./case-match";
import { CitationMenu } from "./citation-menu";
import { OutcomeTable } from "./outcome-table";
import { SheetPin } from "./pin-button";
import { RelatedSheets } from "./related-sheets";
import { ReportLink } from "./report-link";
import { SheetStrip } from "./sheet-strip";

type Props = {
  study: Study;
  /** other sheets that report the same patients */
  related: readonly Pick<Study, "id" | "citation" | "participants" | "bottomLine">[];
  library: { version: string; searched: string };
};

/** One study in full: what it says, its patients, how it was read, and what its source does not report. */
export function FactSheet({ study, related, library }: Props) {
  const { citation, design, participants, treatment, extraction } = study;
  const silence = silenceOfSource[study.reads];
  const guidelineStatus = formatGuidelineStatus(study.guideline);
  const phases = listPhases(treatment.regimen);
  return (
    <article className="space-y-4">
      <header>
        <BackToCase />
        <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <h1 className="text-xl font-bold">{getShortName(study)}</h1>
          <Readers extraction={extraction} />
        </div>
        <p className="text-lg">{citation.title}</p>
        {guidelineStatus && <p className="font-semibold">{guidelineStatus}</p>}
        <p className="mt-2 mb-3 max-w-prose">{study.bottomLine}</p>
        <SheetPin id={study.id} name={getShortName(study)} />
      </header>

      <SheetStrip study={study} />
      <CaseMatch study={study} />

      <Section title="Outcomes">
        <OutcomeTable study={study} />
      </Section>

      <Section title="Design and patients">
        <Facts
          silence={silence}
          facts={[
            ["Design", formatDesign(design)],
            ["Where and when", formatPlaceAndTime(design)],
            ["Follow-up", formatFollowUp(design.followUp)],
            ["Enrolled", participants.enrolled],
            [interfaceText.treated, participants.treated],
            [interfaceText.femaleMale, formatSex(participants)],
            ["Age", formatAge(participants.age)],
            ["Diagnoses", formatDiagnoses(participants.diagnoses)],
            ...(study.cohort
              ? [["Cohort", `${study.cohort}: other sheets report the same patients, who are counted once`] as const]
              : []),
          ]}
        />
      </Section>

      <Section title="Who the patients were">
        <table className="w-full table-fixed text-sm wrap-anywhere">
          <thead>
            <tr className="text-left">
              <th scope="col" className="border-b-2 border-edge py-1 pr-2">
                Feature
              </th>
              <th scope="col" className="border-b-2 border-edge py-1 pr-2">
                Patients with it
              </th>
              <th scope="col" className="border-b-2 border-edge py-1">
                Note
              </th>
            </tr>
          </thead>
          <tbody>
            {listReportedFeatures(study).map(({ feature, label, reported }) => (
              <tr key={feature} className="border-b border-line align-top">
                <th scope="row" className="py-1 pr-2 text-left font-semibold">
                  {label}
                </th>
                <td className="py-1 pr-2">
                  {reported.share === "unclear"
                    ? silence
                    : formatShare(reported.share, reported.n, participants.treated)}
                </td>
                <td className="py-1">{reported.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>

      <Section title={interfaceText.whatGiven}>
        <Facts
          silence={silence}
          facts={[
            ["Immunoglobulin", treatment.agent],
            ["Role", treatment.role],
            ["Regimen", treatment.regimen?.text],
            ["Dose", formatRegimen(treatment.regimen)],
            ...(phases.length > 0
              ? [
                  [
                    "Dose over time",
                    <ol key="phases" className="list-decimal pl-5">
                      {phases.map((phase) => (
                        <li key={phase}>{phase}</li>
                      ))}
                    </ol>,
                  ] as const,
                ]
              : []),
            ["Courses", formatCourses(treatment.courses)],
            [interfaceText.concomitant, treatment.concomitant],
            [interfaceText.comparator, formatComparator(study)],
          ]}
        />
      </Section>

      {related.length > 0 && <RelatedSheets related={related} />}

      <Section title="Limits">
        <Bullets items={study.limitations} />
        <h3 className="mt-3 font-bold">{capitalise(silence)}</h3>
        <Bullets items={study.unclear} />
      </Section>

      <Section title="Citation">
        <p>{formatCitation(study)}</p>
        {citation.authors.length > 6 && (
          <Disclosure title={`All ${citation.authors.length} authors`}>
            <p>{citation.authors.join(", ")}</p>
          </Disclosure>
        )}
        <ul className="mt-2 flex flex-wrap gap-x-4">
          {listIdentifiers(study).map((link) => (
            <li key={link.label} className="flex min-h-11 items-center">
              <Source {...link} isAlone />
            </li>
          ))}
        </ul>
        <CitationMenu study={study} version={library.version} searched={library.searched} />
      </Section>

      <Section title={interfaceText.sourceRead}>
        <p>
          {sourceReadNames[study.reads]}.{" "}
          {extraction.readers === 2
            ? `Two readers, the second without seeing the first reading: they agreed on ${extraction.figuresAgreed} of ${pluralise(extraction.figuresCompared, "figure", "figures")}.`
            : "One reader; no second reading yet."}
          {extraction.adjudicated && " Differences were settled by going back to the source."}
        </p>
        <ul className="mt-2 list-disc pl-5 text-sm">
          {study.sources.map(({ url, kind, official }) => (
            <li key={`${kind} ${url}`}>
              <Source label={kind} url={official ? url : null} />
              {url ? `, ${official ? "" : "read in a copy "}at ${new URL(url).hostname}` : ", no address"}
              {url && !official && " (named and not linked)"}
            </li>
          ))}
        </ul>
      </Section>

      <Section title="How to report an error">
        <p className="max-w-prose">
          Send a report to <Source {...getReportRecipient()} /> and say what the source has instead. Quote the study{" "}
          <strong>{study.id}</strong>, the library version <strong>{library.version}</strong> and, for a figure, what
          follows “Source:” there. Leave out anything that identifies a patient.
        </p>
        <ReportLink id={study.id} />
      </Section>
    </article>
  );
}

/** That a sheet was read by two, which few libraries do. */
function Readers({ extraction }: Pick<Study, "extraction">) {
  if (extraction.readers !== 2) return null;
  const { figuresAgreed, figuresCompared } = extraction;
  return (
    <p className="border-l-3 border-edge pl-2 text-sm text-quiet">
      2 readers, {figuresAgreed} of {pluralise(figuresCompared, "figure", "figures")} agreed
    </p>
  );
}

function formatDesign({ type, controlled, blinding }: Study["design"]): string {
  return [
    designNames[type],
    controlled ? "with a comparison group" : "no comparison group",
    ...(blinding ? [blinding === "none" ? "not blinded" : `${blinding}-blind`] : []),
  ].join(", ");
}

function formatPlaceAndTime({ centres, countries, period }: Study["design"]): string | null {
  const places = centres ? [centres === "single" ? "one centre" : "several centres"] : [];
  return [...places, ...countries, ...(period ? [period] : [])].join(", ") || null;
}

type FactsProps = {
  /** how the sheet is silent about a fact that it does not have */
  silence: string;
  facts: readonly (readonly [name: string, value: ReactNode])[];
};

/** Facts by name; a missing one is said to be missing, in the words of what was read. */
function Facts({ silence, facts }: FactsProps) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1 sm:grid-cols-[min(12rem,40%)_minmax(0,1fr)]">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt className="font-semibold">{name}</dt>
          <dd className="mb-1">{value ?? <span className="text-quiet">{silence}</span>}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Bullets({ items }: { items: string[] }) {
  if (items.length === 0) return <p className="text-quiet">Nothing is noted.</p>;
  return (
    <ul className="list-disc pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
