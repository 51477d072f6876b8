import type { Answer } from "@/lib/answer/answer";
import type { OtherResult } from "@/lib/answer/reply";
import { groupSafetyChecks, type RelevantSafety, warningsTitle } from "@/lib/answer/safety";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { formatWantedReports } from "@/lib/answer/wanted-reports";
import { formatCase, getQuestion } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { formatDate, intervalMethodNames, MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { capitalise, joinWithAnd, pluralise, stripFullStop } from "@/lib/format/text";
import { formatCitation, getSourceLink } from "@/lib/study/citation";
import { identifyPatients } from "@/lib/study/cohort";
import { nameSafetyDocument } from "@/lib/study/safety";
import type { StudySummary } from "@/lib/study/summary";
import { designNames, noFigureDomain } from "@/lib/vocabulary/outcomes";
import { formatFinding, listBesideFindings } from "@/lib/wording/answer-sentences";
import { formatSetTitle } from "@/lib/wording/comparable-results-title";
import { formatRegimenGiven } from "@/lib/wording/given-text";
import { describePool } from "@/lib/wording/pool-text";
import { formatOtherResult, getPopulation } from "@/lib/wording/result-text";
import { describeCombinations, describeShortfall, type Printed } from "./printed-studies";
import { listResultLines } from "./result-line";

/** What the page to print is made of, on paper and as text. */
export type PaperContent = {
  answer: Answer;
  printed: Printed;
  /** why the case could not be read, where a link could not: what is printed is then nobody's answer */
  problem: string | null;
};

/**
 * "retrospective cohort, 27 patients": how a study is introduced, after its name. Of reports on the same patients the
 * later ones on the page name the first, or one trial would seem to be several.
 */
export function describeStudy({ study }: StudyAnswer, { studies }: Printed): string {
  const { treated } = study.participants;
  const patients = treated === null ? "number treated not stated" : pluralise(treated, "patient", "patients");
  const first = studies.find((printed) => identifyPatients(printed.study) === identifyPatients(study));
  const same = first && first.study.id !== study.id ? `, the patients of ${first.name}` : "";
  return `${designNames[study.design.type].toLowerCase()}, ${patients}${same}`;
}

/** Adverse events of a study that are printed; the others stand on its fact sheet. */
const MAX_HARMS = 3;

/**
 * What a study gave, harm, and what became of a pregnancy and the child, one line each; no line for what it does not
 * say. A regimen stands in its own words, with the grams where they were worked out. Harm may be of another report of the
 * same patients, which then is named.
 */
export function listStudyLines(found: StudyAnswer, { answer, printed }: Omit<PaperContent, "problem">): string[] {
  const { study, dose, pregnancy } = found;
  const regimen = formatRegimenGiven(dose);
  const others = answer.studies.filter(
    (other) => identifyPatients(other.study) === identifyPatients(study) && !printed.studies.includes(other),
  );
  const reports = [found, ...others];
  const ofHarm = reports.find(({ harms }) => harms.some(isCount)) ?? reports.find(({ harms }) => harms.length > 0);
  return [
    regimen && `Given${study.treatment.agent === "SCIG" ? " under the skin" : ""}: ${regimen}.`,
    ofHarm &&
      formatOnOneLine(ofHarm === found ? "Harm" : `Harm, ${ofHarm.name}`, ofHarm.study, selectHarms(ofHarm.harms)),
    formatOnOneLine(interfaceText.pregnancyAndChild, study, pregnancy),
  ].flatMap((line) => line || []);
}

function isCount({ kind }: OtherResult): boolean {
  return kind === "count";
}

/** Characters of words about harm that a line holds; longer ones are read on the fact sheet. */
const MAX_WORDS = 120;

/** The first of each kind of harm, counts before words: a line holds no more. */
function selectHarms(harms: readonly OtherResult[]): OtherResult[] {
  const getHarm = (result: OtherResult) => (result.kind === "count" ? result.figure.harm : result.harm);
  const firsts = harms.filter((harm, index) => index === harms.findIndex((other) => getHarm(other) === getHarm(harm)));
  const counts = firsts.filter(isCount);
  return counts.length > 0 ? counts.slice(0, MAX_HARMS) : firsts.slice(0, 1);
}

function formatOnOneLine(name: string, { participants }: StudySummary, results: readonly OtherResult[]): string | null {
  const short = results.filter((result) => result.kind === "count" || result.text.text.length <= MAX_WORDS);
  if (short.length === 0) return null;
  const texts = short.map((result) => {
    // A count of all who were treated needs no words for whom it counts.
    const isOfAll = result.kind === "text" || result.figure.total === participants.treated;
    return `${formatOtherResult(result)}${isOfAll ? "" : ` (${stripFullStop(getPopulation(result))})`}`;
  });
  return `${name}: ${texts.join("; ")}.`;
}

/** The answer as it stands on paper: what is said first, the findings one line each, and what is said after them. */
export function describeAnswer(answer: Answer): { lead: string; findings: string[]; rest: string[] } {
  const { lead, including } = answer.sentences;
  const wanted = formatWantedReports(answer.wanted);
  return {
    lead,
    findings: answer.findings.map(formatFinding),
    rest: [...listBesideFindings(answer.sentences), ...including, ...(wanted === null ? [] : [`${wanted}.`])],
  };
}

/** A citation with the identifier that finds it. */
export function formatReference(study: StudySummary): string {
  return `${formatCitation(study)} ${getSourceLink(study).label}.`;
}

/** A safety check on paper, with where it was read. */
type SafetyLine = { text: string; provenance: string };

/** Checks that a case makes relevant and that are printed; the others are counted. */
const MAX_RELEVANT = 6;

/**
 * The safety checks that are printed: those that this case makes relevant, each with the answers that do so; and the
 * warnings for every patient, which stand on every paper, whatever else does.
 */
export function describeSafety({ safety }: Pick<Answer, "safety">): { relevant: SafetyLine[]; warnings: SafetyLine[] } {
  const { relevant, warnings } = groupSafetyChecks(safety);
  const left = relevant.length - MAX_RELEVANT;
  const more = `${pluralise(left, "more check stands", "more checks stand")} on the case page.`;
  return {
    relevant: [
      ...relevant.slice(0, MAX_RELEVANT).map(createSafetyLine),
      ...(left > 0 ? [{ text: more, provenance: "" }] : []),
    ],
    warnings: warnings.map(createSafetyLine),
  };
}

/** The first sentence of a text: paper has room for the warning, and its source has the rest. */
function getFirstSentence(text: string): string {
  return /^.*?[.!?](?= [\p{Lu}]|$)/u.exec(text)?.[0] ?? text;
}

function createSafetyLine({ check, figure, why, because, source }: RelevantSafety): SafetyLine {
  const reasons = because.map((feature) => getQuestion(feature).label.toLowerCase()).join(", ");
  return {
    // a check without a figure is a heading only, unless it says why it is there
    text: `${check}${reasons && ` (${reasons})`}. ${figure ?? getFirstSentence(why)}`,
    provenance: `[${nameSafetyDocument({ source })}]`,
  };
}

/** The figures taken together: every pool, and the combinations of the stated features. */
export function describeTogether(answer: Answer): string[] {
  if (!answer.scope.covered) return [];
  const pools = answer.comparableSets
    .filter(({ pool }) => pool)
    .map((set) => `${capitalise(set.domain)}, ${formatSetTitle(set).toLowerCase()}. ${describePool(set)}`);
  return answer.gap.combinations.length > 1 ? [...pools, describeCombinations(answer)] : pools;
}

/** Where the figures come from and how to read them. */
export function describeLibrary({ library }: Pick<Answer, "library">): string {
  return `Library ${library.version}, literature searched ${formatDate(library.searched)}: ${library.studies} studies, ${library.patients} patients given immunoglobulin, each once. Intervals: ${intervalMethodNames.wilson}, 95%. Figures under ${MIN_FOR_PERCENT} patients are counts only; their limits are proportions from 0 to 1. A single case is a case, not a rate. Lists published evidence for clinicians; makes no recommendation; not for emergencies.`;
}

/** The case in words; where its link could not be read, that and why. */
export function describeCase(profile: Profile, problem: string | null): string {
  if (problem) return `not known. ${interfaceText.caseUnreadable}: ${problem}`;
  return formatCase(profile).join("; ") || "nothing stated";
}

/** Studies named in one line before it becomes a list. */
const MAX_NAMED = 6;

/** What is not on the page: studies of the printed group, or those that describe the patient and are not pinned. */
export function describeStudiesLeftOut({ left, unpinned }: Printed): string | null {
  if (unpinned.length > 0) {
    const names = unpinned.slice(0, MAX_NAMED).map(({ name }) => name);
    const more = unpinned.length > MAX_NAMED ? [`${unpinned.length - MAX_NAMED} more`] : [];
    const describe = pluralise(unpinned.length, "study that describes", "studies that describe");
    return `Not pinned and not on this page: ${describe} this patient (${joinWithAnd([...names, ...more])}).`;
  }
  if (left === 0) return null;
  return `${pluralise(left, "more study of this group stands", "more studies of this group stand")} on the case page.`;
}

/**
 * The page to print as plain text, for pasting into a record: the same content in the same order. Label, note and the
 * day of printing are for the paper only: a record has its own.
 * @param address opens the case again
 */
export function composePaperText(content: PaperContent, address: string): string {
  const { answer, printed, problem } = content;
  const { facts, certainty } = answer;
  const { lead, findings, rest } = describeAnswer(answer);
  const left = describeStudiesLeftOut(printed);
  const studies = printed.studies.map((found, index) => composeStudyText(index + 1, found, content));
  const { relevant, warnings } = describeSafety(answer);
  const formatLine = ({ text, provenance }: SafetyLine) => `- ${text} ${provenance}`.trimEnd();
  return [
    interfaceText.title,
    joinLines([
      `Case: ${describeCase(facts.profile, problem)}`,
      `Answer: ${[lead, ...rest].join(" ")}`,
      ...findings.map((line) => `- ${line}`),
      certainty,
      ...facts.contradictions.map(({ text }) => `Contradiction: ${text} Both were matched as stated.`),
    ]),
    [`${printed.heading.toUpperCase()}`, ...studies, ...(left ? [left] : [])].join("\n\n"),
    joinSection(
      printed.othersTitle,
      printed.others.map((study) => `- ${designNames[study.design.type]}. ${formatReference(study)}`),
    ),
    joinSection(interfaceText.together, describeTogether(answer)),
    joinSection(interfaceText.relevantSafety, relevant.map(formatLine)),
    joinSection(warningsTitle, warnings.map(formatLine)),
    joinLines([describeLibrary(answer), `This case: ${address}`]),
  ]
    .filter(Boolean)
    .join("\n\n");
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
    ...listStudyLines(found, content).map((line) => `   ${line}`),
    `   ${formatReference(found.study)}`,
  ]);
}

/** Said of a study that reports nothing in the figure domains. */
export const noResult = `${capitalise(noFigureDomain)} is reported.`;

function joinSection(title: string, lines: string[]): string {
  return lines.length === 0 ? "" : joinLines([title.toUpperCase(), ...lines]);
}

function joinLines(lines: string[]): string {
  return lines.join("\n");
}
