import { weightRange } from "@/lib/case/schema";
import { isObject } from "@/lib/format/object";
import type { Antibody } from "@/lib/vocabulary/feature";
import type { Concept } from "./codes";
import { type CodedText, type Meaning, readConcept } from "./concept";
import { isAfter, isWithin, type RecordedDate, readDate } from "./dates";
import { citeCode, citeWords, doubtCode, type Findings, reasons, setAside } from "./evidence";
import { getMember, getString, type Resource, toList } from "./json";
import type { ProposedValue, Source } from "./proposals";
import { convertToKg } from "./weight";

/** Days for which a status of pregnancy holds: one that is known early can last this long, and one that is not can begin. */
const DAYS_OF_STATUS = { pregnant: 270, notPregnant: 30 };
/** Days by which a birth can be later than expected, and by which it can lie ahead. */
const DAYS_OVERDUE = 14;
const DAYS_AHEAD = 300;
const DAYS_AFTER_BIRTH = 365;
/** Days for which a weight is taken as the weight of today. */
export const DAYS_OF_WEIGHT = { adult: 365, child: 90 };

/** Antibodies by their concept in the table; of one antisynthetase antibody that is absent nothing follows for the others. */
const antibodyConcepts: Partial<Record<Concept, { antibody: Antibody; isOneOfSeveral?: true }>> = {
  "anti-jo1": { antibody: "antisynthetase", isOneOfSeveral: true },
  "anti-ej": { antibody: "antisynthetase", isOneOfSeveral: true },
  "anti-oj": { antibody: "antisynthetase", isOneOfSeveral: true },
  "anti-pl7": { antibody: "antisynthetase", isOneOfSeveral: true },
  "anti-pl12": { antibody: "antisynthetase", isOneOfSeveral: true },
  "anti-mda5": { antibody: "antiMda5" },
  "anti-mi2": { antibody: "antiMi2" },
  "anti-tif1-gamma": { antibody: "antiTif1" },
  "anti-nxp2": { antibody: "antiNxp2" },
};

/** The same in words, and those of which no verified code is known. */
const antibodyNames: readonly { pattern: RegExp; antibody: Antibody; isOneOfSeveral?: true }[] = [
  { pattern: /\b(jo-?1|pl-?7|pl-?12|ej|oj|anti-?synthetase)\b/i, antibody: "antisynthetase", isOneOfSeveral: true },
  { pattern: /\bmda-?5\b/i, antibody: "antiMda5" },
  { pattern: /\bmi-?2\b/i, antibody: "antiMi2" },
  { pattern: /\btif-?1/i, antibody: "antiTif1" },
  { pattern: /\bnxp-?2\b/i, antibody: "antiNxp2" },
  { pattern: /\bsrp\b/i, antibody: "antiSrp" },
  { pattern: /\bhmg-?cr\b|\bhmg-?coa reductase\b/i, antibody: "antiHmgcr" },
];
const isAntibodyTest = /\b(ab|antibod(y|ies)|anti|ig[gma])\b/i;

/** A weight that can be read, before the latest is chosen. */
export type ReadWeight = { kg: number; on: RecordedDate | null; source: Source; isFinal: boolean };

const finalStatuses = ["final", "amended", "corrected"];
const neverCounted = ["entered-in-error", "cancelled"];

/** Reads one Observation of the patient, and its components; weights are given back, because only the latest counts. */
export function readObservation(resource: Resource, day: RecordedDate, findings: Findings): ReadWeight[] {
  return [resource, ...toList(resource.component).filter(isObject)].flatMap((part) =>
    readPart(resource, part, day, findings),
  );
}

function readPart(
  resource: Resource,
  part: { [key: string]: unknown },
  day: RecordedDate,
  findings: Findings,
): ReadWeight[] {
  const concept = readConcept(part.code);
  const on = readEffective(resource);
  const progress = getString(resource.status) ?? "";
  const refusal =
    progress === "entered-in-error" ? reasons.error : neverCounted.includes(progress) ? "It was cancelled." : null;
  const isFinal = finalStatuses.includes(progress);
  const held = { resource, part, concept, on, isFinal, refusal: refusal ?? (isAfter(on, day) ? reasons.future : null) };
  const find = (meant: Concept) => findMeaning(concept, (one) => one === meant);
  const [status, delivery, weight] = [find("pregnancy-status"), find("delivery-date"), find("body-weight")];
  if (status) readPregnancyStatus(held, status, day, findings);
  else if (delivery) readDeliveryDate(held, delivery, day, findings);
  else if (weight) return readWeight(held, weight, findings);
  else readAntibody(held, findings);
  return [];
}

