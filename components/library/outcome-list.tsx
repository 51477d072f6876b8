import { FigureText } from "@/components/figure/figure-text";
import { SourceWithLocator } from "@/components/figure/source-with-locator";
import { createFigure, formatTextResult, isCounted } from "@/lib/answer/figure";
import { formatDefinition, formatDenominator, formatReportedP } from "@/lib/answer/figure-parts";
import { getSourceLink } from "@/lib/study/citation";
import type { Outcome, Study } from "@/lib/study/schema";
import { domainNames, outcomeDomains, timingNames } from "@/lib/vocabulary/outcomes";

/** Every outcome of a sheet, by domain, each with its locator, under the heading of an opened row. */
export function OutcomeList({ study }: { study: Study }) {
  return (
    <div className="space-y-3">
      {outcomeDomains.map((domain) => {
        const found = study.outcomes.filter((outcome) => outcome.domain === domain);
        if (found.length === 0) return null;
        return (
          <div key={domain}>
            <h4 className="font-semibold text-quiet">{domainNames[domain]}</h4>
            <ul className="space-y-2 border-l-2 border-line pl-3">
              {found.map((outcome) => (
                <li key={outcome.id}>
                  <OutcomeText study={study} outcome={outcome} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** One outcome as its sheet gives it: a count in full, or what the source says in other ways. */
export function OutcomeText({ study, outcome }: { study: Study; outcome: Outcome }) {
  if (isCounted(outcome)) return <FigureText figure={createFigure(study, outcome, "wilson")} />;
  return <ResultText study={study} outcome={outcome} />;
}

function ResultText({ study, outcome }: { study: Study; outcome: Outcome }) {
  const { label, timing, population, definition, locator, p } = outcome;
  return (
    <div>
      <p>
        {label}: {formatTextResult(outcome)}
        {timing && <span className="text-quiet"> · {timingNames[timing]}</span>}
        {p && <> · {formatReportedP(p)}</>}
      </p>
      <p className="text-sm text-quiet">
        {formatDenominator(population)}. {definition && <>{formatDefinition(definition)}. </>}
        <SourceWithLocator locator={locator} source={getSourceLink(study)} />
      </p>
    </div>
  );
}
