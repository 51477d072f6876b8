import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { routeNames } from "@/lib/answer/given";
import type { Dose, Given } from "@/lib/answer/reply";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { capitalise, stripFullStop } from "@/lib/format/text";

/** A regimen in its own words, with its grams where they were worked out; null where the sheet has no words for it. */
export function formatRegimenGiven(dose: Dose | null): string | null {
  return formatGramsWithRegimen(dose) ?? (stripFullStop(dose?.regimen.trim() ?? "") || null);
}

/** The same behind the route, where that is not into a vein and its words do not say it: "under the skin: 0.2 g/kg a week". */
export function formatRegimenWithRoute({ study, dose }: Pick<StudyAnswer, "study" | "dose">): string | null {
  const words = formatRegimenGiven(dose);
  const name = routeNames.subcutaneous;
  return words && study.treatment.agent === "SCIG" && !words.includes(name) ? `${name}: ${words}` : words;
}

/** What the patients of a study were given, part by part, each beginning with a capital letter; nothing that it does not say. */
export function listGivenParts({ route, dose, frequency, courses, alongside }: Given): string[] {
  return [
    capitalise(route),
    formatRegimenGiven(dose),
    frequency && capitalise(frequency),
    courses && `Courses: ${courses}`,
    alongside && `Alongside: ${stripFullStop(alongside)}`,
  ].flatMap((part) => part || []);
}
