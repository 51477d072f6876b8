import * as z from "zod/mini";
import type { Codec } from "./codec";

/**
 * A codec from a schema: for parts that only some pages read. What every page reads is checked by hand, because the
 * library of schemas is heavy for a phone.
 */
export function createSchemaCodec<Value, Form>(schema: z.core.$ZodType<Value, Form>): Codec<Value, Form> {
  return {
    encode: (value) => z.encode(schema, value),
    decode: (form) => {
      const { success, data, error } = z.safeParse(schema, form, { reportInput: true });
      if (success) return { value: data };
      return { refusal: error.issues.every(isUnknownWord) ? "newer" : "damaged" };
    },
  };
}

/** Whether all that is wrong is a key or a word that is not in the vocabulary: a later version may have added it. */
function isUnknownWord(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "unrecognized_keys") return true;
  if (issue.code !== "invalid_value" || typeof issue.input !== "string") return false;
  return issue.values.some((value) => typeof value === "string");
}
