import {
  ageRange,
  answers,
  emptyProfile,
  findRangeFault,
  type NumberRange,
  type Profile,
  weightRange,
  yesNos,
} from "@/lib/case/schema";
import { isObject, workOutOnce } from "@/lib/format/object";
import { features, patientDiagnoses } from "@/lib/vocabulary/feature";
import { type Codec, type Decoded, writeAsJsonText } from "./codec";
import { createPart } from "./part";

// Checked by hand and by no schema: every page reads it, and the library of schemas is heavy for a phone.

/** What a link holds: only what was stated, under short keys, so that the QR code on paper has few and large squares. */
type Content = { f?: Profile["features"]; d?: string; w?: number; a?: number };

/** Three decimals: a gram, or a third of a day. What is finer was not measured and would only be shown. */
const round = (value: number) => Math.round(value * 1000) / 1000;

const content: Codec<Profile, Content> = {
  encode: (profile) => {
    const { diagnosis, weightKg, ageYears } = profile;
    const given = sortAnswers(profile.features);
    const form: Content = {
      ...(Object.keys(given).length > 0 && { f: given }),
      ...(diagnosis !== null && { d: diagnosis }),
      ...(weightKg !== null && { w: round(weightKg) }),
      ...(ageYears !== null && { a: round(ageYears) }),
    };
    const isLost = Object.keys(profile.features).some((name) => !features.some((feature) => feature === name));
    if (isLost || !("value" in decodeContent(form))) throw new Error("writeCaseLink: this is no case.");
    return form;
  },
  decode: decodeContent,
};

/**
 * Reads what a link holds, all of it or nothing. Where all that is wrong are keys, features, answers or a diagnosis that are
 * not in the vocabulary, it is of a newer version.
 */
function decodeContent(form: unknown): Decoded<Profile> {
  if (!isObject(form)) return { refusal: "damaged" };
  const { f = {}, d = null, w = null, a = null, ...others } = form;
  const isWhole =
    isObject(f) &&
    Object.values(f).every((given) => typeof given === "string") &&
    (form.d === undefined || typeof form.d === "string") &&
    isInRange(form.w, weightRange) &&
    isInRange(form.a, ageRange);
  if (!isWhole) return { refusal: "damaged" };
  const diagnosis = patientDiagnoses.find((known) => known === d) ?? null;
  const isKnown =
    Object.keys(others).length === 0 &&
    Object.entries(f).every(
      ([name, given]) => features.some((feature) => feature === name) && answers.some((known) => known === given),
    ) &&
    diagnosis === d;
  if (!isKnown) return { refusal: "newer" };
  return {
    value: {
      features: sortAnswers(f),
      diagnosis,
      weightKg: typeof w === "number" ? round(w) : null,
      ageYears: typeof a === "number" ? round(a) : null,
    },
  };
}

/** A number of the range, or nothing at all; what is rounded must still be in it. */
function isInRange(value: unknown, range: NumberRange): boolean {
  return value === undefined || findRangeFault(value, range) === null;
}

/** The answers in the order of the vocabulary, so that equal cases have equal links; an unknown is no answer. */
function sortAnswers(given: Readonly<Record<string, unknown>>): Profile["features"] {
  return Object.fromEntries(
    features.flatMap((feature) => {
      const answer = yesNos.find((known) => known === given[feature]);
      return answer ? [[feature, answer]] : [];
    }),
  );
}

/** The case: everything that was stated of the patient, which no server ever receives. */
const { write, read } = createPart<Profile>({
  name: "case",
  codec: writeAsJsonText(1, content),
  empty: emptyProfile,
  refusal: { subject: "This case link", result: "no case was opened", remedy: "enter the case again" },
});

/** Reads a case from its part of the address. */
export const readCaseLink = read;

/** Writes a case as its part of the address; once for a profile, since a page asks for it at each of its places. */
export const writeCaseLink: typeof write = workOutOnce(write);

/** Stands in an address for a case that could not be read, so that the page goes on saying so. */
export const unreadableCase = "case=1.x";
