import { Fragment } from "react";
import { MAX_DOTS, PatientDots } from "@/components/figure/patient-dots";
import { StudyLink } from "@/components/library/study-link";
import { goToHeading } from "@/components/ui/focus";
import {
  describeDifference,
  describeLead,
  describeOthers,
  describeSources,
  describeUncounted,
  describeUncountedInShort,
  type LeadText,
  listFurtherComparisons,
  listNamed,
} from "@/lib/answer/cell-text";
import type { AnswerCell, Lead } from "@/lib/answer/cells";
import { describeRegimenOfLead, findOtherDose } from "@/lib/answer/lead-regimen";
import { findPatientsRow } from "@/lib/answer/patients-row";
import { describeProgressions } from "@/lib/answer/progression";
import { nameCell, nameDomain } from "@/lib/answer/result-sentences";
import { describeUnused, listUnusedCounts } from "@/lib/answer/silent-text";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describePatientsOnce } from "@/lib/answer/trait-sentences";
import { allowsPercent } from "@/lib/format/numbers";
import { capitalise } from "@/lib/format/text";
import { type CellDomain, timingNames } from "@/lib/vocabulary/outcomes";
import { CountedWhat } from "./counted-what";
import { TrialBars } from "./trial-bars";

type Props = {
  /** the cells of one domain: one, or the timings of relapse */
  cells: readonly AnswerCell[];
  /** all cells of the strip, in order: what is said of the patients of a study stands once */
  all: readonly AnswerCell[];
  describing: readonly StudyAnswer[];
  /** studies whose design an earlier cell of the strip has told */
  told: ReadonlySet<StudyAnswer>;
  /** what leads the strip: its regimen is told, and that of any other lead that was given something else */
  first: Lead | null;
};

