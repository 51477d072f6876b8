import type { CaseAspect, CaseFacts } from "@/lib/case/facts";
import { workOutOnce } from "@/lib/format/object";
import { getLevel, type Level } from "@/lib/study/kind";
import type { StudySummary } from "@/lib/study/summary";
import { getFamily, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import type { Feature } from "@/lib/vocabulary/feature";
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
  const { keys, compare } = prepareRanking(facts, columns, rarity);
  return selectFirst(keys, count).map(compare);
}

/**
 * The studies in the same order, each group by itself: reasons are worked out only for the groups that are asked for.
 * @returns a function that gives the studies of one group
 */
export function rankByGroup(facts: CaseFacts, columns: StudyColumns, rarity: Rarity): (group: Group) => RankedStudy[] {
  const { keys, compare, getGroup } = prepareRanking(facts, columns, rarity);
  const order = selectFirst(keys, columns.studies.length);
  return (group) => order.filter((place) => getGroup(place) === group).map(compare);
}

/** What the order is found from, and what gives the study at a place among the columns with its group and reasons. */
function prepareRanking(facts: CaseFacts, columns: StudyColumns, rarity: Rarity) {
  const groupOfStudies = findGroups(facts, columns);
  const getGroup = (place: number) => groups[groupOfStudies[place] as number] as Group;
  const compareStudy = prepareComparison(facts);
  return {
    keys: listKeys(facts, columns, rarity, groupOfStudies),
    getGroup,
    compare: (place: number): RankedStudy => {
      const study = columns.studies[place] as StudySummary;
      const { reasons, missing } = compareStudy(study);
      return {
        group: getGroup(place),
        reasons,
        missing,
        study,
        level: getLevel(study.design),
        traits: listSpecialTraits(facts, study),
      };
    },
  };
}

/**
 * The keys of the order as two numbers for each study. Of two studies the one with the lower first number leads, of equals
 * the one with the lower second.
 */
type Keys = {
  /** the group, then families met (more first), then rarity met (more first) */
  first: Float64Array;
  /** families met by all or most, refining aspects met (more first), then special traits, then the place below */
  second: Float64Array;
};

/** One of each key in units of the number that it is a part of: each is larger than all that stands behind it. */
const units = (() => {
  // Rarity is in billionths of a nat, and all that one study can meet is a few hundred nats.
  const family = 2 ** 40;
  // Places are numbers of 32 bits.
  const special = 2 ** 32;
  const refining = special * (specialTraits.length + 1);
  const familyByMost = refining * (refiningFeatures.length + 1);
  return { group: family * 2 ** 6, family, familyByMost, refining, special };
})();

function listKeys(facts: CaseFacts, columns: StudyColumns, rarity: Rarity, groupOfStudies: Uint8Array): Keys {
  const { length } = columns.studies;
  const first = new Float64Array(length);
  const second = listFixedKeys(columns).slice();
  const yes = facts.aspects.filter(({ answer }) => answer === "yes");
  for (const { trait } of yes.filter(isRefining)) add(second, columns.getColumn(trait).any, -units.refining);
  const metByFamilies: StudySet[] = [];
  for (const family of groupByFamily(yes.filter((aspect) => !isRefining(aspect)))) {
    const [met, metByMost] = [createStudySet(length), createStudySet(length)];
    // The rarest of a family's traits that a study meets is the one that counts.
    for (const trait of family.sort((a, b) => rarity(b) - rarity(a))) {
      const { any, mostOrAll } = columns.getColumn(trait);
      const meetsNoRarer = any.slice();
      removeStudies(meetsNoRarer, met);
      add(first, meetsNoRarer, -rarity(trait));
      addStudies(met, any);
      addStudies(metByMost, mostOrAll);
    }
    metByFamilies.push(met);
    add(second, metByMost, -units.familyByMost);
  }
  for (let study = 0; study < length; study += 1) {
    // Equal sums added in another order differ in their last bits, which must not decide.
    const rarityMet = Math.round((first[study] as number) * 1e9);
    first[study] = (groupOfStudies[study] as number) * units.group + rarityMet;
  }
  for (const met of metByFamilies) add(first, met, -units.family);
  for (const kind of specialTraits) {
    if (!kind.some((trait) => facts.traits.has(trait))) continue;
    add(second, getStudiesHaving(kind, columns), -units.special);
    add(
      second,
      getStudiesHaving(
        kind.filter((trait) => !facts.traits.has(trait)),
        columns,
      ),
      units.special,
    );
  }
  return { first, second };
}

/** The studies most or all of whose patients have one of some traits. */
function getStudiesHaving(traits: readonly Feature[], columns: StudyColumns): StudySet {
  const having = createStudySet(columns.studies.length);
  for (const trait of traits) addStudies(having, columns.getColumn(trait).mostOrAll);
  return having;
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

function add(key: Float64Array, studies: StudySet, amount: number) {
  forEachStudy(studies, (study) => {
    key[study] = (key[study] as number) + amount;
  });
}

/**
 * The part of the second number that does not depend on the patient, worked out once for some columns: the special traits
 * of each study, as if none had been stated, and its place by level, patients treated, year and id.
 */
const listFixedKeys = workOutOnce((columns: StudyColumns): Float64Array => {
  const { studies } = columns;
  const levels = Uint8Array.from(studies, ({ design }) => getLevel(design));
  const level = (study: number) => levels[study] as number;
  const get = (study: number) => studies[study] as StudySummary;
  const sorted = Uint32Array.from(studies.keys()).sort((one, other) => {
    const [a, b] = [get(one), get(other)];
    return (
      level(one) - level(other) ||
      (b.participants.treated ?? 0) - (a.participants.treated ?? 0) ||
      compareYears(a.citation.year, b.citation.year) ||
      (a.id < b.id ? -1 : 1)
    );
  });
  const fixed = new Float64Array(studies.length);
  for (const [place, study] of sorted.entries()) fixed[study] = place;
  for (const kind of specialTraits) add(fixed, getStudiesHaving(kind, columns), units.special);
  return fixed;
});

/** Undated studies come last. */
function compareYears(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

/**
 * The studies that lead, in their order. Those behind so many others that they cannot lead are passed over with one
 * comparison; the rest are sorted whenever twice as many as are wanted have gathered.
 */
function selectFirst({ first, second }: Keys, count: number): number[] {
  const compare = (a: number, b: number) =>
    (first[a] as number) - (first[b] as number) || (second[a] as number) - (second[b] as number);
  let found: number[] = [];
  let last: number | null = null;
  for (let study = 0; study < first.length; study += 1) {
    if (last !== null && compare(study, last) > 0) continue;
    found.push(study);
    if (found.length < 2 * count) continue;
    found = found.sort(compare).slice(0, count);
    last = found.at(-1) ?? null;
  }
  return found.sort(compare).slice(0, count);
}
