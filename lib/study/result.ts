import { z } from "zod";
import { count, words } from "./values";

/** A count of patients (or of infusions, where the population says so): events of total. */
const proportion = z
  .strictObject({
    kind: z.literal("proportion"),
    events: count,
    total: z.int().min(1),
    /** as printed in the source, 0 to 100 */
    reportedPercent: z.number().min(0).max(100).nullable(),
    /** true where the count was worked out from what the source prints; `how` says how */
    derived: z.boolean(),
    how: words.optional(),
  })
  .superRefine(({ events, total, reportedPercent, derived, how }, ctx) => {
    if (events > total) {
      ctx.addIssue({
        code: "custom",
        path: ["events"],
        message: `${events} events are more than the total of ${total}.`,
      });
    }
    if (reportedPercent !== null && !printsAs(events / total, reportedPercent)) {
      const percent = ((100 * events) / total).toFixed(1);
      const message = `The source prints ${reportedPercent}%, but ${events} of ${total} is ${percent}%.`;
      ctx.addIssue({ code: "custom", path: ["reportedPercent"], message });
    }
    if (derived && how === undefined) {
      ctx.addIssue({ code: "custom", path: ["how"], message: "A derived count says how it was worked out." });
    }
  });

/** A percentage fits if it is the count rounded or cut off in its last printed place; some sources cut off. */
function printsAs(proportion: number, percent: number): boolean {
  const scale = 10 ** (`${percent}`.split(".")[1]?.length ?? 0);
  const exact = 100 * proportion * scale;
  const printed = Math.round(percent * scale);
  // A hair's breadth, so that 12.5 of 100 rounds either way, as printers do.
  return Math.abs(exact - printed) <= 0.5 + 1e-9 || Math.floor(exact + 1e-9) === printed;
}

/** What came out: a count, a time, a change, an effect, or words. */
export const result = z.discriminatedUnion("kind", [
  proportion,
  z.strictObject({
    kind: z.literal("time"),
    statistic: words,
    value: z.number(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    unit: words,
    from: words,
  }),
  z.strictObject({ kind: z.literal("change"), measure: words, before: z.number(), after: z.number(), unit: words }),
  z.strictObject({
    kind: z.literal("effect"),
    measure: words,
    value: z.number(),
    ciLow: z.number().nullable(),
    ciHigh: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal("narrative"), text: words.regex(/[.!?]["”)]?$/, "End the text with a full stop.") }),
]);

export type Proportion = z.infer<typeof proportion>;