/** What a concept means of the kind that is asked for: by a verified code where it has one. */
function findMeaning({ meanings }: CodedText, isMeant: (concept: Concept) => boolean): Meaning | null {
  const found = meanings.filter(({ concept }) => isMeant(concept));
  return found.find(({ isVerified }) => isVerified) ?? found[0] ?? null;
}

/** One result, with all that decides whether it counts. */
type Held = {
  resource: Resource;
  part: { [key: string]: unknown };
  concept: CodedText;
  on: RecordedDate | null;
  isFinal: boolean;
  refusal: string | null;
};

function readEffective(resource: Resource): RecordedDate | null {
  return (
    readDate(resource.effectiveDateTime) ??
    readDate(resource.effectiveInstant) ??
    readDate(getMember(resource.effectivePeriod, "end")) ??
    readDate(getMember(resource.effectivePeriod, "start"))
  );
}

/** Adds what one result says; a result that is not final, or has no date, is only a mention. */
function add(
  held: Held,
  proposed: ProposedValue,
  source: Source,
  reason: string,
  findings: Findings,
  doubt: string | null,
): void {
  const open = doubt ?? (!held.isFinal ? reasons.notFinal : held.on === null ? reasons.undated : null);
  findings.evidence.push({ proposed, source, isFirm: open === null, reason: open ?? reason });
}

function readPregnancyStatus(held: Held, asked: Meaning, day: RecordedDate, findings: Findings): void {
  const value = readConcept(held.part.valueCodeableConcept);
  const meaning = findMeaning(value, (concept) => concept.startsWith("pregnancy-status-"));
  const isYes = meaning?.concept === "pregnancy-status-pregnant";
  const isNo = meaning?.concept === "pregnancy-status-not-pregnant";
  // "Possible" and "unknown" answer nothing.
  if (!meaning || (!isYes && !isNo)) return;
  const source = citeCode(held.resource, meaning, held.on);
  const days = isYes ? DAYS_OF_STATUS.pregnant : DAYS_OF_STATUS.notPregnant;
  const refusal =
    held.refusal ??
    (held.on && !isWithin(held.on, days, day) ? `It is of ${held.on.text}, and holds for ${days} days.` : null);
  if (refusal !== null) {
    setAside(findings, "pregnancy", source, refusal);
    return;
  }
  const reason = `${isYes ? "Pregnant" : "Not pregnant"} by the status of ${held.on?.text}.`;
  const doubt = doubtCode(asked) ?? doubtCode(meaning);
  add(held, { aspect: "pregnancy", value: isYes ? "yes" : "no" }, source, reason, findings, doubt);
}

function readDeliveryDate(held: Held, asked: Meaning, day: RecordedDate, findings: Findings): void {
  const expected = readDate(held.part.valueDateTime);
  const source = citeCode(held.resource, asked, held.on);
  const ahead = expected ? expected.first - day.first : 0;
  const refused =
    held.refusal ??
    (expected === null
      ? "It has no date that can be read."
      : ahead > DAYS_AHEAD
        ? `A birth expected on ${expected.text} is too far ahead.`
        : ahead < -DAYS_OVERDUE
          ? `The birth was expected on ${expected.text}.`
          : null);
  if (refused === null) {
    const reason = `A birth is expected on ${expected?.text}.`;
    add(held, { aspect: "pregnancy", value: "yes" }, source, reason, findings, doubtCode(asked));
    return;
  }
  setAside(findings, "pregnancy", source, refused);
  if (held.refusal === null && expected && ahead < -DAYS_OVERDUE && -ahead <= DAYS_AFTER_BIRTH) {
    const doubt = `A birth was expected on ${expected.text}: to be confirmed.`;
    add(held, { aspect: "postpartum", value: "yes" }, { ...source, date: expected.text }, "", findings, doubt);
  }
}

