import { Check } from "@/components/ui/check";
import { NumberField } from "@/components/ui/number-field";
import { designs, type Filters, filterPatients, filterYear, readings } from "@/lib/browse/table-state";
import { interfaceText } from "@/lib/format/interface-text";
import { kinds } from "@/lib/vocabulary/kind";
import { designNames, domainNames, outcomeDomains, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { kindNames } from "@/lib/wording/group-names";
import { Choices } from "./choices";
import { FeatureFilter } from "./feature-filter";

type Props = { filters: Filters; onChange: (filters: Filters) => void };

const titlesOfKinds = Object.fromEntries(kinds.map((kind) => [kind, kindNames[kind].title])) as Record<
  (typeof kinds)[number],
  string
>;

/** Every filter of the table, each with the control that fits it. */
export function FilterPanel({ filters, onChange }: Props) {
  const put = (part: Partial<Filters>) => onChange({ ...filters, ...part });
  return (
    <div className="grid gap-4 rounded-md border border-line p-3 md:grid-cols-2 xl:grid-cols-3">
      <FeatureFilter chosen={filters.features} onChange={(features) => put({ features })} />
      <Choices
        title="Outcomes reported"
        hint="Each one that is chosen has to be reported."
        names={domainNames}
        all={outcomeDomains}
        chosen={filters.reports}
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
        onChosen={(picked) => put({ designs: picked })}
      />
      <fieldset>
        <legend className="font-semibold">Year and patients</legend>
        <p className="text-xs text-quiet">A sheet that does not state them is left out.</p>
        <NumberField
          label="From year"
          labelPlace="beside"
          className="my-1"
          isWhole
          schema={filterYear}
          value={filters.fromYear}
          onValue={(fromYear) => put({ fromYear })}
          minLength={4}
        />
        <NumberField
          label="To year"
          labelPlace="beside"
          className="my-1"
          isWhole
          schema={filterYear}
          value={filters.toYear}
          onValue={(toYear) => put({ toYear })}
          minLength={4}
        />
        <NumberField
          label="At least this many patients"
          labelPlace="beside"
          className="my-1"
          isWhole
          schema={filterPatients}
          value={filters.fewestPatients}
          onValue={(fewestPatients) => put({ fewestPatients })}
        />
      </fieldset>
      <Choices
        title={interfaceText.sourceRead}
        names={sourceReadNames}
        all={readings}
        chosen={filters.readings}
        onChosen={(picked) => put({ readings: picked })}
      />
      <Choices
        title="Kind of sheet"
        names={titlesOfKinds}
        all={kinds}
        chosen={filters.kinds}
        onChosen={(picked) => put({ kinds: picked })}
      />
    </div>
  );
}
