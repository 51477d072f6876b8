import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CaseProvider } from "@/components/state/case-provider";
import { readWords } from "@/components/ui/fixtures";
import type { Answer } from "@/lib/answer/answer";
import { answerTo, realLibrary } from "@/lib/answer/library.arbitrary";
import { listFoldedDomains, listForestSections, listStudies, partGroups } from "@/lib/answer/study-by-study";
import { exampleCases } from "@/lib/case/fixtures";
import { intervalMethodNames } from "@/lib/format/numbers";
import { domainNames } from "@/lib/vocabulary/outcomes";
import { describeCount } from "@/lib/wording/forest-text";
import { MAX_ROWS } from "./forest/section";
import { StudyByStudy } from "./study-by-study";

const library = realLibrary();
const cases = Object.values(exampleCases);
const nothing = () => {};

function draw(answer: Answer): string {
  return renderToStaticMarkup(
    <CaseProvider>
      <StudyByStudy answer={answer} method="wilson" onMethod={nothing} />
    </CaseProvider>,
  ).replace(/<!-- -->/g, "");
}

/** The rows, each after the name of its button, which names the study. */
const listRows = (markup: string) =>
  markup
    .split("<tr")
    .slice(1)
    .map((row) => `${readWords(/aria-label="[^"]*"/.exec(row)?.[0] ?? "")} ${readWords(`<${row}`)}`);

/** The rows that are in the open at first, and the studies that only the rows behind the buttons name. */
const partSections = (answer: Answer) => listForestSections(answer).map((section) => partGroups(section, MAX_ROWS));
const listOpenRows = (answer: Answer) =>
  partSections(answer).flatMap(({ first }) => first.flatMap((group) => group.rows));
const listFoldedNames = (answer: Answer) =>
  new Set(
    partSections(answer).flatMap(({ rest }) =>
      rest.flatMap((group) => group.rows.flatMap(listStudies).map(({ name }) => name)),
    ),
  );

test.each(cases)("$name: each count has a row with its study, what was counted and its interval", ({ profile }) => {
  const answer = answerTo(profile, library);
  const rows = listRows(draw(answer));
  const found = listOpenRows(answer);
  for (const row of found) {
    if (row.kind !== "count") continue;
    const text = describeCount(row.figure, row.found.study.participants.treated);
    const parts = [row.found.name, text.what, text.count, ...(row.figure.total > 1 ? [text.range, text.limits] : [])];
    const drawn = rows.filter((words) => parts.every((part) => words.includes(part.replace(/\s+/g, " "))));
    expect(drawn.length, parts.join(" | ")).toBeGreaterThan(0);
  }
  // the opened rows are closed, and every row can be opened
  const opening = draw(answer).match(/aria-expanded="false"/g) ?? [];
  expect(opening.length).toBeGreaterThanOrEqual(found.length);
});

test("a trial has both arms in its row, the comparison named, with the difference", () => {
  const [row] = listRows(draw(answerTo(exampleCases.refractoryAdult.profile, library))).filter((words) =>
    words.includes("37 of 47"),
  );
  for (const part of ["Aggarwal 2022", "79%", "65–88%", "21 of 48", "44%", "31–58%", "against placebo (hollow)"])
    expect(row).toContain(part);
  expect(row).toContain("+35 points (15.5 to 51.0)");
  expect(row).toContain("most had refractory disease");
});

