import { getValues, type TaggedRecord } from "./tagged";

/** Words before an identifier that make it the one of another paper: "Comment on: J Other. 2001. PMID: 1". */
const relation =
  /\b(?:cit(?:es|ed(?! by)|ing)\b|comment|companion|concern|corrig|correct(?:ion|ed)|errat|in response|original (?:article|paper|publication|report)|refer(?:s|ences?)\b|related|repl(?:y|ies)\b|report on|republish|reprint|retract|see\b|summary (?:for|in|of)|supersed|supplement to|translation of|updat\w+ (?:in|of|to))/i;

/** A note as far as it speaks of this paper itself. */
function cutRelations(text: string): string {
  const at = text.search(relation);
  return at < 0 ? text : text.slice(0, at);
}

const addressTags = ["UR", "LK", "L1", "L2", "L3", "L4"];
/** Tags for numbers of some database, and for what a program has no tag for. */
const numberTags = ["AN", "ID", "LB", "C1", "C2", "C3", "C4", "C5", "C6", "C8", "U1", "U2", "U3", "U4", "U5"];
const noteTags = ["N1", "RN", "NO", "M1", "M2", "M3"];

/** The first match of a pattern's group in these values. */
function findIn(values: readonly string[], ...patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const value of values) {
      const found = pattern.exec(value)?.slice(1).find(Boolean);
      if (found) return found;
    }
  }
  return null;
}

const pubmedAddresses = [
  /\/\/(?:www\.)?pubmed\.(?:ncbi\.nlm\.nih\.)?gov\/(?:\?term=)?(\d{1,8})(?!\d)/i,
  /ncbi\.nlm\.nih\.gov(?::\d+)?\/(?:m\/)?pubmed\/(?:\?term=)?(\d{1,8})(?!\d)/i,
  /ncbi\.nlm\.nih\.gov\/(?=.*db(?:from)?=pubmed)[^?]*\?(?:.*&)?(?:list_uids|term|uid|id)=(\d{1,8})(?!\d)/i,
  /europepmc\.org\/(?:abstract|article)\/med\/(\d{1,8})(?!\d)/i,
  /(?:info:pmid|identifiers\.org\/pubmed|identifiers\.org\/pubmed:|hubmed\.org\/.*uids=)[/:]?(\d{1,8})(?!\d)/i,
  // Ovid and EBSCO name the database in the address: MEDLINE has several names there.
  /[?&]D=(?:med|mes|mev|ppez|prem|pmnm)\w*&(?:.*&)?AN=(\d{1,8})(?!\d)/i,
  /[?&]db=(?:cmedm|mnh|mdc|mdl|medline|pubmed)\w*&(?:.*&)?AN=(\d{1,8})(?!\d)/i,
];

