import type { Answer } from "@/lib/answer/answer";
import { describeCaution, describeUncountedInShort } from "@/lib/answer/cell-text";
import type { AnswerCell } from "@/lib/answer/cells";
import { getFigureParts, nameCountWithTime } from "@/lib/answer/figure-parts";
import { describeRegimenOfLead, describeRegimensShort, findFirstLead } from "@/lib/answer/lead-regimen";
import { endWithAlike } from "@/lib/answer/mixed";
import type { Figure, Sure } from "@/lib/answer/reply";
import { listCounts } from "@/lib/answer/result";
import { nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describePatientsOnce, describeSpecialTraits } from "@/lib/answer/trait-sentences";
import { diagnosisNames, questionGroups } from "@/lib/case/questions";
import type { Profile, YesNo } from "@/lib/case/schema";
import { formatDate } from "@/lib/format/numbers";
import { capitalise, lowerFirst, pluralise, stripFullStop, uncapitalise } from "@/lib/format/text";
import { countSeparateTrials } from "@/lib/study/cohort";
import { countStudiesAndGroups } from "@/lib/study/study-count";
import { formatPatientsTreated } from "@/lib/vocabulary/phrases";
import { listStudiedParts } from "./studied-parts";

/** Said where nobody describes the patient, on paper and in the copied text. */
export const nobodyDescribes = "No published study in this library describes this patient";

/**
 * "3 studies, 30 patients like this": what the answer is made of, in letters that are read across a room.
 * @returns what the library has instead, where nothing is stated, nobody describes the patient or it is another disease
 */
export function formatHeadline({ facts, scope, verdict, library, describing }: Answer): string {
  if (!scope.covered) return "Not covered";
  if (facts.stated.length === 0) return `${pluralise(library.studies, "study", "studies")}, no case to match`;
  if (verdict.describing === 0) return nobodyDescribes;
  const studies = countStudiesAndGroups(describing.map(({ study }) => study));
  // Studies that do not say how many they treated must not read as studies of nobody.
  const patients = verdict.patients === 0 ? "" : `, ${pluralise(verdict.patients, "patient", "patients")}`;
  return `${studies}${patients}${endWithAlike(describing)}`;
}

/**
 * The first two lines of the text for a record: the case with what describes it, and every domain with its counts, as
 * short as notes are: "Skin only, refractory (Myomatch, 25 Nov 2026). 3 studies, 30 patients, no comparison group."
 * @param day on which it is copied (2026-11-25); null where the device shows none
 */
export function composeOpeningLines(answer: Answer, day: string | null): [string, string] {
  const { facts, scope, sentences, describing, verdict } = answer;
  const when = day === null ? "Myomatch" : `Myomatch, ${formatDate(day)}`;
  const head = `${formatCaseInShort(facts.profile)} (${when}).`;
  if (!scope.covered || facts.stated.length === 0) return [`${head} ${sentences.lead}`, sentences.extent.join(" ")];
  if (describing.length === 0) {
    const parts = listStudiedParts(answer).map(({ name, studies, patients, uncounted, cells }) => {
      const counted = cells.map((cell) => formatCell(cell, studies, cells)).join(" ");
      return `${name}: ${countStudiesAndGroups(studies.map(({ study }) => study))}, ${formatPatientsTreated(patients, uncounted)}. ${counted} Given: ${describeRegimensShort(studies)}`;
    });
    return [`${head} ${nobodyDescribes}.`, parts.join(" ") || sentences.extent.join(" ")];
  }
  const studies = countStudiesAndGroups(describing.map(({ study }) => study));
  const patients = verdict.patients === 0 ? [] : [pluralise(verdict.patients, "patient", "patients")];
  const design = nameDesign(answer.sure, describing);
  return [
    `${head} ${[studies, ...patients, ...design].join(", ")}.`,
    answer.cells
      .flatMap((cell) => [formatCell(cell, describing, answer.cells), ...formatGiven(cell, answer.cells)])
      .join(" "),
  ];
}

/** "Skin only, refractory; not under 18; 62 kg" in the words of the form. */
function formatCaseInShort({ features, diagnosis, ageYears, weightKg }: Profile): string {
  const list = (answer: YesNo) =>
    questionGroups.flatMap(({ questions }) =>
      questions.flatMap(({ feature, label }) => (features[feature] === answer ? [lowerFirst(label)] : [])),
    );
  const yes = [...(diagnosis ? [lowerFirst(diagnosisNames[diagnosis])] : []), ...list("yes")];
  const no = list("no").map((label) => `not ${label}`);
  const person = [ageYears === null ? [] : `${ageYears} years`, weightKg === null ? [] : `${weightKg} kg`].flat();
  return capitalise([yes.join(", "), no.join(", "), person.join(", ")].filter(Boolean).join("; ") || "nothing stated");
}

