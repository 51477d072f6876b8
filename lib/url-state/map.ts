import * as z from "zod/mini";
import {
  defaultMapState,
  type MapState,
  type MapView,
  mapViews,
  type ShareThreshold,
  shareThresholds,
} from "@/lib/browse/map-state";
import { createPart } from "./part";
import { createSchemaCodec } from "./schema-codec";

const mapState: z.ZodMiniType<MapState, MapState> = z.strictObject({
  view: z.enum(Object.keys(mapViews) as MapView[]),
  reach: z.enum(Object.keys(shareThresholds) as ShareThreshold[]),
  form: z.optional(z.enum(["text"])),
});

/** Two words, "pairs.any", and a third for a map that is shown as text: "pairs.any.text". */
const codec = z.codec(z.string().check(z.regex(/^[^.]+\.[^.]+(\.[^.]+)?$/)), mapState, {
  decode: (text) => {
    // Whether they are words of the map is for its schema to say.
    const [view, reach, form] = text.split(".") as [MapView, ShareThreshold, MapState["form"]];
    return { view, reach, ...(form && { form }) };
  },
  encode: ({ view, reach, form }) => [view, reach, ...(form ? [form] : [])].join("."),
});

/** What the evidence map shows. */
export const { write: writeMap, read: readMap } = createPart<MapState>({
  name: "map",
  codec: createSchemaCodec(codec),
  empty: defaultMapState,
  refusal: {
    subject: "The part of this link that says what the map shows",
    result: "the usual map is shown",
    remedy: "choose again below",
  },
});
