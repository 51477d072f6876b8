import { z } from "zod";
import type { ReadCitation, ReadRecord } from "@/lib/citations/import/read-export";
import { joinWithAnd, joinWithOr } from "@/lib/format/text";
import { getAuthorLabel } from "@/lib/study/author";
import { DRAFT_KEY, TODO_PREFIX } from "@/lib/study/draft";
import { outcome, study } from "@/lib/study/schema";
import { mainFeatures, shares } from "@/lib/vocabulary/feature";

/** A paper that is there already, and the file that holds it. */
export type KnownPaper = { file: string; id: string; title: string; pmid: string | null; doi: string | null };

/** What became of one record of an export. */
export type Drafted =
  | { number: number; kind: "drafted"; id: string; draft: object; notes: string[] }
  | { number: number; kind: "refused"; reason: string };

const text = z.string().catch("");
const identifier = z.string().nullable().catch(null);
const identity = z.object({ title: text, pmid: identifier, doi: identifier });
const paper = z.object({ citation: identity.catch({ title: "", pmid: null, doi: null }) });

/**
 * What the file of a sheet or draft holds, read as far as it can be: broken or unfinished, it is still there, and its
 * name is taken.
 */
export function readKnownPaper(file: string, text: string): KnownPaper {
  const id = file.replace(/^.*\//, "").replace(/\.json$/, "");
  const nothing = { file, id, title: "", pmid: null, doi: null };
  try {
    const read = paper.safeParse(JSON.parse(text));
    return read.success ? { ...nothing, ...read.data.citation } : nothing;
  } catch {
    return nothing;
  }
}

/**
 * Drafts of the records that are new and whole, in the order of the file. Refused, with the reason: what could not be
 * read, what a sheet or a draft has already, and what stood further up in the file.
 * @param knownPapers every sheet of the library and every draft; their ids are taken
 */
export function createDrafts(records: readonly ReadRecord[], knownPapers: readonly KnownPaper[]): Drafted[] {
  const known = knownPapers.map((paper) => ({ ...paper, titleSlug: slug(paper.title) }));
  const taken = new Set(knownPapers.map(({ id }) => id));
  return records.map(({ number, citation, reason, notes }) => {
    if (!citation) return { number, kind: "refused", reason: reason ?? "It could not be read." };
    const titleSlug = slug(citation.title);
    const clash = findClash({ ...citation, titleSlug }, known);
    if (clash) return { number, kind: "refused", reason: clash };
    const id = createStudyId(citation, taken);
    taken.add(id);
    const { title, pmid, doi } = citation;
    known.push({ file: `record ${number} of this file`, id, title, titleSlug, pmid, doi });
    return { number, kind: "drafted", id, draft: createDraft(id, citation, notes), notes };
  });
}

type Known = Pick<KnownPaper, "file" | "pmid" | "doi"> & { titleSlug: string };

function findClash({ pmid, doi, titleSlug }: Omit<Known, "file">, known: readonly Known[]): string | null {
  for (const paper of known) {
    if (pmid && paper.pmid === pmid) return `PMID ${pmid} is in ${paper.file} already.`;
    if (doi && paper.doi?.toLowerCase() === doi.toLowerCase()) return `DOI ${doi} is in ${paper.file} already.`;
    // Without a common identifier, only the title can tell that two are one.
    const isComparable = !(pmid && paper.pmid) && !(doi && paper.doi);
    if (isComparable && titleSlug !== "" && paper.titleSlug === titleSlug) {
      return `Its title is that of ${paper.file}, and no identifier tells the two apart.`;
    }
  }
  return null;
}

/** First author's surname and year, ASCII lower case, and a letter from b on where that is taken. */
export function createStudyId({ authors, journal, year }: ReadCitation, taken: ReadonlySet<string>): string {
  const [author] = authors;
  const name = slug(author === undefined ? "" : getAuthorLabel(author)) || slug(journal ?? "") || "unnamed";
  const base = `${name}-${year ?? "undated"}`;
  const letters = ["", ..."bcdefghijklmnopqrstuvwxyz"];
  const free = letters.map((letter) => `${base}${letter}`).find((id) => !taken.has(id));
  return free ?? `${base}-${taken.size}`;
}

const plainLetters: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .replace(/[ßøłđðæœþı]/g, (letter) => plainLetters[letter] ?? "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

const open = (instruction: string) => `${TODO_PREFIX} ${instruction}`;
const openOrNull = (instruction: string) => open(`${instruction}, or null`);

type Enumeration = z.ZodEnum<Record<string, string>>;

/** An open field whose values the schema lists: "OPEN: none, single or double, or null". */
function openChoice(field: Enumeration | z.ZodNullable<Enumeration>): string {
  return field instanceof z.ZodNullable
    ? openOrNull(joinWithOr(field.unwrap().options))
    : open(joinWithOr(field.options));
}

/** The names of an object's fields in words: "value, unit and statistic". */
const listFields = (object: z.ZodObject) => joinWithAnd(Object.keys(object.shape));

/**
 * A sheet with the citation filled in and every other field open; data/README.md says what each one means. What is to
 * be known of the record, such as that it was retracted, stays with the draft until that mark is taken out.
 */
function createDraft(id: string, citation: ReadCitation, notes: readonly string[]): object {
  const address = citation.pmid
    ? `https://pubmed.ncbi.nlm.nih.gov/${citation.pmid}/`
    : citation.doi
      ? `https://doi.org/${citation.doi}`
      : openOrNull("where it was read (https://…)");
  const { sources, design, participants, treatment, headline, guideline, reads } = study.shape;
  const resultKinds = outcome.shape.result.options.map(({ shape }) => shape.kind.value);
  const feature = {
    share: open(joinWithOr(shares)),
    n: openOrNull("how many"),
    note: openOrNull("what the source says"),
  };
  return {
    [DRAFT_KEY]: ["Not a sheet yet. data/README.md says how to go on.", ...notes].join(" "),
    id,
    citation: { ...citation, year: citation.year ?? openOrNull("year") },
    sources: [{ url: address, kind: openChoice(sources.element.shape.kind), official: open("true or false") }],
    design: {
      type: openChoice(design.shape.type),
      controlled: open("true or false"),
      blinding: openChoice(design.shape.blinding),
      centres: openChoice(design.shape.centres),
      countries: open("a list, empty where not stated"),
      period: openOrNull("when patients were treated"),
      followUp: openOrNull(listFields(design.shape.followUp.unwrap())),
    },
    cohort: openOrNull("the name shared with other reports of the same patients"),
    participants: {
      enrolled: openOrNull("number"),
      treated: openOrNull("number given immunoglobulin"),
      female: openOrNull("number"),
      male: openOrNull("number"),
      age: {
        group: openChoice(participants.shape.age.shape.group),
        mean: openOrNull("years"),
        median: openOrNull("years"),
        sd: openOrNull("years"),
        min: openOrNull("years"),
        max: openOrNull("years"),
      },
      diagnoses: open("numbers by diagnosis, such as DM and PM"),
    },
    features: Object.fromEntries(mainFeatures.map((name) => [name, feature])),
    treatment: {
      agent: openChoice(treatment.shape.agent),
      role: openChoice(treatment.shape.role),
      regimen: openOrNull(listFields(treatment.shape.regimen.unwrap())),
      courses: openOrNull(listFields(treatment.shape.courses.unwrap())),
      concomitant: openOrNull("what was given together with it"),
      comparator: openOrNull("what it was compared with"),
    },
    outcomes: [
      {
        id: open("a short name"),
        domain: openChoice(outcome.shape.domain),
        organ: openChoice(outcome.shape.organ),
        label: open("what is counted"),
        plain: openOrNull("the same in at most 45 characters of plain words"),
        definition: openOrNull("how the source defines it"),
        direction: openChoice(outcome.shape.direction),
        population: open("whom the total counts"),
        result: open(`kind ${joinWithOr(resultKinds)}, and what goes with it`),
        comparator: openOrNull(`${listFields(outcome.shape.comparator.unwrap())} of the other group`),
        p: openOrNull("p as printed"),
        locator: open("where in the source it stands"),
      },
    ],
    headline: Object.fromEntries(
      Object.keys(headline.shape).map((domain) => [domain, openOrNull("the id of an outcome")]),
    ),
    guideline: openOrNull(`on guidelines only: ${listFields(guideline.unwrap().unwrap())}`),
    bottomLine: open("one sentence of our own, with its main caution"),
    limitations: open("a list of short phrases"),
    reads: openChoice(reads),
    unclear: open("a list of what the source leaves open"),
    // True of every sheet until somebody reads it a second time.
    extraction: { readers: 1, figuresCompared: 0, figuresAgreed: 0, adjudicated: false },
  };
}