/** What leads in one domain: the count as large as its patients are many, one mark a patient, and all that belongs to it. */
export function StripCell({ cells, all, describing, told, first }: Props) {
  const [cell] = cells;
  if (!cell) return null;
  const counted = cells.flatMap(({ lead, ...rest }) => (lead ? [{ ...rest, lead }] : []));
  const isCounted = counted.length > 0;
  // Relapses of a timing that nobody counts, beside those of another that are counted.
  const uncounted = isCounted ? cells.filter(({ lead }) => !lead) : [];
  const { compared } = cell;
  const figures = counted.length + (compared ? 1 : 0);
  const isGrouped = cells.length > 1 || compared !== null;
  const isTrial = isTrialCell(cell);
  // Of several timings the first stands beside the response on a phone, so that both are seen at once.
  const [, ...further] = counted;
  // What is told of them needs as much room as a figure; that there is no count needs little.
  const hasToldUncounted = uncounted.some((one) => hasDetails(one, describing));
  const width = selectWidth(cell, figures + uncounted.length);
  const article = (
    <article className={`${cellLook} ${width} ${hasToldUncounted ? "@2xl:basis-full" : ""}`}>
      <h2 className="text-xs text-quiet @max-2xl:leading-tight">
        <strong>{nameDomain(cell)}</strong>
        {!isGrouped && cell.timing && ` ${timingNames[cell.timing]}`}
        {!isCounted && <span className="@2xl:block">{` ${describeUncounted(describing, cells)}`}</span>}
      </h2>
      {!isCounted && <UnusedCounts cells={cells} />}
      <div className="flex flex-wrap gap-x-4 gap-y-2 empty:hidden">
        {compared && (
          <div className="min-w-0 grow basis-32">
            <h3 className="text-xs text-quiet">against {compared.figure.comparison?.label} in a trial</h3>
            <ComparedHarm lead={compared} told={told} />
          </div>
        )}
        {uncounted.map((one) => (
          <div
            key={one.timing}
            className={`min-w-0 grow @max-2xl:hidden ${hasToldUncounted ? "basis-[45%]" : "basis-28"}`}
          >
            <UncountedTiming cell={one} describing={describing} />
          </div>
        ))}
        {counted.map((one, place) => (
          // Of three, the first has the room that its words need: relapses after stopping are counted by most.
          <div
            key={one.timing}
            className={`min-w-0 grow basis-32 ${place > 0 ? "@max-2xl:hidden" : further.length > 1 ? "@2xl:basis-64" : ""}`}
          >
            {isGrouped && (
              <h3 className="text-xs text-quiet @max-2xl:leading-tight">
                {one.timing ? timingNames[one.timing] : "the most serious counted"}
              </h3>
            )}
            <CountedCell cell={one} all={all} told={told} first={first} describing={describing} />
          </div>
        ))}
      </div>
      {!isTrial && (
        <div className={cell.domain === "response" || further.length > 0 ? "@max-2xl:hidden" : ""}>
          <NamedStudies cells={isCounted ? counted : cells} describing={describing} isOfSeveral={further.length > 0} />
        </div>
      )}
      {cell.domain === "harm" && <KnownHarms />}
    </article>
  );
  const below = further.length > 0 && (
    <div className={`${cellLook} basis-full @2xl:hidden`}>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        {further.map((one) => (
          <div key={one.timing} className="min-w-0 grow basis-32">
            <h3 className="text-xs leading-tight text-quiet">{nameCell(one)}</h3>
            <CountedCell cell={one} all={all} told={told} first={first} describing={describing} />
          </div>
        ))}
      </div>
      <NamedStudies cells={counted} describing={describing} isOfSeveral />
    </div>
  );
  // A phone has the line that nobody counts it above the figures, where it is seen, and what is told of it below them.
  if (uncounted.length > 0) {
    return (
      <>
        {article}
        {below}
        {uncounted.map((one) => (
          <Fragment key={one.timing}>
            <p className={`${cellLook} basis-full py-0.5 text-xs @max-2xl:-order-1 @2xl:hidden`}>
              <strong>{nameCell(one)}:</strong> {describeUncountedInShort(one)}
              {hasDetails(one, describing) && "; below"}
            </p>
            {hasDetails(one, describing) && (
              <div className={`${cellLook} basis-full @max-2xl:order-1 @2xl:hidden`}>
                <p className="text-xs font-semibold">{nameCell(one)}</p>
                <UnusedCounts cells={[one]} />
                <NamedStudies cells={[one]} describing={describing} />
              </div>
            )}
          </Fragment>
        ))}
      </>
    );
  }
  // What a response has beside its lead stands on a phone below the four cells, whose figures must be seen first.
  if (!isTrial) {
    return (
      <>
        {article}
        {below}
        {cell.domain === "response" && (
          <div className={`${cellLook} basis-full empty:hidden @max-2xl:order-1 @2xl:hidden`}>
            <OtherResponses cell={cell} />
            <NamedStudies cells={cells} describing={describing} />
          </div>
        )}
      </>
    );
  }
  return (
    <>
      {article}
      <div className={`${cellLook} basis-full @max-2xl:order-1 @2xl:basis-[60%]`}>
        {cell.lead && <TrialBars name={cell.lead.found.name} figures={[cell.lead.figure, ...cell.lead.degrees]} />}
        <NamedStudies cells={cells} describing={describing} />
        <OtherResponses cell={cell} />
      </div>
    </>
  );
}

const cellLook = "min-w-0 grow bg-surface p-1.5 leading-tight @2xl:px-2.5 @2xl:py-1.5 @2xl:leading-snug";

function isTrialCell({ domain, lead }: AnswerCell): boolean {
  return domain === "response" && lead?.rule === "trial";
}

/**
 * Four cells stand side by side, or two on a phone. A trial takes a row of its own together with its pairs of bars,
 * relapses of several timings, or harm that a trial compares, take what they need side by side, and what nobody counts takes no more than its words.
 */
function selectWidth(cell: AnswerCell, figures: number): string {
  if (isTrialCell(cell)) return "basis-40 @2xl:basis-[30%]";
  if (figures > 2) return "basis-40 @2xl:basis-[60%]";
  if (figures === 2) return cell.compared ? "basis-full @2xl:basis-[44%]" : "basis-40 @2xl:basis-[33%]";
  // A phone has the line that nobody counts a relapse above the figures, where it is seen.
  if (figures === 0 && cell.domain === "relapse")
    return "basis-full @max-2xl:-order-1 @2xl:basis-[14%] @2xl:grow-[0.6]";
  if (figures === 0) return "basis-full @2xl:basis-[14%] @2xl:grow-[0.6]";
  // beside the response stands what others found, and below the harm a line of what is known of it
  const widths: Partial<Record<CellDomain, string>> = { response: "@2xl:basis-[27%]", harm: "@2xl:basis-[30%]" };
  return `basis-40 ${widths[cell.domain] ?? "@2xl:basis-[20%]"}`;
}

type CountedProps = Omit<Props, "cells"> & { cell: AnswerCell & { lead: Lead } };

