/** The text of some markup: a space for each tag, and entities as the characters they stand for. */
function readText(markup: string): string {
  return markup
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}

/** What the reader of some markup reads: no tags, entities as the characters they stand for, one space between words. */
export function readWords(markup: string): string {
  return readText(markup).replace(/\s+/g, " ");
}

/** Elements that begin a line, as a browser lays them out by itself; the cells of a row stand in one line. */
const beginsLine =
  /<(?=\/?(?:p|div|li|ul|ol|dl|dt|dd|h\d|section|article|table|caption|tr|summary|details|br|header|footer)\b)/g;

/** The same line by line. */
export function readLines(markup: string): string {
  return readText(markup.replace(/\s+/g, " ").replace(beginsLine, "\n<")).replace(/ +/g, " ");
}
