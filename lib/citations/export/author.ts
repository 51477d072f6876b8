/** An author as reference managers tell them apart: a person with initials, or a body of some name. */
export type Author =
  | { kind: "person"; surname: string; initials: string; suffix: string | null }
  | { kind: "group"; name: string };

/**
 * "Surname AB", "Surname AB Jr": at most four words before the initials, which no person's surname exceeds and most
 * names of committees do.
 */
const person = /^(\S+(?: \S+){0,3}) (\p{Lu}[\p{Lu}-]{0,4})(?: (Jr|Sr|2nd|3rd|4th))?$/u;

/** Not an author: what a page that cuts its list prints in place of the others. */
const others = /^(and|et)\.? (al|alii|others|colleagues)\.?$/i;

/** One name of a sheet's author list. What is no person with initials is a group, which is never taken apart. */
export function readAuthor(name: string): Author {
  const [, surname, initials, suffix] = person.exec(name) ?? [];
  if (!surname || !initials || /[,{}]/.test(surname)) return { kind: "group", name };
  return { kind: "person", surname, initials, suffix: suffix ?? null };
}

/** The authors who are named, and whether the list says that it is cut ("et al."), which is nobody's name. */
export function selectNamedAuthors(authors: readonly string[]): { authors: Author[]; isCut: boolean } {
  const named = authors.filter((name) => !others.test(name.trim()));
  return { authors: named.map(readAuthor), isCut: named.length < authors.length };
}

/** "JD" as "J. D.", "J-P" as "J.-P.": so that a style which abbreviates given names drops none. */
export function addInitialSpaces(initials: string): string {
  return initials.replace(/\p{Lu}(?=\p{Lu})/gu, "$&. ").replace(/\p{Lu}(?=-|$)/gu, "$&.");
}

/** What a reference says of an author list that its source cuts short. */
export const cutNote = "The list of authors is cut short in the source that was read (et al.).";
