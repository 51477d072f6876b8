import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { emptyProfile } from "@/lib/case/schema";
import { mainFeatures } from "@/lib/vocabulary/feature";
import { CasePage } from "./case-page";

/** The markup without any element that is marked as true of the empty case only. */
function removeEmptyCase(markup: string): string {
  const kept: string[] = [];
  const open: boolean[] = [];
  for (const [token] of markup.matchAll(/<[^>]+>|[^<]+/g)) {
    const isHidden = open.at(-1) ?? false;
    if (token.startsWith("</")) open.pop();
    else if (/^<(?!input|img|br)\w/.test(token) && !token.endsWith("/>"))
      open.push(isHidden || token.includes("data-empty-case"));
    if (!isHidden) kept.push(token);
  }
  expect(open).toEqual([]);
  return kept.join("");
}

test("what the server draws of the empty case is marked, so that it is never painted over a case in the address", () => {
  const page = renderToStaticMarkup(
    <CaseProvider>
      <CasePage
        emptyHead={{ lead: "Answer one question.", rest: [], nextQuestion: null }}
        examples={[{ name: "An example", profile: emptyProfile, line: "nobody" }]}
      />
    </CaseProvider>,
  );
  const emptyCase = /Answer one question\./;
  expect(page).toMatch(emptyCase);
  expect(page.match(/<input type="radio"/g)?.length).toBeGreaterThanOrEqual(3 * mainFeatures.length);

  const rest = removeEmptyCase(page);
  expect(rest).not.toMatch(emptyCase);
  expect(rest).not.toContain('type="radio"');
  expect(rest).not.toContain("An example");
  expect(rest).not.toContain("Parts of the answer");
  expect(rest).toContain("Reading the case …");
  expect(rest).toContain("This patient");
});
