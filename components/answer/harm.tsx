import { SourceWithLocator } from "@/components/figure/source-with-locator";
import { StudyLink } from "@/components/library/study-link";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import { formatDenominator } from "@/lib/answer/figure-parts";
import type { OtherResult } from "@/lib/answer/reply";
import { capitalise, pluralise } from "@/lib/format/text";
import { getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";
import { formatOtherResult, getPopulation } from "@/lib/wording/result-text";

/** Adverse events in the studies that describe the patient, the gravest of each study first, and who says nothing of them. */
export function Harm({ describing }: Pick<Answer, "describing">) {
  if (describing.length === 0) return null;
  const reporting = describing.filter(({ harms }) => harms.length > 0);
  const silent = describing.length - reporting.length;
  return (
    <Section title="Harm">
      <ul className="space-y-3">
        {reporting.map(({ study, harms }) => (
          <li key={study.id} className="border-l-2 border-line pl-3">
            <p className="text-sm">
              <StudyLink study={study} /> <span className="text-quiet">{designNames[study.design.type]}</span>
            </p>
            {harms.map((harm) => (
              <HarmLine key={formatOtherResult(harm)} harm={harm} study={study} />
            ))}
          </li>
        ))}
      </ul>
      {silent > 0 && (
        <p className="mt-3 text-sm first:mt-0">
          {pluralise(silent, "study that describes", "studies that describe")} this patient{" "}
          {silent === 1 ? "says" : "say"} nothing of adverse events in what was read. That does not mean that there were
          none.
        </p>
      )}
    </Section>
  );
}

function HarmLine({ harm, study }: { harm: OtherResult; study: StudySummary }) {
  const { locator } = harm.kind === "count" ? harm.figure : harm.text;
  return (
    <p>
      {capitalise(formatOtherResult(harm))}.{" "}
      <span className="text-sm text-quiet">
        {formatDenominator(getPopulation(harm))}. <SourceWithLocator locator={locator} source={getSourceLink(study)} />
      </span>
    </p>
  );
}
