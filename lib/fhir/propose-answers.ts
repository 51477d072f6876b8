import { ageRange, elderlyFrom } from "@/lib/case/schema";
import { joinWithAnd, pluralise } from "@/lib/format/text";
import { features } from "@/lib/vocabulary/feature";
import { readCondition } from "./condition";
import { getAges, isAfter, isWithin, type RecordedDate, readDate } from "./dates";
import { mergeDiagnoses } from "./diagnosis";
import { type Evidence, type Findings, reasons, setAside } from "./evidence";
import { getString, type Resource } from "./json";
import { readAllergy, readTreatments, type Treatment } from "./medication";
import { DAYS_OF_WEIGHT, type ReadWeight, readObservation } from "./observation";
import type { Proposal, Proposals, ProposedValue, ReadingOptions, Source } from "./proposals";
import { findRefractory } from "./refractory";
import {
  createFollow,
  type Entry,
  getServer,
  isReferenceToPatient,
  listEntries,
  normaliseServer,
  type Whose,
} from "./resources";

/** Aspects in the order in which they are proposed. */
const order: readonly ProposedValue["aspect"][] = [...features, "diagnosis", "ageYears", "weightKg"];

/**
 * Reads FHIR R4 resources of one patient and proposes answers, each with the resource and the code it came from.
 * Pure: the same resources and day give the same proposals, in whatever order the resources come. What cannot be read
 * sets nothing; absence never answers no.
 * @param resources a Bundle, a list of resources and Bundles, or one resource, as received
 * @throws RangeError where the day is none
 */
export function proposeAnswers(resources: unknown, { patientId, server, on }: ReadingOptions): Proposals {
  const day = readDate(on);
  if (!day || day.first !== day.last) throw new RangeError(`"${on}" is no day such as 2026-11-26.`);
  const { entries, unreadable } = listEntries(resources);
  const findings: Findings = { evidence: [], myositis: [], notCounted: [], notes: [] };
  if (unreadable > 0) {
    findings.notes.push({ text: `${pluralise(unreadable, "entry", "entries")} could not be read.`, source: null });
  }
  const patients = entries.filter(({ resource }) => resource.resourceType === "Patient");
  const whose = findPatient(patients, patientId);
  if (whose === null) {
    findings.notes.push({ text: "It is not clear whose record this is, so nothing was read.", source: null });
    return { proposals: [], myositis: { status: "none", sources: [] }, notCounted: [], notes: findings.notes };
  }
  if (whose.resource) readPatient(whose.resource, day, findings);
  readRecord(entries, whose, server ? normaliseServer(server) : null, day, findings);
  setEndedPregnanciesAside(findings);
  return write(findings);
}

