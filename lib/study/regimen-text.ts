import type { Study } from "./schema";

/** "mean 4.8, at least 1, at most 15"; null where the sheet says nothing of them */
export function formatCourses(courses: Study["treatment"]["courses"]): string | null {
  if (!courses) return null;
  const { mean, median, min, max } = courses;
  const known = [
    mean !== null && `mean ${mean}`,
    median !== null && `median ${median}`,
    min !== null && `at least ${min}`,
    max !== null && `at most ${max}`,
  ];
  return known.filter(Boolean).join(", ") || null;
}

/** "every 4 weeks", "every week"; null where the sheet does not say how often */
export function formatFrequency(intervalWeeks: number | null): string | null {
  if (intervalWeeks === null) return null;
  return intervalWeeks === 1 ? "every week" : `every ${intervalWeeks} weeks`;
}
