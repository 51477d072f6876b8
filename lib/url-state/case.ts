import * as z from "zod/mini";
import { ageYears, diagnosis, emptyProfile, type Profile, profile, spelledAnswers, weightKg } from "@/lib/case/schema";
import { createJsonText } from "./json-text";
import { createPart } from "./part";

/** Three decimals: a gram, or a third of a day. What is finer was not measured and would only be shown. */
const round = (value: number) => Math.round(value * 1000) / 1000;
const createRoundedCodec = (schema: typeof weightKg) => z.codec(schema, schema, { decode: round, encode: round });

/** What a link holds: only what was stated, under short keys, so that the QR code on paper has few and large squares. */
const content = z.strictObject({
  f: z.optional(spelledAnswers),
  d: z.optional(diagnosis),
  w: z.optional(createRoundedCodec(weightKg)),
  a: z.optional(createRoundedCodec(ageYears)),
});

const codec = z.codec(content, profile, {
  decode: ({ f = {}, d = null, w = null, a = null }) => ({ features: f, diagnosis: d, weightKg: w, ageYears: a }),
  encode: ({ features, diagnosis, weightKg, ageYears }) => ({
    f: Object.keys(features).length > 0 ? features : undefined,
    d: diagnosis ?? undefined,
    w: weightKg ?? undefined,
    a: ageYears ?? undefined,
  }),
});

/** The case: everything that was stated of the patient, which no server ever receives. */
export const { write: writeCaseLink, read: readCaseLink } = createPart<Profile>({
  name: "case",
  codec: z.pipe(createJsonText(1), codec),
  empty: emptyProfile,
  refusal: { subject: "This case link", result: "no case was opened", remedy: "enter the case again" },
});
