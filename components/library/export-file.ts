import { formatGramsWithRegimen } from "@/lib/answer/dose";
import { getFigure, getResult, getText } from "@/lib/answer/result";
import { toBibtex } from "@/lib/citations/export/bibtex";
import { type CsvRow, toCsv } from "@/lib/citations/export/csv";
import { type LibraryFile, toJson } from "@/lib/citations/export/json";
import { toRis } from "@/lib/citations/export/ris";
import { interfaceText } from "@/lib/format/interface-text";
import type { Study } from "@/lib/study/schema";
import { mapFigureDomains } from "@/lib/vocabulary/outcomes";
import { groupNames } from "@/lib/wording/group-names";
import { describeReason } from "@/lib/wording/match-reasons";
import type { ShownStudy } from "./study-row";

const types = {
  ris: "application/x-research-info-systems",
  bibtex: "application/x-bibtex",
  csv: "text/csv",
  json: "application/json",
} as const;
export type Format = keyof typeof types;

/** What the table shows of a study for a case. Without it, the figures are those of the sheet's headlines. */
export type Shown = ShownStudy;

/** The text of an export. `library` has the complete sheets to export, in their order. */
export function composeExport(
  format: Format,
  library: LibraryFile,
  shown: ReadonlyMap<string, Shown> = new Map(),
): string {
  const { studies } = library;
  switch (format) {
    case "ris":
      return toRis(studies);
    case "bibtex":
      return toBibtex(studies);
    case "csv":
      return toCsv(studies.map((study) => toCsvRow(study, shown.get(study.id))));
    case "json":
      return toJson(library);
  }
}

function toCsvRow(study: Study, shown: Shown | undefined): CsvRow {
  return {
    study,
    figures: mapFigureDomains((domain) => {
      const result = shown?.results[domain] ?? getResult(new Set(), study, domain, "wilson");
      return { figure: getFigure(result), inWords: getText(result) };
    }),
    ...(shown && { onScreen: describeForCase(shown) }),
  };
}

/** What the table says of a study and this case: nothing where no case is stated. */
function describeForCase({ study, reasons, group, missingText, dose, profile }: Shown): Record<string, string> {
  if (reasons.length === 0) return {};
  const grams = formatGramsWithRegimen(dose);
  const matches = reasons.map((reason) => {
    const { text, meaning } = describeReason(reason, profile, study);
    return `${text} (${meaning})`;
  });
  return {
    Group: groupNames[group].title,
    "Matches and lacks": matches.join("; "),
    Lacks: missingText.join("; "),
    ...(grams && { [interfaceText.doseArithmetic]: grams }),
  };
}

/** Hands a text to the reader as a file. It is made on the device; no server sees it. */
export function saveFile(name: string, format: Format, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: `${types[format]};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.${{ ris: "ris", bibtex: "bib", csv: "csv", json: "json" }[format]}`;
  link.click();
  // Some browsers read the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
