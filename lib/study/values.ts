import { z } from "zod";
import { todoMessage } from "./draft";

/** A text that says something. */
export const words = z
  .string()
  .trim()
  .min(1)
  // The open mark of a draft: see ./draft.
  .regex(/^(?!OPEN:)/, todoMessage);

/** How many: of patients, infusions or figures. */
export const count = z.int().min(0);
