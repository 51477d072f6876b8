import type { Answer } from "@/lib/answer/answer";
import type { OtherResult } from "@/lib/answer/reply";
import { isOfTreated } from "@/lib/answer/result";
import { describeSpread } from "@/lib/answer/spread-text";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { interfaceText } from "@/lib/format/interface-text";
import { sum } from "@/lib/format/numbers";
import { capitalise, joinWithAnd, pluralise, stripFullStop } from "@/lib/format/text";
import { identifyPatients } from "@/lib/study/cohort";
import { formatPatientNumber } from "@/lib/study/format";
import type { StudySummary } from "@/lib/study/summary";
import { designNames, noFigureDomain } from "@/lib/vocabulary/outcomes";
import { formatRegimenGiven } from "@/lib/wording/given-text";
import { formatOtherResult, getPopulation } from "@/lib/wording/result-text";
import type { Printed } from "./printed";

/** Said of a study that counts nothing in the figure domains. */
export const noResult = `${capitalise(noFigureDomain)} is counted.`;

/**
 * "retrospective cohort, 27 patients": how a study is introduced, after its name. Of reports on the same patients the
 * later ones on the page name the first, or one trial would seem to be several.
 */
export function describeStudy({ study }: StudyAnswer, { studies }: Pick<Printed, "studies">): string {
  const patients = formatPatientNumber(study) ?? "number treated not stated";
  const first = studies.find((printed) => identifyPatients(printed.study) === identifyPatients(study));
  const isAlike = first?.study.participants.treated === study.participants.treated;
  const same =
    first && first.study.id !== study.id
      ? `, ${isAlike ? "the patients of" : "patients shared with"} ${first.name}`
      : "";
  return `${designNames[study.design.type].toLowerCase()}, ${patients}${same}`;
}

/** Adverse events of a study that are printed; the others stand on its fact sheet. */
const MAX_HARMS = 3;

/** A line of a study, and whose it is where another report of the same patients says it. */
type HarmLine = { text: string; report: StudyAnswer };

/** Harm that a study, or another report of the same patients that has no place on the page, says; null where none does. */
export function describeHarm(
  found: StudyAnswer,
  { studies, describing }: Pick<Answer, "studies" | "describing">,
  printed: Pick<Printed, "studies">,
): HarmLine | null {
  // a report of patients unlike this one would lend its harm to one that describes this patient
  const lending = describing.includes(found) ? describing : studies;
  const others = lending.filter(
    (other) => identifyPatients(other.study) === identifyPatients(found.study) && !printed.studies.includes(other),
  );
  const reports = [found, ...others];
  const report = reports.find(({ harms }) => harms.some(isCount)) ?? reports.find(({ harms }) => harms.length > 0);
  const text = report && joinResults(report.study, selectHarms(report));
  return text ? { text, report } : null;
}

/** What became of a pregnancy and the child; null where the study says nothing of it. */
export function describePregnancy({ study, pregnancy }: StudyAnswer): string | null {
  return joinResults(study, pregnancy);
}

/**
 * What a study gave, harm, and what became of a pregnancy and the child, one line each; no line for what it does not
 * say. A regimen stands in its own words, with the grams where they were worked out. Harm may be of another report of the
 * same patients, which then is named.
 */
export function listStudyLines(
  found: StudyAnswer,
  answer: Pick<Answer, "studies" | "describing">,
  printed: Pick<Printed, "studies">,
): string[] {
  const { study, dose } = found;
  const regimen = formatRegimenGiven(dose);
  const harm = describeHarm(found, answer, printed);
  const pregnancy = describePregnancy(found);
  return [
    regimen && `Given${study.treatment.agent === "SCIG" ? " under the skin" : ""}: ${regimen}.`,
    harm && `Harm${harm.report === found ? "" : `, ${harm.report.name}`}: ${harm.text}.`,
    pregnancy && `${interfaceText.pregnancyAndChild}: ${pregnancy}.`,
  ].flatMap((line) => line || []);
}

function isCount({ kind }: OtherResult): boolean {
  return kind === "count";
}

/** Characters of words about harm that a line holds; longer ones are read on the fact sheet. */
const MAX_WORDS = 120;

