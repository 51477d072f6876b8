import type { Concept } from "./codes";
import { type CodedText, readConcept, readStatuses } from "./concept";
import { isAfter, isWithin, type RecordedDate, readDate } from "./dates";
import { citeConcept, type Findings, reasons, setAside } from "./evidence";
import { getMember, getString, type Resource, toList } from "./json";
import { readDiseaseNames } from "./meanings";
import type { Source } from "./proposals";
import type { Follow } from "./resources";

/** Drugs that the rules of earlier treatment know, with the names by which words are read. */
const drugNames = {
  methylprednisolone: /\bmethylprednisolone\b/i,
  prednisone: /\bprednisone\b/i,
  prednisolone: /\bprednisolone\b/i,
  methotrexate: /\bmethotrexate\b/i,
  azathioprine: /\bazathioprine\b/i,
  mycophenolate: /\bmycophenol(ate|ic)\b/i,
  ciclosporin: /\bc[iy]closporine?\b/i,
  tacrolimus: /\btacrolimus\b/i,
  cyclophosphamide: /\bcyclophosphamide\b/i,
  rituximab: /\brituximab\b/i,
  hydroxychloroquine: /\bhydroxychloroquine\b/i,
  tofacitinib: /\btofacitinib\b/i,
} as const satisfies Partial<Record<Concept, RegExp>>;

export type Drug = keyof typeof drugNames;

export const corticosteroids: readonly Drug[] = ["methylprednisolone", "prednisone", "prednisolone"];

/** Immunoglobulin for replacement or immunomodulation, by words; those against one germ or toxin are other drugs. */
const immunoglobulinWords =
  /\b(immun(o|e )?\s?globulins?|IVIG|SCIG|IGIV|privigen|octagam|gamunex|gammagard|kiovig|panzyga|intratect|flebogamma|hizentra|cuvitru|hyqvia)\b/i;
const otherImmunoglobulins =
  /\banti-?d\b|\brho|\b(hepatitis|rabies|tetanus|varicella|zoster|cytomegalovirus|cmv|botulism|thymocyte|antithymocyte|vaccinia|digoxin|snake|rsv)\b/i;

const immunoglobulinConcepts: readonly Concept[] = ["immunoglobulin", "immunoglobulin-iv", "immunoglobulin-sc"];

/** Whether a drug or an order is immunoglobulin, by a code of the table or by its words. */
export function isImmunoglobulin({ meanings, words }: CodedText): boolean {
  if (meanings.some(({ concept }) => immunoglobulinConcepts.includes(concept))) return true;
  return words !== null && immunoglobulinWords.test(words) && !otherImmunoglobulins.test(words);
}

/** The drugs of a concept: by its codes, else by its words. */
export function readDrugs({ meanings, words }: CodedText): { drug: Drug; isVerified: boolean }[] {
  const coded = meanings.flatMap(({ concept, isVerified }) =>
    concept in drugNames ? [{ drug: concept as Drug, isVerified }] : [],
  );
  if (coded.length > 0 || words === null) return coded;
  return (Object.keys(drugNames) as Drug[]).flatMap((drug) =>
    drugNames[drug].test(words) ? [{ drug, isVerified: false }] : [],
  );
}

/** What is given, of a request or a statement: named there, or in the Medication that it leads to. */
export function readMedication(resource: Resource, follow: Follow): CodedText {
  const named = readConcept(resource.medicationCodeableConcept);
  if (named.meanings.length > 0 || named.words !== null) return named;
  const reference = resource.medicationReference;
  const medication = follow(reference, resource);
  if (medication?.resourceType === "Medication") return readConcept(medication.code);
  return { meanings: [], words: getString(getMember(reference, "display")) };
}

/** One treatment with a drug, as far as the record tells it. */
export type Treatment = {
  drug: Drug;
  /** a verified code names the drug */
  isVerified: boolean;
  /** the record gives a reason for the drug, and it cannot be read: it may be another disease */
  hasUnreadableReason: boolean;
  source: Source;
  began: RecordedDate | null;
  hasEnded: boolean;
  /** why it ended, in the words of the record: empty where they cannot be read, null where it gives no reason */
  whyEnded: string | null;
};

