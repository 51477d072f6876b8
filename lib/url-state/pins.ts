import * as z from "zod/mini";
import { studyIdPattern } from "@/lib/vocabulary/study-id";
import { describeUnknownPins } from "@/lib/wording/unknown-pins";
import { createPart } from "./part";

/** Studies that can be pinned: what fits side by side, and on one printed page. */
export const MAX_PINS = 6;

const studyIds = z.array(z.string().check(z.regex(studyIdPattern))).check(
  z.refine((ids) => ids.length <= MAX_PINS, {
    error: ({ input }) =>
      `This link pins ${(input as string[]).length} studies and ${MAX_PINS} is the most, so none is pinned. Pin them again below.`,
  }),
);

/**
 * The pinned studies by their ids, in the order they were pinned, each once. Whether the library has them is not known
 * here: `selectKnownPins` says that.
 */
export const { write: writePins, read: readPins } = createPart<readonly string[]>({
  name: "pins",
  codec: z.codec(z.string(), studyIds, {
    decode: (text) => [...new Set(text.split(","))],
    encode: (ids) => ids.join(","),
  }),
  empty: [],
  refusal: {
    subject: "The part of this link that pins studies",
    result: "none is pinned",
    remedy: "pin them again below",
  },
});

/** Pins that the library has, and a sentence that names those it has not; null where it has them all. */
export function selectKnownPins(
  pins: readonly string[],
  isKnown: (id: string) => boolean,
): { pins: string[]; problem: string | null } {
  return { pins: pins.filter(isKnown), problem: describeUnknownPins(pins.filter((pin) => !isKnown(pin))) };
}
