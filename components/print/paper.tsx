import { useMemo, useRef } from "react";
import { warningsTitle } from "@/lib/answer/safety";
import { concernsPregnancy } from "@/lib/case/facts";
import { listCitedStudies } from "@/lib/paper/cited-studies";
import { describeSafety } from "@/lib/paper/paper-blocks";
import { describeLibrary, type PaperContent } from "@/lib/paper/paper-text";
import { formatPrintDate } from "@/lib/paper/print-date";
import { describeSingleCases, listPrintedRows } from "@/lib/paper/printed-rows";
import { listStudiedParts } from "@/lib/paper/studied-parts";
import { describeStudiesLeftOut } from "@/lib/paper/study-lines";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import { designNames } from "@/lib/vocabulary/outcomes";
import { PaperHead } from "./paper-head";
import { PrintedBlocks, ReferenceList, SafetyBlock } from "./printed-blocks";
import { PrintedParts } from "./printed-parts";
import { PrintedPeople } from "./printed-people";
import { PrintedStrip } from "./printed-strip";
import { PrintedTable } from "./printed-table";
import { Cited, ReferenceNumbers } from "./reference-numbers";
import type { Typed } from "./typed-field";
import { usePaperFit } from "./use-paper-fit";

type Props = { content: PaperContent; label: Typed; note: Typed; address: string; today: string | null };

/**
 * The paper. On screen it is a sheet as wide as A4, or as narrow as a phone; printed, its figures take one page, and
 * references that do not fit there take a second one. The box of the note takes the room that is left.
 */
export function Paper({ content, label, note, address, today }: Props) {
  const { answer, printed, problem } = content;
  const { cells, describing, facts } = answer;
  const sheet = useRef<HTMLElement>(null);
  const fit = usePaperFit(sheet);
  // not looked for again while label and note are typed
  const cited = useMemo(() => listCitedStudies(content), [content]);
  const parts = listStudiedParts(answer);
  const single = describeSingleCases(printed.studies.flatMap((found) => listPrintedRows(found, answer, printed)));
  const isPeople = concernsPregnancy(facts) && printed.studies.every(isSingleReport);

  return (
    <ReferenceNumbers studies={cited}>
      <article
        ref={sheet}
        aria-label="Summary"
        data-references={fit.references}
        style={{ "--paper-text": `${fit.points}pt` } as React.CSSProperties}
        className="group/sheet [font-family:Arial,'Liberation_Sans',Helvetica,sans-serif] mx-auto max-w-[210mm] border border-line bg-surface p-3 text-[0.875rem] leading-snug wrap-anywhere shadow-lg sheet:p-[12mm] paper:max-w-none paper:border-0 paper:bg-transparent paper:p-0 paper:leading-[1.15] paper:shadow-none print:[--page-height:calc(100vh-1px)] print:text-(length:--paper-text)"
      >
        <div
          data-page="figures"
          className="flex flex-col justify-between gap-3 sheet:min-h-[273mm] sheet:gap-[0.45em] paper:min-h-[var(--page-height,0px)]"
        >
          <PaperHead answer={answer} problem={problem} label={label} address={address} />

          {cells.length > 0 && <PrintedStrip cells={cells} describing={describing} printed={printed} />}
          <PrintedParts parts={parts} />

          <section aria-label="Studies">
            <h2 className="border-b border-edge font-bold">{printed.heading}</h2>
            {isPeople ? (
              <PrintedPeople studies={printed.studies} profile={facts.profile} />
            ) : (
              <PrintedTable answer={answer} printed={printed} />
            )}
            {printed.others.length > 0 && (
              <>
                <p className="font-bold">{printed.othersTitle}</p>
                <ul>
                  {printed.others.map((study) => (
                    <li key={study.id}>
                      {designNames[study.design.type]}: {getShortName(study)}
                      <Cited study={study} />
                    </li>
                  ))}
                </ul>
              </>
            )}
            <p className="border-line border-t">
              {[...(single ? [single] : []), ...describeStudiesLeftOut(printed, cells)].join(" ")}
            </p>
          </section>

          <PrintedBlocks answer={answer} printed={printed} />
          <SafetyBlock title={warningsTitle} lines={describeSafety(answer).warnings} />

          <div className="flex grow flex-col border border-edge p-2 sheet:max-h-[60mm] sheet:min-h-[12mm] sheet:p-[0.5em]">
            <div className="paper:hidden">{note.field}</div>
            <p className="hidden whitespace-pre-line paper:block">Note: {note.value}</p>
          </div>

          <ReferenceList studies={cited} className="paper:group-data-[references=apart]/sheet:hidden" />
          <p className="hidden text-[0.84em] paper:group-data-[references=apart]/sheet:block">
            References on the next page.{" "}
            {cited.map((study, index) => `${index + 1}: ${getSourceLink(study).label}`).join("; ")}.
          </p>

          <footer className="border-edge border-t text-[0.84em] leading-[1.2] text-quiet">
            {formatPrintDate(today, answer.library.searched)}. {describeLibrary(answer)}
          </footer>
        </div>
        <ReferenceList
          studies={cited}
          className="hidden break-before-page paper:group-data-[references=apart]/sheet:block"
        />
      </article>
    </ReferenceNumbers>
  );
}

function isSingleReport({ study }: PaperContent["printed"]["studies"][number]): boolean {
  return study.participants.treated === 1;
}
