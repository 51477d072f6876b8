import type { Aspect, Diagnosis, Feature } from "@/lib/vocabulary/feature";
import type { Subject } from "@/lib/vocabulary/phrases";
import { type Contradiction, deriveImpliedAnswers, findContradictions } from "./implications";
import { getStatedAnswers, type Profile, type YesNo } from "./schema";

/** A case as it was understood: read once from the profile, and asked by everything that answers or shows it. */
export type CaseFacts = {
  profile: Profile;
  /** every answer that counts in matching, those given by the age included, in the order of the vocabulary */
  answers: Partial<Record<Feature, YesNo>>;
  /** what those answers say about questions left open; shown, but never matched */
  implied: Partial<Record<Feature, YesNo>>;
  /** what the patient has, as stated: features answered yes, then the diagnosis */
  stated: readonly Aspect[];
  /** the patients this one belongs to where a study counts some of its patients apart, by what is stated or implied */
  subgroups: ReadonlySet<Feature | Diagnosis>;
  contradictions: readonly Contradiction[];
  /** nothing was entered at all, not even a weight */
  isEmpty: boolean;
};

/** Understands a case: pure, the same facts for the same answers in whatever order they were given. */
export function readCase(profile: Profile): CaseFacts {
  const { features, diagnosis, weightKg, ageYears } = profile;
  const given = getStatedAnswers(profile);
  const implied = deriveImpliedAnswers(profile);
  const yes = given.flatMap(({ feature, answer }) => (answer === "yes" ? [feature] : []));
  const impliedYes = (Object.keys(implied) as Feature[]).filter((feature) => implied[feature] === "yes");
  return {
    profile,
    answers: Object.fromEntries(given.map(({ feature, answer }) => [feature, answer])),
    implied,
    stated: [...yes, ...(diagnosis ? (["diagnosis"] as const) : [])],
    subgroups: new Set([...yes, ...impliedYes, ...(diagnosis ? [diagnosis] : [])]),
    contradictions: findContradictions(profile),
    isEmpty: Object.keys(features).length === 0 && diagnosis === null && weightKg === null && ageYears === null,
  };
}

/**
 * An aspect as sentences name it.
 * @throws RangeError for the diagnosis of a case that has none
 */
export function getSubject({ diagnosis }: Pick<Profile, "diagnosis">, aspect: Aspect): Subject {
  if (aspect !== "diagnosis") return aspect;
  if (!diagnosis) throw new RangeError("getSubject: the case has no diagnosis");
  return { diagnosis };
}
