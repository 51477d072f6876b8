import { describe, expect, test } from "vitest";
import { assemble } from "@/lib/answer/assemble";
import { prepareLibrary } from "@/lib/answer/library";
import { exampleCases } from "@/lib/case/fixtures";
import { getShortName } from "@/lib/study/citation";
import { loadLibrary } from "@/lib/study/load";
import { forestLayout } from "./forest-layout";

const library = prepareLibrary(loadLibrary());
const names = new Map(library.studies.map((study) => [study.id, getShortName(study)]));
const sizes = ["narrow", "wide"] as const;

function plotsOf({ profile }: { profile: typeof exampleCases.child.profile }) {
  const view = assemble(profile, library);
  const studies = new Map(view.studies.map((study) => [study.id, study]));
  return (["response", "relapse"] as const).flatMap((domain) => {
    const sets = view.sets.filter((set) => set.domain === domain);
    return sizes.map((size) => ({ domain, size, sets, studies, layout: forestLayout(sets, studies, names, size) }));
  });
}

describe.each(Object.entries(exampleCases))("%s", (_, example) => {
  const plots = plotsOf(example);

  test("every study of every set has its row, in rank order, with its count in text", () => {
    for (const { domain, sets, studies, layout } of plots) {
      const own = layout.sets.map(({ rows }) => rows.filter(({ isComparison }) => !isComparison));
      expect(own.map((rows) => rows.map(({ id }) => id))).toEqual(sets.map(({ studies: ids }) => ids));
      for (const { id, count } of own.flat()) {
        const figure = studies.get(id)?.[domain];
        expect(count.text).toMatch(new RegExp(`^${figure?.events} of ${figure?.total}\\b`));
        if ((figure?.total ?? 0) < 5) expect(count.text).not.toContain("%");
      }
    }
  });

  test("no treated arm stands without its comparison group, which is the next row", () => {
    for (const { domain, sets, studies, layout } of plots) {
      for (const [index, { rows }] of layout.sets.entries()) {
        const expected = (sets[index]?.studies ?? []).flatMap((id) => {
          const comparison = studies.get(id)?.[domain]?.comparison;
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
    for (const { domain, studies, layout } of plots) {
      const [zero, one] = [layout.ticks[0]?.x ?? 0, layout.ticks.at(-1)?.x ?? 0];
      const x = (proportion: number) => zero + proportion * (one - zero);
      expect(zero).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThanOrEqual(layout.width);
      for (const { id, isComparison, interval, square } of layout.sets.flatMap(({ rows }) => rows)) {
        const own = studies.get(id.replace(" against", ""))?.[domain];
        const figure = isComparison ? own?.comparison : own;
        if (!figure) throw new Error(`no figure for ${id}`);
        expect(interval.x1).toBeCloseTo(x(figure.interval.low), 0);
        expect(interval.x2).toBeCloseTo(x(figure.interval.high), 0);
        expect(square.x + square.side / 2).toBeCloseTo(x(figure.events / figure.total), 0);
        expect(interval.y).toBeLessThan(layout.height);
      }
    }
  });
});

test("a pooled row gives its patients, not a percentage alone", () => {
  const pooled = plotsOf(exampleCases.nothingStated).flatMap(({ sets, layout }) =>
    layout.sets.flatMap(({ pool }, index) =>
      pool ? [{ text: `${pool.name.text} ${pool.count.text}`, set: sets[index] }] : [],
    ),
  );
  expect(pooled.length).toBeGreaterThan(0);
  for (const { text, set } of pooled) {
    expect(text).toContain(`${set?.pool?.events} of ${set?.pool?.total}`);
  }
});
