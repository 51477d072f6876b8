// The small build of zod: links are read on every phone.
import * as z from "zod/mini";
import { hasNewerPart, MAX_FRAGMENT_LENGTH, type PartName } from "./fragment";

/** What was read of a link, or a sentence for the reader that says why nothing was. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; message: string };

type Definition<Value> = {
  name: PartName;
  /** what the text behind "name=" means, and the text for a meaning */
  codec: z.core.$ZodType<Value, string>;
  /** what it means where the part is absent */
  empty: Value;
  /** the sentence for a part that cannot be read: what it is, what happens instead, and what else the reader can do */
  refusal: { subject: string; result: string; remedy: string };
};

/**
 * A part of the fragment: one value, written and read by its codec.
 *
 * `write` gives the part with its name; equal values give equal parts, and the empty value gives "".
 * It throws on a value that the codec does not take.
 *
 * `read` takes a part as `splitFragment` gives it and never throws. A part is read wholly or not at all. Where all that
 * is wrong are words this version does not know, the part is of a newer version; anything else is damage. A check of the
 * codec may have a sentence of its own.
 */
export function createPart<Value>({ name, codec, empty, refusal: { subject, result, remedy } }: Definition<Value>) {
  const emptyText = z.encode(codec, empty);
  const damaged = refuse(`is damaged or incomplete, so ${result}. Copy the whole link again`);
  const tooLong = refuse(`is damaged or too long, so ${result}. Copy the whole link again`);
  const newer = refuse(
    `was made by a newer version of Myomatch, so ${result}. Reload the page to get the newest version`,
  );

  function refuse(reason: string): Read<Value> {
    return { ok: false, message: `${subject} ${reason}, or ${remedy}.` };
  }

  function write(value: Value): string {
    const text = z.encode(codec, value);
    return text === emptyText ? "" : `${name}=${text}`;
  }

  function read(part: string): Read<Value> {
    if (part === "") return { ok: true, value: empty };
    if (part.length > MAX_FRAGMENT_LENGTH) return tooLong;
    if (!part.startsWith(`${name}=`) || part.includes("&")) return hasNewerPart(part) ? newer : damaged;
    const { success, data, error } = z.safeParse(codec, part.slice(name.length + 1), { reportInput: true });
    if (success) return { ok: true, value: data };
    const ownSentence = error.issues.find(({ code }) => code === "custom");
    if (ownSentence) return { ok: false, message: ownSentence.message };
    return error.issues.every(isUnknownWord) ? newer : damaged;
  }

  return { write, read };
}

/** Whether all that is wrong is a key or a word that is not in the vocabulary: a later version may have added it. */
function isUnknownWord(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "unrecognized_keys") return true;
  if (issue.code !== "invalid_value" || typeof issue.input !== "string") return false;
  return issue.values.some((value) => typeof value === "string");
}
