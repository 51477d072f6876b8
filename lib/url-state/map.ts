import {
  defaultMapState,
  type MapState,
  type MapView,
  mapViews,
  type ShareThreshold,
  shareThresholds,
} from "@/lib/browse/map-state";

export type ReadMap = { ok: true; map: MapState } | { ok: false; message: string };

/** Writes what the evidence map shows as a part of the fragment; the usual map gives "". */
export function writeMap({ view, reach }: MapState): string {
  return view === defaultMapState.view && reach === defaultMapState.reach ? "" : `map=${view}.${reach}`;
}

/**
 * Reads the map's part of a fragment, as `splitFragment` gives it; "" is the usual map.
 * @returns what to show, or a sentence for the reader where the part is damaged
 */
export function readMap(part: string): ReadMap {
  if (part === "") return { ok: true, map: defaultMapState };
  const [view = "", reach = "", ...more] = part.replace(/^map=/, "").split(".");
  if (
    Object.hasOwn(mapViews, view) &&
    Object.hasOwn(shareThresholds, reach) &&
    more.length === 0 &&
    part.startsWith("map=")
  ) {
    return { ok: true, map: { view: view as MapView, reach: reach as ShareThreshold } };
  }
  return {
    ok: false,
    message:
      "The part of this link that says what the map shows is damaged or incomplete, so the usual map is shown. Choose again below.",
  };
}
