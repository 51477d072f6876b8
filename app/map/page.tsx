import type { Metadata } from "next";
import { EvidenceMap } from "@/components/map/evidence-map";
import { PaintOnce } from "@/components/site/paint-once";
import { interfaceText } from "@/lib/format/interface-text";
import { toMappedStudy } from "@/lib/plots/mapped-study";
import { loadLibrary } from "@/lib/study/load";

export const metadata: Metadata = {
  title: interfaceText.evidenceMap,
  description:
    "Which patients with myositis were studied under immunoglobulin, and for which outcomes: features by outcomes, and pairs of features, with the gaps.",
};

export default function Page() {
  // Only what the map shows of a sheet: neither citations nor texts of the source are sent.
  return (
    <PaintOnce>
      <EvidenceMap studies={loadLibrary().studies.flatMap((study) => toMappedStudy(study) ?? [])} />
    </PaintOnce>
  );
}
