import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { OnePageSummary } from "./one-page-summary";

test("until the address has been read there is nothing to print or to copy, and nobody says that no case is entered", () => {
  const page = renderToStaticMarkup(
    <CaseProvider>
      <OnePageSummary />
    </CaseProvider>,
  );
  expect(page).toContain("Reading the case …");
  expect(page).toContain(">Print</h1>");
  expect(page).not.toContain("No case is entered");
  expect(page).not.toContain("<article");
  expect(page).not.toMatch(/<button/);
});
