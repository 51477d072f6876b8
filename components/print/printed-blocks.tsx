import type { ReactNode } from "react";
import type { Answer } from "@/lib/answer/answer";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import {
  describeNotStudied,
  describeOtherRegimens,
  describePools,
  describeSafety,
  listGivenLines,
  listGuidelineLines,
  notStudiedTitle,
  type SafetyLine,
} from "@/lib/paper/paper-blocks";
import type { Printed } from "@/lib/paper/printed";
import { printedReferencesTitle, splitReference } from "@/lib/paper/references";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { Cited } from "./reference-numbers";

/** What was given, what nobody studied, guidelines, and what the case makes relevant for safety: in two columns on paper. */
export function PrintedBlocks({ answer, printed }: { answer: Answer; printed: Printed }) {
  const { weightKg } = answer.facts.profile;
  const given = listGivenLines(printed);
  const otherRegimens = describeOtherRegimens(answer, printed);
  const guidelines = listGuidelineLines(answer);
  return (
    <div className="space-y-2 sheet:columns-2 sheet:gap-[1.5em] sheet:space-y-0">
      <Block
        title={
          weightKg === null ? interfaceText.theseStudiesGave : `${interfaceText.theseStudiesGave}, at ${weightKg} kg`
        }
      >
        {given.lines.map(({ regimen, studies }) => (
          <Line key={regimen}>
            {regimen}:{" "}
            {studies.map((study, index) => (
              <span key={study.id}>
                {index > 0 && ", "}
                {getShortName(study)}
                <Cited study={study} />
              </span>
            ))}
          </Line>
        ))}
        {given.lines.length > 0 && given.silent > 0 && (
          <Line>Not in the pages read: {pluralise(given.silent, "study", "studies")}.</Line>
        )}
        {otherRegimens && <Line>Not in the table above: {otherRegimens}</Line>}
      </Block>
      <Lines title={interfaceText.together} lines={describePools(answer)} />
      <Lines title={notStudiedTitle} lines={describeNotStudied(answer)} />
      <Block title={answer.scope.covered ? interfaceText.guidelinesNear : ""}>
        {answer.scope.covered &&
          guidelines.lines.map(({ year, study, text, status }) => (
            <Line key={study.id}>
              <strong>{year}</strong> {getShortName(study)}
              <Cited study={study} />
              {status && ` (${status})`}
              {text && `: ${text}`}
            </Line>
          ))}
        {answer.scope.covered && guidelines.left > 0 && <Line>{guidelines.left} more on the case page.</Line>}
      </Block>
      <SafetyBlock title={interfaceText.relevantSafety} lines={describeSafety(answer).relevant} />
    </div>
  );
}

/** Safety checks, one line each, with the document that says them. */
export function SafetyBlock({ title, lines }: { title: string; lines: readonly SafetyLine[] }) {
  return (
    <Block title={title}>
      {lines.map(({ text, provenance }) => (
        <Line key={text}>
          {text} <span className="text-quiet">{provenance}</span>
        </Line>
      ))}
    </Block>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Block title={title}>
      {lines.map((line) => (
        <Line key={line}>{line}</Line>
      ))}
    </Block>
  );
}

/** A titled list of lines; nothing where there is no line. */
function Block({ title, children }: { title: string; children: ReactNode }) {
  const lines = [children].flat(2).filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <section aria-label={title} className="sheet:pb-[0.4em]">
      <h2 className="break-after-avoid font-bold">{title}</h2>
      <ul className="text-[0.93em]">{children}</ul>
    </section>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <li className="break-inside-avoid first:break-before-avoid pl-[0.9em] -indent-[0.9em] before:content-['•_']">
      {children}
    </li>
  );
}

/** The studies that the sheet cites, by number, with what each was read in. */
export function ReferenceList({ studies, className = "" }: { studies: readonly StudySummary[]; className?: string }) {
  if (studies.length === 0) return null;
  return (
    <section aria-label="References" className={className}>
      <h2 className="border-edge border-b font-bold">{printedReferencesTitle}</h2>
      <ol className="text-[0.84em] leading-[1.15] sheet:columns-2 sheet:gap-[1.5em] paper:group-data-[references=short]/sheet:columns-1">
        {studies.map((study, index) => {
          const { begin, shortBegin, rest } = splitReference(study);
          return (
            <li
              key={study.id}
              className="break-inside-avoid pl-[1.6em] -indent-[1.6em] paper:group-data-[references=short]/sheet:inline paper:group-data-[references=short]/sheet:pl-0"
            >
              <strong>{index + 1}.</strong>{" "}
              <span className="paper:group-data-[references=short]/sheet:hidden">{begin}</span>
              <span className="hidden paper:group-data-[references=short]/sheet:inline">{shortBegin}</span> {rest}{" "}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
