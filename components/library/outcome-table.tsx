import { CountedPatients, CountedPlot, CountedRanges } from "@/components/figure/count-cells";
import { FigureText } from "@/components/figure/figure-text";
import { PlotScale } from "@/components/figure/plot-cell";
import { SourceWithLocator } from "@/components/figure/source-with-locator";
import { type CountedOutcome, createFigure, formatTextResult, getPlainWords, isCounted } from "@/lib/answer/figure";
import { formatDefinition, formatDenominator, formatReportedP } from "@/lib/answer/figure-parts";
import { interfaceText } from "@/lib/format/interface-text";
import { capitalise } from "@/lib/format/text";
import { getSourceLink } from "@/lib/study/citation";
import type { Outcome, Study } from "@/lib/study/schema";
import { domainNames, outcomeDomains, timingNames } from "@/lib/vocabulary/outcomes";
import { listOutcomeNotes } from "@/lib/wording/fact-sheet";
import { describeCount } from "@/lib/wording/forest-text";

/**
 * Every outcome of a sheet in one table, by domain: the count, its place between nobody and everybody, its interval.
 * What was counted opens in place to whom, by which definition, and where it was read.
 */
export function OutcomeTable({ study }: { study: Study }) {
  const most = Math.max(1, ...study.outcomes.filter(isCounted).map(({ result }) => result.total));
  return (
    <table className="w-full text-sm wrap-anywhere narrow:block">
      <caption className="sr-only">Outcomes, with 95% confidence intervals by Wilson’s method</caption>
      <thead className="narrow:sr-only">
        <tr className="text-left align-bottom">
          <th scope="col" className="border-b-2 border-edge py-1 pr-3">
            {interfaceText.countedWhat}
          </th>
          <th scope="col" className="w-40 border-b-2 border-edge py-1 pr-3">
            Patients
          </th>
          <th scope="col" className="w-62 border-b-2 border-edge py-1 pr-3">
            <span className="sr-only">{interfaceText.placeOnScale}</span>
            <PlotScale />
          </th>
          <th scope="col" className="w-24 border-b-2 border-edge py-1">
            95% CI
          </th>
        </tr>
      </thead>
      {outcomeDomains.map((domain) => {
        const outcomes = study.outcomes.filter((outcome) => outcome.domain === domain);
        if (outcomes.length === 0) return null;
        return (
          <tbody key={domain} className="narrow:block">
            <tr className="narrow:block">
              <th scope="rowgroup" colSpan={4} className="pt-3 pb-1 text-left text-base narrow:block">
                {domainNames[domain]}
              </th>
            </tr>
            {outcomes.map((outcome) =>
              isCounted(outcome) ? (
                <CountRow key={outcome.id} study={study} outcome={outcome} most={most} />
              ) : (
                <WordsRow key={outcome.id} study={study} outcome={outcome} />
              ),
            )}
          </tbody>
        );
      })}
    </table>
  );
}

type RowProps<Kind> = { study: Study; outcome: Kind };

/** On a narrow screen a row is three lines: what and the count, whom, the plot with its interval. */
const rowLook =
  "border-t border-line align-top narrow:grid narrow:grid-cols-[minmax(0,1fr)_auto] narrow:gap-x-3 narrow:py-2";

function CountRow({ study, outcome, most }: RowProps<CountedOutcome> & { most: number }) {
  const figure = createFigure(study, outcome, "wilson");
  const text = describeCount(figure, study.participants.treated);
  return (
    <tr className={rowLook}>
      <th scope="row" className="py-1 pr-3 text-left font-normal">
        <Opened summary={<What outcome={outcome} kind={text.kind} whom={text.whom} />}>
          <FigureText figure={figure} />
          <Notes study={study} outcome={outcome} />
        </Opened>
      </th>
      <td className="py-1 pr-3 narrow:text-right">
        <CountedPatients text={text} />
      </td>
      <td className="py-1 pr-3">
        <CountedPlot figure={figure} most={most} />
      </td>
      <td className="py-1 narrow:text-right">
        <CountedRanges text={text} />
      </td>
    </tr>
  );
}

function WordsRow({ study, outcome }: RowProps<Outcome>) {
  const { label, population, definition, locator, p } = outcome;
  return (
    <tr className={rowLook}>
      <th scope="row" className="py-1 pr-3 text-left font-normal">
        <Opened
          summary={<What outcome={outcome} kind={outcome.timing ? timingNames[outcome.timing] : null} whom={null} />}
        >
          <p>{label}.</p>
          <p>
            {formatDenominator(population)}. {definition && <>{formatDefinition(definition)}. </>}
            <SourceWithLocator locator={locator} source={getSourceLink(study)} />
          </p>
          <Notes study={study} outcome={outcome} />
        </Opened>
      </th>
      <td colSpan={3} className="py-1 narrow:col-span-2">
        {formatTextResult(outcome)}
        {p && `; ${formatReportedP(p)}`}
      </td>
    </tr>
  );
}

function What({ outcome, kind, whom }: { outcome: Outcome; kind: string | null; whom: string | null }) {
  return (
    <span>
      {getPlainWords(outcome)}
      {kind && <span className="text-quiet"> · {kind}</span>}
      {whom && <span className="block text-xs text-quiet">of: {whom}</span>}
    </span>
  );
}

function Opened({ summary, children }: { summary: React.ReactNode; children: React.ReactNode }) {
  return (
    <details>
      <summary className="flex min-h-6 items-baseline narrow:min-h-11">{summary}</summary>
      <div className="space-y-1 border-l-2 border-line py-1 pl-3 text-sm text-quiet">{children}</div>
    </details>
  );
}

function Notes({ study, outcome }: RowProps<Outcome>) {
  const notes = listOutcomeNotes(study, outcome);
  return notes.length > 0 && <p>{capitalise(notes.join("; "))}.</p>;
}
