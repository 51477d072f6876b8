import { getConcept, getPairedDiagnosis, type Trait } from "@/lib/vocabulary/concepts";
import { type PatientDiagnosis, patientDiagnoses } from "@/lib/vocabulary/feature";
import type { SourceRead } from "@/lib/vocabulary/outcomes";
import type { Silence } from "./reason";
import { type Described, getShare } from "./share";

/** How a sheet is silent about what was not found in what was read: a paper may report what its abstract leaves out. */
export const silenceOfSource: Record<SourceRead, Silence> = {
  abstract: "not in the abstract",
  "full-text": "not reported",
  secondary: "not in what was read",
};

/** How a study is silent about a trait; null where it speaks of it. */
export function describeSilence(study: Described, trait: Trait): Silence | null {
  const { share, count } = getShare(study, trait);
  const isNotCounted = count === null && (share === "unclear" || share === "some");
  if (isNotCounted && isNamedAsDiagnosis(trait) && Object.keys(study.participants.diagnoses).length > 0) {
    return "not split in what was read";
  }
  return share === "unclear" ? silenceOfSource[study.reads] : null;
}

function isNamedAsDiagnosis(trait: Trait): boolean {
  return patientDiagnoses.includes(trait as PatientDiagnosis) || getPairedDiagnosis(getConcept(trait)) !== null;
}
