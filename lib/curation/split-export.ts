/** A piece of an export that should be one record. */
export type ExportPiece = {
  /** its bytes in the file: from `begin` to before `end` */
  begin: number;
  end: number;
  /** the line at which it begins, from 1 */
  line: number;
  /** why it is not for the reader, which would stop at it or pass over it in silence; a sentence, or null */
  unreadable: string | null;
  /** what it lacks that the other records of the file have, as a sentence; or null */
  cut: string | null;
};

/** What was seen of a piece while its lines went by. */
type Seen = {
  line: number;
  begin: number;
  end: number;
  /** its lines by tag, as far as they tell what it is; "text" stands for a line without a tag */
  tags: Set<string>;
  firstLine: string;
};

const byteOrderMark = "\u00ef\u00bb\u00bf";
const tagLine = /^([A-Z][A-Z0-9]{1,3}) {0,2}-/;

/**
 * Cuts an export of any length into its records, so that a broken one spoils no other.
 * A RIS record goes from TY to ER. A MEDLINE record begins with its PMID or behind an empty line. Lines before the
 * first record that have no tag, such as the name of the database, are left out; later ones are an unreadable piece.
 * @returns nothing for a text without any tag
 */
export function splitExport(bytes: Uint8Array): ExportPiece[] {
  const pieces = findPieces(bytes);
  const medline = pieces.filter((piece) => hasTag(piece) && !isRis(piece));
  const withSource = medline.filter(({ tags }) => tags.has("SO")).length;
  const habits: Habits = {
    isRisOnly: pieces.every(({ tags }) => !tags.has("PMID")),
    hasTypes: pieces.some(({ tags }) => tags.has("TY")),
    hasSources: withSource > medline.length / 2,
  };
  return pieces.map((piece) => {
    const { begin, end, line } = piece;
    const isText = !bytes.subarray(begin, end).includes(0);
    const unreadable = isText ? findTextFault(piece) : "It holds bytes that are no text.";
    return { begin, end, line, unreadable, cut: findCut(piece, habits) };
  });
}

/** What the records of a file have as a rule: one that lacks it is cut off. Some programs write none of these lines. */
type Habits = {
  isRisOnly: boolean;
  /** first lines of RIS */
  hasTypes: boolean;
  /** last lines of a MEDLINE record, in most of them */
  hasSources: boolean;
};

const isRis = ({ tags }: Seen) => tags.has("TY") || tags.has("ER");
const hasTag = ({ tags }: Seen) => [...tags].some((tag) => tag !== "text");

function findTextFault(piece: Seen): string | null {
  return hasTag(piece) ? null : `None of its lines begins with a tag. It begins with "${piece.firstLine}".`;
}

function findCut(piece: Seen, { isRisOnly, hasTypes, hasSources }: Habits): string | null {
  if (isRis(piece) || (hasTypes && isRisOnly)) {
    return hasTypes && !piece.tags.has("TY") ? "Its first line (TY) is missing: the record is cut off." : null;
  }
  return hasSources && !piece.tags.has("SO") ? "Its source line (SO) is missing: the record is cut off." : null;
}

function findPieces(bytes: Uint8Array): Seen[] {
  const pieces: Seen[] = [];
  let open: Seen | undefined;
  let isBehindBlank = false;
  const close = () => {
    if (open && (pieces.length > 0 || hasTag(open))) pieces.push(open);
    open = undefined;
  };
  for (const { text, line, begin, end } of readLines(bytes)) {
    const tag = tagLine.exec(text)?.[1];
    if (text.trim() === "") {
      if (open && !open.tags.has("TY")) close();
      isBehindBlank = true;
      continue;
    }
    // Behind an empty line it also ends a RIS record that is cut off.
    const isNextMedline = tag === "PMID" && (isBehindBlank || open?.tags.has("PMID") || open?.tags.has("text"));
    if (tag === "TY" || isNextMedline) close();
    isBehindBlank = false;
    open ??= { line, begin, end, tags: new Set(), firstLine: text.trim().slice(0, 60) };
    open.end = end;
    // A line that goes on with the one before has no tag either; only a piece that begins with text has none of its own.
    if (tag) open.tags.add(tag);
    else if (open.tags.size === 0) open.tags.add("text");
    if (tag === "ER") close();
  }
  close();
  return pieces;
}

/** The lines of a file with their places, whatever ends them. Each byte is one letter here: only tags matter. */
function* readLines(bytes: Uint8Array): Generator<{ text: string; line: number; begin: number; end: number }> {
  const lineFeed = 10;
  const carriageReturn = 13;
  const decoder = new TextDecoder("windows-1252");
  let begin = 0;
  for (let line = 1; begin < bytes.length; line++) {
    let stop = begin;
    while (stop < bytes.length && bytes[stop] !== lineFeed && bytes[stop] !== carriageReturn) stop++;
    let end = stop;
    // CR LF, and the CR CR LF of files that were converted twice, end one line.
    while (bytes[end] === carriageReturn) end++;
    if (bytes[end] === lineFeed) end++;
    else if (end > stop + 1) end = stop + 1;
    const text = decoder.decode(bytes.subarray(begin, stop)).replace(byteOrderMark, "");
    yield { text, line, begin, end };
    begin = end;
  }
}
