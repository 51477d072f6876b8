import { createJoin, type JoinLines, readTagLine, splitLines, type TagLine } from "./lines";
import type { RecordFormat, TaggedRecord } from "./tagged";

const noEnd = "This record is cut off: it has no end line (ER).";
const noBeginning = "This record is cut off: it has no first line (TY).";
const noSource = "The file ends in the middle of this record, before its source line (SO).";
const broken = "Lines of it were broken at a fixed width and put together without a blank: compare with the source.";
const noType = "It has no type line (TY): compare the citation with the source.";

/** The tags by which the format of a record that names no type is known; those of several formats stand in each. */
const knownTags: Record<RecordFormat, ReadonlySet<string>> = {
  medline: new Set(
    "PMID OWN STAT DCOM LR IS VI IP DP TI BTI TT PG LID AID AB FAU AU CN AD LA PT DEP PL TA JT JID SB MH EDAT MHDA CRDT PHST PST SO PMC".split(
      " ",
    ),
  ),
  ovid: new Set("UI VN DB AN RO TI AU FA SO AS NJ JN VO IP PG YR DP DO PT IN AB MJ MH LG LK PM".split(" ")),
  ris: new Set(
    "TY ER A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ET ID IS J1 J2 JA JF JI JO KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PM PP PY RI RN RP SE SN SP ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UR VL VO Y1 Y2".split(
      " ",
    ),
  ),
};

type Line = { text: string; tagged: TagLine | null };

/** A run of lines: one RIS record from its TY on, or whatever stands outside such records. */
type Block = { isRis: boolean; lines: Line[]; cut: string | null };

/**
 * The records of an export, or of several that were joined, whatever their formats. A RIS record goes from TY to ER; a
 * MEDLINE or Ovid record begins with its number or behind an empty line. A line without a tag goes on with the one
 * before.
 * @returns none for a text without any known tag; a record without its beginning or end is `cut`
 */
export function readRecords(text: string): TaggedRecord[] {
  const lines = splitLines(text);
  const join = createJoin(lines);
  const blocks = splitBlocks(lines);
  const hasTypes = blocks.some(({ isRis }) => isRis);
  const records = blocks.flatMap(({ isRis, lines, cut }) => {
    if (isRis) return [{ ...joinLines("ris", lines, join), cut }];
    const isUntypedRis = findFormat(lines) === "ris" || lines.some(({ tagged }) => tagged?.tag === "ER");
    return isUntypedRis ? readUntypedRis(lines, join, hasTypes) : readMedline(lines, join);
  });
  const last = records.at(-1);
  // PubMed ends every record with its source line and every file with a line break.
  if (last?.format === "medline" && !/[\r\n]$/.test(text) && !last.lines.some(({ tag }) => tag === "SO")) {
    last.cut = noSource;
  }
  return records.map((record, index) => ({ number: index + 1, ...record }));
}

function splitBlocks(texts: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let form = "";
  let isBehindBlank = true;
  let open: Block | undefined;
  const begin = (isRis: boolean): Block => {
    if (open?.isRis) open.cut = noEnd;
    const block: Block = { isRis, lines: [], cut: null };
    blocks.push(block);
    open = block;
    return block;
  };
  for (const text of texts) {
    const read = readTagLine(text);
    // The number of a MEDLINE record, of a file that was joined to one whose last record is cut off.
    const isMedline = read?.tag === "PMID" && isBehindBlank;
    isBehindBlank = text.trim() === "";
    if (read && isTypeLine(read)) {
      form = read.form;
      begin(true).lines.push({ text, tagged: read });
    } else if (open?.isRis && !isMedline) {
      const tagged = read && isTagOfRis(read, form) ? read : null;
      if (tagged?.tag === "ER" || text.trim() === "ER") open = undefined;
      else open.lines.push({ text, tagged });
    } else {
      const block = open && !open.isRis ? open : begin(false);
      // A line that goes on with the one before is indented, whatever it looks like.
      block.lines.push({ text, tagged: /^\s/.test(text) ? null : read });
    }
  }
  if (open?.isRis) open.cut = noEnd;
  return blocks;
}

