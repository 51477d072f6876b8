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
import { StudyLink } from "@/components/study/study-link";
import type { Figure } from "@/lib/evidence/figure";
import type { EvidenceView, StudyView } from "@/lib/evidence/schema";
import { reasonInWords } from "@/lib/present/reasons";
import { shortName } from "@/lib/study/cite";
import type { StudyRecord } from "@/lib/study/record";
import { countOf, fewestForPercent, limits, methodNames, percent } from "@/lib/terms/numbers";
import { designNames, timingNames } from "@/lib/terms/outcomes";

/** One line of the table: a sheet, what was found out about it, and the case both are about. */
export type StudyRow = { study: StudyRecord; view: StudyView; profile: EvidenceView["profile"]; fragment: string };

export const studyFeatures = tableFeatures({
  rowSortingFeature,
  rowExpandingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const column = createColumnHelper<typeof studyFeatures, StudyRow>();

/** A count sorts by its proportion; a study without one comes last in either direction. */
const proportion = (figure: Figure | null) => (figure ? figure.events / figure.total : undefined);

export const studyColumns = column.columns([
  column.accessor(({ study }) => shortName(study), {
    id: "study",
    header: "Study",
    sortFn: "text",
    cell: ({ row }) => <StudyLink {...row.original} />,
  }),
  column.accessor(({ view }) => view.level, {
    id: "design",
    header: "Design",
    sortFn: "basic",
    cell: ({ row }) => designNames[row.original.study.design.type],
  }),
  column.accessor(({ study }) => study.participants.treated ?? undefined, {
    id: "patients",
    header: "Patients",
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ getValue }) => getValue() ?? "not stated",
  }),
  column.accessor(({ view }) => view.reasons.filter(({ relation }) => relation === "same").length, {
    id: "matches",
    header: "Matches and lacks",
    sortFn: "basic",
    cell: ({ row }) => <Matches {...row.original} />,
  }),
  column.accessor(({ view }) => proportion(view.response), {
    id: "response",
    header: "Response",
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ row }) => <Outcome figure={row.original.view.response} words={row.original.view.inWords.response} />,
  }),
  column.accessor(({ view }) => proportion(view.relapse), {
    id: "relapse",
    header: "Relapse",
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ row }) => <Outcome figure={row.original.view.relapse} words={row.original.view.inWords.relapse} />,
  }),
  column.accessor(({ study }) => study.treatment.regimen?.gPerKgPerCourse ?? undefined, {
    id: "regimen",
    header: "Regimen",
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ row }) => <Regimen {...row.original.view} />,
  }),
  column.accessor(({ study }) => study.citation.year ?? undefined, {
    id: "year",
    header: "Year",
    sortFn: "basic",
    sortUndefined: "last",
    cell: ({ getValue }) => getValue() ?? "no date",
  }),
]);

function Matches({ view, profile }: StudyRow) {
  // What an open question would decide is told when the row is opened: here it would bury what was stated.
  const stated = view.reasons.filter(({ patient }) => patient !== "unknown");
  if (stated.length === 0) return <span className="text-quiet">nothing stated to match</span>;
  return (
    <ul className="flex flex-wrap gap-1">
      {stated.map((reason) => {
        const { sign, text, meaning } = reasonInWords(reason, profile);
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
      <strong>{countOf(figure)}</strong>
      {figure.total >= fewestForPercent && ` (${percent(figure.events / figure.total)})`}
      <span className="block text-xs text-quiet">
        95% interval {limits(figure.interval, figure.total)} ({methodNames[figure.interval.method]}) · {figure.label}
        {figure.timing && ` · ${timingNames[figure.timing]}`}
        {figure.comparison?.difference && ` · against ${countOf(figure.comparison)} ${figure.comparison.label}`}
      </span>
    </span>
  );
}

function Regimen({ dose }: StudyView) {
  if (!dose) return <span className="text-quiet">not reported</span>;
  return (
    <span className="text-xs">
      {dose.arithmetic && <strong className="block">{dose.arithmetic}</strong>}
      {dose.regimen}
    </span>
  );
}
