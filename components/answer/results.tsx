import type { ReactNode } from "react";
import { FigureText } from "@/components/figure/figure-text";
import { ForestPlot } from "@/components/figure/forest-plot";
import { PatientDots } from "@/components/figure/patient-dots";
import { SourceWithLocator } from "@/components/figure/source-with-locator";
import { StudyLink } from "@/components/library/study-link";
import { Disclosure } from "@/components/ui/disclosure";
import { RadioRow } from "@/components/ui/radio-row";
import { Section } from "@/components/ui/section";
import type { Answer } from "@/lib/answer/answer";
import type { ComparableSet } from "@/lib/answer/comparable-results";
import { formatDenominator } from "@/lib/answer/figure-parts";
import type { Figure, TextResult } from "@/lib/answer/reply";
import { getFigure, listFigures, listTexts } from "@/lib/answer/result";
import { intervalMethodNames } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import type { IntervalMethod } from "@/lib/stats/interval";
import { getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import {
  type ComparedDomain,
  comparedDomains,
  designNames,
  domainNames,
  type FigureDomain,
  figureDomains,
  noFigureDomain,
} from "@/lib/vocabulary/outcomes";
import { listBesideFindings } from "@/lib/wording/answer-sentences";
import { formatSetTitle } from "@/lib/wording/comparable-results-title";
import { describePool } from "@/lib/wording/pool-text";
import { answerSections } from "./answer-nav";
import { Block } from "./block";

type Props = {
  answer: Answer;
  method: IntervalMethod;
  onMethod: (method: IntervalMethod) => void;
};

/** Studies that describe the patient, and counts of one feature of the patient in studies that do not. */
function selectResults({ describing, studies, facts }: Pick<Answer, "describing" | "studies" | "facts">) {
  const subgroups = studies.flatMap(({ group, study, results }) =>
    group === "part"
      ? listFigures(results).flatMap((figure) =>
          figure.subgroup && facts.traits.has(figure.subgroup) ? [{ study, figure }] : [],
        )
      : [],
  );
  return { describing, subgroups };
}

/** Whether there is anything to show of patients like this. */
export function hasResults(answer: Pick<Answer, "describing" | "studies" | "facts">): boolean {
  const { describing, subgroups } = selectResults(answer);
  return describing.length + subgroups.length > 0;
}

/** What happened to patients like this: every figure of the studies that describe them. */
export function Results({ answer, method, onMethod }: Props) {
  if (!hasResults(answer)) return null;
  const { describing, subgroups } = selectResults(answer);

  // Domains that are compared have headings of their own; of the others each count is listed.
  const listed = figureDomains.filter((domain) => !isCompared(domain));
  const texts = describing.flatMap(({ study, results }) => listTexts(results).map((text) => ({ study, text })));
  const others = describing.flatMap(({ study, otherFigures }) => otherFigures.map((figure) => ({ study, figure })));
  const hasIntervals =
    subgroups.length + others.length > 0 || describing.some(({ results }) => listFigures(results).length > 0);
  const besideFindings = describing.length > 0 ? listBesideFindings(answer.sentences) : [];
  const silent = describing.filter(({ results }) => figureDomains.every((domain) => results[domain].kind === "none"));

  return (
    <Section
      anchor="figures"
      title={answerSections.figures.title}
      aside={
        // Wilson or exact, one tap apart; every interval names the one it is.
        hasIntervals && (
          <RadioRow title="Intervals" names={intervalMethodNames} chosen={method} onChosen={onMethod} isInline />
        )
      }
    >
      <div className="space-y-5">
        {besideFindings.length > 0 && <p className="text-sm">{besideFindings.join(" ")}</p>}
        <p>{answer.certainty}</p>
        {/* One below the other on every window: beside each other, plots would have to shrink, and their letters with them. */}
        {describing.length > 0 &&
          comparedDomains.map((domain) => (
            <ComparedResults
              key={domain}
              domain={domain}
              sets={answer.comparableSets.filter((set) => set.domain === domain)}
            />
          ))}
        {listed.map((domain) => {
          const counts = describing.flatMap(({ study, results }) => {
            const figure = getFigure(results[domain]);
            return figure ? [{ study, figure }] : [];
          });
          return counts.length > 0 && <CountBlock key={domain} title={listTitles[domain]} counts={counts} />;
        })}
        {subgroups.length > 0 && (
          <CountBlock title="Subgroups with one matching feature, in other studies" counts={subgroups} />
        )}
        {texts.length > 0 && (
          <Block title="Reported in words, not as a count">
            <ul className="space-y-3">
              {texts.map(({ study, text }) => (
                <Line key={`${study.id} ${text.label}`} study={study}>
                  <ResultText text={text} study={study} />
                </Line>
              ))}
            </ul>
          </Block>
        )}
        {others.length > 0 && (
          <Disclosure title={`${pluralise(others.length, "other count", "other counts")} from the same studies`}>
            <CountList counts={others} isDrawn={false} />
          </Disclosure>
        )}
        {silent.length > 0 && (
          <p className="text-sm">
            {pluralise(silent.length, "study that describes", "studies that describe")} this patient{" "}
            {silent.length === 1 ? "reports" : "report"} {noFigureDomain}:{" "}
            {silent.map(({ study }, index) => (
              <span key={study.id}>
                {index > 0 && ", "}
                <StudyLink study={study} />
              </span>
            ))}
            .
          </p>
        )}
      </div>
    </Section>
  );
}

/** What heads the counts of a domain that is listed and not compared. */
const listTitles: Record<Exclude<FigureDomain, ComparedDomain>, string> = { survival: "Survival and deaths" };

function isCompared(domain: FigureDomain): domain is ComparedDomain {
  return (comparedDomains as readonly FigureDomain[]).includes(domain);
}

/** Response or relapse: every set of figures that may be read together, drawn and then listed one by one. */
function ComparedResults({ domain, sets }: { domain: ComparedDomain; sets: readonly ComparableSet[] }) {
  // One study is drawn as its patients, more than one on a common scale.
  const isPlotted = sets.reduce((studies, { counts }) => studies + counts.length, 0) > 1;
  const title = domainNames[domain];
  return (
    <Block title={title}>
      {sets.length === 0 && <p>No study that describes this patient counts it.</p>}
      {isPlotted && <ForestPlot sets={sets} title={title} />}
      <div className="space-y-4">
        {sets.map((set) => {
          const pooled = set.pool || set.counts.length > 1 ? describePool(set) : null;
          return (
            <div key={formatSetTitle(set)}>
              <h4 className="font-semibold text-quiet">{formatSetTitle(set)}</h4>
              {pooled && <p className="mb-2">{pooled}</p>}
              <CountList counts={set.counts} isDrawn={!isPlotted} />
            </div>
          );
        })}
      </div>
    </Block>
  );
}

type Counts = readonly { study: StudySummary; figure: Figure }[];

function CountBlock({ title, counts }: { title: string; counts: Counts }) {
  return (
    <Block title={title}>
      <CountList counts={counts} isDrawn />
    </Block>
  );
}

function CountList({ counts, isDrawn }: { counts: Counts; isDrawn: boolean }) {
  return (
    <ul className="space-y-3">
      {counts.map(({ study, figure }) => (
        <Line key={`${study.id} ${figure.id}`} study={study}>
          {isDrawn && <PatientDots {...figure} />}
          <FigureText figure={figure} />
        </Line>
      ))}
    </ul>
  );
}

function Line({ study, children }: { study: StudySummary; children: ReactNode }) {
  return (
    <li className="border-l-2 border-line pl-3">
      <p className="text-sm">
        <StudyLink study={study} /> <span className="text-quiet">{designNames[study.design.type]}</span>
      </p>
      {children}
    </li>
  );
}

function ResultText({ text, study }: { text: TextResult; study: StudySummary }) {
  return (
    <div>
      <p>
        {text.label}: {text.text}
      </p>
      <p className="text-sm text-quiet">
        {formatDenominator(text.population)}. <SourceWithLocator locator={text.locator} source={getSourceLink(study)} />
      </p>
    </div>
  );
}
