import * as z from "zod/mini";
import { createPart } from "./part";
import { createSchemaCodec } from "./schema-codec";

/**
 * The heading or word of a page that a link leads to, by its id; null where the link names none. An anchor of the
 * browser's own would replace the case.
 */
export const { write: writePlace, read: readPlace } = createPart<string | null>({
  name: "place",
  codec: createSchemaCodec(
    z.codec(z.string(), z.nullable(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))), {
      decode: (text) => text,
      encode: (id) => id ?? "",
    }),
  ),
  empty: null,
  refusal: {
    subject: "The part of this link that names a place on the page",
    result: "the page begins at its top",
    remedy: "choose the place in the contents of the page",
  },
});
