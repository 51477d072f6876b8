import { type Author, readAuthor } from "@/lib/study/author";

/** Not an author: what a page that cuts its list prints in place of the others. */
export const othersPattern = /^(and|et)\.? (al|alii|others|colleagues)\.?$/i;

/** The authors who are named, and whether the list says that it is cut ("et al."), which is nobody's name. */
export function selectNamedAuthors(authors: readonly string[]): { authors: Author[]; isCut: boolean } {
  const named = authors.filter((name) => !othersPattern.test(name.trim()));
  return { authors: named.map(readAuthor), isCut: named.length < authors.length };
}

/** "JD" as "J. D.", "J-P" as "J.-P.": so that a style which abbreviates given names drops none. */
export function addInitialSpaces(initials: string): string {
  return initials.replace(/\p{Lu}(?=\p{Lu})/gu, "$&. ").replace(/\p{Lu}(?=-|$)/gu, "$&.");
}

/** What a reference says of an author list that its source cuts short. */
export const cutNote = "The list of authors is cut short in the source that was read (et al.).";
