import { z } from "zod";
import { webAddress, words } from "./values";

/** One check before or during immunoglobulin, with its source. */
export const safetyItem = z.strictObject({
  topic: z.enum([
    "thrombosis",
    "infusion-rate",
    "kidney",
    "iga-deficiency",
    "observation",
    "haemolysis",
    "aseptic-meningitis",
    "fluid-load",
    "lung-injury",
    "vaccines",
    "serology",
    "glucose",
    "pregnancy",
    "dosing-weight",
    "reactions",
  ]),
  check: words,
  why: words,
  figure: words.nullable(),
  source: z.strictObject({
    /** the document that says it, as one would cite it */
    document: words.nullable().optional(),
    url: webAddress,
    locator: words,
    official: z.boolean(),
  }),
});

export type SafetyItem = z.infer<typeof safetyItem>;