/** "TY  - JOUR", also where a program has spoilt the blanks or the hyphen. */
function isTypeLine({ tag, value, isPadded }: TagLine): boolean {
  return tag === "TY" && (isPadded || /^[A-Z]{3,6}$/.test(value));
}

/** Whether a line of a RIS record begins with a tag, and not with words that look like one: "CI - confidence". */
function isTagOfRis({ tag, value, isPadded, form: written }: TagLine, form: string): boolean {
  if (isPadded) return tag.length === 2 || tag === "PMID";
  return (written === form && knownTags.ris.has(tag)) || (tag === "ER" && value === "");
}

/** The format most of whose tags these lines have; null where none has any. */
function findFormat(lines: readonly Line[]): RecordFormat | null {
  const count = (format: RecordFormat) =>
    lines.filter(({ tagged }) => tagged && knownTags[format].has(tagged.tag)).length;
  const [best] = (["medline", "ovid", "ris"] as const)
    .map((format) => ({ format, lines: count(format) }))
    .sort((a, b) => b.lines - a.lines);
  return best && best.lines > 0 ? best.format : null;
}

type Unnumbered = Omit<TaggedRecord, "number">;

function joinLines(format: RecordFormat, lines: readonly Line[], join: JoinLines): Unnumbered {
  const record: Unnumbered = { format, lines: [], cut: null, notes: [] };
  let before = "";
  for (const { text, tagged } of lines) {
    const last = record.lines.at(-1);
    if (tagged) record.lines.push({ tag: tagged.tag, value: tagged.value });
    else if (last && text.trim() !== "") {
      const between = join(before, text);
      if (between === "" && !record.notes.includes(broken)) record.notes.push(broken);
      last.value += `${between}${text.trim()}`;
    }
    before = text;
  }
  return record;
}

/** RIS of a program that writes no TY: each record ends with ER. Among records with TY it is a cut one. */
function readUntypedRis(lines: readonly Line[], join: JoinLines, hasTypes: boolean): Unnumbered[] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    if (line.tagged?.tag === "ER") groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group, index) => {
    const record = joinLines("ris", group, join);
    if (record.lines.length === 0) return [];
    const cut = hasTypes ? noBeginning : index === groups.length - 1 ? noEnd : null;
    return [{ ...record, cut, notes: [...record.notes, noType] }];
  });
}

const recordNumbers = new Set(["PMID", "PMC", "UI"]);
/** Tags that a record has once: behind an empty line, the second of them belongs to the next record. */
const onceOnly = new Set([...recordNumbers, "TI", "SO", "DP", "YR", "OWN", "STAT"]);

/** Records of PubMed or Ovid; a file of one may have been joined to one of the other. */
function readMedline(lines: readonly Line[], join: JoinLines): Unnumbered[] {
  const groups: Line[][] = [];
  let isBehindBlank = true;
  // those of the open group: gathered again at each line, they would take time by the square of its lines
  let tags = new Set<string>();
  for (const line of lines) {
    const { tagged } = line;
    const open = groups.at(-1);
    const isNext =
      tagged &&
      (tags.has(tagged.tag)
        ? (isBehindBlank ? onceOnly : recordNumbers).has(tagged.tag)
        : // of a file that was joined to one whose records begin otherwise
          isBehindBlank && recordNumbers.has(tagged.tag) && tags.has("SO"));
    if (tagged && (!open || isNext)) {
      groups.push([line]);
      tags = new Set([tagged.tag]);
    } else if (open) {
      open.push(line);
      if (tagged) tags.add(tagged.tag);
    }
    isBehindBlank = line.text.trim() === "";
  }
  return groups.flatMap((group) => {
    const format = findFormat(group);
    return format === null ? [] : joinLines(format, group, join);
  });
}
