import type { CaseAspect, CaseFacts } from "@/lib/case/facts";
import { getLevel, type Level } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { getFamily, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import { findGroups, type StudyColumns } from "./columns";
import { type Group, groups, type Match, prepareComparison } from "./match";
import type { Rarity } from "./rarity";
import { addStudies, createStudySet, forEachStudy, removeStudies, type StudySet } from "./study-set";
import { listSpecialTraits, type SpecialTrait, specialTraits } from "./traits";

/** A study with its match and what its place in the list rests on. */
export type RankedStudy = Match & { study: StudySummary; level: Level; traits: readonly SpecialTrait[] };

/**
 * The studies, compared with the patient and put in the one order used everywhere: by group; then more of the patient's
 * deciding aspects met, those of one family once; then the rarer ones met; then more of them met by all or most; then
 * more refining aspects met; then fewer special traits that the patient was not said to have; then level of evidence,
 * patients treated (more first), year (earlier first, so that a trial comes before its later analyses) and id. Results
 * have no part in it.
 *
 * The order is found by columns, and reasons are worked out only for the studies that are returned.
 * @param count how many studies to return, those that lead; all by default
 */
export function rankStudies(
  facts: CaseFacts,
  columns: StudyColumns,
  rarity: Rarity,
  count = columns.studies.length,
): RankedStudy[] {
  const groupOfStudies = findGroups(facts, columns);
  const keys = [groupOfStudies, ...listKeys(facts, columns, rarity)];
  const compare = prepareComparison(facts);
  return selectFirst(keys, columns.studies.length, count).map((place) => {
    const study = columns.studies[place] as StudySummary;
    const { reasons, missing } = compare(study);
    return {
      group: groups[groupOfStudies[place] as number] as Group,
      reasons,
      missing,
      study,
      level: getLevel(study.design),
      traits: listSpecialTraits(facts, study),
    };
  });
}

/** One number a study. Of two studies the one with the lower number is first. */
type Key = Uint8Array | Int8Array | Float64Array | Uint32Array;

/** The keys of the order within a group, the one that counts most first. */
function listKeys(facts: CaseFacts, columns: StudyColumns, rarity: Rarity): Key[] {
  const { length } = columns.studies;
  const [familiesMet, familiesMetByMost, refiningMet, special] = [0, 0, 0, 0].map(() => new Int8Array(length)) as [
    Int8Array,
    Int8Array,
    Int8Array,
    Int8Array,
  ];
  const rarityMet = new Float64Array(length);
  const yes = facts.aspects.filter(({ answer }) => answer === "yes");
  for (const { trait } of yes.filter(isRefining)) add(refiningMet, columns.getColumn(trait).any, -1);
  for (const family of groupByFamily(yes.filter((aspect) => !isRefining(aspect)))) {
    const [met, metByMost] = [createStudySet(length), createStudySet(length)];
    // The rarest of a family's traits that a study meets is the one that counts.
    for (const trait of family.sort((a, b) => rarity(b) - rarity(a))) {
      const { any, mostOrAll } = columns.getColumn(trait);
      const meetsNoRarer = any.slice();
      removeStudies(meetsNoRarer, met);
      add(rarityMet, meetsNoRarer, -rarity(trait));
      addStudies(met, any);
      addStudies(metByMost, mostOrAll);
    }
    add(familiesMet, met, -1);
    add(familiesMetByMost, metByMost, -1);
  }
  roundRarity(rarityMet);
  for (const kind of specialTraits) {
    const having = createStudySet(length);
    for (const trait of kind) if (!facts.traits.has(trait)) addStudies(having, columns.getColumn(trait).mostOrAll);
    add(special, having, 1);
  }
  const placed = getPlaces(columns);
  return [familiesMet, rarityMet, familiesMetByMost, refiningMet, special, placed];
}

function isRefining({ aspect, role }: CaseAspect): boolean {
  return role !== "decides" && refiningFeatures.some((feature) => feature === aspect);
}

function groupByFamily(aspects: readonly CaseAspect[]): Trait[][] {
  const families = new Map<Trait, Trait[]>();
  for (const { trait } of aspects) {
    const family = getFamily(trait);
    families.set(family, [...(families.get(family) ?? []), trait]);
  }
  return [...families.values()];
}

function add(key: Int8Array | Float64Array, studies: StudySet, amount: number) {
  forEachStudy(studies, (study) => {
    key[study] = (key[study] as number) + amount;
  });
}

/** Equal sums added in another order differ in their last bits, which must not decide. */
function roundRarity(nats: Float64Array) {
  for (let study = 0; study < nats.length; study += 1) nats[study] = Math.round((nats[study] as number) * 1e9);
}

const placesOfColumns = new WeakMap<StudyColumns, Uint32Array>();

/** The place of each study by what does not depend on the patient: level, patients treated, year and id. */
function getPlaces(columns: StudyColumns): Uint32Array {
  const known = placesOfColumns.get(columns);
  if (known) return known;
  const { studies } = columns;
  const sorted = studies
    .map((study, index) => ({ study, index, level: getLevel(study.design) }))
    .sort(
      (a, b) =>
        a.level - b.level ||
        (b.study.participants.treated ?? 0) - (a.study.participants.treated ?? 0) ||
        compareYears(a.study.citation.year, b.study.citation.year) ||
        (a.study.id < b.study.id ? -1 : 1),
    );
  const places = new Uint32Array(studies.length);
  for (const [place, { index }] of sorted.entries()) places[index] = place;
  placesOfColumns.set(columns, places);
  return places;
}

/** Undated studies come last. */
function compareYears(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/**
 * The studies that lead, in their order. Those behind so many others that they cannot lead are passed over with one
 * comparison; the rest are sorted whenever twice as many as are wanted have gathered.
 */
function selectFirst(keys: readonly Key[], studies: number, count: number): number[] {
  const compare = (a: number, b: number) => {
    for (const key of keys) {
      const difference = (key[a] as number) - (key[b] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  let found: number[] = [];
  let last: number | null = null;
  for (let study = 0; study < studies; study += 1) {
    if (last !== null && compare(study, last) > 0) continue;
    found.push(study);
    if (found.length < 2 * count) continue;
    found = found.sort(compare).slice(0, count);
    last = found.at(-1) ?? null;
  }
  return found.sort(compare).slice(0, count);
}
