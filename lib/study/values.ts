import { z } from "zod";
import { findInvisibleSign } from "@/lib/format/invisible-signs";
import { todoMessage } from "./draft";

/** Characters of the longest text: several sentences, and no page of its own. */
const MAX_TEXT = 1000;

/** Refuses a text with a sign that nobody sees, and names the sign. */
export const refuseInvisible: z.core.CheckFn<string> = ({ value, issues }) => {
  const sign = findInvisibleSign(value);
  if (sign)
    issues.push({ code: "custom", input: value, message: `Holds ${sign}, a sign that cannot be seen. Take it out.` });
};

/** A text that says something. */
export const words = z
  .string()
  .trim()
  .min(1)
  .max(MAX_TEXT)
  // The open mark of a draft: see ./draft.
  .regex(/^(?!OPEN:)/, todoMessage)
  .check(refuseInvisible);

/** An address on the web: of a named host, so that a reader sees whose it is, and without a name of a user before it. */
export const webAddress = z
  .url({ protocol: /^https?$/, hostname: /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/i })
  .max(MAX_TEXT)
  .regex(
    /^https?:\/\/[^/?#@\\]+(?:[/?#]|$)/i,
    "An address begins with https:// and the name of its host, without a user.",
  )
  .check(refuseInvisible);

/** How many: of patients, infusions or figures. */
export const count = z.int().min(0);
