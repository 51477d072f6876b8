import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { getFigure } from "@/lib/answer/result";
import { exampleCases } from "@/lib/case/fixtures";
import { CountDetail } from "./row-detail";
import { TableContext } from "./table-state";

const { facts, describing } = answerTo(exampleCases.skinOnlyRefractory.profile, realLibrary());
const found = describing.find(({ study }) => study.id === "bounfour-2014");
const figure = found && getFigure(found.results.response);

function draw(isFurther: boolean): string {
  if (!found || !figure) throw new Error("the case has the study and its figure");
  const state = { facts, method: "wilson", order: "rank", most: 27, scale: "percent", shared: [], pins: [] } as const;
  return renderToStaticMarkup(
    <CaseProvider>
      <TableContext value={{ ...state, onPin: () => true }}>
        <CountDetail found={found} figure={figure} isFurther={isFurther} />
      </TableContext>
    </CaseProvider>,
  ).replace(/<!-- -->/g, "");
}

test("an opened row tells the figure in full, the study in short, and leads to its sheet and source", () => {
  const markup = draw(false);
  for (const part of [
    found?.study.citation.title,
    "19 of 27",
    "95% CI 52% to 84% (Wilson)",
    "Who: ",
    "Definition: ",
    "Where: ",
    "https://pubmed.ncbi.nlm.nih.gov/23906502/",
    "How it fits: Skin only: all (27 of 27)",
    'href="/studies/bounfour-2014',
    "Fact sheet of Bounfour 2014",
    'aria-label="Pin Bounfour 2014"',
    "Loading its bottom line and limits …",
  ])
    expect(markup).toContain(part);
});

test("a further row tells its figure and not the study again", () => {
  const markup = draw(true);
  expect(markup).toContain("19 of 27");
  for (const part of ["How it fits", "Fact sheet", "Loading"]) expect(markup).not.toContain(part);
});
