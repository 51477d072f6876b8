import type { ShareChoice } from "./table-state";

/** What the evidence map crosses, by the names that its choice shows. */
export const mapViews = { outcomes: "Features by outcomes", pairs: "Pairs of features" } as const;
export type MapView = keyof typeof mapViews;

/** How many of a study's patients must have a feature for the study to stand in its row. */
export const shareThresholds = {
  "all-or-most": "all or most of a study's patients",
  any: "at least some of a study's patients",
} as const satisfies Partial<Record<ShareChoice, string>>;
export type ShareThreshold = keyof typeof shareThresholds;

/** Everything that makes one reader's map differ from another's. */
export type MapState = { view: MapView; reach: ShareThreshold };

/** The map as everybody first sees it. */
export const defaultMapState: MapState = { view: "outcomes", reach: "all-or-most" };