test("the name of a study stands once for all of its rows, and is read out in each", () => {
  let seen = 0;
  for (const { profile } of cases) {
    const answer = answerTo(profile, library);
    const markup = draw(answer);
    for (const row of listOpenRows(answer)) {
      if (row.kind !== "count" || !row.isFurther) continue;
      const drawn = markup
        .split("<tr")
        .filter((one) => one.includes(`aria-label="${row.found.name}: ${row.figure.plain}"`));
      expect(drawn).toHaveLength(1);
      expect(readWords(drawn[0] ?? "")).toContain(`${row.figure.events} of ${row.figure.total}`);
      expect(readWords(drawn[0] ?? "")).not.toContain(row.found.name);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(0);
});

describe("single patients", () => {
  const answer = answerTo(exampleCases.pregnant.profile, library);
  const markup = draw(answer);

  test("who are counted alike share a row, each a mark, a link and a word", () => {
    const row = markup.split("<tr").find((one) => readWords(one).includes("2 of 2 single cases")) ?? "";
    expect(row.match(/<a /g)).toHaveLength(2);
    expect(row.match(/<svg/g)).toHaveLength(2);
    expect(readWords(row)).toMatch(/Williams 2007 responded: symptoms gone Linardaki 2011 responded: symptoms gone/);
  });

  test("have no interval of their own, and one in words for all", () => {
    expect(readWords(markup).match(/A single case: 95% CI/g)).toHaveLength(1);
    const rows = listRows(markup).filter((words) => words.includes("1 of 1"));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).not.toContain("0.21");
  });

  test("stand on no scale", () => {
    const head = readWords(markup.slice(markup.lastIndexOf("<thead"), markup.lastIndexOf("</thead>")));
    expect(head).toContain("What became of the patient");
    expect(head).not.toMatch(/50|100%|0\.5/);
    const series = draw(answerTo(exampleCases.skinOnlyRefractory.profile, library));
    expect(readWords(series.slice(series.indexOf("<thead"), series.indexOf("</thead>")))).toContain("0 50 100%");
  });
});

test("sections are open but for other domains, which say how many studies report them", () => {
  const answer = answerTo(exampleCases.child.profile, library);
  const markup = draw(answer);
  const folded = listFoldedDomains(answer);
  expect(folded.length).toBeGreaterThan(3);
  for (const { domain, reporting } of folded) {
    expect(readWords(markup)).toContain(`${domainNames[domain]} ${reporting.length} stud`);
  }
  for (const { silent } of listForestSections(answer).filter((section) => section.silent > 1))
    expect(readWords(markup)).toContain(`${silent} of ${answer.describing.length} studies report nothing here`);
  expect(readWords(markup)).toContain("nothing here, which does not mean that there was none");
});

test("how sure the answer is, what limits it, and the method of the intervals are said once", () => {
  for (const { profile } of cases) {
    const answer = answerTo(profile, library);
    const text = readWords(draw(answer));
    if (text === "") continue;
    expect(text.split(answer.certainty)).toHaveLength(2);
    for (const sentence of answer.describing.length > 0 ? answer.sentences.extent : [])
      expect(text).toContain(sentence);
    expect(text.match(new RegExp(`Intervals: 95%, ${intervalMethodNames.wilson}`, "g"))).toHaveLength(1);
  }
});

test("who describes the patient and has no row is named below the table", () => {
  let named = 0;
  for (const { profile } of cases) {
    const answer = answerTo(profile, library);
    if (answer.describing.length === 0) continue;
    const text = readWords(draw(answer));
    const folded = listFoldedNames(answer);
    for (const { name } of answer.describing) if (!folded.has(name)) expect(text).toContain(name);
    named += answer.describing.length;
  }
  expect(named).toBeGreaterThan(50);
});

test("where nobody describes the patient and no subgroup does, there is nothing", () => {
  expect(draw(answerTo(exampleCases.pregnantWithLungDisease.profile, library))).toBe("");
});

test("a section of many rows shows the first of them, and says how many more there are", () => {
  let folded = 0;
  for (const { profile } of cases) {
    const answer = answerTo(profile, library);
    const text = readWords(draw(answer));
    for (const { rest } of partSections(answer)) {
      const rows = rest.flatMap((group) => group.rows);
      if (rows.length === 0) continue;
      expect(text).toMatch(new RegExp(`Show ${rows.length} more rows? of \\d+ stud`));
      folded += rows.length;
    }
  }
  expect(folded).toBeGreaterThan(20);
});
