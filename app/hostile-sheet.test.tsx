import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StudyByStudy } from "@/components/answer/study-by-study";
import { FactSheet } from "@/components/library/fact-sheet";
import { Paper } from "@/components/print/paper";
import { CaseProvider } from "@/components/state/case-provider";
import { answerTo, createLibrary } from "@/lib/answer/library.arbitrary";
import { exampleCases } from "@/lib/case/fixtures";
import { composeLetter, writeLetterHtml } from "@/lib/paper/letter";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { loadLibrary } from "@/lib/study/load";
import { type Study, study } from "@/lib/study/schema";

/** It would end an attribute, an element and a script, and then make an element that no page of ours has. */
const attack = `"'></script></title><x-attack onload=alert(1)>&lt;x-attack>`;

/** The sheet with the attack in each text, and how many those are. What the schema takes only certain values for stays. */
function poison(sheet: Study): { sheet: Study; texts: number } {
  const copy = structuredClone(sheet);
  let texts = 0;
  const visit = (node: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "object" && value !== null) visit(value as Record<string, unknown>);
      if (typeof value !== "string") continue;
      // a number of its own, because some texts of a sheet must differ
      node[key] = `${attack} ${texts}`;
      if (study.safeParse(copy).success) texts += 1;
      else node[key] = value;
    }
  };
  visit(copy);
  return { sheet: study.parse(copy), texts };
}

const draw = (element: ReactElement) => renderToStaticMarkup(<CaseProvider>{element}</CaseProvider>);

/** Fails where the attack made an element or ended an attribute, or was not drawn at all. */
function expectOnlyText(markup: string): void {
  expect(markup).not.toMatch(/<x-attack|"'>/i);
  // escaped once: not shown as an element, and not as "&lt;" either
  expect(markup.match(/&lt;x-attack onload=alert\(1\)&gt;&amp;lt;x-attack&gt;/g)?.length).toBeGreaterThan(2);
}

const poisoned = loadLibrary()
  .studies.filter(({ id }) => ["bounfour-2014", "aggarwal-2022", "mosca-2005", "tsai-1997"].includes(id))
  .map(poison);

test("four sheets hold markup in their texts", () => {
  expect(poisoned).toHaveLength(4);
  for (const { sheet, texts } of poisoned) expect(texts, sheet.id).toBeGreaterThan(20);
});

test("a fact sheet holds no element that a text made", () => {
  for (const { sheet } of poisoned)
    expectOnlyText(
      draw(<FactSheet study={sheet} related={[sheet]} library={{ version: "0", searched: "2026-11-22" }} />),
    );
});

test.each([exampleCases.skinOnlyRefractory, exampleCases.pregnant, exampleCases.refractoryAdult])(
  "$name: neither does the answer, nor the paper, nor the letter",
  ({ profile }) => {
    const answer = answerTo(profile, createLibrary(poisoned.map(({ sheet }) => sheet)));
    expect(answer.describing.length).toBeGreaterThan(0);
    expectOnlyText(draw(<StudyByStudy answer={answer} method="wilson" onMethod={() => {}} />));
    const typed = { value: attack, field: null };
    const content = { answer, printed: selectStudiesToPrint(answer), problem: attack };
    expectOnlyText(
      draw(
        <Paper content={content} label={typed} note={typed} address="https://myomatch.example/" today="2026-11-25" />,
      ),
    );
    expect(writeLetterHtml(composeLetter(answer))).not.toContain("<x-attack");
  },
);
