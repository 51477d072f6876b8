import { isObject } from "@/lib/format/object";
import type { Codec, Decoded } from "./codec";

// Links are checked by hand and by no schema: the library of schemas is heavy for a phone.

/**
 * What is to be said of something that a link holds: it is what this version writes, or it has words that a later version may
 * have added, or it is damaged.
 */
export type Finding = "taken" | "newer" | "damaged";
export type Check = (value: unknown) => Finding;

/** The finding on a whole: what is damaged cannot be of a newer version. */
export function findWorst(findings: readonly Finding[]): Finding {
  if (findings.includes("damaged")) return "damaged";
  return findings.includes("newer") ? "newer" : "taken";
}

/** Takes what a condition holds of; anything else is damaged. */
export function take(condition: (value: unknown) => boolean): Check {
  return (value) => (condition(value) ? "taken" : "damaged");
}

/** Takes the words of a vocabulary; any other word is a newer one. */
export function takeWord(vocabulary: readonly string[]): Check {
  return (value) => {
    if (typeof value !== "string") return "damaged";
    return vocabulary.includes(value) ? "taken" : "newer";
  };
}

/** Takes lists of such words. */
export function takeWords(vocabulary: readonly string[]): Check {
  const check = takeWord(vocabulary);
  return (value) => (Array.isArray(value) ? findWorst(value.map(check)) : "damaged");
}

/** Takes objects whose values pass the check of their key, or are absent; any other key is a newer one. */
export function takeObject(checks: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return "damaged";
    return findWorst(
      Object.entries(value).map(([key, entry]) => {
        const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
        return check ? check(entry) : "newer";
      }),
    );
  };
}

/** One name of a pattern as it stands, or nothing where there is none. */
export function writeAsName(pattern: RegExp): Codec<string | null, string> {
  return {
    encode: (name) => {
      if (name !== null && !pattern.test(name)) throw new Error(`writeAsName: "${name}" is no such name.`);
      return name ?? "";
    },
    decode: (text): Decoded<string> =>
      typeof text === "string" && pattern.test(text) ? { value: text } : { refusal: "damaged" },
  };
}
