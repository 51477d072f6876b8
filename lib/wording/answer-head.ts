import type { Answer } from "@/lib/answer/answer";
import { endWithAlike, isMixed, isMixedInSeveral } from "@/lib/answer/mixed";
import { areSeparateSingleCases, composeRefiningSentences } from "@/lib/answer/verdict";
import { getSubject } from "@/lib/case/facts";
import { formatThousands } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import { countPatientsTreated } from "@/lib/study/cohort";
import { countGroups, countStudies, describeGroups } from "@/lib/study/study-count";
import { formatHad, formatTopic } from "@/lib/vocabulary/phrases";
import { describeStatedCase } from "./case-text";
import { listSharedSilences } from "./deviations";

/** What stands above the figures of an answer. */
export type AnswerHead = {
  /** "25 studies, 470 patients, most like this"; where there are none, that there are none */
  lead: string;
  /** the case in words; where nobody describes the patient, who comes nearest */
  rest: string[];
  /** how many of the studies are of such patients only, and how many do not say: "In 19 studies all had refractory disease, in 6 most." */
  mix: string[];
};

type Content = Pick<Answer, "facts" | "scope" | "library" | "sentences" | "describing">;

/** What is said first of an answer. Every number is counted here, none is typed. */
export function composeAnswerHead({ facts, scope, library, sentences, describing }: Content): AnswerHead {
  const none = { rest: [], mix: [] };
  if (facts.isEmpty)
    return {
      ...none,
      lead: "What happened to patients like yours when they were given immunoglobulin? Answer one question.",
      rest: [`${countStudies(library.studies)}, ${countPatients(library.patients)}.`],
    };
  if (!scope.covered || describing.length === 0)
    return { ...none, lead: sentences.lead, rest: [...sentences.extent, ...sentences.subgroups] };
  return {
    lead: `${countDescribing(describing)}${endWithAlike(describing)}`,
    rest: [describeStatedCase(facts.profile)],
    mix: [
      ...describeSharedPatients(describing),
      ...describeMix(facts, describing),
      ...composeRefiningSentences(facts, describing),
      ...describeSilentStudies({ facts, describing }),
      ...describeUncounted(describing),
      // Next to the figures: where those are of single cases, this may be the only series.
      ...sentences.subgroups,
    ],
  };
}

/** "25 studies, 470 patients"; "4 single cases" where each report has one patient. */
export function countDescribing(describing: Content["describing"]): string {
  const { patients } = countPatientsTreated(describing.map(({ study }) => study));
  if (areSeparateSingleCases(describing)) return pluralise(describing.length, "single case", "single cases");
  const studies = countStudies(describing.length);
  return patients === 0 ? `${studies} of patients` : `${studies}, ${countPatients(patients)}`;
}

function countPatients(count: number): string {
  return `${formatThousands(count)} ${count === 1 ? "patient" : "patients"}`;
}

/** Studies of which it is said at once how many give no number. */
const MAX_FEW = 5;

/** "1 of 4 studies gives no number of patients." They are in no sum of patients; of few studies nobody may miss it. */
function describeUncounted(describing: Content["describing"]): string[] {
  if (describing.length > MAX_FEW || countPatientsTreated(describing.map(({ study }) => study)).uncounted === 0)
    return [];
  const uncounted = describing.filter(({ study }) => study.participants.treated === null).length;
  const give = uncounted === 1 ? "gives" : "give";
  if (describing.length === uncounted) return [`${uncounted === 1 ? "It" : "They"} ${give} no number of patients.`];
  return [`${uncounted} of ${countStudies(describing.length)} ${give} no number of patients.`];
}

/** Of how many groups of patients the studies are, where some are of the same. */
function describeSharedPatients(describing: Content["describing"]): string[] {
  const groups = countGroups(describing.map(({ study }) => study));
  return groups === null ? [] : [`Some are of the same patients, each counted once: ${describeGroups(groups)}.`];
}

/** Features that a sentence names before it only says "like this". */
const MAX_NAMED = 2;

/** In how many studies all patients were like this one, and in how many most; nothing where all were in each. */
function describeMix({ profile, defining }: Content["facts"], describing: Content["describing"]): string[] {
  const mixed = describing.filter(isMixed).length;
  if (mixed === 0) return [];
  const had =
    defining.length > MAX_NAMED
      ? "were like this"
      : formatHad(
          defining.map((aspect) => getSubject(profile, aspect)),
          false,
        );
  const pure = describing.length - mixed;
  const many = describing.some(isMixedInSeveral) ? "not all" : "most";
  if (pure === 0) return [`In ${mixed === 1 ? "it" : "each of them"}, ${many} patients ${had}.`];
  return [`In ${countStudies(pure)} all ${had}, in ${mixed} ${many}.`];
}

/** Aspects that the sentence of silent studies names: those of which most are silent. */
const MAX_SILENT = 3;

/**
 * What was answered and at least half of the studies do not speak of: "Not said in what was read: lung disease (33 of 34
 * studies), pregnancy (26)." They count as studies of such patients, and nobody may think that they were read to be so.
 * @param onlyOfAll whether to name only what none of the studies speaks of, for where there is little room
 */
export function describeSilentStudies(
  { facts, describing }: Pick<Content, "facts" | "describing">,
  onlyOfAll = false,
): string[] {
  const silent = listSharedSilences(describing)
    .filter(({ studies }) => !onlyOfAll || studies === describing.length)
    .sort((a, b) => b.studies - a.studies)
    .slice(0, MAX_SILENT);
  if (silent.length === 0) return [];
  const named = silent.map(({ aspect, studies }, place) => {
    const topic = formatTopic(getSubject(facts.profile, aspect));
    if (describing.length === 1) return topic;
    return `${topic} (${studies}${place === 0 ? ` of ${countStudies(describing.length)}` : ""})`;
  });
  return [`Not said in what was read: ${named.join(", ")}.`];
}
