import { interfaceText } from "@/lib/format/interface-text";
import type { Group } from "@/lib/match/match";
import type { Kind } from "@/lib/study/kind";

/** The four groups as the table heads them. */
export const groupNames: Record<Group, { title: string; meaning: string }> = {
  "this-patient": {
    title: "Describes this patient",
    meaning: "All or most of its patients have every deciding feature stated.",
  },
  part: {
    title: "Partial match",
    meaning: "Its patients have some of the features stated; what it lacks is named.",
  },
  general: { title: interfaceText.generalEvidence, meaning: "Its patients are not known to have the features stated." },
  other: {
    title: "Other patients",
    meaning:
      "Excluded by a “no” answer, or by what follows from an answer: all of its patients have what this one has not.",
  },
};

/** The kinds of sheet as the library's table heads them. */
export const kindNames: Record<Kind, { title: string; meaning: string }> = {
  treatment: { title: "Studies of immunoglobulin", meaning: "Only these count patients given immunoglobulin." },
  background: {
    title: "Background",
    meaning: "Patients not given immunoglobulin, or where it is not said; never counted.",
  },
  review: { title: "Reviews", meaning: "Their patients may be among those of the studies." },
  guideline: { title: "Guidelines", meaning: "Statements of their issuers; they add no patients." },
};
