import type { CaseAspect, CaseFacts } from "@/lib/case/facts";
import { refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import { type Share, shares } from "@/lib/vocabulary/feature";
import { type Group, groups } from "./match";
import { getRelation, isMet, isMetByMost } from "./relation";
import { type Described, getShare } from "./share";

/**
 * Studies by columns: for each trait one small number a study. A case is then a few passes over numbers, however many
 * cases are imagined to find the next question. `findGroup` is the definition that the passes are proved equal to.
 */
export type StudyColumns<Study extends Described = Described> = {
  studies: readonly Study[];
  /** for each study what one aspect of a case says of its group, as `flags`; worked out once for each kind of aspect */
  getFlags: (aspect: Pick<CaseAspect, "trait" | "answer" | "role">) => Flags;
};

type ComparedCase = Pick<CaseFacts, "aspects">;

/** One byte a study, padded to whole words of four, so that four studies are taken at a time. */
type Flags = Uint32Array;

/** What an aspect can say of a study's group. */
const flags = { other: 1, keptOut: 2, notDescribed: 4, part: 8 } as const;

/** Makes the columns of some studies. Shares do not depend on the patient, so that this is done once for a library. */
export function createColumns<Study extends Described>(studies: readonly Study[]): StudyColumns<Study> {
  const columns = new Map<Trait, Uint8Array>();
  const known = new Map<string, Flags>();
  const getColumn = (trait: Trait) => {
    const column =
      columns.get(trait) ?? Uint8Array.from(studies, (study) => shares.indexOf(getShare(study, trait).share));
    columns.set(trait, column);
    return column;
  };
  return {
    studies,
    getFlags: (aspect) => {
      const key = `${aspect.trait} ${aspect.answer} ${aspect.role}`;
      const found = known.get(key) ?? markStudies(getColumn(aspect.trait), aspect);
      known.set(key, found);
      return found;
    },
  };
}

function markStudies(column: Uint8Array, aspect: Pick<CaseAspect, "trait" | "answer" | "role">): Flags {
  const ofShare = Uint8Array.from(shares, (share) => findFlags(aspect, share));
  const marks = new Uint32Array(Math.ceil(column.length / 4));
  const bytes = new Uint8Array(marks.buffer);
  for (let study = 0; study < column.length; study += 1) bytes[study] = ofShare[column[study] ?? 0] ?? 0;
  return marks;
}

/** What an aspect says of a study with this share, by the same rules as `findGroup`. */
function findFlags({ trait, answer, role }: Pick<CaseAspect, "trait" | "answer" | "role">, share: Share): number {
  const relation = getRelation(answer, share);
  if (answer === "no") return relation === "differs" ? flags.other : relation === "mostly-differs" ? flags.keptOut : 0;
  const makesPart = role === "decides" || (role === "follows" && !refiningFeatures.includes(trait));
  return (
    (role === "decides" && !isMetByMost(relation) ? flags.notDescribed : 0) |
    (role === "refines" && relation === "differs" ? flags.keptOut : 0) |
    (makesPart && isMet(relation) ? flags.part : 0)
  );
}

/** What all aspects of a case say of each study, and the group that follows from each combination of flags. */
function markAll({ aspects }: ComparedCase, columns: StudyColumns): { marks: Flags; ofMarks: Uint8Array } {
  const marks = new Uint32Array(Math.ceil(columns.studies.length / 4));
  for (const aspect of aspects) {
    const ofAspect = columns.getFlags(aspect);
    for (let word = 0; word < marks.length; word += 1) marks[word] = (marks[word] ?? 0) | (ofAspect[word] ?? 0);
  }
  const hasDeciding = aspects.some(({ answer, role }) => answer === "yes" && role === "decides");
  return { marks, ofMarks: Uint8Array.from({ length: 16 }, (_, mark) => groups.indexOf(readGroup(mark, hasDeciding))) };
}

function readGroup(mark: number, hasDeciding: boolean): Group {
  if (mark & flags.other) return "other";
  if (hasDeciding && !(mark & (flags.notDescribed | flags.keptOut))) return "this-patient";
  return mark & flags.part ? "part" : "general";
}

/** The groups of all studies, in their order, as places in `groups`. */
export function findGroups(facts: ComparedCase, columns: StudyColumns): Uint8Array {
  const { marks, ofMarks } = markAll(facts, columns);
  const bytes = new Uint8Array(marks.buffer, 0, columns.studies.length);
  for (let study = 0; study < bytes.length; study += 1) bytes[study] = ofMarks[bytes[study] ?? 0] ?? 0;
  return bytes;
}

/** The studies that describe a patient, in their order. */
export function selectDescribing<Study extends Described>(facts: ComparedCase, columns: StudyColumns<Study>): Study[] {
  const found = findGroups(facts, columns);
  const wanted = groups.indexOf("this-patient");
  return columns.studies.filter((_, study) => found[study] === wanted);
}

/** How many studies fall in different groups for two patients. */
export function countMoved(one: ComparedCase, other: ComparedCase, columns: StudyColumns): number {
  const [a, b] = [markAll(one, columns), markAll(other, columns)];
  const [ofA, ofB] = [new Uint8Array(a.marks.buffer), new Uint8Array(b.marks.buffer)];
  // Where the groups follow alike, studies that are marked alike have not moved: most words are passed over whole.
  const isAlike = a.ofMarks.every((group, mark) => group === b.ofMarks[mark]);
  let moved = 0;
  for (let word = 0; word < a.marks.length; word += 1) {
    if (isAlike && a.marks[word] === b.marks[word]) continue;
    const end = Math.min(4 * word + 4, columns.studies.length);
    for (let study = 4 * word; study < end; study += 1) {
      if (a.ofMarks[ofA[study] ?? 0] !== b.ofMarks[ofB[study] ?? 0]) moved += 1;
    }
  }
  return moved;
}
