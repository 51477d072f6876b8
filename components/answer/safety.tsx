import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import type { EvidenceView } from "@/lib/answer/wire";
import { getQuestion } from "@/lib/case/questions";
import { answerSections } from "./answer-nav";

type Items = EvidenceView["safety"];

/** Checks before and during immunoglobulin; those that this case makes relevant are open and first. */
export function SafetyList({ items }: { items: Items }) {
  const relevant = items.filter(({ because }) => because.length > 0);
  const rest = items.filter(({ because }) => because.length === 0);
  return (
    <Section anchor="safety" title={answerSections.safety.title}>
      {relevant.length > 0 && <Checks items={relevant} />}
      <Disclosure title={`${rest.length} checks for every patient`}>
        <Checks items={rest} />
      </Disclosure>
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
            <Source label={new URL(source.url).hostname} url={source.official ? source.url : null} />, {source.locator}
            {!source.official && " (a copy, so not linked)"}
          </p>
        </li>
      ))}
    </ul>
  );
}
