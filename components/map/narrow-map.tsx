import { useState } from "react";
import { Select } from "@/components/ui/select";
import type { MapView } from "@/lib/browse/map-state";
import { getQuestion } from "@/lib/case/questions";
import { type MapDomain, mapDomainNames, mapGroups, outcomeColumns, selectPairsWith } from "@/lib/plots/map-layout";
import type { Feature } from "@/lib/vocabulary/feature";
import { Chips } from "./chips";
import type { MapProps } from "./circle-map";
import { DesignKey } from "./map-key";
import { RowList } from "./row-list";

const columnNames = { any: outcomeColumns[0]?.name ?? "", ...mapDomainNames };

/** The map on a narrow screen: one of its columns at a time, as a list that never scrolls sideways. */
export function NarrowMap({ view, ...shown }: MapProps & { view: MapView }) {
  return (
    <div className="mt-2 wide:hidden">
      {view === "outcomes" ? <OutcomeColumn {...shown} /> : <PairColumn {...shown} />}
    </div>
  );
}

function OutcomeColumn({ rows, ...rest }: MapProps) {
  const [column, setColumn] = useState<"any" | MapDomain>("any");
  const place = outcomeColumns.findIndex(({ domain }) => (domain ?? "any") === column);
  return (
    <>
      <Chips title="Outcome" names={columnNames} chosen={column} onChosen={setColumn} />
      <BarKey />
      <RowList
        // What was opened in one column is not what another column shows.
        key={column}
        rows={rows.map(({ feature, cells }) => ({ feature, cells: cells.slice(place, place + 1) }))}
        {...rest}
      />
    </>
  );
}

function PairColumn({ rows, ...rest }: MapProps) {
  const [feature, setFeature] = useState<Feature>("pregnancy");
  const options = mapGroups.map(({ title, features }) => ({
    title,
    options: features.map((value) => ({ value, label: getQuestion(value).label })),
  }));
  return (
    <>
      <Select
        label="Together with"
        labelPlace="beside"
        options={options}
        value={feature}
        onValue={(chosen) => chosen && setFeature(chosen)}
      />
      <BarKey />
      <RowList key={feature} rows={selectPairsWith(rows, feature)} {...rest} />
    </>
  );
}

function BarKey() {
  return (
    <div className="mt-3 text-xs text-quiet">
      <p>The bar is the patients. A dash: no study in this library. The circle is the best design:</p>
      <DesignKey className="flex flex-wrap gap-x-3" />
    </div>
  );
}
