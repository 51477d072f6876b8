import { useRef } from "react";
import { warningsTitle } from "@/lib/answer/safety";
import { interfaceText } from "@/lib/format/interface-text";
import {
  describeAnswer,
  describeCase,
  describeLibrary,
  describeSafety,
  describeStudiesLeftOut,
  describeTogether,
  type PaperContent,
} from "@/lib/paper/paper-text";
import { formatPrintDate } from "@/lib/paper/print-date";
import { PrintedOthers, PrintedStudy, References } from "./printed-study";
import { QrCode } from "./qr-code";
import { usePaperFit } from "./use-paper-fit";
import { useToday } from "./use-today";

type Props = { content: PaperContent; label: string; note: string; address: string };

/**
 * The paper. On screen it is as wide as the column; printed, its figures take one page, and references that do not
 * fit there take a second one.
 */
export function Paper({ content, label, note, address }: Props) {
  const { answer, printed, problem } = content;
  const sheet = useRef<HTMLElement>(null);
  const fit = usePaperFit(sheet);
  const today = useToday();
  const { lead, findings, rest } = describeAnswer(answer);
  const cited = [...printed.studies.map(({ study }) => study), ...printed.others];
  const left = describeStudiesLeftOut(printed);
  const together = describeTogether(answer);
  const { relevant, warnings } = describeSafety(answer);

  return (
    <article
      ref={sheet}
      aria-label="Summary"
      data-references={fit.references}
      style={{ "--paper-text": `${fit.points}pt` } as React.CSSProperties}
      className="group/sheet rounded-lg border border-line bg-surface p-4 text-sm leading-snug paper:rounded-none paper:border-0 paper:bg-transparent paper:p-0 paper:leading-[1.25] print:text-(length:--paper-text)"
    >
      <div data-page="figures" className="space-y-2 paper:space-y-[0.5em]">
        <header className="flex justify-between gap-4 max-sm:flex-col paper:flex-row">
          <div className="min-w-0">
            <p className="font-bold">{interfaceText.title}</p>
            {label && <p>Label: {label}</p>}
            <p>
              <strong>Case:</strong> {describeCase(answer.facts.profile, problem)}
            </p>
            {note && <p className="whitespace-pre-line">Note: {note}</p>}
            <p data-part="verdict" className="mt-1">
              <strong className="text-[1.15em]">{lead}</strong> {rest.join(" ")}
            </p>
            {findings.length > 0 && (
              <ul data-part="findings">
                {findings.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
            <p>{answer.certainty}</p>
          </div>
          <QrCode text={address} label="QR code that opens this case" />
        </header>

        {answer.facts.contradictions.map(({ text }) => (
          <p key={text}>⚠ {text} Both were matched as stated.</p>
        ))}

        <section aria-label="Studies">
          <h2 className="border-b border-edge font-bold">{printed.heading}</h2>
          <ol>
            {printed.studies.map((found) => (
              <PrintedStudy key={found.study.id} found={found} content={content} />
            ))}
          </ol>
          <PrintedOthers title={printed.othersTitle} studies={printed.others} />
          {left && <p className="text-quiet">{left}</p>}
        </section>

        {together.length > 0 && (
          <section aria-label="Together">
            <h2 className="border-b border-edge font-bold">{interfaceText.together}</h2>
            {together.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        )}

        <Safety title={interfaceText.relevantSafety} lines={relevant} />
        {/* In letters like those of the foot: what every paper has must not take the room of the figures. */}
        <Safety title={warningsTitle} lines={warnings} className="paper:text-[0.87em]" />

        <footer className="border-t border-edge text-[0.87em] text-quiet">
          {formatPrintDate(today, answer.library.searched)}. {describeLibrary(answer)}
        </footer>
      </div>
      <References studies={cited} />
    </article>
  );
}

type SafetyProps = { title: string; lines: ReturnType<typeof describeSafety>["warnings"]; className?: string };

/** Safety checks under their heading: a list on screen; on paper one after the other, to save lines. */
function Safety({ title, lines, className = "" }: SafetyProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title} className={`border-edge paper:border-t ${className}`}>
      <h2 className="border-b border-edge font-bold paper:inline paper:border-b-0">{title}</h2>{" "}
      <ul className="paper:inline">
        {lines.map(({ text, provenance }) => (
          <li key={text} className="paper:inline paper:before:content-['•_']">
            {text} <span className="text-quiet">{provenance}</span>{" "}
          </li>
        ))}
      </ul>
    </section>
  );
}
