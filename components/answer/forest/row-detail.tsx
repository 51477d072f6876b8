import { type ReactNode, useMemo } from "react";
import { FigureText } from "@/components/figure/figure-text";
import { SourceWithLocator } from "@/components/figure/source-with-locator";
import { PinButton } from "@/components/library/pin-button";
import { CaseLink } from "@/components/state/case-link";
import { useSheets } from "@/components/state/use-sheets";
import { Button } from "@/components/ui/button";
import { useFocusHandover } from "@/components/ui/focus";
import { formatDenominator } from "@/lib/answer/figure-parts";
import type { Figure, TextResult } from "@/lib/answer/reply";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { interfaceText } from "@/lib/format/interface-text";
import { getSourceLink } from "@/lib/study/citation";
import { describeReason, isLeadingReason } from "@/lib/wording/match-reasons";
import { useTable } from "./table-state";

type Opened = {
  found: StudyAnswer;
  /** a further row of a study whose first row tells of the study */
  isFurther: boolean;
  /** the study stands in a row with others */
  isNamed?: boolean;
};

/** A count in full, and in the first row of a study what else there is to know of it. */
export function CountDetail({ figure, ...opened }: Opened & { figure: Figure }) {
  return (
    <Detail {...opened}>
      <FigureText figure={figure} />
    </Detail>
  );
}

/** A result in words, whole, with whom it is about and where it was read. */
export function WordsDetail({ text, ...opened }: Opened & { text: TextResult }) {
  return (
    <Detail {...opened}>
      <p>
        {text.label}: {text.text}
      </p>
      <p className="text-sm text-quiet">
        {formatDenominator(text.population)}.{" "}
        <SourceWithLocator locator={text.locator} source={getSourceLink(opened.found.study)} />
      </p>
    </Detail>
  );
}

function Detail({ isFurther, ...opened }: Opened & { children: ReactNode }) {
  return isFurther ? opened.children : <StudyDetail {...opened} />;
}

/**
 * A study in short around one of its results. Its bottom line and limits are in its sheet alone, which is fetched when the
 * row is opened: no page sends every sheet to a phone.
 */
function StudyDetail({ found, isNamed = false, children }: Omit<Opened, "isFurther"> & { children: ReactNode }) {
  const { facts, pins, onPin } = useTable();
  const { study, name, dose, reasons } = found;
  const ids = useMemo(() => [study.id], [study.id]);
  const { sheets, again } = useSheets(ids);
  const { target: title, handOver } = useFocusHandover<HTMLParagraphElement>();
  const sheet = Array.isArray(sheets) ? sheets[0] : null;
  const why = reasons.filter(isLeadingReason).map((reason) => describeReason(reason, facts.profile, study).text);
  return (
    <div className="space-y-2">
      <p ref={title} tabIndex={-1} className="outline-none">
        {isNamed && <strong>{name}: </strong>}
        <cite>{study.citation.title}</cite>
      </p>
      {sheets === "loading" && <p role="status">Loading its bottom line and limits …</p>}
      {sheets === "other-library" && <p role="alert">{interfaceText.otherLibrary}</p>}
      {sheets === "failed" && (
        <div role="alert">
          <p>Its bottom line and limits could not be fetched. Check the network; the figures stand.</p>
          <Button onClick={() => handOver(again)}>{interfaceText.tryAgain}</Button>
        </div>
      )}
      {sheet && <p>{sheet.bottomLine}</p>}
      {children}
      {dose && <p className="text-sm">Given: {dose.regimen}</p>}
      {sheet && sheet.limitations.length > 0 && (
        <div className="text-sm">
          <p className="font-semibold">Limits</p>
          <ul className="list-disc pl-5">
            {sheet.limitations.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </div>
      )}
      {why.length > 0 && <p className="text-sm text-quiet">How it fits: {why.join("; ")}.</p>}
      <div className="flex flex-wrap items-center gap-x-4">
        <CaseLink href={`/studies/${study.id}`}>Fact sheet of {name}</CaseLink>
        <PinButton id={study.id} name={name} isPinned={pins.includes(study.id)} onToggle={onPin} isWide />
      </div>
    </div>
  );
}