const endedStatuses = ["stopped", "completed"];
const neverGiven = ["entered-in-error", "cancelled", "draft", "intended", "not-taken"];
/** Days for which immunoglobulin that was given on one day is taken as being given: courses follow each other by weeks. */
const DAYS_OF_STATEMENT = 90;
const plans = ["proposal", "plan", "option"];
const localWords =
  /\b(topical|cutaneous|ointment|cream|eye|ophthalmic|ocular|inhal\w+|nasal|rectal|intra-?articular)\b/i;

/** Reads one MedicationRequest or MedicationStatement of the patient; treatments are given back for the rules. */
export function readTreatments(resource: Resource, follow: Follow, day: RecordedDate, findings: Findings): Treatment[] {
  const medication = readMedication(resource, follow);
  const status = getString(resource.status) ?? "unknown";
  const began = readStart(resource);
  const source = citeConcept(resource, medication, began);
  const refusal = findRefusal(resource, status, began, day);
  if (isImmunoglobulin(medication))
    readImmunoglobulin({ resource, medication, status, began, source, refusal }, day, findings);
  const drugs = readDrugs(medication);
  if (refusal !== null || drugs.length === 0 || isLocal(resource, medication)) return [];
  const purposes = listPurposes(resource, follow);
  if (purposes.length > 0 && purposes.every((purpose) => purpose === "other")) return [];
  return drugs.map(({ drug, isVerified }) => ({
    drug,
    isVerified,
    hasUnreadableReason: purposes.includes("unreadable") && !purposes.includes("myositis"),
    source: { ...source, kind: "rule" },
    began,
    hasEnded: endedStatuses.includes(status),
    whyEnded: listWhyEnded(resource),
  }));
}

function readStart(resource: Resource): RecordedDate | null {
  return (
    readDate(getMember(resource.effectivePeriod, "start")) ??
    readDate(resource.effectiveDateTime) ??
    readDate(resource.authoredOn) ??
    readDate(resource.dateAsserted)
  );
}

function findRefusal(resource: Resource, status: string, began: RecordedDate | null, day: RecordedDate): string | null {
  if (status === "entered-in-error") return reasons.error;
  if (neverGiven.includes(status) || plans.includes(getString(resource.intent) ?? "") || resource.doNotPerform === true)
    return "It is recorded as not given.";
  return isAfter(began, day) ? reasons.future : null;
}

/** Creams, eye drops and the like are no systemic treatment. */
function isLocal(resource: Resource, { words }: CodedText): boolean {
  const dosages = [...toList(resource.dosageInstruction), ...toList(resource.dosage)];
  const routes = dosages.flatMap((dosage) => [
    readConcept(getMember(dosage, "route")).words,
    getMember(dosage, "text"),
  ]);
  return [words, ...routes].some((text) => typeof text === "string" && localWords.test(text));
}

/** What a drug was given for, as far as one reason of the record tells it. */
type Purpose = "myositis" | "other" | "unreadable";

/** What the record says that it was given for, by codes, words and the conditions that it refers to; empty where it gives no reason. */
function listPurposes(resource: Resource, follow: Follow): Purpose[] {
  const reasonsGiven = [
    ...toList(resource.reasonCode).map(readConcept),
    ...toList(resource.reasonReference).map((reference) => readReason(reference, resource, follow)),
  ];
  return reasonsGiven.map(readPurpose);
}

/** The disease that a reference leads to, else its words. What leads to something else than a disease says nothing. */
function readReason(reference: unknown, from: Resource, follow: Follow): CodedText {
  const target = follow(reference, from);
  const unread = { meanings: [], words: getString(getMember(reference, "display")) };
  if (target === null) return unread;
  if (target.resourceType !== "Condition") return { meanings: [], words: null };
  const concept = readConcept(target.code);
  return concept.meanings.length > 0 || concept.words !== null ? concept : unread;
}

function readPurpose({ meanings, words }: CodedText): Purpose {
  if (meanings.some(({ concept }) => /myositis|antisynthetase|myopathy/.test(concept))) return "myositis";
  const { diseases, isTakenBack } = readDiseaseNames(words ?? "");
  if (diseases.some(({ isMyositis }) => isMyositis)) return isTakenBack ? "unreadable" : "myositis";
  return meanings.length === 0 && words === null ? "unreadable" : "other";
}

