import type { ShareChoice } from "./table-state";

/** What the evidence map crosses, by the names that its choice shows. */
export const mapViews = { outcomes: "Features by outcomes", pairs: "Pairs of features" } as const;
export type MapView = keyof typeof mapViews;

/** How many of a study's patients must have a feature for the study to stand in its row. */
export const shareThresholds = {
  "all-or-most": "most",
  any: "some",
} as const satisfies Partial<Record<ShareChoice, string>>;
export type ShareThreshold = keyof typeof shareThresholds;

/** How cells are shown, by the names that their choice shows. */
export const mapForms = { circles: "Circles", text: "Text" } as const;
export type MapForm = keyof typeof mapForms;

/** Everything that makes one reader's map differ from another's. Circles are the form that is not named. */
export type MapState = { view: MapView; reach: ShareThreshold; form?: Exclude<MapForm, "circles"> | undefined };

/** The map as everybody first sees it. */
export const defaultMapState: MapState = { view: "outcomes", reach: "all-or-most" };
