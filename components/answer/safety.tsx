import { Disclosure } from "@/components/ui/disclosure";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import type { Answer } from "@/lib/answer/answer";
import {
  findHarmInTrial,
  groupByTopic,
  groupSafetyChecks,
  type RelevantSafety,
  topicNames,
  warningsTitle,
} from "@/lib/answer/safety";
import { getQuestion } from "@/lib/case/questions";
import { capitalise, lowerFirst, pluralise } from "@/lib/format/text";
import { nameSafetyDocument } from "@/lib/study/safety-document";
import { formatCounted } from "@/lib/wording/result-text";
import { answerSections } from "./answer-nav";

type Items = readonly RelevantSafety[];
type Props = { answer: Pick<Answer, "safety" | "studies"> };

/** Checks of one topic that a case makes relevant and that are open; a boxed warning is always among them. */
const MAX_OPEN = 3;

/**
 * Checks before and during immunoglobulin, by topic: first those that this case makes relevant, then the warnings for every
 * patient, both open; then all others, folded away, each topic under its name.
 */
export function SafetyList({ answer: { safety, studies } }: Props) {
  const { relevant, warnings, others } = groupSafetyChecks(safety);
  return (
    <Section anchor="safety" title={answerSections.safety.title}>
      <div className="space-y-2">
        {groupByTopic(relevant).map(({ topic, checks }) => (
          <div key={topic}>
            <h3 className="mb-1 font-bold">
              {topicNames[topic]} <span className="font-normal">(this patient: {nameReason(checks)})</span>
            </h3>
            <Checks items={checks.slice(0, MAX_OPEN)} />
            {checks.length > MAX_OPEN && (
              <Disclosure title={`${checks.length - MAX_OPEN} more on this`}>
                <Checks items={checks.slice(MAX_OPEN)} />
              </Disclosure>
            )}
          </div>
        ))}
        {warnings.length > 0 && (
          <div>
            <h3 className="mb-1 font-bold">{warningsTitle}</h3>
            <Checks items={warnings} />
          </div>
        )}
        {others.length > 0 && (
          <Disclosure title={`${pluralise(others.length, "more check", "more checks")}, by topic`}>
            <ul className="grid items-start gap-x-4 md:grid-cols-2">
              {groupByTopic(others).map(({ topic, checks }) => (
                <li key={topic} className="min-w-0 md:has-[[open]]:col-span-2">
                  <Disclosure title={<TopicTitle topic={topic} checks={checks} studies={studies} />}>
                    <Checks items={checks} />
                  </Disclosure>
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

/** "Thrombosis: 10 checks. Any thromboembolic event: 6 of 95 (6%), 95% CI 3% to 13%, Aggarwal 2024" */
function TopicTitle({ topic, checks, studies }: TopicProps) {
  const counted = findHarmInTrial(topic, studies);
  return (
    <span>
      {topicNames[topic]}: {pluralise(checks.length, "check", "checks")}
      {counted && (
        <span className="block text-xs font-normal text-ink">
          {capitalise(formatCounted(counted.figure))}, {counted.found.name}
        </span>
      )}
    </span>
  );
}

type TopicProps = { topic: RelevantSafety["topic"]; checks: Items; studies: Answer["studies"] };

/** "65 or over, malignancy": the answers that make these checks relevant. */
function nameReason(checks: Items): string {
  const because = new Set(checks.flatMap((check) => check.because));
  return [...because].map((feature) => lowerFirst(getQuestion(feature).label)).join(", ");
}

function Checks({ items }: { items: Items }) {
  return (
    <ul className="space-y-2 max-sm:space-y-1">
      {items.map(({ check, why, figure, source }) => (
        <li key={check} className="border-l-2 border-line pl-3 text-sm max-sm:leading-snug">
          <strong>{check}</strong>. {why} {figure}{" "}
          <span className="text-quiet">
            <Source label={nameSafetyDocument({ source })} url={source.official ? source.url : null} />,{" "}
            {source.locator}
            {!source.official && "; read in a copy"}.
          </span>
        </li>
      ))}
    </ul>
  );
}
