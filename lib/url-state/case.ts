import * as z from "zod/mini";
import { ageYears, diagnosis, emptyProfile, type Profile, spelledAnswers, weightKg } from "@/lib/case/schema";
import { features } from "@/lib/vocabulary/feature";
import { fromBase64Url, toBase64Url } from "./base64";

/** The version this program writes. A link of a later version is refused, never half read. */
const version = 1;

/** What a link holds: only what was stated, under short keys, so that the QR code on paper stays coarse. */
const linked = z.strictObject({
  f: z.optional(spelledAnswers),
  d: z.optional(diagnosis),
  w: z.optional(weightKg),
  a: z.optional(ageYears),
});

export type ReadCase = { ok: true; profile: Profile } | { ok: false; message: string };

/**
 * Writes a case as a part of a URL fragment: a version and base64url JSON, which no server ever receives.
 * Equal cases give equal links; the empty case gives "".
 */
export function writeCaseLink(stated: Profile): string {
  const given = features.flatMap((feature) => {
    const said = stated.features[feature] ?? "unknown";
    return said === "unknown" ? [] : [[feature, said]];
  });
  const held = {
    ...(given.length > 0 && { f: Object.fromEntries(given) }),
    ...(stated.diagnosis !== null && { d: stated.diagnosis }),
    ...(stated.weightKg !== null && { w: stated.weightKg }),
    ...(stated.ageYears !== null && { a: stated.ageYears }),
  };
  return Object.keys(held).length === 0 ? "" : `case=${version}.${toBase64Url(JSON.stringify(held))}`;
}

/**
 * Reads the case of a URL fragment, as `splitFragment` gives it or, with nothing beside it, with its "#".
 * @returns the case, or a sentence for the reader where the link is damaged, cut short or of a later version
 */
export function readCaseLink(fragment: string): ReadCase {
  const text = fragment.replace(/^#/, "");
  if (text === "") return { ok: true, profile: emptyProfile };
  const parts = /^case=(\d+)\.(.+)$/s.exec(text);
  if (!parts?.[1] || !parts[2]) return damaged;
  // The version is read first: how a later one writes its cases is not known here.
  if (Number(parts[1]) > version) return newer;
  if (Number(parts[1]) < 1 || !/^[A-Za-z0-9_-]+$/.test(parts[2])) return damaged;
  const held = parse(parts[2]);
  if (!held) return damaged;
  const { f = {}, d = null, w = null, a = null } = held;
  return { ok: true, profile: { features: f, diagnosis: d, weightKg: w, ageYears: a } };
}

const damaged: ReadCase = {
  ok: false,
  message:
    "This case link is damaged or incomplete, so no case was opened. Copy the whole link again, or enter the case below.",
};

const newer: ReadCase = {
  ok: false,
  message:
    "This case link was made by a newer version of Myomatch, so no case was opened. Reload the page to get the newest version, or enter the case below.",
};

function parse(encoded: string): z.infer<typeof linked> | null {
  try {
    return linked.parse(JSON.parse(fromBase64Url(encoded)));
  } catch {
    return null; // whatever is wrong with it, the reader can only copy it again
  }
}
