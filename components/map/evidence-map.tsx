"use client";

import { type ReactNode, useMemo } from "react";
import { CaseLink } from "@/components/state/case-link";
import { usePart, writePart } from "@/components/state/fragment";
import { Notice } from "@/components/ui/notice";
import { RadioRow } from "@/components/ui/radio-row";
import { defaultMapState, type MapState, mapViews, type ShareThreshold, shareThresholds } from "@/lib/browse/map-state";
import { defaultTableState } from "@/lib/browse/table-state";
import { getQuestion } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import {
  createCellFilters,
  createOutcomeMap,
  createPairMap,
  type MapCell,
  type MapDomain,
  type MappedStudy,
  mapDomains,
} from "@/lib/plots/map-layout";
import { readMap, writeMap } from "@/lib/url-state/map";
import { writeTable } from "@/lib/url-state/table";
import type { Feature } from "@/lib/vocabulary/feature";
import { domainNames } from "@/lib/vocabulary/outcomes";
import { formatStudiesWithoutN } from "@/lib/vocabulary/phrases";

/** Where the evidence is and where there is none. Every cell opens the studies it counts. */
export function EvidenceMap({ studies }: { studies: readonly MappedStudy[] }) {
  const part = usePart("map");
  const read = useMemo(() => readMap(part ?? ""), [part]);
  const map = read.ok ? read.value : defaultMapState;
  const { view, reach } = map;
  const change = (next: Partial<MapState>) => writePart("map", writeMap({ ...map, ...next }), "replace");
  return (
    <div className="print:[page:wide]">
      <h1 className="text-xl font-bold">{interfaceText.evidenceMap}</h1>
      <p className="mt-1 max-w-prose">
        Studies of immunoglobulin, and the patients given it in them, each patient once.{" "}
        <span className="print:hidden">A cell opens its studies.</span>
      </p>
      {!read.ok && <Notice title="What this link shows could not be read">{read.message}</Notice>}
      <div className="my-3 flex flex-wrap gap-x-8 gap-y-2 print:hidden">
        <RadioRow title="Show" names={mapViews} chosen={view} onChosen={(chosen) => change({ view: chosen })} />
        <RadioRow
          title="A feature counts where it is stated of"
          names={shareThresholds}
          chosen={reach}
          onChosen={(chosen) => change({ reach: chosen })}
        />
      </div>
      <p role="status" className="mb-2 text-sm text-quiet">
        {mapViews[view]}; a feature counts where it is stated of {shareThresholds[reach]}.
        {reach === "any" && " Patients are all those of such a study, with the feature and without."}
      </p>
      {view === "outcomes" ? (
        <OutcomeTable studies={studies} reach={reach} />
      ) : (
        <PairTable studies={studies} reach={reach} />
      )}
    </div>
  );
}

type TableProps = { studies: readonly MappedStudy[]; reach: ShareThreshold };

