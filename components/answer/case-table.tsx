import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { concernsPregnancy } from "@/lib/case/facts";
import { formatLimits, intervalMethodNames } from "@/lib/format/numbers";
import { getShare } from "@/lib/match/share";
import { silenceOfSource } from "@/lib/match/silence";
import { calculateSingleIntervals, type IntervalMethod } from "@/lib/stats/interval";
import { listBefore } from "@/lib/wording/before-text";
import { listGivenParts } from "@/lib/wording/given-text";
import { answerSections } from "./answer-nav";
import { reportColumns } from "./report-columns";
import { type ReportColumn, ReportTable } from "./report-table";

/** Whether a table of reports tells this case: single patients only, and every case of a pregnancy or the time after one. */
export function hasCaseTable({ describing, facts }: Pick<Answer, "describing" | "facts">): boolean {
  if (describing.length === 0) return false;
  return concernsPregnancy(facts) || describing.every(({ study }) => study.participants.treated === 1);
}

type Props = {
  answer: Pick<Answer, "describing" | "facts" | "given">;
  /** of the one interval that is told below the table */
  method: IntervalMethod;
};

/**
 * Report by report: who the patient was, what was given, and what became of her or him, and of a child. Women who were
 * treated after a pregnancy stand apart.
 */
export function CaseTable({ answer, method }: Props) {
  const { describing, facts, given } = answer;
  if (!hasCaseTable(answer)) return null;
  const isPregnancy = concernsPregnancy(facts);
  const isAfter = ({ study }: StudyAnswer) =>
    ["all", "most"].includes(getShare(study, "postpartum").share) &&
    !["all", "most"].includes(getShare(study, "pregnancy").share);
  const columns: ReportColumn[] = [
    {
      name: "Before",
      draw: ({ study }) => <Phrases phrases={listBefore(facts, study)} silence={silenceOfSource[study.reads]} />,
    },
    {
      name: "Given",
      draw: ({ study }) => {
        const found = given.find(({ id }) => id === study.id);
        const alone = study.treatment.role === "monotherapy" ? ["Immunoglobulin alone"] : [];
        return (
          <Phrases
            phrases={[...alone, ...(found ? listGivenParts(found) : [])]}
            silence={silenceOfSource[study.reads]}
          />
        );
      },
    },
    { ...reportColumns.response, name: isPregnancy ? "Mother" : "Patient" },
    ...(isPregnancy ? [reportColumns.pregnancy] : []),
    reportColumns.later,
    reportColumns.harm,
  ];
  const after = isPregnancy ? describing.filter(isAfter) : [];
  const others = describing.filter((found) => !after.includes(found));
  return (
    <Section anchor="reports" title={answerSections.reports.title}>
      <ReportTable
        caption={answerSections.reports.title}
        columns={columns}
        parts={[
          ...(others.length > 0 ? [{ title: null, studies: others }] : []),
          ...(after.length > 0 ? [{ title: "After a pregnancy", studies: after }] : []),
        ]}
      />
      {describing.some(({ study }) => study.participants.treated === 1) && (
        <p className="mt-2 text-xs text-quiet">{describeSingleCase(method)}</p>
      )}
    </Section>
  );
}

function Phrases({ phrases, silence }: { phrases: readonly string[]; silence: string }): ReactNode {
  if (phrases.length === 0) return <span className="text-quiet">{silence}</span>;
  return phrases.map((phrase) => (
    <span key={phrase} className="block">
      {phrase}
    </span>
  ));
}

/** The interval of one patient, told once: it is the same for each, and as good as none. */
function describeSingleCase(method: IntervalMethod): string {
  const [happened, not] = calculateSingleIntervals(method).map((interval) => `95% CI ${formatLimits(interval, 1)}`);
  return `A single case says almost nothing of the next patient. 1 of 1: ${happened}; 0 of 1: ${not} (${intervalMethodNames[method]}).`;
}
