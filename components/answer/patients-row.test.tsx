import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { secondEditionLibrary } from "@/lib/answer/fixtures";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { type ExampleName, exampleCases } from "@/lib/case/fixtures";
import { PatientsRow } from "./patients-row";

const library = secondEditionLibrary();

const draw = (name: ExampleName) =>
  renderToStaticMarkup(
    <CaseProvider>
      <PatientsRow answer={answerTo(exampleCases[name].profile, library)} />
    </CaseProvider>,
  );

test("one mark a patient, of another shape in each row, with its number and its words", () => {
  const rows = draw("adultSkinOnlyRefractory").split("<li").slice(1);
  const shapes = rows.map((row) =>
    [...row.matchAll(/<circle[^>]*>(<path)?/g)].map(([mark]) => mark.replace(/ c[xy]="[^"]*"/g, "")),
  );
  expect(shapes.map((marks) => marks.length)).toEqual([9, 10, 4, 4]);
  expect(new Set(shapes.map((marks) => new Set(marks).size))).toEqual(new Set([1]));
  expect(new Set(shapes.map(([mark]) => mark)).size).toBe(4);
  for (const row of rows) expect(row).not.toMatch(/(fill|stroke)="(?!none|currentColor)/);
  expect(rows[0]).toMatch(/<strong>9<\/strong> skin clear or almost clear, and no relapse counted/);
});

test("below the marks stands in how many the disease went on", () => {
  expect(draw("adultSkinOnlyRefractory")).toMatch(/<p[^>]*>Muscle disease appeared later: 6 of 27 \(22%\)\.<\/p>/);
});

test("nothing where the study that leads has no counts that lie within each other", () => {
  for (const name of ["refractoryAdult", "pregnant"] as const) expect(draw(name)).toBe("");
});
