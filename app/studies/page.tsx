import type { Metadata } from "next";
import { StudyBrowser } from "@/components/library/study-browser";
import { interfaceText } from "@/lib/format/interface-text";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";

export const metadata: Metadata = {
  title: interfaceText.everyStudy,
  description:
    "The whole library of Myomatch: studies, reviews and guidelines on immunoglobulin in myositis, searchable.",
};

export default function Page() {
  return <StudyBrowser studies={loadLibrary().studies.map(toStudySummary)} />;
}
