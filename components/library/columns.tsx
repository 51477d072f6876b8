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
import { getFigureParts } from "@/lib/answer/figure-parts";
import { getFigure, type Result } from "@/lib/answer/result";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { type Column, columnNames, columns } from "@/lib/browse/table-state";
import type { Profile } from "@/lib/case/schema";
import { getShortName } from "@/lib/study/citation";
import { designNames, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { describeReason } from "@/lib/wording/match-reasons";
import { StudyLink } from "./study-link";

/** One line of the table: what a study says for a case, with what names the case's diagnosis. */
export type StudyRow = StudyAnswer & { profile: Pick<Profile, "diagnosis"> };

/** The lines of a table, in the order of the answer. */
export function toRows(studies: readonly StudyAnswer[], profile: StudyRow["profile"]): StudyRow[] {
  return studies.map((found) => ({ ...found, profile }));
}

export const studyFeatures = tableFeatures({
  rowSortingFeature,
  rowExpandingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const column = createColumnHelper<typeof studyFeatures, StudyRow>();

/** A count sorts by its proportion; a study without one comes last in either direction. */
function getProportion(result: Result): number | undefined {
  const figure = getFigure(result);
  return figure ? figure.events / figure.total : undefined;
}

/** What each column sorts by; what a study does not state comes last in either direction. */
const sortedBy: Record<Column, (row: StudyRow) => string | number | undefined> = {
  study: ({ study }) => getShortName(study),
  design: ({ level }) => level,
  patients: ({ study }) => study.participants.treated ?? undefined,
  matches: ({ reasons }) => reasons.filter(({ relation }) => relation === "same").length,
  response: ({ results }) => getProportion(results.response),
  relapse: ({ results }) => getProportion(results.relapse),
  survival: ({ results }) => getProportion(results.survival),
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
  response: ({ results }) => <Outcome result={results.response} />,
  relapse: ({ results }) => <Outcome result={results.relapse} />,
  survival: ({ results }) => <Outcome result={results.survival} />,
  regimen: (row) => <Regimen {...row} />,
  year: ({ study }) => study.citation.year ?? "no date",
  reads: ({ study }) => sourceReadNames[study.reads],
};

function Matches({ reasons, profile }: StudyRow) {
  // What an open question would decide is told when the row is opened: here it would bury what was stated.
  const stated = reasons.filter(({ patient }) => patient !== "unknown");
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

function Outcome({ result }: { result: Result }) {
  if (result.kind !== "count") {
    return <span className="text-quiet">{result.kind === "text" ? "in words: open the row" : "not reported"}</span>;
  }
  const { figure } = result;
  const { name, count, percent, interval, method, timing, comparison } = getFigureParts(figure);
  return (
    <span>
      <strong>{count}</strong>
      {percent && ` (${percent})`}
      <span className="block text-xs text-quiet">
        {interval} ({method}) · {figure.domain === "survival" && `${name}: `}
        {figure.label}
        {timing && ` · ${timing}`}
        {comparison?.difference && ` · against ${comparison.count} ${comparison.label}`}
      </span>
    </span>
  );
}

function Regimen({ dose }: StudyRow) {
  if (!dose) return <span className="text-quiet">not reported</span>;
  return (
    <span className="block text-xs">
      {dose.arithmetic && <strong className="block">{dose.arithmetic}</strong>}
      {dose.regimen}
    </span>
  );
}