/** The patient of the record; null where none is named, or several: two servers may give one id to two people. */
function findPatient(
  patients: readonly Entry[],
  patientId: string | null,
): (Whose & { resource: Resource | null }) | null {
  const id =
    patientId === null
      ? getString(patients[0]?.resource.id)
      : patientId.replace(/^.*Patient\//, "").replace(/^urn:uuid:/, "");
  const own = patients.filter(({ resource }) => resource.id === id);
  const servers = new Set(own.flatMap(({ fullUrl }) => getServer(fullUrl) ?? []));
  if (id === null || servers.size > 1 || (patientId === null && own.length < patients.length)) return null;
  const [first] = own;
  return {
    id,
    fullUrl: own.find(({ fullUrl }) => fullUrl !== null)?.fullUrl ?? null,
    resource: first?.resource ?? null,
  };
}

function readPatient(resource: Resource, day: RecordedDate, findings: Findings): void {
  const birth = readDate(resource.birthDate);
  const source: Source = {
    resourceType: "Patient",
    id: getString(resource.id),
    system: null,
    code: null,
    display: null,
    isVerified: true,
    kind: "code",
    date: birth?.text ?? null,
  };
  // A date of death says that the patient has died, also where it cannot be read; one to come is a fault of the record.
  const hasDied = getString(resource.deceasedDateTime) !== null && !isAfter(readDate(resource.deceasedDateTime), day);
  if (resource.deceasedBoolean === true || hasDied) {
    findings.notes.push({ text: "The record says that the patient has died.", source });
  }
  if (!birth) return;
  const { youngest, oldest } = getAges(birth, day);
  if (youngest < ageRange.min || oldest > ageRange.max) {
    const reason = `The birth date ${birth.text} gives no age from ${ageRange.min} to ${ageRange.max} years.`;
    setAside(findings, "ageYears", source, reason);
    return;
  }
  const add = (proposed: ProposedValue, reason: string) => {
    findings.evidence.push({ proposed, source, isFirm: true, reason });
  };
  if (youngest === oldest)
    add({ aspect: "ageYears", value: oldest }, `${oldest} years old on ${day.text}, by the birth date.`);
  else {
    // The birth date is not complete: only what holds for every day that it can be is proposed.
    const reason = `${youngest} or ${oldest} years old on ${day.text}, by the birth date.`;
    if (youngest < 18 === oldest < 18) add({ aspect: "juvenile", value: oldest < 18 ? "yes" : "no" }, reason);
    if (youngest >= elderlyFrom === oldest >= elderlyFrom)
      add({ aspect: "elderly", value: oldest >= elderlyFrom ? "yes" : "no" }, reason);
  }
}

/** Members by which a resource names its patient, by its type; other types are not read. */
const subjects: Readonly<Record<string, "subject" | "patient">> = {
  Condition: "subject",
  Observation: "subject",
  MedicationRequest: "subject",
  MedicationStatement: "subject",
  AllergyIntolerance: "patient",
};

function readRecord(
  entries: readonly Entry[],
  whose: Whose,
  server: string | null,
  day: RecordedDate,
  findings: Findings,
): void {
  const theirs = entries.filter(({ resource }) => resource.resourceType in subjects);
  const own = theirs
    .filter((entry) => {
      const subject = entry.resource[subjects[entry.resource.resourceType] ?? "subject"];
      return isReferenceToPatient(subject, entry, whose, server);
    })
    .map(({ resource }) => resource);
  const others = theirs.length - own.length;
  if (others > 0) {
    const text = `${pluralise(others, "entry is", "entries are")} of another patient, or of nobody, and set nothing.`;
    findings.notes.push({ text, source: null });
  }
  const select = (...types: string[]) => own.filter(({ resourceType }) => types.includes(resourceType));
  for (const resource of select("Condition")) readCondition(resource, day, findings);
  addWeight(
    select("Observation").flatMap((resource) => readObservation(resource, day, findings)),
    day,
    findings,
  );
  const intolerated = select("AllergyIntolerance").flatMap((resource) => readAllergy(resource, findings));
  const follow = createFollow(entries, server);
  const treatments = select("MedicationRequest", "MedicationStatement")
    .flatMap((resource) => readTreatments(resource, follow, day, findings))
    .sort(compareTreatments);
  findings.evidence = findings.evidence.concat(findRefractory(treatments, intolerated));
}

/** By their start, then by drug and id: what a rule finds must not depend on the order of the record. */
function compareTreatments(a: Treatment, b: Treatment): number {
  const key = ({ drug, source }: Treatment) => `${drug} ${source.resourceType} ${source.id}`;
  return (
    (a.began?.first ?? Number.MAX_SAFE_INTEGER) - (b.began?.first ?? Number.MAX_SAFE_INTEGER) ||
    (key(a) < key(b) ? -1 : 1)
  );
}

/** Of several weights those of the latest day count; where they differ they contradict each other. */
function addWeight(weights: readonly ReadWeight[], day: RecordedDate, findings: Findings): void {
  const latest = findLatest(weights.map(({ on }) => on?.last));
  // A birth date that is not complete gives no age, and still tells a child.
  const isChild = findings.evidence.some(({ proposed }) =>
    proposed.aspect === "ageYears" ? proposed.value < 18 : proposed.aspect === "juvenile" && proposed.value === "yes",
  );
  const days = isChild ? DAYS_OF_WEIGHT.child : DAYS_OF_WEIGHT.adult;
  for (const { kg, on, source, isFinal } of weights) {
    if (on?.last !== latest) continue;
    const doubt =
      on === null
        ? reasons.undated
        : !isFinal
          ? reasons.notFinal
          : !source.isVerified
            ? reasons.unverifiedCode
            : isWithin(on, days, day)
              ? null
              : `It was measured on ${on.text}, more than ${days} days ago: to be confirmed.`;
    findings.evidence.push({
      proposed: { aspect: "weightKg", value: kg },
      source,
      isFirm: doubt === null,
      reason: doubt ?? `${kg} kg, measured on ${on?.text}.`,
    });
  }
}

/** The latest of some days; undefined where there is none, or all are undated. */
function findLatest(days: readonly (number | undefined)[]): number | undefined {
  return days.reduce<number | undefined>(
    (latest, day) => ((day ?? -Infinity) > (latest ?? -Infinity) ? day : latest),
    undefined,
  );
}

/**
 * What speaks of a pregnancy speaks of an earlier one where a birth, or the end of a pregnancy, is dated after it. Only a
 * recorded end sets it aside; a code that is to be confirmed makes it a mention. Words change nothing: a planned caesarean
 * section is no birth.
 */
function setEndedPregnanciesAside(findings: Findings): void {
  const ends = findings.evidence.filter(({ proposed }) => proposed.aspect === "postpartum");
  const findEnd = (those: readonly Evidence[], bound: "first" | "last") =>
    findLatest(those.map(({ source }) => readDate(source.date)?.[bound])) ?? -Infinity;
  const end = findEnd(
    ends.filter(({ isFirm }) => isFirm),
    "first",
  );
  const possibleEnd = findEnd(
    ends.filter(({ source }) => source.kind === "code"),
    "last",
  );
  /** Whether something speaks of a pregnancy, and the first or the last day that its date can mean lies before a day. */
  const isBefore = ({ proposed, source }: Evidence, bound: "first" | "last", other: number) =>
    proposed.aspect === "pregnancy" && proposed.value === "yes" && (readDate(source.date)?.[bound] ?? Infinity) < other;
  const isOver = (one: Evidence) => isBefore(one, "last", end);
  const mayBeOver = (one: Evidence) => isBefore(one, "first", possibleEnd);
  for (const { source } of findings.evidence.filter(isOver)) {
    setAside(findings, "pregnancy", source, "A birth, or the end of a pregnancy, is dated after it.");
  }
  findings.evidence = findings.evidence
    .filter((one) => !isOver(one))
    .map((one) => (one.isFirm && mayBeOver(one) ? { ...one, isFirm: false, reason: reasons.mayBeOver } : one));
}

function write({ evidence, myositis, notCounted, notes }: Findings): Proposals {
  const merged = mergeDiagnoses(evidence);
  const isRecorded = myositis.some(({ isFirm }) => isFirm);
  return {
    proposals: order.flatMap((aspect) => writeAspect(merged.filter(({ proposed }) => proposed.aspect === aspect))),
    myositis: {
      status: isRecorded ? "recorded" : myositis.length > 0 ? "mentioned" : "none",
      sources: listOnce(myositis.filter(({ isFirm }) => isFirm || !isRecorded).map(({ source }) => source)),
    },
    notCounted: listOnce(notCounted),
    notes: listOnce(notes),
  };
}

/** Values that a reason names beside its own. */
const MAX_NAMED = 3;

/** The proposals of one aspect: one for each value that the record gives. */
function writeAspect(evidence: readonly Evidence[]): Proposal[] {
  const byValue = new Map<ProposedValue["value"], Evidence[]>();
  for (const one of evidence) {
    const { value } = one.proposed;
    const known = byValue.get(value);
    if (known) known.push(one);
    else byValue.set(value, [one]);
  }
  const values = [...byValue.keys()].sort();
  return values.flatMap((value): Proposal[] => {
    const own = byValue.get(value) ?? [];
    const [first] = own;
    if (!first) return [];
    // What makes it recorded is the reason; what only mentions it adds nothing.
    const firm = own.filter(({ isFirm }) => isFirm);
    const telling = firm.length > 0 ? firm : own;
    const others = values.slice(0, MAX_NAMED + 1).filter((other) => other !== value);
    const named = others.slice(0, MAX_NAMED).map(String);
    const against = values.length > 1 ? [`The record also says: ${joinWithAnd(named)}.`] : [];
    return [
      {
        ...first.proposed,
        status: values.length > 1 ? "contradicted" : firm.length > 0 ? "recorded" : "mentioned",
        sources: listOnce(own.map(({ source }) => source)),
        reason: [...new Set(telling.map(({ reason }) => reason).sort()), ...against].join(" "),
      },
    ];
  });
}

/** Each entry once, in an order of its own: that of the record must not show. */
function listOnce<Entry>(entries: readonly Entry[]): Entry[] {
  const byText = new Map(entries.map((entry) => [JSON.stringify(entry), entry]));
  return [...byText.keys()].sort().flatMap((key) => byText.get(key) ?? []);
}
