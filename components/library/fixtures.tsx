import { renderToStaticMarkup } from "react-dom/server";
import type { Notes } from "@/components/state/use-notes";
import { createStudyAnswer } from "@/lib/answer/study-answer";
import { defaultTableState, type TableState } from "@/lib/browse/table-state";
import { readCase } from "@/lib/case/facts";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { createColumns } from "@/lib/match/columns";
import { rankStudies } from "@/lib/match/rank";
import type { StudySummary } from "@/lib/study/summary";
import { type StudyRow, toRows } from "./study-row";
import { type StudyTable, useStudyTable } from "./use-study-table";

const noColumns = [] as const;

/** Studies as rows of the table, for a test: in the order that they are given in, matched to a profile. */
export function matchRows(studies: readonly StudySummary[], profile: Profile = emptyProfile): StudyRow[] {
  const facts = readCase(profile);
  const answers = rankStudies(facts, createColumns(studies), () => 0).map((ranked) =>
    createStudyAnswer(facts, ranked, "wilson"),
  );
  return toRows(answers, profile).sort((a, b) => studies.indexOf(a.study) - studies.indexOf(b.study));
}

type ProbeProps = Parameters<typeof useStudyTable>[0] & { onTable: (table: StudyTable) => void };

function Probe({ onTable, ...props }: ProbeProps) {
  onTable(useStudyTable(props));
  return null;
}

/** The table as the screen has it, in some state, for a test. */
export function renderTable(rows: StudyRow[], patch: Partial<TableState> = {}, notes: Notes = "not-asked"): StudyTable {
  const tables: StudyTable[] = [];
  const state = { ...defaultTableState, ...patch };
  renderToStaticMarkup(
    <Probe
      rows={rows}
      groupBy="kind"
      omit={noColumns}
      state={state}
      notes={notes}
      change={() => {}}
      onTable={(table) => tables.push(table)}
    />,
  );
  const [table] = tables;
  if (!table) throw new Error("The table was not drawn.");
  return table;
}

/** The ids of the studies that meet the search and the filters, in no order. */
export function findIds(rows: StudyRow[], state: Partial<TableState>, notes?: Notes): string[] {
  return renderTable(rows, state, notes)
    .getFilteredRowModel()
    .rows.map(({ id }) => id);
}
