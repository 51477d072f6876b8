import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { exampleCases } from "@/lib/case/fixtures";
import { Chips, StatedCase } from "./chips";

const readChips = (name: keyof typeof exampleCases) =>
  renderToStaticMarkup(<Chips profile={exampleCases[name].profile} onRemove={() => {}} />);

test("what the five questions do not show stands as chips, each a button that takes it back", () => {
  const names = [...readChips("pregnantUntreated").matchAll(/aria-label="(Remove[^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual(["Remove “Untreated (first treatment)”", "Remove “Dermatomyositis”", "Remove “42 years”"]);
});

test("what the five questions show is no chip", () => {
  expect(readChips("refractoryAdult")).toBe("");
});

test("the bar of a phone names everything, and that nothing is stated", () => {
  const read = (name: keyof typeof exampleCases) =>
    renderToStaticMarkup(<StatedCase profile={exampleCases[name].profile} />).replace(/<[^>]*>/g, "");
  expect(read("untreatedAdult")).toBe("Untreated (first treatment) · 62 kg · Not under 18");
  expect(read("refractoryLungDisease")).toBe("Lung disease (ILD) · Refractory");
  expect(read("nothingStated")).toBe("Nothing stated");
});
