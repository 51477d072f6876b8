import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { readLines } from "@/components/ui/fixtures";
import { countCounts, findSmallPercentages } from "@/e2e/percentages";
import { prepareLibrary } from "@/lib/answer/library";
import { answerTo } from "@/lib/answer/library.arbitrary";
import { isBoxedWarning } from "@/lib/answer/safety";
import { exampleCases } from "@/lib/case/fixtures";
import { emptyProfile, type Profile } from "@/lib/case/schema";
import { listGivenLines } from "@/lib/paper/paper-blocks";
import { selectStudiesToPrint } from "@/lib/paper/printed-studies";
import { listStudiedParts } from "@/lib/paper/studied-parts";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";
import { figureDomains } from "@/lib/vocabulary/outcomes";
import { formatOtherResult } from "@/lib/wording/result-text";
import { Paper } from "./paper";

const stored = loadLibrary();
const library = prepareLibrary({ ...stored, studies: stored.studies.map(toStudySummary) });

/** Nothing typed, and the field to type it into. */
const typed = { value: "", field: null };

test.each([...Object.values(exampleCases), { name: "a case that cannot be read", profile: null }])(
  "$name: the warnings for every patient are on the page of the figures, which nothing is taken from to make it fit",
  ({ profile }) => {
    const answer = answerTo(profile ?? emptyProfile, library);
    const content = { answer, printed: selectStudiesToPrint(answer), problem: profile ? null : "It is cut short." };
    const markup = renderToStaticMarkup(
      <Paper content={content} label={typed} note={typed} address="https://myomatch.example/" today="2026-11-25" />,
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

const render = (profile: Profile, pins: string[] = []) => {
  const answer = answerTo(profile, library);
  const content = { answer, printed: selectStudiesToPrint(answer, pins), problem: null };
  return renderToStaticMarkup(
    <Paper content={content} label={typed} note={typed} address="https://myomatch.example/" today="2026-11-25" />,
  );
};

test.each(Object.values(exampleCases))("$name: no percentage of fewer than five patients", ({ profile }) => {
  const { studies } = selectStudiesToPrint(answerTo(profile, library));
  const figures = studies.flatMap(({ results }) => figureDomains.filter((domain) => results[domain].kind === "count"));
  const lines = readLines(render(profile));
  expect(countCounts(lines), "figures read").toBeGreaterThanOrEqual(figures.length);
  expect(findSmallPercentages(lines)).toEqual([]);
});

test("every cell of the answer is in the strip, with its number in the references, on the page from which nothing is taken", () => {
  const { cells } = answerTo(exampleCases.refractoryAdult.profile, library);
  const markup = render(exampleCases.refractoryAdult.profile);
  const [strip = "", drawn = "", told = ""] =
    /<div data-part="findings"><ul[^>]*>(.*?)<\/ul><ul[^>]*>(.*?)<\/ul><\/div>/s.exec(markup) ?? [];
  expect(cells.length).toBeGreaterThan(3);
  // that nobody counts relapses after stopping is told below the cells
  expect(drawn.match(/<li[ >]/g)?.length).toBe(cells.length - 1);
  expect(told).toContain("<strong>Relapse after stopping:</strong> no count that can be used here");
  for (const count of ["37 of 47", "6 of 95", "0 of 13"]) expect(drawn).toContain(`>${count}<`);
  expect(drawn.match(/<sup/g)?.length).toBeGreaterThanOrEqual(cells.filter(({ lead }) => lead).length);
  expect(markup.indexOf(strip)).toBeLessThan(markup.indexOf('aria-label="References"'));
});

test("every trial is named beside the figure that leads, and is told in a row or below; so is what others count", () => {
  const profile: Profile = { ...emptyProfile, features: { refractory: "yes" } };
  const [, drawn = "", told = ""] =
    /<div data-part="findings"><ul[^>]*>(.*?)<\/ul><ul[^>]*>(.*?)<\/ul><\/div>/s.exec(render(profile)) ?? [];
  expect(drawn).toContain("Also randomised, told below: Dalakas 1993 and Miyasaka 2012.");
  // no row of the table has room for it, and it found no difference
  expect(told).toMatch(/Miyasaka 2012, a randomised trial, says in words: .*did not differ significantly/);
  expect(told).toContain("Marie 2010, 8 of 73");
  // what makes the patients of a figure unlike others stays with it
  expect(drawn).toContain("All 27 had skin disease alone.");
  expect(told).not.toContain("All 27 had skin disease alone.");
});

test.each(Object.values(exampleCases))(
  "$name: every number raised behind a name is in the list of references",
  ({ profile }) => {
    const markup = render(profile);
    const [list = ""] = /<section aria-label="References".*?<\/section>/s.exec(markup) ?? [];
    const cited = [...markup.matchAll(/ reference <\/span>(\d+)<\/sup>/g)].map(([, number]) => Number(number));
    expect(cited.length).toBeGreaterThan(0);
    const listed = list.match(/<li/g)?.length ?? 0;
    // each is cited, and none is cited that is not there
    expect(new Set(cited)).toEqual(new Set(Array.from({ length: listed }, (_, index) => index + 1)));
  },
);

test("the child of each report of a pregnant patient is on the paper, and a count of few patients is drawn as marks", () => {
  const markup = render(exampleCases.pregnant.profile);
  for (const { name, pregnancy } of answerTo(exampleCases.pregnant.profile, library).describing) {
    expect(pregnancy.length, name).toBeGreaterThan(0);
    for (const result of pregnancy) expect(markup).toContain(formatOtherResult(result).replaceAll("'", "&#x27;"));
  }
  expect(markup).toMatch(/role="img"/);
  // of a drug given beside it the reader is not to think that it was all
  expect(markup).toContain("IVIG, dose not in the abstract; alongside: medium-dose corticosteroids");
});

test("a result in words is told with what it is of: deaths are not read as survivors", () => {
  const markup = render({ ...emptyProfile, features: { antiMda5: "yes", criticalIllness: "yes" } });
  expect(markup).toContain("Survival, in words");
  expect(markup).toMatch(/Died by six months: 23% with IVIG/);
});

test("grams stand behind the words of their regimen", () => {
  const answer = answerTo(exampleCases.untreatedAdult.profile, library);
  const markup = render(exampleCases.untreatedAdult.profile);
  const { lines } = listGivenLines(selectStudiesToPrint(answer));
  const withGrams = lines.filter(({ regimen }) => regimen.includes("62 kg"));
  expect(withGrams.length).toBeGreaterThan(1);
  for (const { regimen } of withGrams) {
    expect(regimen).toMatch(/^(?!\d+ × ).*g\/kg.* \(.* × 62 kg = /);
    expect(markup).toContain(regimen);
  }
});

test("where nobody is like the patient, each part that somebody studied has its figures, around a zero", () => {
  const answer = answerTo(exampleCases.pregnantWithLungDisease.profile, library);
  const markup = render(exampleCases.pregnantWithLungDisease.profile);
  const [parts = ""] = /<ul data-part="parts".*?<\/section>/s.exec(markup) ?? [];
  expect(parts).toContain("7 of 17 (41%)");
  const children = answer.gap.nearest.filter(
    ({ pregnancy, missing }) => pregnancy.length > 0 && !missing.includes("pregnancy"),
  );
  expect(children.length).toBeGreaterThan(3);
  for (const { study } of children) expect(markup).toContain(`data-study="${study.id}"`);
  expect(parts).toContain(">0</span>");
  expect(listStudiedParts(answer).map(({ name }) => name)).toEqual(["Pregnant", "Interstitial lung disease"]);
});

test("for inclusion body myositis the page holds its guidelines and no study", () => {
  const answer = answerTo({ ...emptyProfile, diagnosis: "IBM" }, library);
  const content = { answer, printed: selectStudiesToPrint(answer), problem: null };
  const markup = renderToStaticMarkup(
    <Paper content={content} label={typed} note={typed} address="https://myomatch.example/" today="2026-11-25" />,
  );
  expect(markup.match(/Myomatch does not cover inclusion body myositis/g)).toHaveLength(1);
  expect(markup).not.toMatch(/Step \d of|No (published )?study (in|describes)|[Nn]obody/);
  const [studies = ""] = /<section aria-label="Studies">.*?<\/section>/s.exec(markup) ?? [];
  expect(studies).toContain("Guidelines that speak of such patients");
  expect(studies.match(/<li/g)).toHaveLength(answer.guidelines.length);
  expect(studies).not.toContain("95% CI");
});

test("what is not stated cannot be read as a fact, and what follows from the answers is there", () => {
  const head = (profile: Profile) =>
    render(profile)
      .split("data-part")[0]
      ?.replace(/<[^>]+>/g, " ") ?? "";
  const skin = head(exampleCases.adultSkinOnlyRefractory.profile);
  expect(skin).toMatch(
    /Refractory: yes .*Interstitial lung disease: no, follows from “skin only” .*pregnancy not stated/,
  );
  expect(head(exampleCases.child.profile)).toContain(
    "pregnancy, muscle disease, lung disease and response to earlier treatment not stated",
  );
  for (const { profile } of Object.values(exampleCases)) expect(head(profile)).not.toMatch(/not stated: /);
});

test("a child's paper: the study that leads is in the table, each harm stands with its own report, and a dose is told", () => {
  const answer = answerTo(exampleCases.child.profile, library);
  const printed = selectStudiesToPrint(answer);
  const leading = answer.cells.flatMap(({ lead }) => lead ?? []);
  expect(leading[0]?.found.study.id).toBe("almayouf-2000");
  expect(printed.studies.map(({ study }) => study.id)).toContain("almayouf-2000");
  // three reports of the same hospital share patients: they take one place
  expect(printed.studies.filter(({ study }) => study.cohort === "toronto-jdm")).toHaveLength(1);
  const markup = render(exampleCases.child.profile).replace(/<!-- -->/g, "");
  const [rows = "", row = ""] = markup.slice(markup.indexOf('data-study="almayouf-2000"')).split("</tbody>");
  expect(rows).toContain("12 of 18");
  // a group of rows of its own, which is not read under the name of the first
  expect(row).toMatch(
    /^<tbody[^>]*><tr[^>]*><th scope="rowgroup"[^>]*><strong>Manlhiot 2008<\/strong>.*38 patients, patients shared with Al-Mayouf 2000/,
  );
  expect(row).toContain("At least one adverse event: 25 of 38 (66%)");
  expect(rows).not.toContain("92 of 1056");
  expect(markup).toMatch(/Lam 2011 \(controlled, not randomised\), .*: Although they started with more active/);
  expect(markup).toMatch(/Not in the table above: IV, 2 g\/kg/);
  // the boxes have their words, and say which figure they are not of
  expect(markup).toMatch(
    /Step 3 of 4.*Best study, Lam 2011: compared, but not at random\..*Not of the response, 12 of 18 in Al-Mayouf 2000: no comparison group\./s,
  );
});
