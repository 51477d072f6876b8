import { describe, expect, test } from "vitest";
import { boxSize, layOutCircle, sizeSteps } from "./map-circle";

describe("the circle of a cell", () => {
  const radii = Array.from({ length: 1000 }, (_, patients) => layOutCircle(patients, 4).radius);

  test("grows with the patients, in five steps at 1, 10, 50, 200 and 500", () => {
    expect([...sizeSteps]).toEqual([1, 10, 50, 200, 500]);
    const grows = radii.flatMap((radius, patients) => (radius > (radii[patients - 1] ?? 0) ? [patients] : []));
    expect(grows).toEqual([0, 10, 50, 200, 500]);
    expect(radii).toEqual([...radii].sort((a, b) => a - b));
    expect(new Set(radii)).toHaveLength(5);
  });

  test("fits its box, with its ring and its line", () => {
    for (const patients of sizeSteps) {
      const { ring } = layOutCircle(patients, 2);
      expect(ring).not.toBeNull();
      expect(2 * (ring ?? 0) + 1.5).toBeLessThanOrEqual(boxSize);
    }
  });

  test("has a ring where a randomised trial is among the studies, and only there; designs differ in shape", () => {
    const looks = ([2, 3, 4, 5] as const).map((level) => {
      const { fill, ring } = layOutCircle(60, level);
      return [fill, ring !== null];
    });
    expect(looks).toEqual([
      ["full", true],
      ["full", false],
      ["half", false],
      ["empty", false],
    ]);
  });
});
