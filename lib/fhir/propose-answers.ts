import type { Proposals, ReadingOptions } from "./proposals";

/**
 * Reads FHIR R4 resources of one patient and proposes answers, each with the resource and the code it came from.
 * Pure: the same resources and day give the same proposals, in whatever order the resources come. Never throws: what
 * cannot be read sets nothing.
 * @param resources a Bundle, a list of resources and Bundles, or one resource
 */
export function proposeAnswers(_resources: unknown, _options: ReadingOptions): Proposals {
  return { proposals: [], myositis: { status: "none", sources: [] }, notCounted: [], notes: [] };
}