function CountedCell({ cell, all, told, first, describing }: CountedProps) {
  const { lead } = cell;
  const text = describeLead(lead);
  const patients = describePatientsOnce(lead, all);
  // The row of its patients tells it where there is one.
  const hasRow = findPatientsRow(all)?.found === lead.found;
  const progressions =
    lead.figure.domain === "response" && lead.rule !== "single-cases" && !hasRow
      ? describeProgressions(lead.found.study)
      : [];
  return (
    <>
      <LeadCount lead={lead} text={text} />
      <CountedWhat {...text} lead={lead} />
      <div className="text-xs @max-2xl:leading-tight">
        {text.whom && <p>{text.whom}</p>}
        <GivenLine lead={lead} first={first} describing={describing} />
        {text.comparison && <ComparisonLine text={text.comparison} lead={isTrialCell(cell) ? lead : null} />}
        {[...progressions, ...text.traits].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {/* Lines of their own where there is room: a phone has to hold the next figure as well. */}
        <p className="@2xl:*:block">
          <span>
            {patients.join(" ")}{" "}
            <span className="text-quiet">
              <LimitsAndSources limits={text.limits} lead={lead} told={told} />
            </span>
          </span>{" "}
          {text.further && <span>{text.further}</span>}{" "}
          {!isTrialCell(cell) && (
            <span className="text-quiet">
              {/* A phone has no room for them above the relapse: it has them below the cells. */}
              <span className={cell.domain === "response" ? "@max-2xl:hidden" : ""}>{describeOthers(cell)}</span>{" "}
              <span className="@max-2xl:hidden">{describeUnused(cell)}</span>
            </span>
          )}
        </p>
        <UnusedCounts cells={[cell]} />
      </div>
    </>
  );
}

/** Whether anything is told of what nobody counts. */
function hasDetails(cell: AnswerCell, describing: readonly StudyAnswer[]): boolean {
  return listUnusedCounts(cell).length > 0 || listNamed(cell, describing).length > 0;
}

/** That relapses of one timing are not counted, beside those of another that are, and what is told of it all the same. */
function UncountedTiming({ cell, describing }: { cell: AnswerCell; describing: readonly StudyAnswer[] }) {
  return (
    <>
      <h3 className="text-xs text-quiet">{cell.timing && timingNames[cell.timing]}</h3>
      <p className="text-xs">{capitalise(describeUncounted(describing, [cell]))}.</p>
      <UnusedCounts cells={[cell]} />
      <NamedStudies cells={[cell]} describing={describing} />
    </>
  );
}

/** What is counted in a way that no figure here can be made of: it is told, for it may be the bad news. */
function UnusedCounts({ cells }: Pick<Props, "cells">) {
  return cells.flatMap(listUnusedCounts).map((text) => (
    <p key={text} className="text-xs text-quiet @max-2xl:leading-tight">
      {text}
    </p>
  ));
}

/** The count in large figures and one mark a patient; a bar stands beside its count where there is room. */
function LeadCount({ lead, text }: { lead: Lead; text: LeadText }) {
  return (
    <div
      className={
        lead.total > MAX_DOTS
          ? "flex flex-wrap items-center gap-x-3 *:last:grow *:last:basis-20"
          : "@max-2xl:flex @max-2xl:flex-wrap @max-2xl:items-center @max-2xl:gap-x-3 @max-2xl:*:last:min-w-37 @max-2xl:*:last:flex-1"
      }
    >
      <LargeCount {...text} total={lead.total} />
      <PatientDots {...lead.figure} label={text.counted} events={lead.events} total={lead.total} isExplained />
    </div>
  );
}

/** What the patients of this very figure were given; where no dose of theirs is told, which other study tells one. */
function GivenLine({ lead, first, describing }: Pick<CountedProps, "first" | "describing"> & { lead: Lead }) {
  const isFirst = lead === first;
  const given = describeRegimenOfLead(lead, isFirst ? null : first);
  const other = isFirst ? findOtherDose(lead, describing) : null;
  if (given === null) return null;
  return (
    <>
      <p>
        <strong className="font-semibold">Given:</strong> {given}
      </p>
      {other && (
        <p className="text-quiet">
          Dose known only of others: <InlineStudy found={other.found} />
          {other.text}
        </p>
      )}
    </>
  );
}

/** What a trial counts of harm in both of its groups, before the gravest that anybody counts. */
function ComparedHarm({ lead, told }: { lead: Lead; told: Props["told"] }) {
  const text = describeLead(lead);
  return (
    <>
      <LeadCount lead={lead} text={text} />
      <CountedWhat {...text} lead={lead} notes={listFurtherComparisons(lead)} />
      <div className="text-xs @max-2xl:leading-tight">
        {text.whom && <p>{text.whom}</p>}
        <p>{text.comparison}</p>
        <p className="text-quiet">
          <LimitsAndSources limits={text.limits} lead={lead} told={told} />
        </p>
      </div>
    </>
  );
}

/**
 * The comparison group of a lead. Where its bars stand beside the lead, the difference is enough.
 * @param lead of a trial, whose bars are drawn; null where none are
 */
function ComparisonLine({ text, lead }: { text: string; lead: Lead | null }) {
  const comparison = lead?.figure.comparison;
  const difference = comparison ? describeDifference(comparison) : null;
  if (!difference) return <p>{text}</p>;
  return (
    <>
      <p className="@2xl:hidden">{text}</p>
      <p className="@max-2xl:hidden">{capitalise(difference)}.</p>
    </>
  );
}

/** "19 of 27 70%", small where there are too few patients for a percentage. */
function LargeCount({ count, percent, total }: Pick<LeadText, "count" | "percent"> & { total: number }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 tracking-tighter">
      <strong
        className={`whitespace-nowrap ${allowsPercent(total) ? "text-figure-small @2xl:text-figure" : "text-count"}`}
      >
        {count}
      </strong>
      {percent && <span className="text-sm text-quiet @2xl:text-lg/none">{percent}</span>}
    </p>
  );
}

