import fc from "fast-check";
import { emptyProfile, type Profile, type YesNo } from "@/lib/case/schema";
import { completeStudy } from "@/lib/study/fixtures";
import type { Study } from "@/lib/study/schema";
import {
  type CountedDiagnosis,
  diagnoses,
  type Feature,
  features,
  mainFeatures,
  type PatientDiagnosis,
  patientDiagnoses,
  type Share,
} from "@/lib/vocabulary/feature";

/** One patient of a generated study: the diagnosis in the words of its authors, and all that the patient has. */
export type Patient = { diagnosis: PatientDiagnosis; has: ReadonlySet<Feature> };

/** How often a feature was drawn for the patients of a study: in nobody, now and then, mostly, in everybody. */
const frequencies = [0, 0, 0, 25, 75, 75, 100, 100] as const;

/** A concept, the diagnosis of its name, the diagnoses its patients may be filed under, and what is had by them alone. */
const concepts: readonly [Feature, PatientDiagnosis, PatientDiagnosis[], Feature[]][] = [
  ["amyopathic", "CADM", ["DM"], ["skinOnly"]],
  ["necrotising", "IMNM", ["PM", "overlap"], ["antiSrp", "antiHmgcr"]],
  ["antisynthetase", "ASyS", ["DM", "PM", "CADM", "overlap"], []],
  ["overlapCtd", "overlap", ["DM", "PM", "ASyS"], []],
];

/**
 * A patient such as there can be: what was drawn, with all that the terms say of it. Written from the definitions of
 * the terms and not from the table of the program, which it is to test.
 */
function createPatient(diagnosis: PatientDiagnosis, drawn: readonly Feature[]): Patient {
  const has = new Set(drawn);
  const remove = (...absent: Feature[]) => {
    for (const feature of absent) has.delete(feature);
  };
  for (const [concept, own, others, also] of concepts) {
    if (diagnosis === own) has.add(concept);
    else if (!others.includes(diagnosis)) remove(concept, ...also);
  }
  if (diagnosis === "PM") has.add("muscle");
  if (has.has("skinOnly")) {
    remove("ild", "rapidlyProgressiveIld");
    has.add("amyopathic");
  }
  if (has.has("amyopathic")) {
    remove("muscle", "necrotising", "antiSrp", "antiHmgcr");
    has.add("skin");
  }
  if (has.has("antiSrp") || has.has("antiHmgcr")) has.add("necrotising");
  if (has.has("necrotising")) has.add("muscle");
  if (diagnosis === "DM" || diagnosis === "JDM") has.add("skin");
  if (has.has("rapidlyProgressiveIld")) has.add("ild");
  if (has.has("firstLine")) remove("refractory", "steroidDependent", "onImmunoglobulin");
  if (has.has("juvenile") || has.has("pregnancy") || has.has("postpartum")) remove("elderly");
  return { diagnosis, has };
}

const anyPatients: fc.Arbitrary<Patient[]> = fc
  .record({
    size: fc.oneof({ weight: 1, arbitrary: fc.constant(1) }, { weight: 2, arbitrary: fc.integer({ min: 2, max: 9 }) }),
    named: fc.oneof(
      fc.constantFrom(...patientDiagnoses).map((diagnosis) => [diagnosis]),
      fc.uniqueArray(fc.constantFrom(...patientDiagnoses), { minLength: 1, maxLength: 3 }),
    ),
    frequency: fc.tuple(...features.map(() => fc.constantFrom(...frequencies))),
  })
  .chain(({ size, named, frequency }) =>
    fc.array(
      fc
        .tuple(fc.constantFrom(...named), fc.tuple(...features.map(() => fc.integer({ min: 1, max: 100 }))))
        .map(([diagnosis, draws]) =>
          createPatient(
            diagnosis,
            features.filter((_, index) => (draws[index] ?? 0) <= (frequency[index] ?? 0)),
          ),
        ),
      { minLength: size, maxLength: size },
    ),
  );

