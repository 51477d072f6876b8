import type { Answer } from "@/lib/answer/answer";
import { warningsTitle } from "@/lib/answer/safety";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatCase } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { formatDate, intervalMethodNames, MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { designNames } from "@/lib/vocabulary/outcomes";
import { describeSilentStudies } from "@/lib/wording/answer-head";
import { formatFinding, listBesideFindings } from "@/lib/wording/answer-sentences";
import { describeContradictions } from "@/lib/wording/case-text";
import { describeShortfall } from "@/lib/wording/shortfall";
import { composeOpeningLines } from "./opening-lines";
import {
  describeNotStudied,
  describeOtherRegimens,
  describePools,
  describeSafety,
  listGuidelineLines,
  notStudiedTitle,
  type SafetyLine,
} from "./paper-blocks";
import type { Printed } from "./printed";
import { findName, formatReadIn, formatReference } from "./references";
import { listResultLines } from "./result-line";
import { describeStudiesLeftOut, describeStudy, listStudyLines, noResult } from "./study-lines";

/** What the page to print is made of, on paper and as text. */
export type PaperContent = {
  answer: Answer;
  printed: Printed;
  /** why the case could not be read, where a link could not: what is printed is then nobody's answer */
  problem: string | null;
};

/** The answer as it stands on paper: what is said first, the findings one line each, and what is said after them. */
export function describeAnswer(answer: Answer): { lead: string; findings: string[]; rest: string[] } {
  const { sentences } = answer;
  return {
    lead: sentences.lead,
    findings: answer.findings.map(formatFinding),
    rest: [
      ...sentences.extent,
      ...describeSilentStudies(answer, true),
      ...listBesideFindings({ ...sentences, extent: [] }),
      ...sentences.including,
    ],
  };
}

/** Where the figures come from and how to read them. */
export function describeLibrary({ library }: Pick<Answer, "library">): string {
  return `Library ${library.version}, literature searched ${formatDate(library.searched)}: ${library.studies} studies, ${library.patients} patients given immunoglobulin, each once. Intervals: 95%, ${intervalMethodNames.wilson}; of differences Newcombe. Figures under ${MIN_FOR_PERCENT} patients are counts only; their limits are proportions from 0 to 1. A single case is a case, not a rate. Lists published evidence for clinicians; makes no recommendation; not for emergencies.`;
}

/** The case in words; where its link could not be read, that and why. */
export function describeCase(profile: Profile, problem: string | null): string {
  if (problem) return `not known. ${interfaceText.caseUnreadable}: ${problem}`;
  return formatCase(profile).join("; ") || "nothing stated";
}

/**
 * The page to print as plain text, for pasting into a record: two lines that hold the answer, then the content of the
 * page. Label and note are for the paper only: a record has its own.
 * @param address opens the case again
 * @param day on which it is copied (2026-11-25); null where the device shows none
 */
export function composePaperText(content: PaperContent, address: string, day: string | null): string {
  const { answer, printed, problem } = content;
  const { facts, scope, certainty } = answer;
  const { lead, findings, rest } = describeAnswer(answer);
  const left = describeStudiesLeftOut(printed, answer.cells).join(" ");
  const guidelines = listGuidelineLines(answer);
  const otherRegimens = describeOtherRegimens(answer, printed);
  const studies = printed.studies.map((found, index) => composeStudyText(index + 1, found, content));
  const { relevant, warnings } = describeSafety(answer);
  const formatLine = ({ text, provenance }: SafetyLine) => `- ${text} ${provenance}`.trimEnd();
  const told = [
    // Of a case that could not be read there is no answer to begin with.
    problem === null ? joinLines(composeOpeningLines(answer, day).filter(Boolean)) : "",
    interfaceText.title,
    joinLines([
      `Case: ${describeCase(facts.profile, problem)}`,
      `Answer: ${[lead, ...rest].join(" ")}`,
      ...findings.map((line) => `- ${line}`),
      ...(scope.covered ? [certainty] : []),
      ...describeContradictions(facts),
    ]),
    [
      `${printed.heading.toUpperCase()}`,
      ...studies,
      ...(left ? [left] : []),
      ...(otherRegimens ? [`Given in the studies that are not listed above: ${otherRegimens}`] : []),
    ].join("\n\n"),
    joinSection(
      printed.othersTitle,
      printed.others.map((study) => `- ${designNames[study.design.type]}. ${formatReference(study)}`),
    ),
    joinSection(interfaceText.together, describePools(answer)),
    joinSection(notStudiedTitle, describeNotStudied(answer)),
    joinSection(
      interfaceText.guidelinesNear,
      guidelines.lines.map(
        ({ year, study, text, status }) =>
          `- ${[`${year}:`, text, status && `(${status})`, formatReference(study)].filter(Boolean).join(" ")}`,
      ),
    ),
  ].filter(Boolean);
  return [
    ...told,
    joinSection("Also named above", listAlsoNamed(told.join("\n"), content)),
    joinSection(interfaceText.relevantSafety, relevant.map(formatLine)),
    joinSection(warningsTitle, warnings.map(formatLine)),
    joinLines([describeLibrary(answer), `This case: ${address}`]),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** What finds each study that a text names and gives no reference of: a name made of a title tells nothing without it. */
function listAlsoNamed(text: string, { answer, printed }: PaperContent): string[] {
  const isReferred = (found: StudyAnswer) => printed.studies.includes(found) || printed.others.includes(found.study);
  return answer.studies
    .filter((found) => !isReferred(found) && findName(text, found.name) !== -1)
    .map(({ name, study }) => `- ${name}: ${formatReference(study)}`);
}

function composeStudyText(place: number, found: StudyAnswer, content: PaperContent): string {
  const { answer, printed } = content;
  const shortfall = describeShortfall(found, answer.facts.profile);
  const lines = listResultLines(found.results).map(
    ({ name, count, rest, provenance }) => `   ${name}: ${[count, rest, provenance].filter(Boolean).join(" ")}`,
  );
  return joinLines([
    `${place}. ${found.name}, ${describeStudy(found, printed)}${shortfall && ` – ${shortfall}`}`,
    ...(lines.length > 0 ? lines : [`   ${noResult}`]),
    ...listStudyLines(found, answer, printed).map((line) => `   ${line}`),
    `   ${formatReference(found.study)} ${formatReadIn(found.study)}`,
  ]);
}

function joinSection(title: string, lines: string[]): string {
  return lines.length === 0 ? "" : joinLines([title.toUpperCase(), ...lines]);
}

function joinLines(lines: string[]): string {
  return lines.join("\n");
}
