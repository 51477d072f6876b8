import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import { groupSafetyChecks, type RelevantSafety, warningsTitle } from "@/lib/answer/safety";
import { getQuestion } from "@/lib/case/questions";
import { pluralise } from "@/lib/format/text";
import { nameSafetyDocument } from "@/lib/study/safety";
import { answerSections } from "./answer-nav";

type Items = readonly RelevantSafety[];

/**
 * Checks before and during immunoglobulin. Those that this case makes relevant are first, and after them the warnings for
 * every patient: both are always open.
 */
export function SafetyList({ items }: { items: Items }) {
  const { relevant, warnings, others } = groupSafetyChecks(items);
  return (
    <Section anchor="safety" title={answerSections.safety.title}>
      <div className="space-y-3">
        {relevant.length > 0 && <Checks items={relevant} />}
        {warnings.length > 0 && (
          <div>
            <h3 className="mb-1 font-bold">{warningsTitle}</h3>
            <Checks items={warnings} />
          </div>
        )}
        {others.length > 0 && (
          <Disclosure title={pluralise(others.length, "more check for every patient", "more checks for every patient")}>
            <Checks items={others} />
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

function Checks({ items }: { items: Items }) {
  return (
    <ul className="space-y-2">
      {items.map(({ check, why, figure, source, because }) => (
        <li key={check} className="border-l-2 border-line pl-3">
          <p>
            <strong>{check}</strong>
            {because.length > 0 &&
              ` (this patient: ${because.map((feature) => getQuestion(feature).label.toLowerCase()).join(", ")})`}
          </p>
          <p className="text-sm">
            {why} {figure}
          </p>
          <p className="text-sm text-quiet">
            <Source label={nameSafetyDocument({ source })} url={source.official ? source.url : null} />,{" "}
            {source.locator}
            {!source.official && " (a copy, so not linked)"}
          </p>
        </li>
      ))}
    </ul>
  );
}
