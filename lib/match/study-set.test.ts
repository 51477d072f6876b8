import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addStudies,
  addStudy,
  countBits,
  createStudySet,
  forEachStudy,
  intersect,
  removeStudies,
  type StudySet,
  unite,
} from "./study-set";

const createSet = (size: number, places: readonly number[]) => {
  const set = createStudySet(size);
  for (const place of places) addStudy(set, place);
  return set;
};
const listPlaces = (set: StudySet) => {
  const places: number[] = [];
  forEachStudy(set, (place) => places.push(place));
  return places;
};
const countAll = (set: StudySet) => [...set].reduce((sum, word) => sum + countBits(word), 0);

describe("a set of studies by their places", () => {
  test.each([
    [0, 0],
    [1, 1],
    [32, 1],
    [33, 2],
    [64, 2],
    [65, 3],
  ])("of %i studies has room for as many words of 32 as they need: %i", (size, words) => {
    expect(createStudySet(size)).toHaveLength(words);
    expect(listPlaces(createStudySet(size))).toEqual([]);
  });

  test("holds the first and the last study of each word", () => {
    const places = [0, 1, 30, 31, 32, 33, 63, 64, 95];
    expect(listPlaces(createSet(96, places))).toEqual(places);
    expect(countAll(createSet(96, places))).toBe(places.length);
    for (const place of places) expect(listPlaces(createSet(96, [place, place]))).toEqual([place]);
  });

  test("is added to, taken from, united and intersected as sets are, and the other set stays as it was", () => {
    const anyPlaces = fc.uniqueArray(fc.nat(99));
    let seen = 0;
    fc.assert(
      fc.property(anyPlaces, anyPlaces, (one, other) => {
        const second = createSet(100, other);
        const inOrder = (places: Iterable<number>) => [...places].sort((a, b) => a - b);
        const apply = (change: (set: StudySet, by: StudySet) => void) => {
          const set = createSet(100, one);
          change(set, second);
          expect(countAll(set)).toBe(listPlaces(set).length);
          return listPlaces(set);
        };
        expect(apply(addStudies)).toEqual(inOrder(new Set([...one, ...other])));
        const combine = (combineAt: typeof unite) =>
          listPlaces(createSet(100, one).map((_, word) => combineAt([createSet(100, one), second], word)));
        expect(combine(unite)).toEqual(inOrder(new Set([...one, ...other])));
        expect(combine(intersect)).toEqual(inOrder(one.filter((place) => other.includes(place))));
        expect(apply(removeStudies)).toEqual(inOrder(one.filter((place) => !other.includes(place))));
        expect(listPlaces(second)).toEqual(inOrder(other));
        seen += one.length;
      }),
    );
    expect(seen).toBeGreaterThan(100);
  });
});

test("the bits of a word are counted, whichever they are", () => {
  expect([0, 1, 3, -1, 1 << 31, 0x55555555, 0x0f0f0f0f].map(countBits)).toEqual([0, 1, 2, 32, 1, 16, 16]);
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (word) => {
      expect(countBits(word)).toBe([...(word >>> 0).toString(2)].filter((bit) => bit === "1").length);
    }),
  );
});