/** Features by outcome domains: who was studied, and for what. */
function OutcomeTable({ studies, reach }: TableProps) {
  const rows = useMemo(() => createOutcomeMap(studies, reach), [studies, reach]);
  return (
    <Scrolled label={mapViews.outcomes}>
      <table className="w-full border-collapse text-sm">
        <Caption>Studies that report the outcome, as a count or in words, and all their patients.</Caption>
        <thead>
          <tr>
            <Corner />
            <Head>Any outcome</Head>
            {mapDomains.map((domain) => (
              <Head key={domain}>{domainNames[domain]}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ feature, all, cells }) => (
            <tr key={feature} className="break-inside-avoid">
              <RowHead>{getQuestion(feature).label}</RowHead>
              <Cell cell={all} wanted={[feature]} reach={reach} />
              {mapDomains.map((domain) => (
                <Cell key={domain} cell={cells[domain]} wanted={[feature]} reach={reach} domain={domain} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/** Pairs of features: which combinations were ever described, and which never. */
function PairTable({ studies, reach }: TableProps) {
  const rows = useMemo(() => createPairMap(studies, reach), [studies, reach]);
  return (
    <Scrolled label={mapViews.pairs}>
      <table className="border-collapse text-sm print:w-full">
        <Caption>Studies whose patients have both features, and all their patients. Each pair stands once.</Caption>
        <thead>
          <tr>
            <Corner />
            {rows.slice(0, -1).map(({ feature }) => (
              <Head key={feature} isUpright>
                {getQuestion(feature).label}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(1).map(({ feature, pairs }) => (
            <tr key={feature} className="break-inside-avoid">
              <RowHead>{getQuestion(feature).label}</RowHead>
              {pairs.map(({ a, b, cell }) => (
                <Cell key={b} cell={cell} wanted={[a, b]} reach={reach} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

/**
 * A map wider than the screen scrolls within itself, by finger and by arrow keys; on paper it is complete. The names of its
 * rows stay in view and never cover the cell that has the focus.
 */
function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard
      tabIndex={0}
      // A browser is content with a few pixels of what the keyboard reaches. A tap moves nothing: it would miss.
      onFocus={({ target }) => {
        if (target.matches(":focus-visible")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
      }}
      className="relative scroll-pl-[min(10rem,50vw)] overflow-x-auto rounded-md border border-line bg-surface print:overflow-visible print:border-0 print:[--text-sm:6.5pt] print:[--text-xs:6pt]"
    >
      {children}
    </section>
  );
}

/** What the cells count. It stays in view while the map scrolls sideways, and is no wider than a narrow screen. */
function Caption({ children }: { children: ReactNode }) {
  return (
    <caption className="text-left text-quiet">
      <span className="sticky left-0 inline-block max-w-[min(100%,calc(100vw-3rem))] p-2 print:max-w-none print:px-0">
        {children}
      </span>
    </caption>
  );
}

/** A heading of a column; one of many is turned upright on paper, which is too narrow for their names side by side. */
function Head({ children, isUpright = false }: { children: ReactNode; isUpright?: boolean }) {
  return (
    <th scope="col" className="min-w-24 border-b-2 border-edge p-2 text-left align-bottom print:min-w-0 print:p-0.5">
      <span className={isUpright ? "print:inline-block print:rotate-180 print:[writing-mode:vertical-rl]" : ""}>
        {children}
      </span>
    </th>
  );
}

/** The first column, which stays where it is while the others scroll by: never more than half of a narrow screen. */
const inView =
  "sticky left-0 max-w-[min(9rem,45vw)] min-w-[min(9rem,45vw)] bg-surface p-2 not-print:wrap-anywhere print:static print:min-w-0";

function Corner() {
  return (
    <th scope="col" className={`${inView} border-b-2 border-edge text-left align-bottom print:p-0.5`}>
      Feature
    </th>
  );
}

function RowHead({ children }: { children: ReactNode }) {
  return (
    <th scope="row" className={`${inView} border-b border-line text-left print:p-0.5`}>
      {children}
    </th>
  );
}

type CellProps = { cell: MapCell; wanted: readonly Feature[]; reach: ShareThreshold; domain?: MapDomain };

/** How many studies and patients; a gap says so in a word and in its dashed frame. */
function Cell({ cell, wanted, reach, domain }: CellProps) {
  if (cell.studies === 0) {
    return (
      <td className="border border-line p-1 text-center text-gap print:p-0.5">
        <span className="block border-2 border-dashed border-gap bg-gap-soft px-1 py-2 print:py-0">none</span>
      </td>
    );
  }
  const asked = { ...defaultTableState, filters: createCellFilters(wanted, reach, domain) };
  return (
    <td className="border border-line p-0 print:p-0.5">
      <CaseLink
        href="/studies"
        parts={{ table: writeTable(asked) }}
        isPrefetched={false}
        isAlone={false}
        className="flex min-h-11 flex-col justify-center px-2 py-1 hover:bg-accent-soft print:min-h-0 print:p-0 print:no-underline"
      >
        <strong>{pluralise(cell.studies, "study", "studies")}</strong>
        <span className="text-xs">
          {pluralise(cell.patients, "patient", "patients")}
          {cell.uncounted > 0 && `; ${formatStudiesWithoutN(cell.uncounted)}`}
        </span>
      </CaseLink>
    </td>
  );
}
