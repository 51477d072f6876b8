import { useMemo } from "react";
import { FigureText } from "@/components/figure/figure-text";
import { CaseLink } from "@/components/state/case-link";
import { useSheets } from "@/components/state/use-sheets";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/focus";
import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { getFigure } from "@/lib/answer/result";
import { interfaceText } from "@/lib/format/interface-text";
import { silenceOfSource } from "@/lib/match/silence";
import { formatCitation } from "@/lib/study/citation";
import { describeReason } from "@/lib/wording/match-reasons";
import { OutcomeList } from "./outcome-list";
import type { StudyRow } from "./study-row";

/** A row opened in place: why the study is where it is, and everything its sheet reports. */
export function RowDetail({ study, reasons, results, profile, dose }: StudyRow) {
  const response = getFigure(results.response);
  const given = formatGramsWithRegimen(dose) ?? dose?.regimen ?? silenceOfSource[study.reads];
  return (
    <div className="space-y-4 pt-2">
      <p className="text-quiet">{formatCitation(study)}</p>
      {reasons.length > 0 && (
        <div>
          <h3 className="font-bold">Why it is in this group</h3>
          <ul className="list-disc pl-5">
            {reasons.map((reason) => {
              const { text, meaning } = describeReason(reason, profile, study);
              return (
                <li key={reason.feature}>
                  {text} – {meaning}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {response?.subgroup && <FigureText figure={response} />}
      <p>
        <strong>{interfaceText.given}:</strong> {given}
      </p>
      <SheetOutcomes id={study.id} />
      <p>
        <CaseLink href={`/studies/${study.id}`}>Fact sheet, with limits and what its source does not report</CaseLink>
      </p>
    </div>
  );
}

/** The outcomes of a sheet, fetched when they are asked for: the case page does not send every sheet to a phone. */
function SheetOutcomes({ id }: { id: string }) {
  const ids = useMemo(() => [id], [id]);
  const { sheets, again } = useSheets(ids);
  const { target: heading, handOver } = useFocusHandover<HTMLHeadingElement>();
  return (
    <div>
      <h3 ref={heading} tabIndex={-1} className="font-bold outline-none">
        What it found
      </h3>
      {sheets === "loading" && <p role="status">Loading study …</p>}
      {sheets === "other-library" && <p role="alert">{interfaceText.otherLibrary}</p>}
      {sheets === "failed" && (
        <div role="alert">
          <p>The outcomes of this study could not be fetched. Check the network; the figures above stand.</p>
          <Button onClick={() => handOver(again)}>{interfaceText.tryAgain}</Button>
        </div>
      )}
      {Array.isArray(sheets) &&
        sheets.map((sheet) => (
          <div key={sheet.id}>
            <p className="mb-3">{sheet.bottomLine}</p>
            <OutcomeList study={sheet} />
          </div>
        ))}
    </div>
  );
}
