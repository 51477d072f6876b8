import { studyIdPattern } from "@/lib/vocabulary/study-id";
import { describeUnknownPins } from "@/lib/wording/unknown-pins";
import type { Codec } from "./codec";
import { createPart } from "./part";

/** Studies that can be pinned: what fits side by side, and on one printed page. */
export const MAX_PINS = 6;

const codec: Codec<readonly string[], string> = {
  encode: (ids) => {
    const text = ids.join(",");
    if (ids.length > 0 && !("value" in codec.decode(text))) throw new Error(`writePins: "${text}" cannot be pinned.`);
    return text;
  },
  decode: (text) => {
    const ids = [...new Set(`${text}`.split(","))];
    if (!ids.every((id) => studyIdPattern.test(id))) return { refusal: "damaged" };
    if (ids.length <= MAX_PINS) return { value: ids };
    return {
      refusal: {
        sentence: `This link pins ${ids.length} studies and ${MAX_PINS} is the most, so none is pinned. Pin them again below.`,
      },
    };
  },
};

/**
 * The pinned studies by their ids, in the order they were pinned, each once. Whether the library has them is not known
 * here: `selectKnownPins` says that.
 */
export const { write: writePins, read: readPins } = createPart<readonly string[]>({
  name: "pins",
  codec,
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
