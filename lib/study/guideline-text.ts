import type { Study } from "./schema";

/** Whether a guideline still holds: "replaced by …", "retired"; "current" where its source says so. */
export function formatGuidelineStatus({ status, by }: NonNullable<Study["guideline"]>): string | null {
  if (status !== "replaced") return status;
  return by === null ? "replaced" : `replaced by ${by}`;
}
