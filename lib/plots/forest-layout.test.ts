import { describe, expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { loadLibrary } from "@/lib/study/load";
import { comparedDomains } from "@/lib/vocabulary/outcomes";
import { createForestLayout } from "./forest-layout";

const library = prepareLibrary(loadLibrary());
const sizes = ["narrow", "wide"] as const;

function createPlots({ profile }: { profile: typeof exampleCases.child.profile }) {
  const { comparableSets } = answerTo(profile, library);
  return comparedDomains.flatMap((domain) => {
    const sets = comparableSets.filter((set) => set.domain === domain);
    const figures = new Map(sets.flatMap(({ counts }) => counts.map(({ study, figure }) => [study.id, figure])));
    return sizes.map((size) => ({ sets, figures, layout: createForestLayout(sets, size) }));
  });
}

describe.each(Object.entries(exampleCases))("%s", (_, example) => {
  const plots = createPlots(example);

  test("every study of every set has its row, in rank order, with its count in text", () => {
    for (const { sets, figures, layout } of plots) {
      const own = layout.sets.map(({ rows }) => rows.filter(({ isComparison }) => !isComparison));
      expect(own.map((rows) => rows.map(({ id }) => id))).toEqual(
        sets.map(({ counts }) => counts.map(({ study }) => study.id)),
      );
      for (const { id, count } of own.flat()) {
        const figure = figures.get(id);
        expect(count.text).toMatch(new RegExp(`^${figure?.events} of ${figure?.total}\\b`));
        if ((figure?.total ?? 0) < 5) expect(count.text).not.toContain("%");
      }
    }
  });

  test("no treated arm stands without its comparison group, which is the next row", () => {
    for (const { sets, layout } of plots) {
      for (const [index, { rows }] of layout.sets.entries()) {
        const expected = (sets[index]?.counts ?? []).flatMap(({ study: { id }, figure: { comparison } }) => {
          return comparison ? [id, `${comparison.events} of ${comparison.total}`] : [id];
        });
        const drawn = rows.map(({ id, isComparison, count }) =>
          isComparison ? count.text.replace(/[ ,(]*\(.*|,.*/, "") : id,
        );
        expect(drawn).toEqual(expected);
      }
    }
  });

  test("squares and intervals are drawn inside the plot, on one scale from 0 to 1", () => {
    for (const { figures, layout } of plots) {
      const [zero, one] = [layout.ticks[0]?.x ?? 0, layout.ticks.at(-1)?.x ?? 0];
      const toX = (proportion: number) => zero + proportion * (one - zero);
      expect(zero).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThanOrEqual(layout.width);
      for (const { id, isComparison, interval, square } of layout.sets.flatMap(({ rows }) => rows)) {
        const own = figures.get(id.replace(" against", ""));
        const figure = isComparison ? own?.comparison : own;
        if (!figure) throw new Error(`no figure for ${id}`);
        expect(interval.x1).toBeCloseTo(toX(figure.interval.low), 0);
        expect(interval.x2).toBeCloseTo(toX(figure.interval.high), 0);
        expect(square.x + square.side / 2).toBeCloseTo(toX(figure.events / figure.total), 0);
        expect(interval.y).toBeLessThan(layout.height);
      }
    }
  });
});

test("a pooled row gives its patients, not a percentage alone", () => {
  const pooled = createPlots(exampleCases.nothingStated).flatMap(({ sets, layout }) =>
    layout.sets.flatMap(({ pool }, index) =>
      pool ? [{ text: `${pool.name.text} ${pool.count.text}`, set: sets[index] }] : [],
    ),
  );
  expect(pooled.length).toBeGreaterThan(0);
  for (const { text, set } of pooled) {
    expect(text).toContain(`${set?.pool?.events} of ${set?.pool?.total}`);
  }
});
