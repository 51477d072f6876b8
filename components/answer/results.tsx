import type { ReactNode } from "react";
import { FigureText } from "@/components/figure/figure-text";
import { ForestPlot } from "@/components/figure/forest-plot";
import { PatientDots } from "@/components/figure/patient-dots";
import { StudyLink } from "@/components/library/study-link";
import { Disclosure } from "@/components/ui/disclosure";
import { RadioRow } from "@/components/ui/radio-row";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import type { Figure, TextResult } from "@/lib/answer/figure";
import type { EvidenceView, StudyView } from "@/lib/answer/wire";
import { intervalMethodNames } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import type { IntervalMethod } from "@/lib/stats/interval";
import { getShortName, getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";
import { formatSetTitle } from "@/lib/wording/comparable-results-title";
import { describePool } from "@/lib/wording/pool-text";
import { answerSections } from "./answer-nav";

type Props = {
  view: EvidenceView;
  studies: ReadonlyMap<string, StudySummary>;
  method: IntervalMethod;
  onMethod: (method: IntervalMethod) => void;
};

/** What happened to patients like this: response, relapse and survival of the studies that describe them. */
export function Results({ view, studies, method, onMethod }: Props) {
  const describing = view.studies.filter(({ group }) => group === "this-patient");
  const apart = view.studies.filter(
    (study) => study.group === "part" && figuresOf(study).some(({ subgroup }) => subgroup),
  );
  if (describing.length + apart.length === 0) return null;

  const byId = new Map(view.studies.map((study) => [study.id, study]));
  const line = (id: string, figure: Figure, isDrawn: boolean) => (
    <Line key={`${id} ${figure.id}`} study={studies.get(id)}>
      {isDrawn && <PatientDots {...figure} />}
      <FigureText figure={figure} />
    </Line>
  );
  const survival = describing.flatMap(({ id, survival }) => (survival ? [line(id, survival, true)] : []));
  const others = describing.flatMap(({ id, others }) => others.map((figure) => line(id, figure, false)));
  const inWords = describing.flatMap((study) => wordsOf(study).map((told) => ({ id: study.id, told })));
  const silent = describing.filter((study) => figuresOf(study).length === 0 && wordsOf(study).length === 0);

  return (
    <Section
      anchor="figures"
      title={answerSections.figures.title}
      aside={
        // Wilson or exact, one tap apart; every interval names the one it is.
        <RadioRow title="Intervals" names={intervalMethodNames} chosen={method} onChosen={onMethod} isInline />
      }
    >
      <p className="mb-3">{view.certainty}</p>
      <div className="space-y-5">
        {describing.length > 0 && (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-5 2xl:grid-cols-2">
            <Domain domain="response" {...{ view, studies, byId, line }} />
            <Domain domain="relapse" {...{ view, studies, byId, line }} />
          </div>
        )}
        {survival.length > 0 && (
          <Block title="Survival and deaths">
            <ul className="space-y-3">{survival}</ul>
          </Block>
        )}
        {apart.length > 0 && (
          <Block title="Counted apart in studies of others: patients who share one of the features">
            <ul className="space-y-3">
              {apart.flatMap((study) =>
                figuresOf(study).flatMap((figure) => (figure.subgroup ? [line(study.id, figure, true)] : [])),
              )}
            </ul>
          </Block>
        )}
        {inWords.length > 0 && (
          <Block title="Reported in words, not as a count">
            <ul className="space-y-3">
              {inWords.map(({ id, told }) => (
                <Line key={`${id} ${told.label}`} study={studies.get(id)}>
                  <WordsText told={told} study={studies.get(id)} />
                </Line>
              ))}
            </ul>
          </Block>
        )}
        {others.length > 0 && (
          <Disclosure title={`${pluralise(others.length, "other count", "other counts")} from the same studies`}>
            <ul className="space-y-3">{others}</ul>
          </Disclosure>
        )}
        {silent.length > 0 && (
          <p className="text-sm">
            {pluralise(silent.length, "study that describes", "studies that describe")} this patient{" "}
            {silent.length === 1 ? "reports" : "report"} neither response nor relapse nor survival:{" "}
            {silent.map(({ id }, index) => {
              const study = studies.get(id);
              return (
                study && (
                  <span key={id}>
                    {index > 0 && ", "}
                    <StudyLink study={study} />
                  </span>
                )
              );
            })}
            .
          </p>
        )}
      </div>
    </Section>
  );
}

type DomainProps = {
  domain: "response" | "relapse";
  view: EvidenceView;
  studies: ReadonlyMap<string, StudySummary>;
  byId: ReadonlyMap<string, StudyView>;
  line: (id: string, figure: Figure, isDrawn: boolean) => ReactNode;
};

/** Response or relapse: every set of figures that may be read together, drawn and then told one by one. */
function Domain({ domain, view, studies, byId, line }: DomainProps) {
  const names = new Map([...studies].map(([id, study]) => [id, getShortName(study)]));
  const sets = view.sets.filter((set) => set.domain === domain);
  // One study is drawn as its patients, more than one on a common scale.
  const isPlotted = sets.reduce((count, set) => count + set.studies.length, 0) > 1;
  const title = domain === "response" ? "Response" : "Relapse";
  return (
    <Block title={title}>
      {sets.length === 0 && <p>No study that describes this patient counts it.</p>}
      {isPlotted && <ForestPlot sets={sets} title={title} studies={byId} names={names} />}
      <div className="space-y-4">
        {sets.map((set) => {
          const pooled = set.pool || set.studies.length > 1 ? describePool(set) : null;
          return (
            <div key={formatSetTitle(set)}>
              <h4 className="font-semibold text-quiet">{formatSetTitle(set)}</h4>
              {pooled && <p className="mb-2">{pooled}</p>}
              <ul className="space-y-3">
                {set.studies.flatMap((id) => {
                  const figure = byId.get(id)?.[domain];
                  return figure ? [line(id, figure, !isPlotted)] : [];
                })}
              </ul>
            </div>
          );
        })}
      </div>
    </Block>
  );
}

function figuresOf({ response, relapse, survival }: StudyView): Figure[] {
  return [response, relapse, survival].filter((figure) => figure !== null);
}

function wordsOf({ inWords }: StudyView): TextResult[] {
  return [inWords.response, inWords.relapse, inWords.survival].filter((told) => told !== null);
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-2 border-b-2 border-edge font-bold">{title}</h3>
      {children}
    </div>
  );
}

function Line({ study, children }: { study: StudySummary | undefined; children: ReactNode }) {
  if (!study) return null;
  return (
    <li className="border-l-2 border-line pl-3">
      <p className="text-sm">
        <StudyLink study={study} /> <span className="text-quiet">{designNames[study.design.type]}</span>
      </p>
      {children}
    </li>
  );
}

function WordsText({ told, study }: { told: TextResult; study: StudySummary | undefined }) {
  return (
    <div>
      <p>
        {told.label}: {told.text}
      </p>
      <p className="text-sm text-quiet">
        Of whom: {told.population}. Read in: {told.locator}
        {study && (
          <>
            , <Source {...getSourceLink(study)} />
          </>
        )}
        .
      </p>
    </div>
  );
}
