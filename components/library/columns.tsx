import { createColumnHelper, type Row, sortFn_text, type Column as TableColumn } from "@tanstack/react-table";
import { getFigure } from "@/lib/answer/result";
import { shareChoiceNames, shareChoices } from "@/lib/browse/table-state";
import { getQuestion } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { joinWithAnd } from "@/lib/format/text";
import { getShare } from "@/lib/match/share";
import { silenceOfSource } from "@/lib/match/silence";
import { getShortName } from "@/lib/study/citation";
import { formatPatientNumber } from "@/lib/study/format";
import { getReportedDomains } from "@/lib/study/summary";
import { features, type Share } from "@/lib/vocabulary/feature";
import { designNames, domainNames, type FigureDomain, figureDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { kindNames } from "@/lib/wording/group-names";
import { ResultLine } from "./result-line";
import { DeviationsCell, RegimenCell, StudyCell } from "./study-cells";
import { groupings, type StudyRow } from "./study-row";
import type { studyFeatures } from "./table-features";
import type { FilterValue } from "./tanstack-state";

export type StudyColumn = TableColumn<typeof studyFeatures, StudyRow>;
export type StudyTableRow = Row<typeof studyFeatures, StudyRow>;

const column = createColumnHelper<typeof studyFeatures, StudyRow>();

/** "Case series or Case report" */
const joinNames = <Name extends string>(chosen: readonly Name[], names: Record<Name, string>) =>
  chosen.map((name) => names[name]).join(" or ");

const createOutcomeColumn = (domain: FigureDomain) =>
  // By the lower limit, not by the proportion: else 1 of 1 comes before 37 of 47.
  column.accessor(({ results }) => getFigure(results[domain])?.interval.low, {
    id: domain,
    header: domainNames[domain],
    cell: ({ row }) => <ResultLine domain={domain} {...row.original} />,
    meta: {
      cell: "results",
      sortedBy: "lower limit",
      width: { em: 19, share: 3 },
    },
  });

/**
 * The columns that a reader sees, in the order of the table: each with what it is called, shows, sorts by and filters by.
 * The value of a study that does not state it is undefined: it is in no range, and it comes last in either direction.
 */
const shownColumns = column.columns([
  column.accessor(({ study }) => getShortName(study), {
    id: "study",
    header: "Study",
    cell: ({ row }) => <StudyCell {...row.original} />,
    sortFn: sortFn_text,
    sortDescFirst: false,
    enableHiding: false,
    // The search looks through the whole study, so one column is enough to ask.
    enableGlobalFilter: true,
    meta: { width: { em: 10, share: 1.8 } },
  }),
  column.accessor(({ study }) => study.participants.treated ?? undefined, {
    id: "patients",
    header: "Patients",
    cell: ({ row }) =>
      formatPatientNumber(row.original.study) ?? <span className="text-xs text-quiet">patients not stated</span>,
    filterFn: (row, id, { fewestPatients }: FilterValue<"patients">) =>
      isInRange(row.getValue(id), fewestPatients, null),
    meta: {
      cell: "patients",
      width: { em: 10.6, share: 0 },
      describeFilter: ({ fewestPatients }: FilterValue<"patients">) => [`Patients: ${fewestPatients} or more`],
    },
  }),
  column.accessor(({ level }) => level, {
    id: "design",
    header: "Design",
    cell: ({ row }) => (
      <span className="block text-xs leading-tight text-quiet">{designNames[row.original.study.design.type]}</span>
    ),
    // the strongest design first
    sortDescFirst: false,
    filterFn: (row, _, { designs }: FilterValue<"design">) => designs.includes(row.original.study.design.type),
    meta: {
      cell: "patients",
      width: { em: 10.6, share: 0 },
      describeFilter: ({ designs }: FilterValue<"design">) => [`Design: ${joinNames(designs, designNames)}`],
    },
  }),
  ...figureDomains.map(createOutcomeColumn),
  column.accessor(({ study }) => study.treatment.regimen?.gPerKgPerCourse ?? undefined, {
    id: "regimen",
    header: interfaceText.given,
    cell: ({ row }) => <RegimenCell dose={row.original.dose} silence={silenceOfSource[row.original.study.reads]} />,
    meta: { width: { em: 9, share: 1.2 } },
  }),
  column.accessor(({ study }) => study.citation.year ?? undefined, {
    id: "year",
    header: "Year",
    cell: ({ getValue }) => getValue() ?? "no date",
    filterFn: (row, id, { fromYear, toYear }: FilterValue<"year">) => isInRange(row.getValue(id), fromYear, toYear),
    meta: {
      width: { em: 4.4, share: 0 },
      describeFilter: ({ fromYear, toYear }: FilterValue<"year">) => {
        if (toYear === null) return [`Year: ${fromYear} or later`];
        return [fromYear === null ? `Year: ${toYear} or earlier` : `Year: ${fromYear} to ${toYear}`];
      },
    },
  }),
  column.accessor(({ study }) => study.reads, {
    id: "reads",
    header: interfaceText.sourceRead,
    cell: ({ getValue }) => sourceReadNames[getValue()],
    sortFn: sortFn_text,
    sortDescFirst: false,
    filterFn: (row, id, { readings }: FilterValue<"reads">) => readings.includes(row.getValue(id)),
    meta: {
      width: { em: 8, share: 1 },
      describeFilter: ({ readings }: FilterValue<"reads">) => [
        `${interfaceText.sourceRead}: ${joinNames(readings, sourceReadNames)}`,
      ],
    },
  }),
  column.accessor(({ deviations }) => deviations.own.length, {
    id: "matches",
    header: "What deviates",
    cell: ({ row }) => <DeviationsCell {...row.original} />,
    sortDescFirst: false,
    meta: { sortedBy: "number of deviations", width: { em: 10, share: 1.3 } },
  }),
]);

const isNotShown = { enableHiding: false, enableSorting: false };

/** Columns that are never shown: rows are grouped and filtered by them. */
const unshownColumns = column.columns([
  column.accessor(groupings.group, { id: "group", ...isNotShown }),
  column.accessor(groupings.kind, {
    id: "kind",
    ...isNotShown,
    filterFn: (row, id, { kinds }: FilterValue<"kind">) => kinds.includes(row.getValue(id)),
    meta: {
      describeFilter: ({ kinds }: FilterValue<"kind">) => [
        `Kind: ${kinds.map((kind) => kindNames[kind].title).join(" or ")}`,
      ],
    },
  }),
  column.accessor(({ study }) => study, {
    id: "features",
    ...isNotShown,
    filterFn: (row, _, { features: chosen }: FilterValue<"features">) =>
      features.every((feature) => {
        const choice = chosen[feature];
        const { share } = getShare(row.original.study, feature);
        return !choice || (shareChoices[choice] as readonly Share[]).includes(share);
      }),
    meta: {
      describeFilter: ({ features: chosen }: FilterValue<"features">) =>
        features.flatMap((feature) => {
          const choice = chosen[feature];
          return choice ? [`${getQuestion(feature).label}: ${shareChoiceNames[choice]}`] : [];
        }),
    },
  }),
  column.accessor(({ study }) => getReportedDomains(study), {
    id: "outcomes",
    ...isNotShown,
    filterFn: (row, _, { reports, isCounted }: FilterValue<"outcomes">) => {
      const reported = getReportedDomains(row.original.study);
      return reports.every((domain) => (isCounted ? reported[domain] === "count" : reported[domain]));
    },
    meta: {
      describeFilter: ({ reports, isCounted }: FilterValue<"outcomes">) => {
        if (reports.length === 0) return [];
        const domains = joinWithAnd(reports.map((domain) => domainNames[domain].toLowerCase()));
        return [`Reports ${domains}${isCounted ? " as a count" : ""}`];
      },
    },
  }),
]);

export const studyColumns = [...shownColumns, ...unshownColumns];

/** The visibility of the columns that are never shown. */
export const unshown = Object.fromEntries(unshownColumns.map(({ id }) => [`${id}`, false]));

/** What a column is called, in its header and wherever it is chosen. */
export function getColumnName({ columnDef }: StudyColumn): string {
  return `${columnDef.header}`;
}

/** What the order of a sorted column follows, where its name does not say it: "Response (lower limit)". */
export function getSortName(column: StudyColumn): string {
  const { sortedBy } = column.columnDef.meta ?? {};
  return sortedBy ? `${getColumnName(column)} (${sortedBy})` : getColumnName(column);
}

/** What some cells of the table are headed by, where several columns share one. */
const cellTitles = { patients: null, results: { title: "Results", note: "sort by the lower limit of" } };

/** Columns, or what belongs to them, that stand in one cell. */
export type CellGroup<Item> = { id: string; head: { title: string; note: string } | null; items: [Item, ...Item[]] };

/** Puts together, in their order, what stands in one cell: patients above design, response above relapse. */
export function groupIntoCells<Item>(
  items: readonly Item[],
  getColumn: (item: Item) => StudyColumn,
): CellGroup<Item>[] {
  const groups: CellGroup<Item>[] = [];
  for (const item of items) {
    const { id, columnDef } = getColumn(item);
    const cell = columnDef.meta?.cell;
    const last = groups.at(-1);
    if (cell && last?.id === cell) last.items.push(item);
    else groups.push({ id: cell ?? id, head: cell ? cellTitles[cell] : null, items: [item] });
  }
  return groups;
}

/** A value that a study does not state is in no range; a null bound is none. */
function isInRange(value: number | undefined, from: number | null, to: number | null): boolean {
  return value !== undefined && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
}
