import { getFirst, getValues, type TaggedRecord } from "./tagged";

/** Words before an identifier that make it the one of another paper: "Comment on: J Other. 2001. PMID: 1". */
const relation =
  /\b(?:cit(?:es?|ed|ing)|comment|companion|concern|correct|errat|in response|original|refers?|references?|related|repl(?:y|ies)|report on|republish|reprint|retract|see|summary|supersed|supplement|translat|update)/i;

/** A note as far as it speaks of this paper itself. */
function cutRelations(text: string): string {
  const at = text.search(relation);
  return at < 0 ? text : text.slice(0, at);
}

const addressTags = ["UR", "LK", "L1", "L2", "L3", "L4"];
const noteTags = [
  "N1",
  "N2",
  "RN",
  "NO",
  "M1",
  "M2",
  "M3",
  "ID",
  "AN",
  "LB",
  "C1",
  "C2",
  "C3",
  "C4",
  "C5",
  "C6",
  "C8",
  "U1",
  "U2",
  "U3",
  "U4",
  "U5",
];

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
  /\/\/(?:www\.)?pubmed\.(?:ncbi\.nlm\.nih\.)?gov\/(\d{1,8})(?!\d)/i,
  /ncbi\.nlm\.nih\.gov(?::\d+)?\/(?:m\/)?pubmed\/(?:\?term=)?(\d{1,8})(?!\d)/i,
  /ncbi\.nlm\.nih\.gov\/[^?]*\?(?:.*&)?(?:list_uids|term|uid|id)=(\d{1,8})(?!\d)/i,
  /europepmc\.org\/(?:abstract|article)\/med\/(\d{1,8})(?!\d)/i,
  /(?:info:pmid|identifiers\.org\/pubmed|identifiers\.org\/pubmed:|hubmed\.org\/.*uids=)[/:]?(\d{1,8})(?!\d)/i,
  // Ovid and EBSCO name the database in the address: MEDLINE has several names there.
  /[?&]D=(?:med|mes|mev|ppez|prem|pmnm)\w*&(?:.*&)?AN=(\d{1,8})(?!\d)/i,
  /[?&]db=(?:cmedm|mnh|mdc|mdl|medline|pubmed)\w*&(?:.*&)?AN=(\d{1,8})(?!\d)/i,
];

/** "PMID: 1", "PUBMED 1", "MEDLINE:1"; CINAHL writes "PMID: NLM1". */
const labelled = /\b(?:PMID|PubMed(?:[ -]?ID)?|MEDLINE)\s*[:=#]?\s*(?:NLM)?(\d{1,8})(?![\d/.-]*\d)/i;
const labelledByCinahl = /\bPMID:\s*NLM(\d{1,8})\b/;

/** Where a database keeps the number that PubMed gave: its name in the record, the tags, and how the number stands there. */
const databaseTags: readonly { name: RegExp; tags: readonly string[]; number: RegExp }[] = [
  // ProQuest writes a number of its own before that of PubMed.
  {
    name: /pubmed|medline|\bnlm\b|national library of medicine|europe ?pmc/i,
    tags: ["AN", "ID"],
    number: /^(?:\d+\s*;\s*)?(?:PM|NLM)?(\d{1,8})$/i,
  },
  { name: /scopus/i, tags: ["C2"], number: /^(\d{1,8})$/ },
  { name: /embase/i, tags: ["C5"], number: /^(\d{1,8})$/ },
];

/**
 * The PMID of a RIS record, wherever its program keeps it; a number is one only if the record calls it so, in words, by
 * the database it came from or by an address. The PMID of a paper that a note speaks of is not this one's.
 */
export function findPmid(record: TaggedRecord): string | null {
  const own = getFirst(record, "PM", "PMID");
  if (own !== null) return findIn([own], /^(?:PMID:?\s*)?(\d{1,8})(?!\d)/i);
  const databases = getValues(record, "DB", "DP", ...addressTags).join(" ");
  for (const { name, tags, number } of databaseTags) {
    const found =
      name.test(getValues(record, "DB", "DP").join(" ")) || (name.source === "embase" && name.test(databases));
    const value = found ? findIn(getValues(record, ...tags), number) : null;
    if (value !== null) return value;
  }
  const notes = getValues(record, ...noteTags);
  return (
    findIn(getValues(record, ...addressTags), ...pubmedAddresses) ??
    findIn(notes, labelledByCinahl) ??
    findIn([...notes, ...getValues(record, ...addressTags)].map(cutRelations), labelled, ...pubmedAddresses)
  );
}

/** The PMCID of a RIS record. */
export function findPmcid(record: TaggedRecord): string | null {
  const number = /\b(PMC\d+)(?:\.\d+)?\b/i;
  const own = findIn(getValues(record, "PMC", "C2", "AN", "ID"), /^(?:PMCID:?\s*)?(PMC\d+)(?:\.\d+)?\b/i);
  return (
    own ?? findIn([...getValues(record, ...addressTags), ...getValues(record, ...noteTags).map(cutRelations)], number)
  );
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
  return stripBrackets(bare.replace(/[.,;:]+$/, ""));
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

/** The DOI of a RIS record, wherever its program keeps it. What its own tag holds and is none is given as it stands. */
export function findDoi(record: TaggedRecord): string | null {
  const own = getValues(record, "DO", "DI", "DOI");
  const elsewhere = getValues(record, ...addressTags, "M3", "M1", "M2", "ID", "AN");
  // A note may quote other papers: there it has to be called a DOI, before any word on another paper.
  const noted = getValues(record, "N1", "RN", "C1", "C3", "U1", "U2", "U3", "U4", "U5").map(cutRelations);
  const called = noted.flatMap((text) => /\b(?:doi\b|doi\.org).*/is.exec(text)?.[0] ?? []);
  const [found] = [...own, ...elsewhere.map(cutRelations), ...called].flatMap((text) => readDoi(text) ?? []);
  return found ?? own[0] ?? null;
}