function readWeight(held: Held, asked: Meaning, findings: Findings): ReadWeight[] {
  const quantity = held.part.valueQuantity;
  const [value, code, system, unit] = ["value", "code", "system", "unit"].map((key) => getMember(quantity, key));
  const source = citeCode(held.resource, asked, held.on);
  const refuse = (reason: string): ReadWeight[] => {
    setAside(findings, "weightKg", source, reason);
    return [];
  };
  if (held.refusal !== null) return refuse(held.refusal);
  if (typeof value !== "number") return refuse("It holds no number.");
  if (getMember(quantity, "comparator") !== undefined) return refuse("It is a limit, and not a weight.");
  const isUcum = system === undefined || system === "http://unitsofmeasure.org";
  const written = isUcum ? (getString(code) ?? getString(unit)) : null;
  const kg = written === null ? null : convertToKg(value, written);
  if (kg === null) return refuse("Its unit is not known here, and it is not guessed.");
  if (kg < weightRange.min || kg > weightRange.max)
    return refuse(`${kg} kg is no weight from ${weightRange.min} to ${weightRange.max} kg.`);
  return [{ kg, on: held.on, source, isFinal: held.isFinal }];
}

function readAntibody(held: Held, findings: Findings): void {
  const coded = held.concept.meanings.flatMap((meaning) => {
    const known = antibodyConcepts[meaning.concept];
    return known ? [{ ...known, source: citeCode(held.resource, meaning, held.on), doubt: doubtCode(meaning) }] : [];
  });
  const { words } = held.concept;
  const named =
    coded.length > 0 || words === null || !isAntibodyTest.test(words)
      ? []
      : antibodyNames
          .filter(({ pattern }) => pattern.test(words))
          .map((known) => ({
            ...known,
            source: citeWords(held.resource, held.concept, held.on),
            doubt: reasons.words,
          }));
  const said = readResult(held.part);
  for (const { antibody, isOneOfSeveral, source, doubt } of [...coded, ...named]) {
    const refuse = (refusal: string) => setAside(findings, antibody, source, refusal);
    if (held.refusal !== null) refuse(held.refusal);
    else if (said === null) refuse("Its result does not say whether the antibody is present.");
    else if (said.result === "negative" && isOneOfSeveral)
      refuse("It is absent, and another antisynthetase antibody can be present.");
    else {
      const value = said.result === "positive" ? "yes" : "no";
      const reason = `The result of ${held.on?.text} is ${said.result}.`;
      add(held, { aspect: antibody, value }, source, reason, findings, doubt ?? doubtCode(said));
    }
  }
}

/** What a result says, and whether a verified code or a plain word says it. */
type Result = { result: "positive" | "negative"; isVerified: boolean };

/** Whether a result is positive or negative, by its value or its interpretation; null where neither says, or they differ. */
function readResult(part: { [key: string]: unknown }): Result | null {
  const said = [part.valueCodeableConcept, part.valueString, part.valueBoolean, ...toList(part.interpretation)].flatMap(
    (value) => readOneResult(value) ?? [],
  );
  const [first] = said;
  if (!first || said.some(({ result }) => result !== first.result)) return null;
  return { result: first.result, isVerified: said.some(({ isVerified }) => isVerified) };
}

function readOneResult(value: unknown): Result | null {
  if (typeof value === "boolean") return { result: value ? "positive" : "negative", isVerified: true };
  const concept = typeof value === "string" ? { meanings: [], words: value } : readConcept(value);
  const meaning = findMeaning(concept, (one) => one === "positive" || one === "negative");
  if (meaning)
    return { result: meaning.concept === "positive" ? "positive" : "negative", isVerified: meaning.isVerified };
  const words = concept.words ?? "";
  if (/^\s*(not detected|negative|absent|non-?reactive)\s*$/i.test(words))
    return { result: "negative", isVerified: true };
  return /^\s*((strong|weak) )?(positive|detected|present|reactive)\s*$/i.test(words)
    ? { result: "positive", isVerified: true }
    : null;
}
