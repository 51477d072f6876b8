import type { Metadata } from "next";
import { SideBySide } from "@/components/library/side-by-side";
import { interfaceText } from "@/lib/format/interface-text";
import { getShortName } from "@/lib/study/citation";
import { loadLibrary } from "@/lib/study/load";

export const metadata: Metadata = {
  title: interfaceText.sideBySide,
  description: "Up to six pinned studies side by side: design, patients, features, regimen and every outcome.",
};

export default function Page() {
  const named = loadLibrary()
    .studies.map(({ id, citation }) => ({ id, citation: { ...citation, authors: citation.authors.slice(0, 1) } }))
    .sort((a, b) => getShortName(a).localeCompare(getShortName(b), "en"));
  return <SideBySide studies={named} />;
}
