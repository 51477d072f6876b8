import type { Codec } from "./codec";
import { hasNewerPart, MAX_FRAGMENT_LENGTH, type PartName } from "./fragment";

/** What was read of a link, or a sentence for the reader that says why nothing was. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; message: string };

type Definition<Value> = {
  name: PartName;
  /** what the text behind "name=" means, and the text for a meaning */
  codec: Codec<Value, string>;
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
  const emptyText = codec.encode(empty);
  const damaged = refuse(`is damaged or incomplete, so ${result}. Copy the whole link again`);
  const tooLong = refuse(`is damaged or too long, so ${result}. Copy the whole link again`);
  const newer = refuse(
    `was made by a newer version of Myomatch, so ${result}. Reload the page to get the newest version`,
  );

  function refuse(reason: string): Read<Value> {
    return { ok: false, message: `${subject} ${reason}, or ${remedy}.` };
  }

  function write(value: Value): string {
    const text = codec.encode(value);
    return text === emptyText ? "" : `${name}=${text}`;
  }

  function read(part: string): Read<Value> {
    if (part === "") return { ok: true, value: empty };
    if (part.length > MAX_FRAGMENT_LENGTH) return tooLong;
    if (!part.startsWith(`${name}=`) || part.includes("&")) return hasNewerPart(part) ? newer : damaged;
    const decoded = codec.decode(part.slice(name.length + 1));
    if ("value" in decoded) return { ok: true, value: decoded.value };
    if (decoded.refusal === "newer") return newer;
    return decoded.refusal === "damaged" ? damaged : { ok: false, message: decoded.refusal.sentence };
  }

  return { write, read };
}