/** The first of each kind of harm, of patients before infusions, and counts before words: a line holds no more. */
function selectHarms({ study, harms: all }: StudyAnswer): OtherResult[] {
  const isOfPatients = (result: OtherResult) => result.kind !== "count" || isOfTreated(study, result.figure);
  const harms = [...all.filter(isOfPatients), ...all.filter((result) => !isOfPatients(result))];
  const getHarm = (result: OtherResult) => (result.kind === "count" ? result.figure.harm : result.harm);
  const firsts = harms.filter((harm, index) => index === harms.findIndex((other) => getHarm(other) === getHarm(harm)));
  const counts = firsts.filter(isCount);
  return counts.length > 0 ? counts.slice(0, MAX_HARMS) : firsts.slice(0, 1);
}

function joinResults({ participants }: StudySummary, results: readonly OtherResult[]): string | null {
  const short = results.filter((result) => result.kind === "count" || result.text.text.length <= MAX_WORDS);
  if (short.length === 0) return null;
  const texts = short.map((result) => {
    // A count of all who were treated needs no words for whom it counts.
    const isOfAll = result.kind === "text" || result.figure.total === participants.treated;
    return `${formatOtherResult(result)}${isOfAll ? "" : ` (${stripFullStop(getPopulation(result))})`}`;
  });
  return texts.join("; ");
}

/** Studies named in one line before it becomes a list. */
const MAX_NAMED = 6;

/**
 * What is not on the page: studies of the printed group, or those that describe the patient and are not pinned.
 * @param cells the findings of the answer: where a response leads, what all others count is told with it, and a second range
 *   of a part of them would only raise a question
 */
export function describeStudiesLeftOut(
  { left, unpinned }: Pick<Printed, "left" | "unpinned">,
  cells: Answer["cells"],
): string[] {
  if (unpinned.length > 0) {
    const names = unpinned.slice(0, MAX_NAMED).map(({ name }) => name);
    const more = unpinned.length > MAX_NAMED ? [`${unpinned.length - MAX_NAMED} more`] : [];
    const describe = pluralise(unpinned.length, "study that describes", "studies that describe");
    return [`Not pinned and not on this page: ${describe} this patient (${joinWithAnd([...names, ...more])}).`];
  }
  if (left.length === 0) return [];
  const single = left.filter(isSingleCase);
  const stand = left.length === 1 ? "1 more study stands" : `${left.length} more studies stand`;
  const singleCases =
    single.length === 0 ? "" : `, ${single.length} of them ${single.length === 1 ? "a single case" : "single cases"}`;
  const stands = `${stand} on the case page${singleCases}.`;
  if (cells.some(({ domain, lead }) => domain === "response" && lead)) return [stands];
  return [stands, ...describeResponses(single), ...describeResponsesOfOthers(left)];
}

function isSingleCase({ study }: StudyAnswer): boolean {
  return study.participants.treated === 1;
}

/** "Of the 6 single cases among them that count a response, 4 responded and 2 did not." */
function describeResponses(single: readonly StudyAnswer[]): string[] {
  const counts = single.flatMap(({ results }) => (results.response.kind === "count" ? [results.response.figure] : []));
  const good = counts.filter(({ direction }) => direction === "benefit");
  if (good.length === 0) return [];
  const responded = sum(good.map(({ events }) => events));
  const cases = good.length === 1 ? "single case among them that counts" : "single cases among them that count";
  return [`Of the ${good.length} ${cases} a response, ${responded} responded and ${good.length - responded} did not.`];
}

/** "Response in the others: 3 of 11 to 7 of 7 in eight series." Single cases have a sentence of their own. */
function describeResponsesOfOthers(left: readonly StudyAnswer[]): string[] {
  const counts = left.flatMap((found) => {
    const { response } = found.results;
    const isTold = !isSingleCase(found) && response.kind === "count" && response.figure.direction === "benefit";
    return isTold ? [{ found, figure: response.figure }] : [];
  });
  if (counts.length === 0) return [];
  return [`Response in the ${counts.length === 1 ? "other" : "others"}: ${describeSpread(counts)}.`];
}
