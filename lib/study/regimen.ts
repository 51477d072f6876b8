import { z } from "zod";
import { words } from "./values";

const dose = z.number().positive();

/** A part of a regimen whose dose differs from the part before. */
const phase = z.strictObject({
  gPerKgPerCourse: dose.nullable(),
  days: z.int().positive().nullable(),
  everyWeeks: z.number().positive().nullable(),
  when: words,
});

/** A dose as its source gives it; null where the source does not say. */
export const regimen = z
  .strictObject({
    gPerKgPerCourse: dose.nullable(),
    gPerKgPerDay: dose.nullable(),
    days: z.int().positive().nullable(),
    intervalWeeks: z.number().positive().nullable(),
    text: words,
    /** where the dose changes with time: its parts, in order */
    phases: z
      .array(phase)
      .refine(({ length }) => length > 1, "A regimen that does not change has no phases.")
      .nullable()
      .optional(),
  })
  .superRefine(({ gPerKgPerCourse, days, phases }, ctx) => {
    const fault = (path: (string | number)[], message: string) => ctx.addIssue({ code: "custom", path, message });
    const [first] = phases ?? [];
    if (!phases || !first) return;
    if (first.gPerKgPerCourse !== gPerKgPerCourse || first.days !== days) {
      fault(["phases", 0], "The first phase has the dose and the days of the regimen itself.");
    }
    let latest = 0;
    for (const [index, { when }] of phases.entries()) {
      const start = readStartInWeeks(when);
      if (start === null) continue;
      if (start < latest) fault(["phases", index, "when"], "This phase begins before the one above it.");
      latest = start;
    }
  });

const WEEKS_PER_MONTH = 52 / 12;

/** The week in which a phase begins, from its words: "weeks 3 and 6" 3, "from month 4" 17.3; null without one. */
function readStartInWeeks(when: string): number | null {
  if (/^start\b/i.test(when)) return 0;
  const found = /\b(week|month)s? (\d+)/i.exec(when);
  if (!found) return null;
  return Number(found[2]) * (found[1]?.toLowerCase() === "month" ? WEEKS_PER_MONTH : 1);
}
