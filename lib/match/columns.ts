import type { CaseFacts } from "@/lib/case/facts";
import type { StudySummary } from "@/lib/study/summary";
import { refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import type { Share } from "@/lib/vocabulary/feature";
import { type Group, groups } from "./match";
import { listShares, traits } from "./share";
import { addStudy, countBits, createStudySet, forEachStudy, intersect, type StudySet, unite } from "./study-set";

/**
 * Studies by columns: for each trait, which studies have it in all of their patients, in most or all, in any, or in
 * none. Shares do not depend on the patient, so that the columns are made once for a library. A case is then one pass
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

/** Makes the columns of some studies, all of them in one pass when one is first asked for. */
export function createColumns<Study extends StudySummary>(studies: readonly Study[]): StudyColumns<Study> {
  let columns: Record<Trait, Column> | null = null;
  return {
    studies,
    getColumn: (trait) => {
      columns ??= readColumns(studies);
      return columns[trait];
    },
  };
}

function readColumns(studies: readonly StudySummary[]): Record<Trait, Column> {
  const createSet = () => createStudySet(studies.length);
  const columns = traits.map(
    (): Column => ({ all: createSet(), mostOrAll: createSet(), any: createSet(), none: createSet() }),
  );
  for (const [place, study] of studies.entries()) {
    for (const [index, { share }] of listShares(study).entries()) {
      const column = columns[index] as Column;
      for (const set of setsOfShare[share]) addStudy(column[set], place);
    }
  }
  return Object.fromEntries(traits.map((trait, index) => [trait, columns[index]])) as Record<Trait, Column>;
}

/** The sets that decide the groups for one case, by what they do. */
type Rules = {
  /** all patients unlike this one */
  ruleOut: StudySet[];
  /** most patients unlike this one, or what refines is in none */
  keepOut: StudySet[];
  /** each of them has to hold a study that describes the patient */
  describe: StudySet[];
  /** any of them makes a study one of a part of the patient */
  takePart: StudySet[];
};

function listRules({ aspects }: ComparedCase, { getColumn }: StudyColumns): Rules {
  const rules: Rules = { ruleOut: [], keepOut: [], describe: [], takePart: [] };
  for (const { trait, answer, role } of aspects) {
    const { all, mostOrAll, any, none } = getColumn(trait);
    if (answer === "no") {
      rules.ruleOut.push(all);
      rules.keepOut.push(mostOrAll);
      continue;
    }
    if (role === "refines") rules.keepOut.push(none);
    if (role === "decides") rules.describe.push(mostOrAll);
    if (role === "decides" || (role === "follows" && !refiningFeatures.includes(trait))) rules.takePart.push(any);
  }
  return rules;
}

/** The studies of each group but the general evidence, in which all others are. */
type Divided = { thisPatient: StudySet; part: StudySet; other: StudySet };

/** Divides the studies into groups, by the same rules as `findGroup`. */
function divideStudies(facts: ComparedCase, columns: StudyColumns): Divided {
  const rules = listRules(facts, columns);
  const [thisPatient, part, other] = [0, 0, 0].map(() => createStudySet(columns.studies.length)) as [
    StudySet,
    StudySet,
    StudySet,
  ];
  for (let word = 0; word < other.length; word += 1) {
    const described = findDescribed(rules, word);
    const ruledOut = unite(rules.ruleOut, word);
    thisPatient[word] = described;
    other[word] = ruledOut;
    part[word] = unite(rules.takePart, word) & ~described & ~ruledOut;
  }
  return { thisPatient, part, other };
}

/** Of 32 studies, those that describe the patient. Whoever differs in all patients from a "no" is kept out as well. */
function findDescribed({ describe, keepOut }: Rules, word: number): number {
  return describe.length === 0 ? 0 : intersect(describe, word) & ~unite(keepOut, word);
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

/**
 * Prepares to count how many studies fall in different groups for many pairs of patients who have much in common.
 * @param common what most of these patients share: what it means for the studies is worked out once
 */
export function prepareMoves(
  common: ComparedCase,
  columns: StudyColumns,
): (one: ComparedCase, other: ComparedCase) => number {
  const identify = ({ trait, answer, role }: ComparedCase["aspects"][number]) => `${trait} ${answer} ${role}`;
  const shared = new Set(common.aspects.map(identify));
  const united = uniteRules(listRules(common, columns), columns.studies.length);
  const list = ({ aspects }: ComparedCase) => {
    const more = aspects.filter((aspect) => !shared.has(identify(aspect)));
    // One of what is shared may be compared in another way now: then nothing of it is used.
    return more.length === aspects.length - shared.size
      ? joinRules(united, listRules({ aspects: more }, columns))
      : listRules({ aspects }, columns);
  };
  return (one, other) => countDifferent(list(one), list(other), columns.studies.length);
}

/** The same rules with at most one set of each kind. */
function uniteRules({ ruleOut, keepOut, describe, takePart }: Rules, studies: number): Rules {
  const combine = (sets: readonly StudySet[], combineAt: typeof unite) =>
    sets.length < 2 ? [...sets] : [createStudySet(studies).map((_, word) => combineAt(sets, word))];
  return {
    ruleOut: combine(ruleOut, unite),
    keepOut: combine(keepOut, unite),
    describe: combine(describe, intersect),
    takePart: combine(takePart, unite),
  };
}

function joinRules(a: Rules, b: Rules): Rules {
  return {
    ruleOut: [...a.ruleOut, ...b.ruleOut],
    keepOut: [...a.keepOut, ...b.keepOut],
    describe: [...a.describe, ...b.describe],
    takePart: [...a.takePart, ...b.takePart],
  };
}

function countDifferent(a: Rules, b: Rules, studies: number): number {
  const words = createStudySet(studies).length;
  let moved = 0;
  for (let word = 0; word < words; word += 1) {
    const [describedA, describedB] = [findDescribed(a, word), findDescribed(b, word)];
    const [ruledOutA, ruledOutB] = [unite(a.ruleOut, word), unite(b.ruleOut, word)];
    const partA = unite(a.takePart, word) & ~describedA & ~ruledOutA;
    const partB = unite(b.takePart, word) & ~describedB & ~ruledOutB;
    moved += countBits((describedA ^ describedB) | (ruledOutA ^ ruledOutB) | (partA ^ partB));
  }
  return moved;
}
