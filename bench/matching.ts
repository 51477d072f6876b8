import { findNextQuestion } from "@/lib/answer/next-question";
import { type CaseFacts, readCase } from "@/lib/case/facts";
import { exampleCases } from "@/lib/case/fixtures";
import { createColumns, findGroups, type StudyColumns } from "@/lib/match/columns";
import { rankStudies } from "@/lib/match/rank";
import { measureRarity, type Rarity } from "@/lib/match/rarity";
import { getKind } from "@/lib/study/kind";
import { loadLibrary } from "@/lib/study/load";
import { type StudySummary, toStudySummary } from "@/lib/study/summary";
import { budgets } from "./budgets";
import { type PreparedEngine, prepareCql, prepareJsonRules, requireSameGroups } from "./engines";
import { calculateMedian, calculatePercentile } from "./figures";
import { generateSheets } from "./generate-library";
import type { Plan } from "./plans";
import { createRatioRow, createRow, type Row, type Section } from "./rows";

/** studies of the library that the budgets are about */
const judgedSize = 100_000;
const leading = 50;

/** What a reader waits for in a large library: the studies that lead, with their reasons, and the question to ask next. */
const answerFirst = (facts: CaseFacts, columns: StudyColumns<StudySummary>, rarity: Rarity) => ({
  studies: rankStudies(facts, columns, rarity, leading),
  next: findNextQuestion(facts, columns),
});

const cases = Object.values(exampleCases).map(({ name, profile }) => ({ name, facts: readCase(profile) }));
/** the case that the other engines decide too: all five first questions are answered */
const compared = readCase(exampleCases.refractoryAdult.profile);

/** One case against large libraries, in this one thread, with other engines beside. */
export async function measureMatching(plan: Plan): Promise<Section> {
  const real = loadLibrary()
    .studies.filter((sheet) => getKind(sheet) === "treatment")
    .map(toStudySummary);
  const proof = generateSheets(real, real.length + plan.proofStudies);
  for (const { name, facts } of cases) await requireSameGroups(facts, proof, name);

  const measured = plan.librarySizes.map((size) => measureOwn(generateSheets(real, size), plan.matchRuns));
  const rows = [
    ...measured.flatMap((of) => of.rows),
    ...describeGrowth(measured),
    ...(await measurePeers(generateSheets(real, plan.peerStudies), plan.peerRuns)),
  ];
  return {
    title: "One case against a large library",
    how:
      `Sheets made from the ${real.length} real ones, in one thread of Node.js. The groups and the leading ${leading} are ` +
      `medians over ${cases.length} cases, ${plan.matchRuns} times each; the columns of a library are made once, and the time of that stands ` +
      `apart. Three engines decide the same case of five answers; before that, all ${cases.length} cases are decided by ` +
      `all three on ${proof.length.toLocaleString("en-GB")} sheets, and every group agrees. What a rules engine needs of ` +
      "a study is made ready for it and not counted.",
    rows,
    limits:
      "For the groups, reading of each study what it says of each answer: the time follows the number of both. " +
      "For the leading studies, making and sorting what the order rests on.",
  };
}

function measureTime(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measureOwn(studies: readonly StudySummary[], runs: number): OfSize {
  const start = performance.now();
  const rarity = measureRarity(studies);
  const columns = createColumns(studies);
  // Columns are made when a case first asks for them.
  for (const { facts } of cases) answerFirst(facts, columns, rarity);
  const opening = performance.now() - start;
  const groups: number[] = [];
  const fifty: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const { facts } of cases) {
      groups.push(measureTime(() => findGroups(facts, columns)));
      fifty.push(measureTime(() => answerFirst(facts, columns, rarity)));
    }
  }
  const what = (name: string) => `${studies.length.toLocaleString("en-GB")} studies: ${name}`;
  const isJudged = studies.length === judgedSize;
  const describeSlowest = (times: readonly number[]) => `slowest case: ${calculatePercentile(times, 1).toFixed(1)} ms`;
  const rows = [
    createRow(
      { what: what("groups of all"), ours: groups, unit: "ms", note: describeSlowest(groups) },
      isJudged ? budgets.groups : null,
    ),
    createRow(
      {
        what: what(`the ${leading} that lead, ranked, with reasons, and the next question`),
        ours: fifty,
        unit: "ms",
        note: describeSlowest(fifty),
      },
      isJudged ? budgets.leadingFifty : null,
    ),
    createRow({
      what: what(`opening it, until each of ${cases.length} cases has been answered once`),
      ours: [opening],
      unit: "ms",
    }),
  ];
  return { size: studies.length, rows, groups: calculateMedian(groups) };
}

type OfSize = { size: number; rows: Row[]; groups: number };

/** How the time of the groups grows from the second largest library to the largest. */
function describeGrowth(measured: readonly OfSize[]): Row[] {
  const [before, last] = measured.slice(-2);
  if (!before || !last) return [];
  const what = `${last.size / before.size} times as many studies: the groups take`;
  return [createRow({ what, ours: [last.groups / before.groups], unit: "times" })];
}

async function measurePeers(studies: readonly StudySummary[], runs: number): Promise<Row[]> {
  const columns = createColumns(studies);
  const own: number[] = [];
  const engines: { name: string; run: () => Promise<unknown>; times: number[] }[] = [];
  const prepared: [string, PreparedEngine][] = [
    ["json-rules-engine", prepareJsonRules],
    ["cql-execution", prepareCql],
  ];
  for (const [name, prepare] of prepared) engines.push({ name, run: await prepare(compared, studies), times: [] });
  findGroups(compared, columns);
  for (let run = 0; run < runs; run += 1) {
    // many times, since one takes less than the clock can tell apart
    own.push(calculateMedian(Array.from({ length: 20 }, () => measureTime(() => findGroups(compared, columns)))));
    for (const engine of engines) {
      const start = performance.now();
      await engine.run();
      engine.times.push(performance.now() - start);
    }
  }
  return engines.map(({ name, times }) =>
    createRatioRow(
      {
        what: `${studies.length.toLocaleString("en-GB")} studies, groups of all: faster than ${name}`,
        ours: own,
        theirs: times,
        unit: "ms",
      },
      name === "json-rules-engine" ? budgets.groupsAgainstRules : null,
      true,
    ),
  );
}
