import { definitions, getConcept, requirements, type Trait } from "@/lib/vocabulary/concepts";
import { type Feature, features } from "@/lib/vocabulary/feature";
import { answersFromAge, type Origin, type Profile, type YesNo } from "./schema";

export type Answers = Partial<Record<Feature, YesNo>>;

/** What one statement says of the questions by definition of the terms; `concepts` are those it states itself. */
export type Statement = { origin: Origin; concepts: readonly Trait[]; says: Readonly<Answers> };

/**
 * Every statement of a case, with all that follows from it. In the order of the vocabulary: the order of tapping must
 * not change a sentence.
 */
export function listStatements(profile: Profile): Statement[] {
  const fromAge = answersFromAge(profile);
  return [
    ...features.flatMap((feature): Statement[] => {
      const answer = profile.features[feature];
      return answer ? [{ origin: feature, concepts: [feature], says: applyDefinitions({ [feature]: answer }) }] : [];
    }),
    ...(Object.keys(fromAge).length > 0
      ? [{ origin: "age" as const, concepts: Object.keys(fromAge) as Feature[], says: applyDefinitions(fromAge) }]
      : []),
    ...(profile.diagnosis
      ? [
          {
            origin: "diagnosis" as const,
            concepts: [getConcept(profile.diagnosis)],
            says: applyDefinitions({}, profile.diagnosis),
          },
        ]
      : []),
  ];
}

/** What statements say, by the statement: there are few of them, and each is asked for with every tap. */
const saidBefore = new Map<string, Readonly<Answers>>();

/** Some answers with all that follows from them by definition. What was given stands before what follows. */
function applyDefinitions(given: Answers, diagnosis: Profile["diagnosis"] = null): Readonly<Answers> {
  const key = JSON.stringify([given, diagnosis]);
  const known = saidBefore.get(key) ?? findConsequences(given, diagnosis);
  saidBefore.set(key, known);
  return known;
}

function findConsequences(given: Answers, diagnosis: Profile["diagnosis"]): Answers {
  const says: Answers = { ...given };
  const concept = diagnosis && getConcept(diagnosis);
  const holds = (trait: Trait) => getConcept(trait) === concept || says[getConcept(trait) as Feature] === "yes";
  if (concept && concept !== diagnosis) says[concept as Feature] ??= "yes";
  let known = -1;
  while (Object.keys(says).length > known) {
    known = Object.keys(says).length;
    for (const { of, feature, answer } of definitions) if (of.some(holds)) says[feature] ??= answer;
    for (const { without, no } of requirements) if (says[without] === "no") says[no] ??= "no";
  }
  return says;
}

/**
 * What the stated answers say by definition about questions that were left open. A question on which two of them
 * disagree is left out; `findContradictions` names it.
 */
export function deriveImpliedAnswers(profile: Profile, statements = listStatements(profile)): Answers {
  const implied: Answers = {};
  const fromAge = answersFromAge(profile);
  for (const feature of features) {
    const isOpen = (profile.features[feature] ?? fromAge[feature]) === undefined;
    const answer = isOpen ? agree(statements, feature) : null;
    if (answer) implied[feature] = answer;
  }
  return implied;
}

/** The statements from which the answer to an open question follows, in the order of the vocabulary; none where it does not. */
export function listImplyingStatements(profile: Profile, feature: Feature): Origin[] {
  const statements = listStatements(profile);
  if (deriveImpliedAnswers(profile, statements)[feature] === undefined) return [];
  return statements.flatMap(({ origin, says }) => (says[feature] === undefined ? [] : [origin]));
}

/** Whether a concept of the patient follows by definition from another of the case's statements than its own. */
export function isImpliedByOthers(statements: readonly Statement[], concept: Trait): boolean {
  const others = statements.filter(({ concepts }) => !concepts.includes(concept));
  return agree(others, concept as Feature) === "yes";
}

/** What statements say of a question; null where none says anything, or two disagree. */
function agree(statements: readonly Statement[], feature: Feature): YesNo | null {
  let agreed: YesNo | null = null;
  for (const { says } of statements) {
    const answer = says[feature];
    if (!answer) continue;
    if (agreed && answer !== agreed) return null;
    agreed = answer;
  }
  return agreed;
}
