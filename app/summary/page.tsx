import type { Metadata } from "next";
import { OnePageSummary } from "@/components/print/one-page-summary";
import { SummariesAhead } from "@/components/state/summaries-ahead";
import { interfaceText } from "@/lib/format/interface-text";

export const metadata: Metadata = {
  title: interfaceText.onePage,
  description: "The answer to one case on one page: figures, intervals, the gap, citations.",
};

export default function Page() {
  return (
    <>
      <SummariesAhead />
      <OnePageSummary />
    </>
  );
}
