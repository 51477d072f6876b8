import type { CaseFacts } from "@/lib/case/facts";
import { createColumns } from "@/lib/match/columns";
import { type Group, groups } from "@/lib/match/match";
import { rankByGroup } from "@/lib/match/rank";
import type { IntervalMethod } from "@/lib/stats/interval";
import type { StudySummary } from "@/lib/study/summary";
import type { WantedReport } from "@/lib/study/wanted";
import { type AnswerCell, listCells } from "./cells";
import { describeAnswerCertainty, measureSureness } from "./certainty";
import { type ComparableSet, groupComparableResults } from "./comparable-results";
import { createGap, type Gap } from "./gap";
import { listGiven } from "./given";
import { listIncluding } from "./including";
import { createLazily } from "./lazily";
import { findAnswersToLeaveOut } from "./leave-out";
import type { Library } from "./library";
import { findNextQuestion, type OpenQuestion } from "./next-question";
import { matchRelated, orderGuidelines, type RelatedSheet } from "./related";
import type { EvidenceReply, Given, Including, LeaveOut, Sure, Verdict } from "./reply";
import { getFigure } from "./result";
import { composeFindings, type Finding } from "./result-sentences";
import { type RelevantSafety, selectSafetyChecks } from "./safety";
import { describeScope } from "./scope";
import { createStudyAnswer, type StudyAnswer } from "./study-answer";
import { composeVerdict, type VerdictSentences, writeVerdict } from "./verdict";
import { selectWantedReports } from "./wanted-reports";

/** Everything there is to say about one case: the one object that screen, plots, paper and reply are made from. */
export type Answer = {
  facts: CaseFacts;
  library: EvidenceReply["library"];
  verdict: Verdict;
  /** the sentences of the verdict by what they tell, for pages that show some of it elsewhere */
  sentences: VerdictSentences;
  /** how sure the whole answer can be, in words; of a disease that is not covered, the sentence that says so */
  certainty: string;
  /** every treatment study, in rank order */
  studies: StudyAnswer[];
  comparableSets: ComparableSet[];
  gap: Gap;
  guidelines: RelatedSheet[];
  reviews: RelatedSheet[];
  background: RelatedSheet[];
  safety: RelevantSafety[];
  nextQuestion: OpenQuestion | null;
  scope: EvidenceReply["scope"];
  /** the studies that describe this patient, in rank order */
  describing: StudyAnswer[];
  /** the studies that describe a part of this patient, in rank order */
  part: StudyAnswer[];
  cells: AnswerCell[];
  /** the cells in words */
  findings: Finding[];
  including: Including[];
  leaveOut: LeaveOut[];
  given: Given[];
  /** known reports of such patients that are not in the library */
  wanted: WantedReport[];
  sure: Sure;
};

/** The studies of a disease that the library is not about. */
const noStudies = createColumns<StudySummary>([]);

/**
 * Answers one case. Each part is worked out when it is first asked for, by whoever needs it: a card in a record system has
 * no place for most of them.
 * Pure: the same case and library give the same answer, whatever the order of the library's files.
 * @param method the interval named on every figure; differences of two arms always carry Newcombe's
 */
export function answerCase(facts: CaseFacts, library: Library, method: IntervalMethod = "wilson"): Answer {
  const scope = describeScope(facts);
  const columns = scope.covered ? library.columns.treatment : noStudies;
  const isStated = facts.stated.length > 0;
  const rank = rankByGroup(facts, columns, library.rarity);
  const createGroup = (group: Group) => rank(group).map((ranked) => createStudyAnswer(facts, ranked, method));
  const byGroup = createLazily<Record<Group, StudyAnswer[]>>({
    "this-patient": () => createGroup("this-patient"),
    part: () => createGroup("part"),
    general: () => createGroup("general"),
    other: () => createGroup("other"),
  });
  const answer: Answer = createLazily<Answer>({
    facts: () => facts,
    library: () => ({
      version: library.version,
      studies: library.byKind.treatment.length,
      patients: library.patients,
      searched: library.searched,
    }),
    verdict: () => writeVerdict(answer.sentences, answer.describing),
    sentences: () => composeVerdict(answer),
    // Of a disease that is not covered, nothing was looked for: that nobody describes such patients would be a claim.
    certainty: () =>
      scope.text ??
      describeAnswerCertainty(
        answer.describing.map(({ study }) => study),
        countWaysOfResponse(answer.describing),
        isStated,
      ),
    studies: () => groups.flatMap((group) => byGroup[group]),
    // Who describes this patient is pooled; with nothing stated, that is everybody the general evidence describes.
    comparableSets: () => groupComparableResults(isStated ? answer.describing : byGroup.general),
    gap: () => createGap(answer, columns, library.rarity, method),
    guidelines: () => orderGuidelines(facts, matchRelated(facts, library, "guideline")),
    reviews: () => matchRelated(facts, library, "review"),
    background: () => matchRelated(facts, library, "background"),
    safety: () => selectSafetyChecks(facts, library.safety),
    nextQuestion: () => findNextQuestion(facts, columns),
    scope: () => scope,
    describing: () => byGroup["this-patient"],
    part: () => byGroup.part,
    cells: () => listCells(facts, answer.describing),
    findings: () => composeFindings(answer.cells, answer.describing),
    including: () => (scope.covered ? listIncluding(answer) : []),
    leaveOut: () => findAnswersToLeaveOut(facts, columns),
    given: () => listGiven(answer.describing),
    wanted: () => (scope.covered ? selectWantedReports(facts, library.wanted) : []),
    sure: () => measureSureness(answer.describing.map(({ study }) => study)),
  });
  return answer;
}

/** In how many ways studies count response: by organ and degree, whoever their patients are. */
function countWaysOfResponse(studies: readonly StudyAnswer[]): number {
  const responses = studies.flatMap(({ results }) => getFigure(results.response) ?? []);
  return new Set(responses.map(({ organ, degree }) => `${organ} ${degree}`)).size;
}
