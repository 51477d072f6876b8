"use client";

import { useMemo } from "react";
import { useCase } from "@/components/state/case-provider";
import { usePart, writePart } from "@/components/state/fragment";
import { Notice } from "@/components/ui/notice";
import {
  defaultMapState,
  type MapState,
  mapForms,
  mapViews,
  type ShareThreshold,
  shareThresholds,
} from "@/lib/browse/map-state";
import { interfaceText } from "@/lib/format/interface-text";
import { createOutcomeMap, createPairMap, type MappedStudy } from "@/lib/plots/map-layout";
import { readMap, writeMap } from "@/lib/url-state/map";
import type { Feature } from "@/lib/vocabulary/feature";
import { Chips } from "./chips";
import { OutcomeCircles, PairCircles } from "./circle-map";
import { MapKey } from "./map-key";
import { NarrowMap } from "./narrow-map";
import { OutcomeText, PairText } from "./text-map";

/** Where the evidence is and where there is none. Every cell opens the studies it counts. */
export function EvidenceMap({ studies }: { studies: readonly MappedStudy[] }) {
  const part = usePart("map");
  const read = useMemo(() => readMap(part ?? ""), [part]);
  const map = read.ok ? read.value : defaultMapState;
  const { view, reach, form = "circles" } = map;
  const change = (next: Partial<MapState>) => writePart("map", writeMap({ ...map, ...next }), "replace");
  const { traits } = useCase().facts;
  const isOfPatient = (feature: Feature) => traits.has(feature);
  const create = view === "outcomes" ? createOutcomeMap : createPairMap;
  const rows = useMemo(() => create(studies, reach), [create, studies, reach]);
  const shown = { rows, reach, isOfPatient };
  const Circles = view === "outcomes" ? OutcomeCircles : PairCircles;
  const Text = view === "outcomes" ? OutcomeText : PairText;
  return (
    <div className="print:[page:wide]">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl font-bold">{interfaceText.evidenceMap}</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm print:hidden">
          <Chips title="Show" names={mapViews} chosen={view} onChosen={(chosen) => change({ view: chosen })} />
          <ReachChoice reach={reach} onChosen={(chosen) => change({ reach: chosen })} />
          <Chips
            title="Cells as"
            names={mapForms}
            chosen={form}
            onChosen={(chosen) => change({ form: chosen === "text" ? chosen : undefined })}
            className="narrow:hidden"
          />
        </div>
      </div>
      {!read.ok && <Notice title="What this link shows could not be read">{read.message}</Notice>}
      <p role="status" className="sr-only">
        {mapViews[view]}. A feature counts if {shareThresholds[reach]} of a study&apos;s patients have it.
      </p>
      {reach === "any" && (
        <p className="mt-1 text-sm text-quiet">Patients are all those of such a study, with the feature and without.</p>
      )}
      <div className="mt-2 narrow:hidden">
        {form === "text" && <Text {...shown} />}
        {form === "circles" && (
          <div className={view === "outcomes" ? "flex gap-4" : "relative"}>
            <MapKey
              hasPatient={traits.size > 0}
              className={view === "outcomes" ? "order-last w-48 shrink-0" : "absolute top-2 right-2 z-1 w-48"}
            />
            <div className={view === "outcomes" ? "min-w-0 grow" : ""}>
              {/* Another map is another set of cells: which was open or reached says nothing of it. */}
              <Circles key={`${view} ${reach}`} {...shown} />
            </div>
          </div>
        )}
      </div>
      <NarrowMap key={view} view={view} {...shown} />
    </div>
  );
}

type ReachProps = { reach: ShareThreshold; onChosen: (reach: ShareThreshold) => void };

/** How many of a study's patients must have a feature, as a sentence with one gap to fill. */
function ReachChoice({ reach, onChosen }: ReachProps) {
  const names = Object.entries(shareThresholds) as [ShareThreshold, string][];
  return (
    <label>
      Count a feature if{" "}
      <select
        value={reach}
        onChange={({ target }) => {
          const chosen = names.find(([name]) => name === target.value);
          if (chosen) onChosen(chosen[0]);
        }}
        className="min-h-11 rounded-md border border-edge bg-surface px-1 font-semibold wide:pointer-fine:min-h-9"
      >
        {names.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>{" "}
      of a study&apos;s patients have it
    </label>
  );
}
