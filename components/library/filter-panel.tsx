import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { NumberField } from "@/components/ui/number-field";
import { countChoices } from "@/lib/browse/choice-counts";
import { designs, type Filters, filterPatients, filterYear, readings } from "@/lib/browse/table-state";
import { interfaceText } from "@/lib/format/interface-text";
import { pluralise } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { kinds } from "@/lib/vocabulary/kind";
import { designNames, domainNames, outcomeDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { kindNames } from "@/lib/wording/group-names";
import { Choices } from "./choices";
import { FeatureFilter } from "./feature-filter";
import { FilterGroup } from "./filter-group";

const findYearFault = (typed: unknown) => filterYear.safeParse(typed).error?.issues[0]?.message ?? null;
const findPatientsFault = (typed: unknown) => filterPatients.safeParse(typed).error?.issues[0]?.message ?? null;

type Props = {
  filters: Filters;
  onChange: (filters: Filters) => void;
  /** every study of the table, found or not */
  studies: readonly StudySummary[];
  /** how many of them are listed */
  found: number;
  /** leads on to what is listed */
  onDone: () => void;
};

const titlesOfKinds = Object.fromEntries(kinds.map((kind) => [kind, kindNames[kind].title])) as Record<
  (typeof kinds)[number],
  string
>;

/** Every filter of the table, each with the control that fits it. */
export function FilterPanel({ filters, onChange, studies, found, onDone }: Props) {
  const put = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  const counts = useMemo(() => countChoices(studies, filters.isCounted), [studies, filters.isCounted]);
  const { fromYear, toYear, fewestPatients } = filters;
  return (
    <div className="wide:grid wide:grid-cols-3 wide:gap-4">
      <FeatureFilter chosen={filters.features} onChange={(features) => put({ features })} />
      <Choices
        title="Outcomes reported"
        hint="Each one that is chosen has to be reported."
        names={domainNames}
        all={outcomeDomains}
        chosen={filters.reports}
        counts={counts.reports}
        onChosen={(reports) => put({ reports })}
      >
        <Check isOn={filters.isCounted} onChange={(isCounted) => put({ isCounted })}>
          as a count of patients, not in words only
        </Check>
      </Choices>
      <Choices
        title="Design"
        names={designNames}
        all={designs}
        chosen={filters.designs}
        counts={counts.designs}
        onChosen={(picked) => put({ designs: picked })}
      />
      <FilterGroup
        title="Year and patients"
        hint="A sheet that does not state them is left out."
        inForce={[fromYear, toYear, fewestPatients].filter((value) => value !== null).length}
      >
        <NumberField
          label="From year"
          labelPlace="beside"
          className="my-1"
          isWhole
          findFault={findYearFault}
          value={fromYear}
          onValue={(year) => put({ fromYear: year })}
          minLength={4}
        />
        <NumberField
          label="To year"
          labelPlace="beside"
          className="my-1"
          isWhole
          findFault={findYearFault}
          value={toYear}
          onValue={(year) => put({ toYear: year })}
          minLength={4}
        />
        <NumberField
          label="At least this many patients"
          labelPlace="beside"
          className="my-1"
          isWhole
          findFault={findPatientsFault}
          value={fewestPatients}
          onValue={(patients) => put({ fewestPatients: patients })}
        />
      </FilterGroup>
      <Choices
        title={interfaceText.sourceRead}
        names={sourceReadNames}
        all={readings}
        chosen={filters.readings}
        counts={counts.readings}
        onChosen={(picked) => put({ readings: picked })}
      />
      <Choices
        title="Kind of sheet"
        names={titlesOfKinds}
        all={kinds}
        chosen={filters.kinds}
        counts={counts.kinds}
        onChosen={(picked) => put({ kinds: picked })}
      />
      <p className="mt-2 wide:col-span-full wide:mt-0">
        <Button look="main" onClick={onDone}>
          Show {pluralise(found, "study", "studies")}
        </Button>
      </p>
    </div>
  );
}