/** "PMID: 1"; CINAHL writes "PMID: NLM1". */
const labelled = /\b(?:PMID|PubMed[ -]?ID)\s*[:=#]?\s*(?:NLM)?(\d{1,8})(?![\d/.-]*\d)/i;
const labelledByCinahl = /\bPMID:\s*NLM(\d{1,8})\b/;
/** "PUBMED 1", "MEDLINE:1": in a tag for numbers, where it is no year of a note. */
const labelledByDatabase = /\b(?:PUBMED|MEDLINE)[\s:]+(\d{1,8})\b/i;

/** Where a database keeps the number of PubMed: its name, the tags that may hold it, the tag and form of the number. */
const databases: readonly { name: RegExp; named: readonly string[]; tags: readonly string[]; number: RegExp }[] = [
  {
    // "cmedm" and the like are EBSCO's names of MEDLINE. ProQuest writes a number of its own before that of PubMed.
    name: /pubmed|medline|\b(?:nlm|cmedm|mnh|mdc|mdl)\b|national library of medicine|europe ?pmc/i,
    named: ["DB", "DP"],
    tags: ["AN", "ID"],
    number: /^(?:\d+\s*;\s*)?(?:PM|NLM)?(\d{1,8})$/i,
  },
  { name: /scopus/i, named: ["DB", "DP", "UR"], tags: ["C2"], number: /^(\d{1,8})$/ },
  { name: /embase/i, named: ["DB", "DP", ...addressTags], tags: ["C5"], number: /^(\d{1,8})$/ },
];

/**
 * The PMID of a RIS record, wherever its program keeps it; a number is one only if the record calls it so, in words, by
 * the database it came from or by an address. The PMID of a paper that a note speaks of is not this one's.
 */
export function findPmid(record: TaggedRecord): string | null {
  const addresses = getValues(record, ...addressTags);
  const numbers = getValues(record, ...numberTags);
  const notes = getValues(record, ...noteTags);
  const ofDatabase = databases.flatMap(({ name, named, tags, number }) =>
    name.test(getValues(record, ...named).join(" ")) ? (findIn(getValues(record, ...tags), number) ?? []) : [],
  );
  return (
    findIn(getValues(record, "PM", "PMID"), /^(?:PMID|PubMed)?[:\s]*(\d{1,8})(?!\d)/i) ??
    ofDatabase[0] ??
    findIn(addresses, ...pubmedAddresses) ??
    findIn([...numbers, ...notes], labelledByCinahl) ??
    findIn(numbers, labelledByDatabase) ??
    findIn([...numbers, ...notes, ...addresses].map(cutRelations), labelled, ...pubmedAddresses)
  );
}

/** The PMCID of a RIS record. */
export function findPmcid(record: TaggedRecord): string | null {
  const own = findIn(getValues(record, "PMC", "C2", "AN", "ID"), /^(?:PMCID:?\s*)?(PMC\d+)(?:\.\d+)?\b/i);
  const notes = getValues(record, ...numberTags, ...noteTags).map(cutRelations);
  return own ?? findIn([...getValues(record, ...addressTags), ...notes], /\b(PMC\d+)(?:\.\d+)?\b/i);
}

const doiText = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<]*(?:<[^\s"<>]*>[^\s"<]*)*/;

/**
 * The DOI in a text: alone, behind "doi:", or in an address, also of a library's proxy or a publisher.
 * @returns null where there is none
 */
export function readDoi(text: string): string | null {
  const isAddress = /^\s*(?:https?:\/\/|www\.|(?:dx\.)?doi\.org)/i.test(text);
  const [found] = doiText.exec(isAddress ? decodeAddress(text) : text) ?? [];
  if (found === undefined) return null;
  const bare = isAddress ? cutAddress(text, found) : found;
  return stripBrackets(bare.replace(/(?<![.,;:])[.,;:]+$/, ""));
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Without what a publisher's page has behind the DOI; an address of doi.org has nothing there. */
function cutAddress(address: string, doi: string): string {
  if (/\bdoi[.-]org/i.test(address)) return doi;
  return doi
    .replace(/[?#&].*$/, "")
    .replace(/\/(?:abstract|e?pdf|full(?:text)?|meta|references|summary|html?)\/?$/i, "");
}

/** Without a bracket at its end that was opened before it began. */
function stripBrackets(doi: string): string {
  const counts = (sign: string) => doi.split(sign).length;
  const isOdd = (doi.endsWith(")") && counts(")") > counts("(")) || (doi.endsWith("]") && counts("]") > counts("["));
  return isOdd ? stripBrackets(doi.slice(0, -1)) : doi;
}

/** A DOI that Cochrane's register gives to its own entry of a paper. */
const ofTrialRegister = /^10\.1002\/central\//i;

/** The DOI of a RIS record, wherever its program keeps it. What its own tag holds and is none is given as it stands. */
export function findDoi(record: TaggedRecord): string | null {
  const own = getValues(record, "DO", "DI", "DOI");
  const elsewhere = getValues(record, ...addressTags, "M3", "M1", "M2", "ID", "AN");
  // A note may quote other papers: there it has to be called a DOI, before any word on another paper.
  const noted = getValues(record, "N1", "RN", "C1", "C3", "U1", "U2", "U3", "U4", "U5").map(cutRelations);
  const called = noted.flatMap((text) => /\b(?:doi\b|doi\.org).*/is.exec(text)?.[0] ?? []);
  const found = [...own, ...elsewhere.map(cutRelations), ...called]
    .flatMap((text) => readDoi(text) ?? [])
    .find((doi) => !ofTrialRegister.test(doi));
  return found ?? own[0] ?? null;
}
