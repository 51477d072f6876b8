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
      expect(figures).toContain(why);
    }
    expect(figures).toContain("Haemolysis: blood group A, B or AB");
    const [section = ""] = /<section aria-label="Thrombosis.*?<\/section>/s.exec(figures) ?? [];
    expect(section).toContain("<li");
    expect(section).not.toMatch(/\bhidden\b|<details/);
  },
);
