/** Studies that can be pinned: what fits side by side, and on one printed page. */
export const MAX_PINS = 6;

/** Whether a text has the form of a study's id. Whether the library has that study is not known here. */
export function isStudyId(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

export type ReadPins = { ok: true; pins: string[] } | { ok: false; message: string };

/** Writes the pinned studies, in the order they were pinned, as a part of the fragment; no pin gives "". */
export function writePins(pins: readonly string[]): string {
  return pins.length === 0 ? "" : `pins=${pins.join(",")}`;
}

/**
 * Reads the pins' part of a fragment, as `splitFragment` gives it. Whether the library has these studies is not known
 * here: `knownPins` says that.
 * @returns the ids, each once, or a sentence for the reader where the part is damaged
 */
export function readPins(part: string): ReadPins {
  if (part === "") return { ok: true, pins: [] };
  const pins = [...new Set(part.replace(/^pins=/, "").split(","))];
  if (!part.startsWith("pins=") || !pins.every(isStudyId)) {
    return {
      ok: false,
      message: "The pinned studies of this link are damaged or incomplete, so none is pinned. Pin them again below.",
    };
  }
  if (pins.length > MAX_PINS) {
    return {
      ok: false,
      message: `This link pins ${pins.length} studies and ${MAX_PINS} is the most, so none is pinned. Pin them again below.`,
    };
  }
  return { ok: true, pins };
}

/** Pins that the library has, and a sentence that names those it has not; null where it has them all. */
export function selectKnownPins(
  pins: readonly string[],
  isKnown: (id: string) => boolean,
): { pins: string[]; problem: string | null } {
  const unknown = pins.filter((pin) => !isKnown(pin));
  return {
    pins: pins.filter(isKnown),
    problem:
      unknown.length === 0
        ? null
        : `The library has no ${unknown.length === 1 ? "study" : "studies"} named ${unknown.join(", ")}, so ${unknown.length === 1 ? "it is" : "they are"} not pinned.`,
  };
}
