import type { CaseFacts } from "@/lib/case/facts";
import { createColumns } from "@/lib/match/columns";
import { rankStudies } from "@/lib/match/rank";
import type { IntervalMethod } from "@/lib/stats/interval";
import type { StudySummary } from "@/lib/study/summary";
import type { WantedReport } from "@/lib/study/wanted";
import { type AnswerCell, listCells } from "./cells";
import { describeAnswerCertainty, measureSureness } from "./certainty";
import { type ComparableSet, groupComparableResults } from "./comparable-results";
import { composeGapSentences, createGap, type Gap } from "./gap";
import { listGiven } from "./given";
import { listIncluding } from "./including";
import { findAnswersToLeaveOut } from "./leave-out";
import type { Library } from "./library";
import { findNextQuestion, type OpenQuestion } from "./next-question";
import { matchRelated, orderGuidelines, type RelatedSheet } from "./related";
import type { EvidenceReply, Given, Including, LeaveOut, Sure, Verdict } from "./reply";
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
 * Answers one case. What only some readers of an answer need is worked out when it is first asked for: a card in a record
 * system has no place for it.
 * Pure: the same case and library give the same answer, whatever the order of the library's files.
 * @param method the interval named on every figure; differences of two arms always carry Newcombe's
 */
export function answerCase(facts: CaseFacts, library: Library, method: IntervalMethod = "wilson"): Answer {
  const scope = describeScope(facts);
  const columns = scope.covered ? library.columns.treatment : noStudies;
  const studies = rankStudies(facts, columns, library.rarity).map((ranked) => createStudyAnswer(facts, ranked, method));
  const describing = studies.filter(({ group }) => group === "this-patient");
  const cells = listCells(facts, describing);
  const findings = composeFindings(cells, describing);
  const including = scope.covered ? listIncluding(studies) : [];
  const gapSentences = composeGapSentences(facts, scope, studies, including);
  const sentences = composeVerdict({ facts, studies, describing, cells, findings, including, gapSentences });
  // Who describes this patient is pooled; with nothing stated, that is everybody the general evidence describes.
  const isStated = facts.stated.length > 0;
  const findComparableSets = lazily(() =>
    groupComparableResults(isStated ? describing : studies.filter(({ group }) => group === "general")),
  );
  const findGap = lazily(() => createGap(facts, studies, columns, gapSentences, library.rarity, method));
  // Of a disease that is not covered, nothing was looked for: that nobody describes such patients would be a claim.
  const findCertainty = lazily(
    () =>
      scope.text ??
      describeAnswerCertainty(
        describing.map(({ study }) => study),
        countWaysOfResponse(findComparableSets()),
        isStated,
      ),
  );
  const findGuidelines = lazily(() => orderGuidelines(facts, matchRelated(facts, library, "guideline")));
  const findReviews = lazily(() => matchRelated(facts, library, "review"));
  const findBackground = lazily(() => matchRelated(facts, library, "background"));
  const askNext = lazily(() => findNextQuestion(facts, columns));
  const findLeaveOut = lazily(() => findAnswersToLeaveOut(facts, columns));

  return {
    facts,
    library: {
      version: library.version,
      studies: library.byKind.treatment.length,
      patients: library.patients,
      searched: library.searched,
    },
    verdict: writeVerdict(sentences, describing),
    sentences,
    get certainty() {
      return findCertainty();
    },
    studies,
    get comparableSets() {
      return findComparableSets();
    },
    get gap() {
      return findGap();
    },
    get guidelines() {
      return findGuidelines();
    },
    get reviews() {
      return findReviews();
    },
    get background() {
      return findBackground();
    },
    safety: selectSafetyChecks(facts, library.safety),
    get nextQuestion() {
      return askNext();
    },
    scope,
    describing,
    cells,
    findings,
    including,
    get leaveOut() {
      return findLeaveOut();
    },
    given: listGiven(describing),
    wanted: scope.covered ? selectWantedReports(facts, library.wanted) : [],
    sure: measureSureness(describing.map(({ study }) => study)),
  };
}

/** Works something out when it is first asked for, and once. */
function lazily<Found>(find: () => Found): () => Found {
  let known: { found: Found } | null = null;
  return () => {
    known ??= { found: find() };
    return known.found;
  };
}

/** In how many ways response is counted: by organ and degree. Sets of children and of adults can count in one way. */
function countWaysOfResponse(sets: readonly ComparableSet[]): number {
  const responses = sets.filter(({ domain }) => domain === "response");
  return new Set(responses.map(({ organ, degree }) => `${organ} ${degree}`)).size;
}
