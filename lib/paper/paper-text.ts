import type { EvidenceView, StudyView } from "@/lib/answer/wire";
import { caseInWords, questionFor } from "@/lib/case/questions";
import type { Profile } from "@/lib/case/schema";
import { words } from "@/lib/format/interface-text";
import { date, methodNames } from "@/lib/format/numbers";
import { fullCitation, shortName, sourceLink } from "@/lib/study/citation";
import type { StudyRecord } from "@/lib/study/summary";
import { designNames } from "@/lib/vocabulary/outcomes";
import { counted, listed, sentence } from "@/lib/vocabulary/phrases";
import { setTitle } from "@/lib/wording/comparable-results-title";
import { figureSentence, type ResultSentence, wordsSentence } from "@/lib/wording/figure-text";
import { poolInWords } from "@/lib/wording/pool-text";
import { combinationsInWords, type Printed, shortfallInWords } from "./printed-studies";

/** What the page to print is made of, on paper and as text. */
export type SummaryContent = {
  view: EvidenceView;
  profile: Profile;
  printed: Printed;
  records: ReadonlyMap<string, StudyRecord>;
  /** why the case could not be read, where a link could not: what is printed is then nobody's answer */
  problem: string | null;
};

/** What a study says of response, relapse and survival, one sentence each. */
export function resultsOf({ response, relapse, survival, inWords }: StudyView): ResultSentence[] {
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
export function studyInWords({ treated }: StudyView, record: StudyRecord, content: SummaryContent): string {
  const patients = treated === null ? "number treated not stated" : counted(treated, "patient", "patients");
  const onPage = content.printed.studies.flatMap(({ id }) => content.records.get(id) ?? []);
  const first = onPage.find(({ cohort }) => cohort !== null && cohort === record.cohort);
  const same = first && first !== record ? `, the patients of ${shortName(first)}` : "";
  return `${designNames[record.design.type].toLowerCase()}, ${patients}${same}`;
}

/** A citation with the identifier that finds it. */
export function citationInWords(record: StudyRecord): string {
  return `${fullCitation(record)} ${sourceLink(record).label}.`;
}

/** The safety checks that this case makes relevant, each with the answers that do so and its source. */
export function safetyInWords({ safety }: EvidenceView): { text: string; whence: string }[] {
  return safety
    .filter(({ because }) => because.length > 0)
    .map(({ check, figure, why, because, source }) => ({
      // a check without a figure is a heading only, unless it says why it is there
      text: `${check} (${because.map((feature) => questionFor(feature).label.toLowerCase()).join(", ")}). ${figure ?? why}`,
      whence: `[${new URL(source.url).hostname}, ${source.locator}]`,
    }));
}

/** The figures taken together: every pool, and the combinations of the stated features. */
export function togetherInWords(view: EvidenceView): string[] {
  const pools = view.sets
    .filter(({ pool }) => pool)
    .map((set) => `${sentence(set.domain)}, ${setTitle(set).toLowerCase()}. ${poolInWords(set)}`);
  return view.gap.combinations.length > 1 ? [...pools, combinationsInWords(view)] : pools;
}

/** Where the figures come from and how to read them. */
export function libraryInWords({ library }: EvidenceView): string {
  return `Library ${library.version}, literature searched ${date(library.searched)}: ${library.studies} studies, ${library.patients} patients given immunoglobulin, each once. Intervals: ${methodNames.wilson}, 95%. Figures under 5 patients are counts only; their limits are proportions from 0 to 1. A single case is a case, not a rate. Lists published evidence for clinicians; makes no recommendation; not for emergencies.`;
}

/** The case in words; where its link could not be read, that and why. */
export function statedInWords(profile: Profile, problem: string | null): string {
  if (problem) return `not known. ${words.caseUnreadable}: ${problem}`;
  return caseInWords(profile).join("; ") || "nothing stated";
}

/** Studies named in one line before it becomes a list. */
const mostNamed = 6;

/** What is not on the page: studies of the printed group, or those that describe the patient and are not pinned. */
export function leftInWords({ left, unpinned }: Printed, records: SummaryContent["records"]): string | null {
  if (unpinned.length > 0) {
    const named = unpinned.slice(0, mostNamed).flatMap((id) => records.get(id) ?? []);
    const more = unpinned.length > mostNamed ? [`${unpinned.length - mostNamed} more`] : [];
    const describe = counted(unpinned.length, "study that describes", "studies that describe");
    return `Not pinned and not on this page: ${describe} this patient (${listed([...named.map(shortName), ...more])}).`;
  }
  if (left === 0) return null;
  return `${counted(left, "more study of this group stands", "more studies of this group stand")} on the case page.`;
}

/**
 * The page to print as plain text, for pasting into a record: the same content in the same order. Label, note and the
 * day of printing are for the paper only: a record has its own.
 * @param address opens the case again
 */
export function summaryText(content: SummaryContent, address: string): string {
  const { view, profile, printed, records, problem } = content;
  const others = printed.others.flatMap((id) => records.get(id) ?? []);
  const left = leftInWords(printed, records);
  const studies = printed.studies.flatMap((found, index) => {
    const record = records.get(found.id);
    return record ? [studyText(index + 1, found, record, content)] : [];
  });
  const safety = safetyInWords(view).map(({ text, whence }) => `- ${text} ${whence}`);
  return [
    words.title,
    block([
      `Case: ${statedInWords(profile, problem)}`,
      `Answer: ${view.verdict.text}`,
      view.certainty,
      ...view.profile.contradictions.map(({ text }) => `Contradiction: ${text} Both were matched as stated.`),
    ]),
    [`${printed.heading.toUpperCase()}`, ...studies, ...(left ? [left] : [])].join("\n\n"),
    titled(words.alsoPinned, [
      ...others.map((record) => `- ${designNames[record.design.type]}. ${citationInWords(record)}`),
    ]),
    titled(words.together, togetherInWords(view)),
    titled(words.relevantSafety, safety),
    block([libraryInWords(view), `This case: ${address}`]),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function studyText(place: number, found: StudyView, record: StudyRecord, content: SummaryContent): string {
  const shortfall = shortfallInWords(found, content.view.profile);
  const results = resultsOf(found).map(
    ({ name, count, rest, whence }) => `   ${name}: ${[count, rest, whence].filter(Boolean).join(" ")}`,
  );
  return block([
    `${place}. ${shortName(record)}, ${studyInWords(found, record, content)}${shortfall && ` – ${shortfall}`}`,
    ...(results.length > 0 ? results : [`   ${noResult}`]),
    ...(found.dose?.arithmetic ? [`   Its regimen at this weight: ${found.dose.arithmetic}.`] : []),
    `   ${citationInWords(record)}`,
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
