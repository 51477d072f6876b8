import { formatCourses, formatFrequency } from "@/lib/study/regimen-text";
import type { Given } from "./reply";
import type { StudyAnswer } from "./study-answer";

/** What the patients of the describing studies were given, in rank order; nothing of a study that does not say. */
export function listGiven(describing: readonly StudyAnswer[]): Given[] {
  return describing.flatMap(({ study, dose }) => {
    const { agent, regimen, courses, concomitant } = study.treatment;
    if (agent === null || (!dose && !courses && !concomitant)) return [];
    return [
      {
        id: study.id,
        route: agent === "SCIG" ? ("subcutaneous" as const) : ("intravenous" as const),
        frequency: formatFrequency(regimen?.intervalWeeks ?? null),
        courses: formatCourses(courses),
        alongside: concomitant,
        dose,
      },
    ];
  });
}
