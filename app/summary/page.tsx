import type { Metadata } from "next";
import { OnePageSummary } from "@/components/summary/one-page-summary";
import { loadLibrary } from "@/lib/study/load";
import { toRecord } from "@/lib/study/record";
import { words } from "@/lib/terms/words";

export const metadata: Metadata = {
  title: words.onePage,
  description: "The answer to one case on one page: figures, intervals, the gap, citations.",
};

export default function Page() {
  const { version, searched, studies, safety } = loadLibrary();
  return <OnePageSummary data={{ version, searched, studies: studies.map(toRecord), safety }} />;
}
