import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { isBoxedWarning } from "@/lib/answer/safety";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile } from "@/lib/case/schema";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { Paper } from "./paper";

const stored = loadLibrary();
const library = prepareLibrary({ ...stored, studies: stored.studies.map(toStudySummary) });

test.each([...Object.values(exampleCases), { name: "a case that cannot be read", profile: null }])(
  "$name: the warnings for every patient are on the page of the figures, which nothing is taken from to make it fit",
  ({ profile }) => {
    const answer = answerTo(profile ?? emptyProfile, library);
    const content = { answer, printed: selectStudiesToPrint(answer), problem: profile ? null : "It is cut short." };
    const markup = renderToStaticMarkup(
      <Paper content={content} label="" note="" address="https://myomatch.example/" />,
    );
    const figures = markup.slice(markup.indexOf("data-page="), markup.indexOf('aria-label="References"'));
    const boxed = stored.safety.filter(isBoxedWarning);
    expect(new Set(boxed.map(({ topic }) => topic))).toEqual(new Set(["thrombosis", "kidney"]));
    for (const { check, why } of boxed) {
      expect(figures).toContain(check);
      expect(figures).toContain(why.split(". ")[0] ?? why);
    }
    expect(figures).toContain("Haemolysis: blood group A, B or AB");
    const [section = ""] = /<section aria-label="Thrombosis.*?<\/section>/s.exec(figures) ?? [];
    expect(section).toContain("<li");
    expect(section).not.toMatch(/\bhidden\b|<details/);
  },
);

test("every finding is a line of its own, on the page from which nothing is taken", () => {
  const answer = answerTo(exampleCases.refractoryAdult.profile, library);
  const content = { answer, printed: selectStudiesToPrint(answer), problem: null };
  const markup = renderToStaticMarkup(<Paper content={content} label="" note="" address="https://myomatch.example/" />);
  const [list = ""] = /<ul data-part="findings">.*?<\/ul>/s.exec(markup) ?? [];
  expect(answer.findings.length).toBeGreaterThan(3);
  expect(list.match(/<li/g)).toHaveLength(answer.findings.length);
  for (const { name } of answer.findings) expect(list).toContain(`<li>${name}: `);
  expect(markup.indexOf(list)).toBeLessThan(markup.indexOf('aria-label="References"'));
});

test("for inclusion body myositis the page holds its guidelines and no study", () => {
  const answer = answerTo({ ...emptyProfile, diagnosis: "IBM" }, library);
  const content = { answer, printed: selectStudiesToPrint(answer), problem: null };
  const markup = renderToStaticMarkup(<Paper content={content} label="" note="" address="https://myomatch.example/" />);
  expect(markup).toContain("Myomatch does not cover inclusion body myositis");
  const [studies = ""] = /<section aria-label="Studies">.*?<\/section>/s.exec(markup) ?? [];
  expect(studies).toContain("Guidelines that speak of such patients");
  expect(studies.match(/<li/g)).toHaveLength(answer.guidelines.length);
  expect(studies).not.toContain("95% CI");
});