type LimitsProps = Pick<LeadText, "limits"> & { lead: Lead; told: Props["told"] };

/** "95% CI 52–84%. Bounfour 2014, retrospective cohort; abstract." On a phone the design stands with the first mention. */
function LimitsAndSources({ limits, lead, told }: LimitsProps) {
  const { cases, reading } = describeSources(lead);
  const isTold = cases.every(({ found }) => told.has(found));
  return (
    <>
      {limits && `${limits}. `}
      {cases.map(({ found, after }, index) => (
        <span key={found.study.id}>
          {index > 0 && "; "}
          <InlineStudy found={found} />
          {after}
        </span>
      ))}
      {reading && <span className={isTold ? "@max-2xl:hidden" : ""}>, {reading}</span>}.
    </>
  );
}

/** A link within a line of text: no taller than it, and never parted from the comma behind it. */
function InlineStudy({ found }: { found: StudyAnswer }) {
  return (
    <span className="*:inline">
      <StudyLink study={found.study} />
    </span>
  );
}

/** How the other studies stand to the response that leads, and how many give no count: beside a trial, else on a phone below the cells. */
function OtherResponses({ cell }: { cell: AnswerCell }) {
  const text = cell.lead && [describeOthers(cell), describeUnused(cell)].filter(Boolean).join(" ");
  if (!text) return null;
  return (
    <p className={`text-xs text-quiet @max-2xl:leading-tight ${isTrialCell(cell) ? "" : "@2xl:hidden"}`}>
      Response: {text}
    </p>
  );
}

type NamedProps = Pick<Props, "cells" | "describing"> & {
  /** the cells are of several timings, and each study says of which it tells */
  isOfSeveral?: boolean;
};

function NamedStudies({ cells, describing, isOfSeveral = false }: NamedProps) {
  const named = cells.flatMap((cell) => listNamed(cell, describing).map((one) => ({ ...one, timing: cell.timing })));
  if (named.length === 0) return null;
  return (
    <ul className="text-xs @max-2xl:leading-tight">
      {named.map(({ found, text, timing, isOfOtherTiming }) => (
        <li key={`${timing} ${found?.study.id} ${text}`}>
          {isOfSeveral && timing && !isOfOtherTiming && `${capitalise(timingNames[timing])}: `}
          {found && <InlineStudy found={found} />}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** What is known of immunoglobulin whatever these studies count, with the way to its sources. */
function KnownHarms() {
  return (
    <button
      type="button"
      onClick={() => goToHeading("safety")}
      className="min-h-6 pointer-coarse:min-h-11 text-left text-xs text-accent underline-offset-4 hover:underline @max-2xl:leading-tight"
    >
      Known of immunoglobulin: thrombosis, kidney injury, haemolysis → Safety
    </button>
  );
}
