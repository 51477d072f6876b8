import type { MapView } from "@/lib/browse/map-state";
import { getQuestion } from "@/lib/case/questions";
import { joinWithAnd, pluralise } from "@/lib/format/text";
import { levelNames } from "@/lib/plots/map-circle";
import { type MapCell, mapDomainNames } from "@/lib/plots/map-layout";
import { formatPatientsTreated } from "@/lib/vocabulary/phrases";

/** What the cells of each map count. */
export const mapCaptions = {
  outcomes: "Studies that report the outcome, as a count or in words, and all their patients.",
  pairs: "Studies whose patients have both features, and all their patients. Each pair stands once.",
} as const satisfies Record<MapView, string>;

/** Which cell it is: "Pregnant: response", "Refractory and pregnant". */
export function nameCell({ features, domain }: MapCell): string {
  const names = joinWithAnd(features.map((feature) => getQuestion(feature).label));
  return domain ? `${names}: ${mapDomainNames[domain].toLowerCase()}` : names;
}

/** "18 studies" */
export function countStudies({ studies }: MapCell): string {
  return pluralise(studies.length, "study", "studies");
}

/** "470 patients (1 study gives no number)" */
export function countPatients({ patients, uncounted }: MapCell): string {
  return formatPatientsTreated(patients, uncounted);
}

/** "18 studies, 470 patients, best design: randomised trial": what the circle of a cell shows, in words. */
export function describeCell(cell: MapCell): string {
  const [, design] = levelNames.find(([level]) => level === cell.level) ?? [];
  return [countStudies(cell), countPatients(cell), ...(design ? [`best design: ${design}`] : [])].join(", ");
}
