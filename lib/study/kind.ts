import type { Kind } from "@/lib/vocabulary/kind";
import type { Study } from "./schema";

export type { Kind };

/** The kind of a sheet, from its design and whether its patients were given immunoglobulin. */
export function getKind(study: Pick<Study, "design" | "treatment">): Kind {
  if (study.design.type === "guideline") return "guideline";
  if (study.design.type === "systematic-review") return "review";
  return study.treatment.agent ? "treatment" : "background";
}

/** Whether a study put its patients into groups at random. */
export function isRandomised({ design }: Pick<Study, "design">): boolean {
  return design.type === "randomised-controlled-trial";
}

/** Levels of evidence for treatment, 2 (randomised) to 5 (single case). */
export type Level = 2 | 3 | 4 | 5;

/**
 * Level of evidence of a primary study by its design.
 * Source: OCEBM Levels of Evidence 2011, question "does this intervention help"; a single case report, which that
 * table does not name, is put at its lowest level.
 */
export function getLevel({ type, controlled }: Study["design"]): Level {
  if (type === "randomised-controlled-trial") return 2;
  if (type === "case-report") return 5;
  const hasControls = type === "non-randomised-controlled" || (type === "retrospective-cohort" && controlled);
  return hasControls ? 3 : 4;
}
