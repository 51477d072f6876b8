import type { EvidenceView, StudyView } from "@/lib/answer/wire";
import { formatCase, getQuestion } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { formatDate, intervalMethodNames } from "@/lib/format/numbers";
import { capitalise, joinWithAnd, pluralise } from "@/lib/format/text";
import { formatCitation, getShortName, getSourceLink } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";
import { formatSetTitle } from "@/lib/wording/comparable-results-title";
import { figureSentence, type ResultSentence, wordsSentence } from "@/lib/wording/figure-text";
import { describePool } from "@/lib/wording/pool-text";
import { describeCombinations, describeShortfall, type Printed } from "./printed-studies";

/** What the page to print is made of, on paper and as text. */
export type PaperContent = {
  view: EvidenceView;
  profile: Profile;
  printed: Printed;
  records: ReadonlyMap<string, StudySummary>;
  /** why the case could not be read, where a link could not: what is printed is then nobody's answer */
  problem: string | null;
};

/** What a study says of response, relapse and survival, one sentence each. */
export function listResults({ response, relapse, survival, inWords }: StudyView): ResultSentence[] {
  const told = { response, relapse, survival };
  return (["response", "relapse", "survival"] as const).flatMap((domain) => {
    const figure = told[domain];
    const words = inWords[domain];
    if (figure) return [figureSentence(figure)];
    return words ? [wordsSentence(domain, words)] : [];
  });
}

/**
 * "retrospective cohort, 27 patients": how a study is introduced, after its name. Of reports on the same patients the
 * later ones on the page name the first, or one trial would seem to be several.
 */
export function describeStudy({ treated }: StudyView, record: StudySummary, content: PaperContent): string {
  const patients = treated === null ? "number treated not stated" : pluralise(treated, "patient", "patients");
  const onPage = content.printed.studies.flatMap(({ id }) => content.records.get(id) ?? []);
  const first = onPage.find(({ cohort }) => cohort !== null && cohort === record.cohort);
  const same = first && first !== record ? `, the patients of ${getShortName(first)}` : "";
  return `${designNames[record.design.type].toLowerCase()}, ${patients}${same}`;
}

/** A citation with the identifier that finds it. */
export function formatReference(record: StudySummary): string {
  return `${formatCitation(record)} ${getSourceLink(record).label}.`;
}

/** The safety checks that this case makes relevant, each with the answers that do so and its source. */
export function describeSafety({ safety }: EvidenceView): { text: string; whence: string }[] {
  return safety
    .filter(({ because }) => because.length > 0)
    .map(({ check, figure, why, because, source }) => ({
      // a check without a figure is a heading only, unless it says why it is there
      text: `${check} (${because.map((feature) => getQuestion(feature).label.toLowerCase()).join(", ")}). ${figure ?? why}`,
      whence: `[${new URL(source.url).hostname}, ${source.locator}]`,
    }));
}

/** The figures taken together: every pool, and the combinations of the stated features. */
export function describeTogether(view: EvidenceView): string[] {
  const pools = view.sets
    .filter(({ pool }) => pool)
    .map((set) => `${capitalise(set.domain)}, ${formatSetTitle(set).toLowerCase()}. ${describePool(set)}`);
  return view.gap.combinations.length > 1 ? [...pools, describeCombinations(view)] : pools;
}

/** Where the figures come from and how to read them. */
export function describeLibrary({ library }: EvidenceView): string {
  return `Library ${library.version}, literature searched ${formatDate(library.searched)}: ${library.studies} studies, ${library.patients} patients given immunoglobulin, each once. Intervals: ${intervalMethodNames.wilson}, 95%. Figures under 5 patients are counts only; their limits are proportions from 0 to 1. A single case is a case, not a rate. Lists published evidence for clinicians; makes no recommendation; not for emergencies.`;
}

/** The case in words; where its link could not be read, that and why. */
export function describeCase(profile: Profile, problem: string | null): string {
  if (problem) return `not known. ${interfaceText.caseUnreadable}: ${problem}`;
  return formatCase(profile).join("; ") || "nothing stated";
}

/** Studies named in one line before it becomes a list. */
const MAX_NAMED = 6;

/** What is not on the page: studies of the printed group, or those that describe the patient and are not pinned. */
export function describeStudiesLeftOut({ left, unpinned }: Printed, records: PaperContent["records"]): string | null {
  if (unpinned.length > 0) {
    const named = unpinned.slice(0, MAX_NAMED).flatMap((id) => records.get(id) ?? []);
    const more = unpinned.length > MAX_NAMED ? [`${unpinned.length - MAX_NAMED} more`] : [];
    const describe = pluralise(unpinned.length, "study that describes", "studies that describe");
    return `Not pinned and not on this page: ${describe} this patient (${joinWithAnd([...named.map(getShortName), ...more])}).`;
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
  const { view, profile, printed, records, problem } = content;
  const others = printed.others.flatMap((id) => records.get(id) ?? []);
  const left = describeStudiesLeftOut(printed, records);
  const studies = printed.studies.flatMap((found, index) => {
    const record = records.get(found.id);
    return record ? [studyText(index + 1, found, record, content)] : [];
  });
  const safety = describeSafety(view).map(({ text, whence }) => `- ${text} ${whence}`);
  return [
    interfaceText.title,
    block([
      `Case: ${describeCase(profile, problem)}`,
      `Answer: ${view.verdict.text}`,
      view.certainty,
      ...view.profile.contradictions.map(({ text }) => `Contradiction: ${text} Both were matched as stated.`),
    ]),
    [`${printed.heading.toUpperCase()}`, ...studies, ...(left ? [left] : [])].join("\n\n"),
    titled(interfaceText.alsoPinned, [
      ...others.map((record) => `- ${designNames[record.design.type]}. ${formatReference(record)}`),
    ]),
    titled(interfaceText.together, describeTogether(view)),
    titled(interfaceText.relevantSafety, safety),
    block([describeLibrary(view), `This case: ${address}`]),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function studyText(place: number, found: StudyView, record: StudySummary, content: PaperContent): string {
  const shortfall = describeShortfall(found, content.view.profile);
  const results = listResults(found).map(
    ({ name, count, rest, whence }) => `   ${name}: ${[count, rest, whence].filter(Boolean).join(" ")}`,
  );
  return block([
    `${place}. ${getShortName(record)}, ${describeStudy(found, record, content)}${shortfall && ` – ${shortfall}`}`,
    ...(results.length > 0 ? results : [`   ${noResult}`]),
    ...(found.dose?.arithmetic ? [`   Its regimen at this weight: ${found.dose.arithmetic}.`] : []),
    `   ${formatReference(record)}`,
  ]);
}

/** Said of a study that has nothing to say in the three domains. */
export const noResult = "Neither response nor relapse nor survival is reported.";

function titled(title: string, lines: string[]): string {
  return lines.length === 0 ? "" : block([title.toUpperCase(), ...lines]);
}

function block(lines: string[]): string {
  return lines.join("\n");
}
