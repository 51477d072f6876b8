import type { ReactNode } from "react";
import { CaseLink } from "@/components/state/case-link";
import type { ShareThreshold } from "@/lib/browse/map-state";
import { defaultTableState } from "@/lib/browse/table-state";
import { pluralise } from "@/lib/format/text";
import {
  createCellFilters,
  type MapCell,
  type MapDomain,
  type MappedStudy,
  mapDomainNames,
} from "@/lib/plots/map-layout";
import { selectFirstReports } from "@/lib/study/cohort";
import { writeTable } from "@/lib/url-state/table";

/** The studies that a card names; the table has all. */
const MAX_NAMED = 5;

type Props = { cell: MapCell; reach: ShareThreshold };

/** What stands behind a circle: the first of its studies with their figures, and the way to all. */
export function CellCard({ cell, reach }: Props) {
  const named = selectFirstReports(cell.studies).slice(0, MAX_NAMED);
  return (
    <>
      {named.length < cell.studies.length && (
        <p className="text-xs text-quiet">Strongest design first, then the largest; the same patients once.</p>
      )}
      <ol className="mt-1">
        {named.map((study) => (
          <li key={study.id} className="border-t border-line py-1.5">
            <NamedStudy study={study} domain={cell.domain} />
          </li>
        ))}
      </ol>
      <p className="border-t border-line text-xs text-quiet">
        <CellLink cell={cell} reach={reach} className="flex min-h-11 items-center text-sm font-semibold">
          {cell.studies.length === 1 ? "Open it in the table" : `Open all ${cell.studies.length}`}
        </CellLink>
        Intervals by Wilson&apos;s method.
      </p>
    </>
  );
}

/** One study: design, patients, and what it reports of the domain of the cell, else of each domain that it reports. */
function NamedStudy({ study, domain }: { study: MappedStudy; domain: MapDomain | null }) {
  const { id, name, design, participants, results } = study;
  const phrases = domain
    ? (results[domain] ?? [])
    : (Object.keys(results) as MapDomain[]).map((found) => `${mapDomainNames[found]}: ${results[found]?.[0]}`);
  return (
    <>
      <CaseLink
        href={`/studies/${id}`}
        isAlone={false}
        className="inline-flex min-h-6 items-center font-semibold pointer-coarse:min-h-11"
      >
        {name}
      </CaseLink>
      <p className="text-xs text-quiet">
        {design}
        {participants.treated !== null && `, ${pluralise(participants.treated, "patient", "patients")}`}
      </p>
      {phrases.map((phrase) => (
        <p key={phrase} className="text-xs">
          {phrase}
        </p>
      ))}
    </>
  );
}

/** The way to the table of exactly the studies of a cell. */
export function CellLink({ cell, reach, ...rest }: Props & { className: string; children: ReactNode }) {
  const asked = { ...defaultTableState, filters: createCellFilters(cell, reach) };
  return <CaseLink href="/studies" parts={{ table: writeTable(asked) }} isAlone={false} {...rest} />;
}
