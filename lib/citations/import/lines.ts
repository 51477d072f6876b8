/** A line of an export that may begin with a tag, taken apart: "TI  - A title". */
export type TagLine = {
  tag: string;
  value: string;
  /** how many letters of the line the value takes, blanks at its end among them */
  width: number;
  /** what stands before and behind the tag up to the hyphen: a producer writes it the same way in a whole record */
  form: string;
  /** whether the tag is filled up to the four places that RIS and MEDLINE give it */
  isPadded: boolean;
};

/**
 * The lines of a text, whatever ends them and however many byte order marks were carried into it. Where files were
 * joined without a line break between them, there is one.
 */
export function splitLines(text: string): string[] {
  return text
    .replace(/\uFEFF(?=[A-Z][A-Z0-9]{1,3}[ \t]*-)/g, "\n")
    .replaceAll("\uFEFF", "")
    .replace(/^(ER[ \t]*-)[ \t]*(?=TY[ \t]*-)/gm, "$1\n")
    .split(/\r{0,2}\n|\r/);
}

// With the flag s, the line separators of Unicode are part of a value.
const tagLine = /^([ \t\u00A0]*)([A-Z][A-Z0-9]{1,3})([ \t\u00A0]{0,3}[-–—])(.*)$/s;

/** A line taken apart, or null where it has no tag: it then goes on with the line before. */
export function readTagLine(line: string): TagLine | null {
  const [, indent, tag, dash, value] = tagLine.exec(line) ?? [];
  if (indent === undefined || tag === undefined || dash === undefined || value === undefined) return null;
  const isPadded = indent === "" && `${tag}${dash}`.length === 5;
  if (value !== "" && !/^[ \t\u00A0]/.test(value) && !isPadded) return null;
  return { tag, value: value.trim(), width: value.replace(/^\s/, "").length, form: `${indent}|${dash}`, isPadded };
}

/** What a value and the line that goes on with it are joined by: a blank, or nothing where the break is within a word. */
export type JoinLines = (before: string, next: string) => string;

const shortestWidth = 60;

/**
 * Finds out whether a program broke the lines of a file at a fixed width, also within words: then no line is longer
 * than that, and at least half of the lines that go on are just as long. The tag may count or not.
 * @returns how to join a line with the one that goes on with it
 */
export function createJoin(lines: readonly string[]): JoinLines {
  const measures = [(line: string) => line.length, (line: string) => readTagLine(line)?.width ?? line.length];
  const fixed = measures.flatMap((measure) => {
    const width = lines.reduce((longest, line) => Math.max(longest, measure(line)), 0);
    const broken = lines.filter((line, index) => {
      const next = lines[index + 1]?.trim() ?? "";
      return line.trim() !== "" && next !== "" && !readTagLine(next);
    });
    const full = broken.filter((line) => measure(line) === width);
    return width >= shortestWidth && broken.length > 0 && full.length * 2 >= broken.length ? [{ measure, width }] : [];
  });
  return (before, next) => {
    const isWithinWord =
      /\S$/.test(before) && /^\S/.test(next) && fixed.some(({ measure, width }) => measure(before) === width);
    return isWithinWord ? "" : " ";
  };
}
