import type { Metadata } from "next";
import { StudyBrowser } from "@/components/library/study-browser";
import { SummariesAhead } from "@/components/state/summaries-ahead";
import { interfaceText } from "@/lib/format/interface-text";
import { loadLibrary } from "@/lib/study/load";

export const metadata: Metadata = {
  title: interfaceText.everyStudy,
  description:
    "The whole library of Myomatch: studies, reviews and guidelines on immunoglobulin in myositis, searchable.",
};

export default function Page() {
  return (
    <>
      <SummariesAhead />
      <StudyBrowser count={loadLibrary().studies.length} />
    </>
  );
}
