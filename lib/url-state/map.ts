import { defaultMapState, type MapState, mapViews, shareThresholds } from "@/lib/browse/map-state";
import { findWorst, takeWord } from "./checks";
import type { Codec, Decoded } from "./codec";
import { createPart } from "./part";

const checks = [
  takeWord(Object.keys(mapViews)),
  takeWord(Object.keys(shareThresholds)),
  // circles are the form that is not named
  takeWord(["text"]),
];

/** Two words, "pairs.any", and a third for a map that is shown as text: "pairs.any.text". */
const codec: Codec<MapState, string> = {
  encode: ({ view, reach, form }) => {
    const text = [view, reach, ...(form ? [form] : [])].join(".");
    if (!("value" in decode(text))) throw new Error(`writeMap: "${text}" is no map.`);
    return text;
  },
  decode,
};

function decode(text: unknown): Decoded<MapState> {
  const words = `${text}`.split(".");
  if (words.length < 2 || words.length > 3 || words.includes("")) return { refusal: "damaged" };
  const found = findWorst(words.map((word, place) => checks[place]?.(word) ?? "damaged"));
  if (found !== "taken") return { refusal: found };
  const [view, reach, form] = words as [MapState["view"], MapState["reach"], MapState["form"]];
  return { value: { view, reach, ...(form && { form }) } };
}

/** What the evidence map shows. */
export const { write: writeMap, read: readMap } = createPart<MapState>({
  name: "map",
  codec,
  empty: defaultMapState,
  refusal: {
    subject: "The part of this link that says what the map shows",
    result: "the usual map is shown",
    remedy: "choose again below",
  },
});
