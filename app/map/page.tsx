import type { Metadata } from "next";
import { EvidenceMap } from "@/components/map/evidence-map";
import { interfaceText } from "@/lib/format/interface-text";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";

export const metadata: Metadata = {
  title: interfaceText.evidenceMap,
  description:
    "Which patients with myositis were studied under immunoglobulin, and for which outcomes: features by outcomes, and pairs of features, with the gaps.",
};

export default function Page() {
  // Only what the map counts: neither citations nor figures are sent.
  const studies = loadLibrary().studies.map((study) => {
    const { id, cohort, design, treatment, participants, features, reads, reports = {} } = toStudySummary(study);
    return { id, cohort, design, treatment, participants, features, reads, reports, outcomes: [] };
  });
  return <EvidenceMap studies={studies} />;
}
