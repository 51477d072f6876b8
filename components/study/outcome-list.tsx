import { FigureText } from "@/components/answer/figure";
import { Source } from "@/components/ui/source";
import { figureOf, isCounted, resultInWords } from "@/lib/evidence/figure";
import { sourceLink } from "@/lib/study/cite";
import type { Outcome, Study } from "@/lib/study/schema";
import { domainNames, outcomeDomains, timingNames } from "@/lib/terms/outcomes";

/**
 * Every outcome of a sheet, by domain, each with its locator.
 * @param heading the level below the heading that the list stands under
 */
export function OutcomeList({ study, heading: Heading }: { study: Study; heading: "h3" | "h4" }) {
  return (
    <div className="space-y-3">
      {outcomeDomains.map((domain) => {
        const found = study.outcomes.filter((outcome) => outcome.domain === domain);
        if (found.length === 0) return null;
        return (
          <div key={domain}>
            <Heading className="font-semibold text-quiet">{domainNames[domain]}</Heading>
            <ul className="space-y-2 border-l-2 border-line pl-3">
              {found.map((outcome) => (
                <li key={outcome.id}>
                  {isCounted(outcome) ? (
                    <FigureText figure={figureOf(study, outcome, "wilson")} />
                  ) : (
                    <ResultText study={study} outcome={outcome} />
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function ResultText({ study, outcome }: { study: Study; outcome: Outcome }) {
  const { label, timing, population, definition, locator, p } = outcome;
  return (
    <div>
      <p>
        {label}: {resultInWords(outcome)}
        {timing && <span className="text-quiet"> · {timingNames[timing]}</span>}
        {p && <> · p as reported {p}</>}
      </p>
      <p className="text-sm text-quiet">
        Of whom: {population}. {definition && <>Counted as: {definition.replace(/\.$/, "")}. </>}
        Read in: {locator}, <Source {...sourceLink(study)} />.
      </p>
    </div>
  );
}
