"use client";

import { type ReactNode, useMemo } from "react";
import { CountedPatients, CountedPlot } from "@/components/figure/count-cells";
import { FigureText } from "@/components/figure/figure-text";
import { PlotScale } from "@/components/figure/plot-cell";
import { CaseLink } from "@/components/state/case-link";
import { useCase } from "@/components/state/case-provider";
import { FetchFailure } from "@/components/state/fetch-failure";
import { usePins } from "@/components/state/use-pins";
import { useSheets } from "@/components/state/use-sheets";
import { WithLibrary } from "@/components/state/with-library";
import { SearchChoice } from "@/components/ui/search-choice";
import { type CountedOutcome, createFigure, isCounted } from "@/lib/answer/figure";
import { type ComparedFact, compareStudies } from "@/lib/browse/compare";
import { interfaceText } from "@/lib/format/interface-text";
import { silenceOfSource } from "@/lib/match/silence";
import { getShortName } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";
import { MAX_PINS, selectKnownPins } from "@/lib/url-state/pins";
import { describeCount } from "@/lib/wording/forest-text";
import { OutcomeText } from "./outcome-list";
import { PinBar } from "./pin-bar";
import { StudyLink } from "./study-link";

type Named = Pick<Study, "id" | "citation">;

/** The pinned studies side by side, under their heading. */
export function SideBySide() {
  return (
    <div className="print:[page:wide]">
      <p className="print:hidden">
        <CaseLink href="/studies">{interfaceText.everyStudy}</CaseLink>
      </p>
      <h1 className="mb-2 text-xl font-bold">{interfaceText.sideBySide}</h1>
      <WithLibrary>{({ studies }) => <PinnedStudies studies={studies} />}</WithLibrary>
    </div>
  );
}

const failureTitles = {
  failed: "The sheets could not be fetched",
  "other-library": "These data are from another library version",
};

/** Their sheets are fetched, because no page sends every sheet to a phone. */
function PinnedStudies({ studies }: { studies: readonly Named[] }) {
  const byName = useMemo(
    () => studies.toSorted((a, b) => getShortName(a).localeCompare(getShortName(b), "en")),
    [studies],
  );
  const byId = useMemo(() => new Map(studies.map((study) => [study.id, study])), [studies]);
  const { isReady } = useCase();
  const { pins: linkedPins } = usePins();
  const pins = useMemo(() => selectKnownPins(linkedPins, (id) => byId.has(id)).pins, [linkedPins, byId]);
  const { sheets, again } = useSheets(pins);

  return (
    <>
      <PinBar studies={byId} />
      <AddStudy studies={byName} />
      {pins.length === 0 && (
        <p data-empty-case={isReady ? undefined : true}>
          No study is pinned yet. Choose one above, or press the star beside a study in any table: up to {MAX_PINS}{" "}
          stand side by side here and go to the printed page.
        </p>
      )}
      {sheets === "loading" && <p role="status">Loading studies …</p>}
      {(sheets === "failed" || sheets === "other-library") && (
        <FetchFailure failure={sheets} titles={failureTitles} again={again}>
          Check the network. The pins are kept.
        </FetchFailure>
      )}
      {Array.isArray(sheets) && sheets.length > 0 && <SideBySideTable studies={sheets} />}
    </>
  );
}

/** A study to set beside the others, chosen by typing. */
function AddStudy({ studies }: { studies: readonly Named[] }) {
  const { pins, toggle } = usePins();
  const isFull = pins.length >= MAX_PINS;
  const options = useMemo(
    () =>
      isFull
        ? []
        : studies
            .filter(({ id }) => !pins.includes(id))
            .map((study) => ({ id: study.id, name: getShortName(study), detail: study.citation.title })),
    [studies, pins, isFull],
  );
  // The field stays where no more can be pinned: it may have the focus.
  const full = `Limit reached: ${MAX_PINS} pinned studies. Unpin one to add another.`;
  return (
    <div className="my-2 max-w-xl print:hidden">
      <SearchChoice
        label="Add a study"
        hint={isFull ? full : "First author, year, or words of its title."}
        options={options}
        onChoose={toggle}
        noMatch={isFull ? full : "No study that is not pinned yet has all these words in its name or title."}
      />
    </div>
  );
}