function listWhyEnded(resource: Resource): string | null {
  const given = toList(resource.statusReason);
  return given.length > 0 ? given.flatMap((reason) => readConcept(reason).words ?? []).join("; ") : null;
}

type GivenImmunoglobulin = {
  resource: Resource;
  medication: CodedText;
  status: string;
  began: RecordedDate | null;
  source: Source;
  refusal: string | null;
};

function readImmunoglobulin(given: GivenImmunoglobulin, day: RecordedDate, findings: Findings): void {
  const { resource, began, source } = given;
  const aspect = "onImmunoglobulin";
  const refusal = given.refusal ?? findWhyNotGiven(given, day);
  if (refusal !== null) {
    setAside(findings, aspect, source, refusal);
    return;
  }
  const doubt = findDoubt(given, day);
  findings.evidence.push({
    proposed: { aspect, value: "yes" },
    source,
    isFirm: doubt === null,
    reason:
      doubt ?? `Immunoglobulin ${isSince(resource) ? "is being given since" : "was being given on"} ${began?.text}.`,
  });
}

/** Why immunoglobulin is not being given; null where nothing says so. */
function findWhyNotGiven({ resource, status, began }: GivenImmunoglobulin, day: RecordedDate): string | null {
  if (endedStatuses.includes(status) || status === "on-hold")
    return `Its status is “${status}”: it is not being given.`;
  const end = readDate(getMember(resource.effectivePeriod, "end"));
  if (end !== null && end.last < day.first) return `It ended on ${end.text}.`;
  // What starts on the day of the case is the order in question, and no earlier treatment.
  const isNew = began !== null && began.first >= day.first && began.last <= day.last;
  return isNew ? "It starts on the day of this case." : null;
}

/** Why it is not certain that immunoglobulin is being given; null where the record says so. */
function findDoubt({ resource, medication, status, began }: GivenImmunoglobulin, day: RecordedDate): string | null {
  if (resource.resourceType !== "MedicationStatement" || status !== "active")
    return "It is ordered, and the record does not say that it was given: to be confirmed.";
  const isVerified = medication.meanings.some(
    ({ concept, isVerified }) => isVerified && immunoglobulinConcepts.includes(concept),
  );
  if (!isVerified) return reasons.words;
  if (began === null) return reasons.undated;
  if (began.last >= day.first)
    return `It starts in ${began.text}, which may be on the day of this case or later: to be confirmed.`;
  const end = getMember(resource.effectivePeriod, "end") ?? null;
  if (end !== null && !isAfter(readDate(end), day)) return "It may have ended: to be confirmed.";
  return isSince(resource) || isWithin(began, DAYS_OF_STATEMENT, day)
    ? null
    : `It was being given on ${began.text}, more than ${DAYS_OF_STATEMENT} days ago: to be confirmed.`;
}

/** Whether the start is that of a period; else it is one day on which it was being given. */
function isSince(resource: Resource): boolean {
  return readDate(getMember(resource.effectivePeriod, "start")) !== null;
}

/** Statuses under which an allergy is none, or is over. */
const overStatuses = ["inactive", "resolved", "refuted", "entered-in-error"];

/** Reads one AllergyIntolerance of the patient: the drugs that were stopped because of it, for the rules. */
export function readAllergy(resource: Resource, findings: Findings): Drug[] {
  const concept = readConcept(resource.code);
  const statuses = [...readStatuses(resource.clinicalStatus), ...readStatuses(resource.verificationStatus)];
  if (statuses.some((status) => overStatuses.includes(status))) return [];
  const source = citeConcept(resource, concept, readDate(resource.recordedDate) ?? readDate(resource.onsetDateTime));
  if (isImmunoglobulin(concept)) {
    findings.notes.push({
      text: "An allergy or intolerance to immunoglobulin is on record. It matters for the safety of immunoglobulin.",
      source,
    });
  }
  const drugs = readDrugs(concept).map(({ drug }) => drug);
  if (drugs.some((drug) => corticosteroids.includes(drug))) {
    findings.evidence.push({
      proposed: { aspect: "steroidFree", value: "yes" },
      source,
      isFirm: false,
      reason: "An allergy or intolerance to a corticosteroid is on record, which may mean that it is avoided.",
    });
  }
  return drugs;
}
