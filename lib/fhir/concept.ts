import { type Concept, codes, systems } from "./codes";
import { getMember, getString, toList } from "./json";

/** What one coding of a record means. */
export type Meaning = {
  concept: Concept;
  system: string;
  code: string;
  /** what the record calls it; null where it does not say */
  display: string | null;
  isVerified: boolean;
};

/** A CodeableConcept: the codings that are understood, and all of its words. */
export type CodedText = { meanings: Meaning[]; words: string | null };

/** Other addresses under which records name the same systems. */
const aliases: Readonly<Record<string, string>> = {
  "urn:oid:2.16.840.1.113883.6.96": systems.snomed,
  "urn:oid:2.16.840.1.113883.6.1": systems.loinc,
  "urn:oid:2.16.840.1.113883.6.88": systems.rxnorm,
  "urn:oid:2.16.840.1.113883.6.90": systems.icd10cm,
  "urn:oid:2.16.840.1.113883.6.3": systems.icd10,
  "urn:oid:2.16.840.1.113883.6.73": systems.atc,
  "http://www.orpha.net/ORDO": systems.orphanet,
};

/** Words of a record that are kept: more is no name. */
const MAX_WORDS_LENGTH = 200;
/** Codings of one concept that are looked at. */
const MAX_CODINGS = 50;

/** ICD codes are written with and without their dot. */
const simplify = (code: string) => code.toUpperCase().replace(".", "");

type Row = (typeof codes)[number] & { coversNarrower?: true };

/** The rows of one system: each by its simplified code, and those that cover narrower codes, the most exact first. */
type System = { rows: Map<string, Row>; wide: { row: Row; code: string }[] };

const systemsByAddress = new Map<string, System>();
for (const row of codes as readonly Row[]) {
  const { rows, wide } = systemsByAddress.get(row.system) ?? { rows: new Map<string, Row>(), wide: [] };
  const code = simplify(row.code);
  if (!rows.has(code)) rows.set(code, row);
  if (row.coversNarrower) wide.push({ row, code });
  systemsByAddress.set(row.system, { rows, wide });
}
for (const { wide } of systemsByAddress.values()) wide.sort((a, b) => b.row.code.length - a.row.code.length);

function findRow(address: string, code: string): Row | null {
  const system = systemsByAddress.get(address);
  if (!system) return null;
  const wanted = simplify(code);
  return system.rows.get(wanted) ?? system.wide.find((wider) => wanted.startsWith(wider.code))?.row ?? null;
}

/** What a coding means; null where its system or code is not in the table. */
function readCoding(coding: unknown): Meaning | null {
  const system = getString(getMember(coding, "system"))?.replace(/\/$/, "");
  const code = getString(getMember(coding, "code"));
  if (!system || !code) return null;
  const row = findRow(aliases[system] ?? system, code);
  if (!row) return null;
  return {
    concept: row.concept,
    system: row.system,
    code,
    display: shorten(getString(getMember(coding, "display"))),
    isVerified: row.isVerified,
  };
}

/** Reads a CodeableConcept of any form; what is not understood has no meaning, and its words are kept. */
export function readConcept(value: unknown): CodedText {
  const codings = toList(getMember(value, "coding")).slice(0, MAX_CODINGS);
  const texts = [getMember(value, "text"), ...codings.map((coding) => getMember(coding, "display"))];
  const words = [...new Set(texts.flatMap((text) => getString(text) ?? []))].join("; ");
  return { meanings: codings.flatMap((coding) => readCoding(coding) ?? []), words: shorten(words || null) };
}

/** Where FHIR defines the codes of statuses. */
const statusSystems = /^https?:\/\/(terminology\.)?hl7\.org\//;

/** What stands for a status that is there and cannot be read: no status, and so a doubt. */
const UNREADABLE_STATUS = "unreadable";

/**
 * The statuses that a member gives, in small letters ("entered-in-error"): by the codes of FHIR where it has any, else by
 * all of its codes, else by its words, which may also be the member itself (FHIR STU3 has plain codes).
 * @returns an empty list where the member is absent, and UNREADABLE_STATUS where it is there and says nothing
 */
export function readStatuses(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const concepts = toList(value);
  const codings = concepts.flatMap((concept) => toList(getMember(concept, "coding"))).slice(0, MAX_CODINGS);
  const ofFhir = codings.filter((coding) => statusSystems.test(getString(getMember(coding, "system")) ?? ""));
  const listed = [
    ofFhir.map((coding) => getMember(coding, "code")),
    codings.map((coding) => getMember(coding, "code")),
    concepts.flatMap((concept) => [concept, getMember(concept, "text")]),
    codings.map((coding) => getMember(coding, "display")),
  ].map((texts) => texts.flatMap((text) => getString(text)?.toLowerCase().replace(/\s+/g, "-") ?? []));
  return listed.find((statuses) => statuses.length > 0) ?? [UNREADABLE_STATUS];
}

function shorten(words: string | null): string | null {
  return words && words.length > MAX_WORDS_LENGTH ? `${words.slice(0, MAX_WORDS_LENGTH - 1)}…` : words;
}
