/**
 * A set of studies by their place in a list, one bit a study: 32 studies are taken at a time. Bits behind the last study
 * are 0.
 */
export type StudySet = Int32Array;

/** An empty set for a list of so many studies. */
export function createStudySet(studies: number): StudySet {
  return new Int32Array(Math.ceil(studies / 32));
}

/** Adds one study to a set, by its place. */
export function addStudy(set: StudySet, study: number) {
  set[study >> 5] = wordOf(set, study >> 5) | (1 << (study & 31));
}

/** Adds all studies of another set to a set. */
export function addStudies(set: StudySet, added: StudySet) {
  for (let word = 0; word < set.length; word += 1) set[word] = wordOf(set, word) | wordOf(added, word);
}

/** Takes all studies of another set out of a set. */
export function removeStudies(set: StudySet, removed: StudySet) {
  for (let word = 0; word < set.length; word += 1) set[word] = wordOf(set, word) & ~wordOf(removed, word);
}

/** Does something with each study of a set, in their order. */
export function forEachStudy(set: StudySet, act: (study: number) => void) {
  for (let word = 0; word < set.length; word += 1) {
    for (let bits = wordOf(set, word); bits !== 0; bits &= bits - 1) act(32 * word + 31 - Math.clz32(bits & -bits));
  }
}

/** Of 32 studies, those that are in any of some sets; of no sets none. */
export function unite(sets: readonly StudySet[], word: number): number {
  let bits = 0;
  for (const set of sets) bits |= wordOf(set, word);
  return bits;
}

/** Of 32 studies, those that are in each of some sets; of no sets all. */
export function intersect(sets: readonly StudySet[], word: number): number {
  let bits = -1;
  for (const set of sets) bits &= wordOf(set, word);
  return bits;
}

/** How many bits of a word are 1. Source: Warren, Hacker's Delight, 2nd edition, figure 5-2. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function wordOf(set: StudySet, word: number): number {
  return set[word] as number;
}
