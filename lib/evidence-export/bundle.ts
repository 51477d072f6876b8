import type { Study } from "@/lib/study/schema";
import { createCitation } from "./citation";
import { createEvidence } from "./evidence";
import type { EvidenceBundle } from "./schema";
import { createUuid } from "./uuid";

/** What an export follows. The guide is a draft: its later editions are made for a FHIR that is not published yet. */
export const followedStandard =
  "FHIR 5.0.0 (Evidence and Citation: trial use, maturity 1), after the draft guide EBMonFHIR 1.0.0-ballot";

/** How an export is labelled when it is sent. */
export const evidenceMediaType = "application/fhir+json; fhirVersion=5.0";

/**
 * The results of one sheet for programs that know FHIR: its Citation, and an Evidence for each result. Everything in it
 * is in the sheet or worked out from it (intervals, differences).
 * @param version of the library
 */
export function createEvidenceBundle(study: Study, version: string): EvidenceBundle {
  const citationUrl = createUrn(`citation/${study.id}`);
  const results = study.outcomes.flatMap((outcome) => createEvidence(study, outcome, { version, citationUrl }));
  return {
    resourceType: "Bundle",
    meta: { tag: [{ display: followedStandard }] },
    type: "collection",
    entry: [
      { fullUrl: citationUrl, resource: createCitation(study, version) },
      ...results.map(({ name, resource }) => ({ fullUrl: createUrn(`evidence/${study.id}/${name}`), resource })),
    ],
  };
}

const createUrn = (name: string) => `urn:uuid:${createUuid(`myomatch/${name}`)}`;
