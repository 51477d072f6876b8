import type { StudyAnswer } from "@/lib/answer/study-answer";
import type { StudySummary } from "@/lib/study/summary";

/**
 * What the printed page shows: up to eight studies, and the others of that group. `others` are sheets that
 * treat nobody, such as pinned guidelines: named with their citation, never as a treatment study. `unpinned` are
 * studies that describe the patient and that the reader did not pin: they are named, so that the page hides none.
 */
export type Printed = {
  heading: string;
  studies: StudyAnswer[];
  others: StudySummary[];
  othersTitle: string;
  /** studies of the same group without a place on the page, of each cohort one */
  left: StudyAnswer[];
  unpinned: StudyAnswer[];
};