function nameDesign(sure: Sure, describing: readonly StudyAnswer[]): string[] {
  const trials = countSeparateTrials(describing.map(({ study }) => study));
  const names: Record<Sure, string[]> = {
    0: [],
    1: ["single cases only"],
    2: ["no comparison group"],
    3: ["some compared, but not at random"],
    4: [pluralise(trials, "randomised trial", "randomised trials")],
  };
  return names[sure];
}

/** "Response, skin clear or almost clear: 19/27 (70%, 52–84)." One cell as notes write it; what nobody counts is said. */
function formatCell(cell: AnswerCell, describing: readonly StudyAnswer[], cells: readonly AnswerCell[]): string {
  const { domain, lead } = cell;
  const name = domain === "harm" ? "Harm" : nameCell(cell);
  if (!lead) return `${name}${cell.otherwise.length > 0 ? ":" : ""} ${describeUncountedInShort(cell)}.`;
  if (domain === "pregnancy") return `${name}: ${listChildren(describing).join("; ")}.`;
  const { events, total, figure } = lead;
  if (domain === "harm" && lead.rule !== "single-cases") {
    const counted = `${figure.plain} ${formatShort(figure, getFigureParts(figure))}`;
    return `${name}: ${[...formatComparedHarm(cell), counted].join("; ")}.`;
  }
  if (domain === "harm")
    return `${name}: ${[...formatComparedHarm(cell), `${figure.plain} ${events}/${total}`].join("; ")}.`;
  if (lead.rule === "single-cases") return `${name} ${events}/${total} single ${total === 1 ? "case" : "cases"}.`;
  const whom = figure.of === null ? "" : " responders";
  const times = domain === "relapse" ? listShortTimes(lead.found) : [];
  const parts = getFigureParts(figure);
  const counted = `${formatShort(figure, parts, whom)}${formatComparison(figure, parts.comparison)}`;
  // a figure of patients unlike others is not pasted without that
  const who = [...describeSpecialTraits(lead.found), ...describePatientsOnce(lead, cells)].map((sentence) =>
    stripFullStop(uncapitalise(sentence)),
  );
  const when = [[counted, ...times].join(", "), ...who].join("; ");
  // Which response it is nobody can guess; a relapse or a death is what it is called.
  return domain === "response" ? `${name}, ${nameCountWithTime(figure)}: ${when}.` : `${name} ${when}.`;
}

/** "related adverse event in first 16 weeks 30/52 (58%, 44–70) v 11/48 (23%, 13–37) placebo": before what leads. */
function formatComparedHarm({ compared }: AnswerCell): string[] {
  if (!compared) return [];
  const { figure } = compared;
  const parts = getFigureParts(figure);
  const caution = figure.comparison ? describeCaution(figure.comparison) : "";
  return [`${figure.plain} ${formatShort(figure, parts)}${formatComparison(figure, parts.comparison)}${caution}`];
}

/** "Given: IV, 2 g/kg every 4 weeks." What the patients of this count were given, where no cell before has said it. */
function formatGiven({ lead }: AnswerCell, cells: readonly AnswerCell[]): string[] {
  const first = findFirstLead(cells);
  const given = lead && describeRegimenOfLead(lead, lead === first ? null : first);
  return given === null ? [] : [`Given: ${given}`];
}

/** Every count of a child that a report has, and the words of those that count none. */
function listChildren(describing: readonly StudyAnswer[]): string[] {
  return describing.flatMap(({ pregnancy }) => {
    const counts = listCounts(pregnancy).map(({ plain, events, total }) => `${plain} ${events}/${total}`);
    const words = pregnancy.flatMap((result) => (result.kind === "text" ? [result.text.plain] : []));
    return counts.length > 0 ? counts : words;
  });
}

/** "19/27 responders (70%, 52–84)"; no percentage where there are too few patients for one. */
function formatShort({ events, total }: CountOf, { percent, range }: PercentOf, whom = ""): string {
  const limits = percent === null ? "" : ` (${percent}, ${range.replace("%", "")})`;
  return `${events}/${total}${whom}${limits}`;
}

type CountOf = Pick<Figure, "events" | "total">;
type PercentOf = { percent: string | null; range: string };

/** " v 21/48 (44%, 31–58) placebo, difference 35 points (15.5–51.0)"; nothing without a comparison group. */
function formatComparison({ comparison }: Figure, parts: ReturnType<typeof getFigureParts>["comparison"]): string {
  if (!comparison || !parts) return "";
  const against = ` v ${formatShort(comparison, parts)} ${parts.label}`;
  return parts.points ? `${against}, difference ${parts.points}` : against;
}

/** "median 6.2 months": when relapses came, as far as the study says. */
function listShortTimes({ study }: StudyAnswer): string[] {
  return study.outcomes.flatMap(({ domain, result }) =>
    domain === "relapse" && result.kind === "time" ? [`${result.statistic} ${result.value} ${result.unit}`] : [],
  );
}
