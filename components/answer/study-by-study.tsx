import { useState } from "react";
import { StudyLink } from "@/components/library/study-link";
import { CaseLink } from "@/components/state/case-link";
import { usePins } from "@/components/state/use-pins";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import type { ForestOrder } from "@/lib/answer/forest-order";
import { isOfTreated } from "@/lib/answer/result";
import {
  type ForestRow,
  hasResults,
  listFoldedDomains,
  listForestSections,
  listStudies,
} from "@/lib/answer/study-by-study";
import { allowsPercent, intervalMethodNames } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import type { IntervalMethod } from "@/lib/stats/interval";
import { listBesideFindings } from "@/lib/wording/answer-sentences";
import { describeSharedSilences, listSilencesOfHead } from "@/lib/wording/deviations";
import { describeSingleIntervals } from "@/lib/wording/forest-text";
import { answerSections } from "./answer-nav";
import { FoldedDomainSection } from "./forest/folded-domain";
import { DomainSection } from "./forest/section";
import { OrderChoice, TableHead } from "./forest/table-head";
import { TableContext, type TableState } from "./forest/table-state";

type Props = {
  answer: Answer;
  method: IntervalMethod;
  onMethod: (method: IntervalMethod) => void;
};

/**
 * Every result of the studies that describe the patient, one row each: what was counted, of whom, its place between nobody
 * and everybody, and its interval. Good and bad results are placed by the same rule.
 */
export function StudyByStudy({ answer, method, onMethod }: Props) {
  const [order, setOrder] = useState<ForestOrder>("rank");
  const { pins, toggle } = usePins();
  if (!hasResults(answer)) return null;

  const { describing, facts } = answer;
  const sections = listForestSections(answer);
  const folded = listFoldedDomains(answer);
  const rows = sections.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const isSortable = sections.some(({ groups }) => groups.some((group) => group.rows.filter(isFirst).length > 1));
  const totals = rows.flatMap(listTotals);
  const shared = listSilencesOfHead(describing);
  // Parts of other studies are told at the head, and have rows here.
  const beside = describing.length > 0 ? listBesideFindings({ ...answer.sentences, subgroups: [] }) : [];
  const shown = new Set(rows.flatMap(listStudies));
  const silent = describing.filter((found) => !shown.has(found));
  const single = describeSingleIntervals(rows, method);
  const state: TableState = {
    facts,
    method,
    order,
    most: Math.max(1, ...rows.flatMap(listPatients)),
    scale: chooseScale(totals),
    shared,
    pins,
    onPin: toggle,
  };

  return (
    <Section anchor="figures" title={answerSections.figures.title}>
      <p className="text-sm">
        {[...beside, answer.certainty, describeSharedSilences(describing, facts.profile)].filter(Boolean).join(" ")}
      </p>
      <div className="@container mt-2">
        {isSortable && (
          <div className="mb-2 text-sm @3xl:hidden print:hidden">
            <OrderChoice order={order} onOrder={setOrder} />
          </div>
        )}
        <TableContext value={state}>
          <table className="w-full table-fixed text-sm @max-3xl:block">
            <caption className="sr-only">
              Results study by study, with 95% confidence intervals by the {intervalMethodNames[method]} method
            </caption>
            <TableHead isSortable={isSortable} order={order} onOrder={setOrder} scale={state.scale} />
            {sections.map((section) => (
              <DomainSection key={section.domain} section={section} />
            ))}
            {folded.map((one) => (
              <FoldedDomainSection key={one.domain} folded={one} />
            ))}
          </table>
        </TableContext>
      </div>
      <div className="mt-2 space-y-1 text-xs text-quiet">
        {silent.length > 0 && (
          <p>
            {pluralise(silent.length, "study that describes", "studies that describe")} this patient{" "}
            {silent.length === 1 ? "has" : "have"} no result above:{" "}
            {silent.map(({ study }, index) => (
              <span key={study.id}>
                {index > 0 && ", "}
                <StudyLink study={study} />
              </span>
            ))}
            .
          </p>
        )}
        {single && <p>{single}</p>}
        {totals.length > 0 && <MethodLine method={method} onMethod={onMethod} />}
      </div>
    </Section>
  );
}

/** Whether a row begins what is told of a study, and is no further result of it. */
function isFirst(row: ForestRow): boolean {
  return row.kind === "single-cases" || !row.isFurther;
}

/** A single patient is a mark and stands on no scale. */
function chooseScale(totals: readonly number[]): TableState["scale"] {
  if (totals.some(allowsPercent)) return "percent";
  return totals.some((total) => total > 1) ? "proportion" : null;
}

/** The totals of a row. */
function listTotals(row: ForestRow): number[] {
  if (row.kind === "words") return [];
  const figures = row.kind === "count" ? [row.figure] : row.cases.map(({ figure }) => figure);
  return figures.flatMap(({ total, comparison }) => [total, ...(comparison ? [comparison.total] : [])]);
}

/** How many patients each count of a row has; infusions or courses are no patients. */
function listPatients(row: ForestRow): number[] {
  return row.kind === "count" && isOfTreated(row.found.study, row.figure) ? [row.figure.total] : [];
}

/** The method of all intervals, named once, with the way to the other. */
function MethodLine({ method, onMethod }: Pick<Props, "method" | "onMethod">) {
  const other: IntervalMethod = method === "wilson" ? "exact" : "wilson";
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>Intervals: 95%, {intervalMethodNames[method]}; differences: Newcombe.</span>
      <button type="button" onClick={() => onMethod(other)} className="min-h-11 text-accent underline print:hidden">
        Change to {intervalMethodNames[other]}
      </button>
      <CaseLink href="/about" className="print:hidden">
        How figures are put together
      </CaseLink>
    </p>
  );
}
