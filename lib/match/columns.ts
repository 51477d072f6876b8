import type { CaseFacts } from "@/lib/case/facts";
import type { StudySummary } from "@/lib/study/summary";
import { refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import type { Share } from "@/lib/vocabulary/feature";
import { type Group, groups } from "./match";
import { getShare } from "./share";
import {
  addStudies,
  addStudy,
  countBits,
  createStudySet,
  forEachStudy,
  keepStudies,
  removeStudies,
  type StudySet,
} from "./study-set";

/**
 * Studies by columns: for each trait, which studies have it in all of their patients, in most or all, in any, or in
 * none. Shares do not depend on the patient, so that each column is made once for a library. A case is then a few passes
 * over sets, however many cases are imagined to find the next question. `findGroup` is the definition that the passes
 * are proved equal to.
 */
export type StudyColumns<Study extends StudySummary = StudySummary> = {
  studies: readonly Study[];
  getColumn: (trait: Trait) => Column;
};

/** The studies by their share of one trait; those that do not speak of it are in none of the sets. */
type Column = { all: StudySet; mostOrAll: StudySet; any: StudySet; none: StudySet };

const setsOfShare: Record<Share, readonly (keyof Column)[]> = {
  all: ["all", "mostOrAll", "any"],
  most: ["mostOrAll", "any"],
  some: ["any"],
  none: ["none"],
  unclear: [],
};

type ComparedCase = Pick<CaseFacts, "aspects">;

/** Makes the columns of some studies, each when it is first asked for. */
export function createColumns<Study extends StudySummary>(studies: readonly Study[]): StudyColumns<Study> {
  const columns = new Map<Trait, Column>();
  return {
    studies,
    getColumn: (trait) => {
      const column = columns.get(trait) ?? createColumn(studies, trait);
      columns.set(trait, column);
      return column;
    },
  };
}

function createColumn(studies: readonly StudySummary[], trait: Trait): Column {
  const createSet = () => createStudySet(studies.length);
  const column: Column = { all: createSet(), mostOrAll: createSet(), any: createSet(), none: createSet() };
  for (const [place, study] of studies.entries()) {
    for (const set of setsOfShare[getShare(study, trait).share]) addStudy(column[set], place);
  }
  return column;
}

/** The studies of each group but the general evidence, in which all others are. */
type Divided = { thisPatient: StudySet; part: StudySet; other: StudySet };

/** Divides the studies into groups, by the same rules as `findGroup`. */
function divideStudies({ aspects }: ComparedCase, { studies, getColumn }: StudyColumns): Divided {
  const [other, keptOut, part] = [0, 0, 0].map(() => createStudySet(studies.length)) as [StudySet, StudySet, StudySet];
  let thisPatient: StudySet | null = null;
  for (const { trait, answer, role } of aspects) {
    const { all, mostOrAll, any, none } = getColumn(trait);
    if (answer === "no") {
      addStudies(other, all);
      addStudies(keptOut, mostOrAll);
      continue;
    }
    if (role === "refines") addStudies(keptOut, none);
    if (role === "decides") {
      if (thisPatient) keepStudies(thisPatient, mostOrAll);
      else thisPatient = mostOrAll.slice();
    }
    if (role === "decides" || (role === "follows" && !refiningFeatures.includes(trait))) addStudies(part, any);
  }
  thisPatient ??= createStudySet(studies.length);
  // Whoever differs in all patients from a "no" is in `keptOut` as well.
  removeStudies(thisPatient, keptOut);
  removeStudies(part, thisPatient);
  removeStudies(part, other);
  return { thisPatient, part, other };
}

/** The groups of all studies, in their order, as places in `groups`. */
export function findGroups(facts: ComparedCase, columns: StudyColumns): Uint8Array {
  const { thisPatient, part, other } = divideStudies(facts, columns);
  const found = new Uint8Array(columns.studies.length).fill(groups.indexOf("general"));
  const mark = (set: StudySet, group: Group) => {
    forEachStudy(set, (study) => {
      found[study] = groups.indexOf(group);
    });
  };
  mark(thisPatient, "this-patient");
  mark(part, "part");
  mark(other, "other");
  return found;
}

/** The studies that describe a patient, in their order. */
export function selectDescribing<Study extends StudySummary>(
  facts: ComparedCase,
  columns: StudyColumns<Study>,
): Study[] {
  const found: Study[] = [];
  forEachStudy(divideStudies(facts, columns).thisPatient, (study) => found.push(columns.studies[study] as Study));
  return found;
}

/** How many studies fall in different groups for two patients. */
export function countMoved(one: ComparedCase, other: ComparedCase, columns: StudyColumns): number {
  const [a, b] = [divideStudies(one, columns), divideStudies(other, columns)];
  const sets = [a.thisPatient, b.thisPatient, a.part, b.part, a.other, b.other] as const;
  const differ = (word: number, at: 0 | 2 | 4) => (sets[at][word] as number) ^ (sets[at + 1]?.[word] as number);
  let moved = 0;
  for (let word = 0; word < a.other.length; word += 1) {
    moved += countBits(differ(word, 0) | differ(word, 2) | differ(word, 4));
  }
  return moved;
}
