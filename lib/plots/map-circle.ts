import type { Level } from "@/lib/study/kind";

/** The patients from which a circle of the map is one size larger. The first size is that of a single patient. */
export const sizeSteps = [1, 10, 50, 200, 500] as const;

/** Diameters in a box of `boxSize`, one a step. With the ring of a trial the largest still fits the box. */
const diameters = [8, 13, 18, 23, 28] as const;

/** The side of the box that a circle is drawn in. */
export const boxSize = 36;

/** Space between a circle and the middle of its ring. */
const ringDistance = 3;

/**
 * How much of a circle is filled, by the best design among its studies: nothing for single cases, half where there is no
 * comparison group, all of it where there is one. A randomised trial has a ring around it too.
 */
const fills = { 5: "empty", 4: "half", 3: "full", 2: "full" } as const satisfies Record<Level, string>;
export type CircleFill = (typeof fills)[Level];

/** A circle of the map in a box of `boxSize`: its radius, how much of it is filled, the radius of its ring or null. */
export type MapCircle = { radius: number; fill: CircleFill; ring: number | null };

/**
 * The circle of a cell.
 * @param patients a whole number; 0, where no study says how many it treated, is drawn as the smallest
 * @param level the best level of evidence among the studies
 */
export function layOutCircle(patients: number, level: Level): MapCircle {
  const step = sizeSteps.findLastIndex((least) => patients >= least);
  const radius = (diameters[step] ?? diameters[0]) / 2;
  return { radius, fill: fills[level], ring: level === 2 ? radius + ringDistance : null };
}

/** What the fill and the ring of a circle mean, by level of evidence, from the strongest. */
export const levelNames: readonly (readonly [Level, string])[] = [
  [2, "randomised trial"],
  [3, "comparison group"],
  [4, "no comparison group"],
  [5, "single cases"],
];
