import { shareChoiceNames } from "@/lib/browse/table-state";
import { getQuestion } from "@/lib/case/questions";
import { pluralise } from "@/lib/format/text";
import { createOutcomeMap, createPairMap, getCellKind, type MapCell, mapDomainNames } from "@/lib/plots/map-layout";
import { type AssistantLibrary, describeSource, notice } from "./assistant-library";
import type { GapsInput, GapsOutput } from "./schemas";
import type { Told } from "./told";

/** What no treatment study of the library has: the gaps of the evidence map. */
export function listGaps({ feature, share }: GapsInput, library: AssistantLibrary): Told<GapsOutput> {
  const { mapped, prepared } = library;
  const isAsked = ({ features }: MapCell) => feature === undefined || features.includes(feature);
  const selectGaps = (rows: ReturnType<typeof createPairMap>) =>
    rows.flatMap(({ cells }) => cells).filter((cell) => isAsked(cell) && getCellKind(cell) === "gap");
  const outcomes = selectGaps(createOutcomeMap(mapped, share)).flatMap(({ features: [first], domain }) =>
    first ? [{ feature: first, domain }] : [],
  );
  const pairs = selectGaps(createPairMap(mapped, share)).map(({ features }) => [...features]);
  return {
    data: { ...describeSource(library), studies: mapped.length, share, outcomes, pairs, wanted: prepared.wanted },
    text: [
      `${pluralise(mapped.length, "treatment study", "treatment studies")} looked through; a study counts where ${shareChoiceNames[share]} have the feature.`,
      `No study in this library: ${outcomes.map((gap) => `${getQuestion(gap.feature).label}, ${gap.domain === null ? "any outcome" : mapDomainNames[gap.domain]}`).join("; ") || "none"}.`,
      `No study of both: ${pairs.map((pair) => pair.map((one) => getQuestion(one).label).join(" and ")).join("; ") || "none"}.`,
      `${pluralise(prepared.wanted.length, "known report has", "known reports have")} no sheet yet.`,
      notice,
    ].join("\n"),
  };
}