function countShare(n: number, of: number): Share {
  if (n === of) return "all";
  if (n === 0) return "none";
  return n > of / 2 ? "most" : "some";
}

/** How a sheet speaks of a feature, and of its diagnoses: with a number, in words, of some patients only, not at all. */
type Reported = "counts" | "words" | null;
type ReportedDiagnoses = "counts" | "names" | "some" | "nothing";

const anyReporting = fc.record({
  reported: fc.tuple(...features.map(() => fc.constantFrom<Reported[]>("counts", "words", null))),
  diagnoses: fc.constantFrom<ReportedDiagnoses[]>("counts", "counts", "counts", "names", "some", "nothing"),
  isTreatedKnown: fc.constantFrom(true, true, true, false),
});

function countDiagnoses(patients: readonly Patient[], how: ReportedDiagnoses): Study["participants"]["diagnoses"] {
  const counted: Partial<Record<CountedDiagnosis, number | null>> = {};
  if (how === "nothing") return counted;
  for (const [index, { diagnosis }] of patients.entries()) {
    // Of some patients the kind of myositis is not given.
    const name = how === "some" && index % 2 === 0 ? "unspecified" : diagnosis;
    counted[name] = how === "names" ? null : (counted[name] ?? 0) + 1;
  }
  return counted;
}

/**
 * Patients such as there can be, who differ or are all alike, and a sheet about them that reports some things and not
 * others: what it says is never contrary to a definition.
 */
export const anyDescribedPatients: fc.Arbitrary<{ patients: Patient[]; study: Study }> = fc
  .record({
    patients: anyPatients,
    reporting: anyReporting,
    type: fc.constantFrom("case-report", "case-series", "retrospective-cohort", "randomised-controlled-trial"),
    year: fc.option(fc.integer({ min: 1990, max: 1993 }), { freq: 4 }),
    cohort: fc.constantFrom(null, null, null, "one-cohort"),
  })
  .map(({ patients, reporting, type, year, cohort }) => ({
    patients,
    study: completeStudy({
      design: { type },
      cohort,
      citation: { year },
      participants: {
        treated: reporting.isTreatedKnown ? patients.length : null,
        diagnoses: countDiagnoses(patients, reporting.diagnoses),
      },
      features: Object.fromEntries(
        features.flatMap((feature, index) => {
          const how = reporting.reported[index];
          if (!how) return [];
          const n = patients.filter(({ has }) => has.has(feature)).length;
          const isCounted = how === "counts" && reporting.isTreatedKnown;
          return [[feature, { share: countShare(n, patients.length), n: isCounted ? n : null }]];
        }),
      ),
    }),
  }));

/** A library of such sheets, each with an id of its own that its place does not give away. */
export const anyConsistentStudies: fc.Arbitrary<Study[]> = fc
  .array(anyDescribedPatients, { minLength: 3, maxLength: 5 })
  .chain((sheets) =>
    fc
      .shuffledSubarray(
        sheets.map((_, index) => index),
        { minLength: sheets.length },
      )
      .map((places) => sheets.map(({ study }, index) => ({ ...study, id: `study-${places[index]}` }))),
  );

const anyAnswers = fc
  .uniqueArray(
    fc.tuple(
      fc.oneof(fc.constantFrom(...features), fc.constantFrom(...mainFeatures)),
      fc.constantFrom<YesNo[]>("yes", "yes", "yes", "no"),
    ),
    { maxLength: 4, selector: ([feature]) => feature },
  )
  .map((entries): Profile["features"] => Object.fromEntries(entries));

/** A case of few answers, as most are, contradictions included. */
export const anyShortProfile: fc.Arbitrary<Profile> = fc.record({
  features: anyAnswers,
  diagnosis: fc.option(fc.constantFrom(...diagnoses), { freq: 2 }),
  weightKg: fc.constant(emptyProfile.weightKg),
  ageYears: fc.option(fc.constantFrom(0, 17, 29, 42, 64, 65, 79), { freq: 2 }),
});
