import { getConcept, listNames, refiningFeatures, type Trait } from "@/lib/vocabulary/concepts";
import { type Aspect, features } from "@/lib/vocabulary/feature";
import type { Subject } from "@/lib/vocabulary/phrases";
import { type Contradiction, findContradictions } from "./contradictions";
import { type Answers, deriveImpliedAnswers, isImpliedByOthers, listStatements, type Statement } from "./implications";
import { getStatedAnswers, type Profile, type YesNo } from "./schema";

/**
 * How an answer is compared. decides: whether a study can describe this patient depends on it. refines: it places a
 * study within its group, and keeps it out only where the study says "none". follows: it holds by definition of another
 * answer, so that whether it was stated too changes nothing.
 */
export type Role = "decides" | "refines" | "follows";

/** One thing that is known of the patient, stated or by definition, as it is compared with a study. */
export type CaseAspect = { aspect: Aspect; trait: Trait; answer: YesNo; isStated: boolean; role: Role };

/** A case as it was understood: read once from the profile, and asked by everything that answers or shows it. */
export type CaseFacts = {
  profile: Profile;
  /** every answer that was given, those given by the age included, in the order of the vocabulary */
  answers: Answers;
  /** what those answers say by definition about questions left open */
  implied: Answers;
  /** what the patient has, as stated, each concept once: features answered yes, then the diagnosis */
  stated: readonly Aspect[];
  /** of what is stated, all on which it depends whether a study describes the patient */
  defining: readonly Aspect[];
  /** all that studies are compared on, each concept once, in the order of the vocabulary and the diagnosis last */
  aspects: readonly CaseAspect[];
  /** all that the patient is known to have, stated or by definition, each concept by all of its names */
  traits: ReadonlySet<Trait>;
  contradictions: readonly Contradiction[];
  /** nothing was entered at all, not even a weight */
  isEmpty: boolean;
};

/** Understands a case: pure, the same facts for the same answers in whatever order they were given. */
export function readCase(profile: Profile): CaseFacts {
  const { features: given, diagnosis, weightKg, ageYears } = profile;
  const answers: Answers = Object.fromEntries(
    getStatedAnswers(profile).map(({ feature, answer }) => [feature, answer]),
  );
  const statements = listStatements(profile);
  const implied = deriveImpliedAnswers(profile, statements);
  const aspects = listAspects(profile, statements, answers, implied);
  const yes = aspects.filter(({ answer }) => answer === "yes");
  return {
    profile,
    answers,
    implied,
    stated: yes.filter(({ isStated }) => isStated).map(({ aspect }) => aspect),
    defining: yes.filter(({ isStated, role }) => isStated && role !== "refines").map(({ aspect }) => aspect),
    aspects,
    traits: new Set(yes.flatMap(({ trait }) => listNames(trait))),
    contradictions: findContradictions(profile, statements),
    isEmpty: Object.keys(given).length === 0 && diagnosis === null && weightKg === null && ageYears === null,
  };
}

function listAspects(
  profile: Profile,
  statements: readonly Statement[],
  answers: Answers,
  implied: Answers,
): CaseAspect[] {
  const { diagnosis } = profile;
  const concept = diagnosis && getConcept(diagnosis);
  const all: CaseAspect[] = [];
  for (const feature of features) {
    const answer = answers[feature] ?? implied[feature];
    // A concept that is stated as the diagnosis is named by that alone.
    if (!answer || (feature === concept && answer === "yes")) continue;
    const isStated = answers[feature] !== undefined;
    const role = isStated ? findRole(statements, feature, answer) : "follows";
    all.push({ aspect: feature, trait: feature, answer, isStated, role });
  }
  if (diagnosis) {
    const role = findRole(statements, diagnosis, "yes");
    all.push({ aspect: "diagnosis", trait: diagnosis, answer: "yes", isStated: true, role });
  }
  // Where nothing else can decide, what refines does.
  const isDecided = all.some(({ answer, role }) => answer === "yes" && role === "decides");
  return isDecided ? all : all.map((known) => (known.role === "refines" ? { ...known, role: "decides" } : known));
}

function findRole(statements: readonly Statement[], trait: Trait, answer: YesNo): Role {
  if (answer === "yes" && isImpliedByOthers(statements, getConcept(trait))) return "follows";
  return refiningFeatures.includes(trait) ? "refines" : "decides";
}

/** Whether the patient is pregnant, or was within a year: then what became of the child belongs to the answer. */
export function concernsPregnancy({ traits }: Pick<CaseFacts, "traits">): boolean {
  return traits.has("pregnancy") || traits.has("postpartum");
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
