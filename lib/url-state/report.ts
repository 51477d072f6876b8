import { isStudyId } from "./pins";

/** Writes the study that an error is reported of as a part of the fragment. */
export function writeReport(id: string): string {
  return `report=${id}`;
}

/** The id of that study; null where the part names none, and the page then tells of reports in general. */
export function readReport(part: string): string | null {
  const id = part.replace(/^report=/, "");
  return part.startsWith("report=") && isStudyId(id) ? id : null;
}
