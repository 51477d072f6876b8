import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FeatureFilter } from "./feature-filter";

test("there is no button to add a feature before one is chosen", () => {
  const filter = renderToStaticMarkup(<FeatureFilter chosen={{ ild: "all-or-most" }} onChange={() => {}} />);
  expect(filter).toContain("choose a feature");
  expect(filter).toContain("Remove the filter on Interstitial lung disease");
  expect(filter).not.toContain("Add feature");
});
