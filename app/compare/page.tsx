import type { Metadata } from "next";
import { SideBySide } from "@/components/library/side-by-side";
import { SummariesAhead } from "@/components/state/summaries-ahead";
import { interfaceText } from "@/lib/format/interface-text";

export const metadata: Metadata = {
  title: interfaceText.sideBySide,
  description: "Up to six pinned studies side by side: design, patients, features, regimen and every outcome.",
};

export default function Page() {
  return (
    <>
      <SummariesAhead />
      <SideBySide />
    </>
  );
}
