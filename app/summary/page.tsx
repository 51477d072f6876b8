import type { Metadata } from "next";
import { OnePageSummary } from "@/components/print/one-page-summary";
import { interfaceText } from "@/lib/format/interface-text";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";

export const metadata: Metadata = {
  title: interfaceText.onePage,
  description: "The answer to one case on one page: figures, intervals, the gap, citations.",
};

export default function Page() {
  const { version, searched, studies, safety, wanted } = loadLibrary();
  return <OnePageSummary data={{ version, searched, studies: studies.map(toStudySummary), safety, wanted }} />;
}
