import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { createOutcomeMap, createPairMap, getCellKind } from "@/lib/plots/map-layout";
import { toMappedStudy } from "@/lib/plots/mapped-study";
import { loadLibrary } from "@/lib/study/load";
import type { Feature } from "@/lib/vocabulary/feature";
import { describeCell, nameCell } from "./cell-words";
import { OutcomeCircles, PairCircles } from "./circle-map";

const studies = loadLibrary().studies.flatMap((study) => toMappedStudy(study) ?? []);
const isOfPatient = (feature: Feature) => feature === "pregnancy" || feature === "ild";
const count = (html: string, text: string) => html.split(text).length - 1;

describe.each([
  ["features by outcomes", OutcomeCircles, createOutcomeMap],
  ["pairs of features", PairCircles, createPairMap],
] as const)("%s", (_, Circles, create) => {
  const rows = create(studies, "all-or-most");
  const cells = rows.flatMap(({ cells }) => cells);
  const html = renderToStaticMarkup(<Circles rows={rows} reach="all-or-most" isOfPatient={isOfPatient} />);
  const countKind = (kind: ReturnType<typeof getCellKind>) => cells.filter((cell) => getCellKind(cell) === kind).length;

  test("every cell is drawn: a circle with studies, a dash for a gap, nothing for what cannot be", () => {
    expect(count(html, "<td")).toBe(cells.length);
    expect(count(html, "<button")).toBe(countKind("circle"));
    expect(count(html, ">–<")).toBe(countKind("gap"));
    expect(count(html, ">none<")).toBe(countKind("gap"));
    expect(count(html, ">cannot be<")).toBe(countKind("blank"));
    for (const kind of ["circle", "gap", "blank"] as const) expect(countKind(kind), kind).toBeGreaterThan(0);
  });

  test("a circle is told in words: which cell, studies, patients, best design", () => {
    const circles = cells.filter((cell) => getCellKind(cell) === "circle");
    expect(circles.length).toBeGreaterThan(50);
    for (const cell of circles) {
      const name = `${nameCell(cell)}: ${describeCell(cell)}`;
      expect(name).toMatch(/: \d+ stud(y|ies), (\d+ patients?|number of patients not given).*, best design: /);
      expect(html).toContain(`aria-label="${name}"`);
    }
  });

  test("Tab reaches one cell, and what is of this patient says so", () => {
    expect(count(html, 'tabindex="0"')).toBe(1);
    expect(count(html, ">this patient<")).toBe(2);
  });
});
