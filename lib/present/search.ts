import type { StudyRecord } from "@/lib/study/record";
import { designNames } from "@/lib/terms/outcomes";

/** Everything of a study that a reader may look for, in lower case and without accents: "Chérin" is found as "cherin". */
export function searchText({
  id,
  citation,
  design,
  treatment,
  outcomes,
  bottomLine,
  participants,
}: StudyRecord): string {
  const parts = [
    id,
    ...citation.authors,
    citation.title,
    citation.journal,
    citation.year,
    citation.pmid,
    citation.doi,
    designNames[design.type],
    ...design.countries,
    treatment.agent,
    treatment.regimen?.text,
    ...Object.keys(participants.diagnoses),
    ...outcomes.map(({ label }) => label),
    bottomLine,
  ];
  return plain(parts.filter((part) => part !== null && part !== undefined).join(" "));
}

/** Lower case, accents off: what is typed and what is searched are made alike by it. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
