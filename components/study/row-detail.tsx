"use client";

import Link from "next/link";
import { useMemo } from "react";
import { FigureText } from "@/components/answer/figure";
import { Button } from "@/components/ui/button";
import { reasonInWords } from "@/lib/present/reasons";
import type { StudyRow } from "./columns";
import { OutcomeList } from "./outcome-list";
import { useSheets } from "./use-sheets";

/** A row opened in place: why the study is where it is, and everything its sheet reports. */
export function RowDetail({ study, view, profile, fragment }: StudyRow & { fragment: string }) {
  return (
    <div className="space-y-4 pt-2">
      {view.reasons.length > 0 && (
        <div>
          <h3 className="font-bold">Why it is in this group</h3>
          <ul className="list-disc pl-5">
            {view.reasons.map((reason) => {
              const { text, meaning } = reasonInWords(reason, profile);
              return (
                <li key={reason.feature}>
                  {text} – {meaning}
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {view.response?.subgroup && <FigureText figure={view.response} />}
      <div>
        <h3 className="font-bold">What it found</h3>
        <SheetOutcomes id={study.id} />
      </div>
      <p>
        <Link href={`/studies/${study.id}${fragment}`} prefetch={false}>
          Fact sheet, with limits and what its source leaves open
        </Link>
      </p>
    </div>
  );
}

/** The outcomes of a sheet, fetched when they are asked for: the case page does not send every sheet to a phone. */
function SheetOutcomes({ id }: { id: string }) {
  const ids = useMemo(() => [id], [id]);
  const { sheets, again } = useSheets(ids);
  if (sheets === "loading") return <p role="status">Reading the sheet …</p>;
  if (sheets === "failed") {
    return (
      <div role="alert">
        <p>The outcomes of this study could not be fetched. Check the network; the figures above stand.</p>
        <Button onClick={again}>Try again</Button>
      </div>
    );
  }
  return sheets.map((sheet) => (
    <div key={sheet.id}>
      <p className="mb-3">{sheet.bottomLine}</p>
      <OutcomeList study={sheet} />
    </div>
  ));
}
