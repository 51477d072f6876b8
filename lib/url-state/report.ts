import * as z from "zod/mini";
import { studyIdPattern } from "@/lib/vocabulary/study-id";
import { createPart } from "./part";
import { createSchemaCodec } from "./schema-codec";

/** The study that an error is reported of, by its id; null where the link names none. */
export const { write: writeReport, read: readReport } = createPart<string | null>({
  name: "report",
  codec: createSchemaCodec(
    z.codec(z.string(), z.nullable(z.string().check(z.regex(studyIdPattern))), {
      decode: (text) => text,
      encode: (id) => id ?? "",
    }),
  ),
  empty: null,
  refusal: {
    subject: "The part of this link that names the study of a report",
    result: "no report is begun",
    remedy: "choose “Prepare a report” on the fact sheet of the study",
  },
});
