import { weightRange } from "@/lib/case/schema";
import type { Antibody } from "@/lib/vocabulary/feature";
import type { Concept } from "./codes";
import { type CodedText, readConcept } from "./concept";
import { isAfter, isWithin, type RecordedDate, readDate } from "./dates";
import { citeCode, citeConcept, citeWords, type Findings, reasons, setAside } from "./evidence";
import { getMember, getString, isObject, type Resource, toList } from "./json";
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
  const status = getString(resource.status);
  const refusal =
    status === "entered-in-error" ? reasons.error : neverCounted.includes(status ?? "") ? "It was cancelled." : null;
  const isFinal = finalStatuses.includes(status ?? "");
  const held = { resource, part, concept, on, isFinal, refusal: refusal ?? (isAfter(on, day) ? reasons.future : null) };
  const is = (meant: Concept) => concept.meanings.some((meaning) => meaning.concept === meant);
  if (is("pregnancy-status")) readPregnancyStatus(held, day, findings);
  else if (is("delivery-date")) readDeliveryDate(held, day, findings);
  else if (is("body-weight")) return readWeight(held, findings);
  else readAntibody(held, findings);
  return [];
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
function add(held: Held, proposed: ProposedValue, source: Source, reason: string, findings: Findings, doubt?: string) {
  const open = doubt ?? (!held.isFinal ? reasons.notFinal : held.on === null ? reasons.undated : null);
  findings.evidence.push({ proposed, source, isFirm: open === null, reason: open ?? reason });
}

function readPregnancyStatus(held: Held, day: RecordedDate, findings: Findings): void {
  const value = readConcept(held.part.valueCodeableConcept);
  const meaning = value.meanings.find(({ concept }) => concept.startsWith("pregnancy-status-"));
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
  add(held, { aspect: "pregnancy", value: isYes ? "yes" : "no" }, source, reason, findings);
}

function readDeliveryDate(held: Held, day: RecordedDate, findings: Findings): void {
  const expected = readDate(held.part.valueDateTime);
  const source = citeConcept(held.resource, held.concept, held.on);
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
    add(held, { aspect: "pregnancy", value: "yes" }, source, reason, findings);
    return;
  }
  setAside(findings, "pregnancy", source, refused);
  if (held.refusal === null && expected && ahead < -DAYS_OVERDUE && -ahead <= DAYS_AFTER_BIRTH) {
    const doubt = `A birth was expected on ${expected.text}: to be confirmed.`;
    add(held, { aspect: "postpartum", value: "yes" }, { ...source, date: expected.text }, "", findings, doubt);
  }
}

function readWeight(held: Held, findings: Findings): ReadWeight[] {
  const quantity = held.part.valueQuantity;
  const [value, code, system, unit] = ["value", "code", "system", "unit"].map((key) => getMember(quantity, key));
  const source = citeConcept(held.resource, held.concept, held.on);
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
    return known ? [{ ...known, source: citeCode(held.resource, meaning, held.on), doubt: undefined }] : [];
  });
  const { words } = held.concept;
  const named =
    coded.length > 0 || words === null || !isAntibodyTest.test(words.replaceAll("-", " "))
      ? []
      : antibodyNames
          .filter(({ pattern }) => pattern.test(words))
          .map((known) => ({
            ...known,
            source: citeWords(held.resource, held.concept, held.on),
            doubt: reasons.words,
          }));
  for (const { antibody, isOneOfSeveral, source, doubt } of [...coded, ...named]) {
    const result = readResult(held.part);
    const refusal =
      held.refusal ??
      (result === null ? "Its result does not say whether the antibody is present." : null) ??
      (result === "negative" && isOneOfSeveral
        ? "It is absent, and another antisynthetase antibody can be present."
        : null);
    if (refusal !== null) setAside(findings, antibody, source, refusal);
    else {
      const value = result === "positive" ? "yes" : "no";
      const reason = `The result of ${held.on?.text} is ${result}.`;
      add(held, { aspect: antibody, value }, source, reason, findings, doubt);
    }
  }
}

/** Whether a result is positive or negative, by its value or its interpretation; null where neither says, or they differ. */
function readResult(part: { [key: string]: unknown }): "positive" | "negative" | null {
  const said = new Set(
    [part.valueCodeableConcept, part.valueString, part.valueBoolean, ...toList(part.interpretation)].flatMap(
      (value) => readOneResult(value) ?? [],
    ),
  );
  const [only] = said;
  return said.size === 1 && only ? only : null;
}

function readOneResult(value: unknown): "positive" | "negative" | null {
  if (typeof value === "boolean") return value ? "positive" : "negative";
  const { meanings, words } = typeof value === "string" ? { meanings: [], words: value } : readConcept(value);
  for (const { concept } of meanings) if (concept === "positive" || concept === "negative") return concept;
  if (words === null) return null;
  if (/^\s*(not detected|negative|absent|non-?reactive)\s*$/i.test(words)) return "negative";
  return /^\s*((strong|weak) )?(positive|detected|present|reactive)\s*$/i.test(words) ? "positive" : null;
}