/** One column a study on a wide screen; on a narrow one each line stacks its studies. */
function SideBySideTable({ studies }: { studies: Study[] }) {
  const compared = useMemo(() => compareStudies(studies), [studies]);
  const names = studies.map(getShortName);
  const most = Math.max(
    1,
    ...studies.flatMap(({ outcomes }) => outcomes.filter(isCounted).map(({ result }) => result.total)),
  );
  const renderFacts = (title: string, lines: ComparedFact[]) => {
    const told = lines.filter(({ values }) => values.some((value) => value !== null));
    const untold = lines.filter((line) => !told.includes(line)).map(({ name }) => name);
    return (
      <Part title={title} width={studies.length + 1}>
        {told.map(({ name, values }) => (
          <Line
            key={name}
            name={name}
            names={names}
            isDifferent={new Set(values).size > 1}
            cells={values.map((text, place) => text ?? <Silence key={names[place]} study={studies[place]} />)}
          />
        ))}
        {untold.length > 0 && (
          <tr className="narrow:block">
            <td colSpan={studies.length + 1} className="p-2 text-quiet narrow:block">
              In none of what was read: {untold.join(", ")}.
            </td>
          </tr>
        )}
      </Part>
    );
  };
  return (
    <table className="w-full border-collapse text-sm narrow:block wide:table-fixed print:[--text-sm:7.5pt] print:[--text-xs:7pt]">
      <caption className="sr-only">The pinned studies side by side</caption>
      <thead className="narrow:sr-only">
        <tr className="wide:sticky wide:top-0 wide:bg-paper">
          <th scope="col" className="w-40 border-b-2 border-edge p-2 text-left print:w-28">
            What
          </th>
          {studies.map((study) => (
            <th key={study.id} scope="col" className="border-b-2 border-edge p-2 text-left align-bottom">
              <span className="narrow:hidden">
                <StudyLink study={study} />
              </span>
              {/* On a narrow screen it is read out only: a link that is not visible must not take the focus. */}
              <span className="wide:hidden">{getShortName(study)}</span>
              <span className="block text-xs text-quiet narrow:hidden">
                <PlotScale />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <Part title="Outcomes" width={studies.length + 1}>
        {compared.outcomes.map(({ domain, name, outcomes }) => (
          <Line
            key={domain}
            name={name}
            names={names}
            cells={outcomes.map((found, place) => (
              <Outcomes key={studies[place]?.id} study={studies[place]} found={found} most={most} />
            ))}
          />
        ))}
      </Part>
      {renderFacts("Design", compared.design)}
      {renderFacts("Patients", compared.patients)}
      {renderFacts(interfaceText.features, compared.features)}
      {renderFacts("Treatment", compared.treatment)}
    </table>
  );
}

/** What a study does not say: of its paper that is known only where the whole of it was read. */
function Silence({ study }: { study: Study | undefined }) {
  return <span className="font-normal text-quiet">{study && silenceOfSource[study.reads]}</span>;
}

type OutcomesProps = { study: Study | undefined; found: Study["outcomes"]; most: number };

/** The outcomes of one study in one domain; counts of all studies are drawn on one scale. */
function Outcomes({ study, found, most }: OutcomesProps) {
  if (!study || found.length === 0) return <Silence study={study} />;
  return (
    <ul className="space-y-3">
      {found.map((outcome) => (
        <li key={outcome.id}>
          {isCounted(outcome) ? (
            <Count study={study} outcome={outcome} most={most} />
          ) : (
            <OutcomeText study={study} outcome={outcome} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** One count with its place on the scale that all columns share; whom, by which definition and where it was read opens. */
function Count({ study, outcome, most }: { study: Study; outcome: CountedOutcome; most: number }) {
  const figure = createFigure(study, outcome, "wilson");
  const text = describeCount(figure, study.participants.treated);
  return (
    <>
      <p>
        {text.what}
        {text.kind && <span className="text-quiet"> · {text.kind}</span>}
      </p>
      <p>
        <CountedPatients text={text} />
      </p>
      <CountedPlot figure={figure} most={most} />
      <p className="text-xs text-quiet">
        95% CI {text.range}
        {text.comparison && `, ${text.comparison.label} ${text.comparison.range}`} (Wilson)
      </p>
      {text.whom && <p className="text-xs text-quiet">of: {text.whom}</p>}
      <details className="text-xs">
        <summary className="flex min-h-6 items-center narrow:min-h-11">Definition and source</summary>
        <FigureText figure={figure} />
      </details>
    </>
  );
}

function Part({ title, width, children }: { title: string; width: number; children: ReactNode }) {
  return (
    <tbody className="narrow:block">
      <tr className="narrow:block">
        <th scope="rowgroup" colSpan={width} className="bg-accent-soft p-2 text-left narrow:block">
          {title}
        </th>
      </tr>
      {children}
    </tbody>
  );
}

type LineProps = {
  name: string;
  names: string[];
  cells: ReactNode[];
  /** the studies do not all say the same */
  isDifferent?: boolean;
};

/** One line; on a narrow screen each of its cells names its study, since the header row is out of sight. */
function Line({ name, names, cells, isDifferent = false }: LineProps) {
  return (
    <tr className="border-b border-line align-top narrow:block narrow:py-1">
      <th scope="row" className="p-2 text-left narrow:block narrow:pb-0 print:p-1">
        {name}
      </th>
      {cells.map((cell, place) => (
        <td key={names[place]} className={`p-2 narrow:block narrow:py-1 print:p-1 ${isDifferent ? "font-bold" : ""}`}>
          <span aria-hidden="true" className="block text-xs font-semibold text-quiet wide:hidden">
            {names[place]}
          </span>
          {cell}
        </td>
      ))}
    </tr>
  );
}
