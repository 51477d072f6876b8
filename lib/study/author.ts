/** An author of a sheet: a person with initials, or a body (or a person without initials) of some name. */
export type Author =
  | { kind: "person"; surname: string; initials: string; suffix: string | null }
  | { kind: "group"; name: string };

/** What stands behind a person's initials and is none of them; MEDLINE writes "3rd" where others write "III". */
export const suffixPattern = /^(?:Jr|Sr|II|III|IV|[2-5](?:nd|rd|th))\.?$/i;

/** Words that no person's name holds beside another word, and most names of bodies do. */
const bodyWord =
  /^(?:academ[iy]|agency|alliance|association|authority|board|cent(?:er|re)s?|clinics?|collaborat(?:ion|ive|ors?)|college|commission|committee|company|consortium|corporation|council|department|federation|foundation|force|gesellschaft|group|guidelines?|hospitals?|inc|initiative|institut(?:es?|ion)?|international|investigators?|laborator(?:y|ies)|league|limited|ltd|ministry|national|network|office|organi[sz]ation|panel|partnership|program(?:me)?|project|registry|research(?:ers)?|services?|soci[eé]t[eéày]s?|societies|sociedad|stud(?:y|ies)|taskforce|team|trials?|union|units?|universit(?:y|ies|ät|é)|vereniging|working)$/i;

/** Whether a text of several words holds one that marks the name of a body, such as "Board" or "Investigators". */
export function hasBodyWord(text: string): boolean {
  const words = text.split(/[\s,()/]+/).filter(Boolean);
  return words.length > 1 && words.some((word) => bodyWord.test(word));
}

/**
 * "Surname AB", without a suffix: at most four words before the initials, which no person's surname exceeds and most
 * names of committees do.
 */
const person = /^(\S+(?: \S+){0,3}) (\p{Lu}[\p{Lu}.-]{0,7})$/u;

/** One name of a sheet's author list. What is no person with initials is a group, which is never taken apart. */
export function readAuthor(name: string): Author {
  const group: Author = { kind: "group", name };
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? "";
  const suffix = words.length > 2 && suffixPattern.test(last) ? last : null;
  const [, surname, dotted] = person.exec((suffix ? words.slice(0, -1) : words).join(" ")) ?? [];
  const initials = dotted?.replaceAll(".", "") ?? "";
  if (!surname || initials.length > 5 || /[,{}]/.test(surname) || hasBodyWord(surname)) return group;
  return { kind: "person", surname, initials, suffix };
}

/** The name by which a list is sorted and a study called: a person's surname, a body's whole name. */
export function getAuthorLabel(name: string): string {
  const author = readAuthor(name);
  return author.kind === "person" ? author.surname : author.name;
}
