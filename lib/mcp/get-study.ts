import { createFigure, formatTextResult, getPlainWords, isCounted } from "@/lib/answer/figure";
import { capitalise, stripFullStop } from "@/lib/format/text";
import { getKind } from "@/lib/study/kind";
import type { Study } from "@/lib/study/schema";
import { formatCounted } from "@/lib/wording/result-text";
import { type AssistantLibrary, describeSource, nameSheet, notice } from "./assistant-library";
import type { StudyOutput } from "./schemas";
import type { Told } from "./told";

/** One sheet whole, and each of its counts with its interval; null where the library has no such sheet. */
export function getStudy(id: string, library: AssistantLibrary): Told<StudyOutput> | null {
  const sheet = library.sheets.get(id);
  if (!sheet) return null;
  const figures = sheet.outcomes.filter(isCounted).map((outcome) => createFigure(sheet, outcome, "wilson"));
  const data = { ...describeSource(library), ...nameSheet(sheet), kind: getKind(sheet), figures, sheet };
  return { data, text: composeText(sheet, data) };
}

function composeText(sheet: Study, { name, reference, figures }: Pick<StudyOutput, "name" | "reference" | "figures">) {
  const inWords = sheet.outcomes.filter((outcome) => !isCounted(outcome));
  return [
    `${name}. ${sheet.bottomLine}`,
    ...figures.map(
      (figure) =>
        `- ${formatCounted(figure)}. Who: ${figure.population}. Read in: ${figure.locator}. ${capitalise(figure.certainty)}.`,
    ),
    ...inWords.map(
      (outcome) =>
        `- ${getPlainWords(outcome)}: ${stripFullStop(formatTextResult(outcome))}. Read in: ${outcome.locator}.`,
    ),
    ...sheet.limitations.map((text) => `Limit: ${text}`),
    reference,
    notice,
  ].join("\n");
}
