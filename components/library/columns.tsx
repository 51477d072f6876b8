"use client";

import {
  createColumnHelper,
  createSortedRowModel,
  rowExpandingFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { Figure } from "@/lib/answer/figure";
import type { EvidenceView, StudyView } from "@/lib/answer/wire";
import { type Column, columnNames, columns } from "@/lib/browse/table-state";
import { formatCount, formatLimits, formatPercent, intervalMethodNames, MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { designNames, getCountName, sourceReadNames, timingNames } from "@/lib/vocabulary/outcomes";
import { describeReason } from "@/lib/wording/match-reasons";
import { StudyLink } from "./study-link";

/** One line of the table: a sheet, what was found out about it, and the case both are about. */
export type StudyRow = { study: StudySummary; view: StudyView; profile: EvidenceView["profile"] };

export const studyFeatures = tableFeatures({
  rowSortingFeature,
  rowExpandingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const column = createColumnHelper<typeof studyFeatures, StudyRow>();

/** A count sorts by its proportion; a study without one comes last in either direction. */
const proportion = (figure: Figure | null) => (figure ? figure.events / figure.total : undefined);

/** What each column sorts by; what a study does not state comes last in either direction. */
const sortedBy: Record<Column, (row: StudyRow) => string | number | undefined> = {
  study: ({ study }) => getShortName(study),
  design: ({ view }) => view.level,
  patients: ({ study }) => study.participants.treated ?? undefined,
  matches: ({ view }) => view.reasons.filter(({ relation }) => relation === "same").length,
  response: ({ view }) => proportion(view.response),
  relapse: ({ view }) => proportion(view.relapse),
  survival: ({ view }) => proportion(view.survival),
  regimen: ({ study }) => study.treatment.regimen?.gPerKgPerCourse ?? undefined,
  year: ({ study }) => study.citation.year ?? undefined,
  reads: ({ study }) => study.reads,
};

export const studyColumns = column.columns(
  columns.map((id) =>
    column.accessor(sortedBy[id], {
      id,
      header: columnNames[id],
      sortFn: id === "study" || id === "reads" ? "text" : "basic",
      sortUndefined: "last",
    }),
  ),
);

/** What each column shows of a row. */
export const cellOf: Record<Column, (row: StudyRow) => ReactNode> = {
  study: ({ study }) => <StudyLink study={study} />,
  design: ({ study }) => designNames[study.design.type],
  patients: ({ study }) => study.participants.treated ?? "not stated",
  matches: (row) => <Matches {...row} />,
  response: ({ view }) => <Outcome figure={view.response} words={view.inWords.response} />,
  relapse: ({ view }) => <Outcome figure={view.relapse} words={view.inWords.relapse} />,
  survival: ({ view }) => <Outcome figure={view.survival} words={view.inWords.survival} />,
  regimen: ({ view }) => <Regimen {...view} />,
  year: ({ study }) => study.citation.year ?? "no date",
  reads: ({ study }) => sourceReadNames[study.reads],
};

function Matches({ view, profile }: StudyRow) {
  // What an open question would decide is told when the row is opened: here it would bury what was stated.
  const stated = view.reasons.filter(({ patient }) => patient !== "unknown");
  if (stated.length === 0) return <span className="text-quiet">nothing stated to match</span>;
  return (
    <ul className="flex flex-wrap gap-1">
      {stated.map((reason) => {
        const { sign, text, meaning } = describeReason(reason, profile);
        return (
          <li key={reason.feature} className="rounded border border-line px-1.5 text-xs">
            <span aria-hidden="true" className="font-bold">
              {sign}{" "}
            </span>
            {text}
            <span className="sr-only">, {meaning}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Outcome({ figure, words }: { figure: Figure | null; words: { label: string } | null }) {
  if (!figure) return <span className="text-quiet">{words ? "in words: open the row" : "not reported"}</span>;
  return (
    <span>
      <strong>{formatCount(figure)}</strong>
      {figure.total >= MIN_FOR_PERCENT && ` (${formatPercent(figure.events / figure.total)})`}
      <span className="block text-xs text-quiet">
        95% interval {formatLimits(figure.interval, figure.total)} ({intervalMethodNames[figure.interval.method]}) ·{" "}
        {figure.domain === "survival" && `${getCountName(figure.domain, figure.direction)}: `}
        {figure.label}
        {figure.timing && ` · ${timingNames[figure.timing]}`}
        {figure.comparison?.difference && ` · against ${formatCount(figure.comparison)} ${figure.comparison.label}`}
      </span>
    </span>
  );
}

function Regimen({ dose }: StudyView) {
  if (!dose) return <span className="text-quiet">not reported</span>;
  return (
    <span className="block text-xs">
      {dose.arithmetic && <strong className="block">{dose.arithmetic}</strong>}
      {dose.regimen}
    </span>
  );
}
