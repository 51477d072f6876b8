import type { Metadata } from "next";
import { CompareStudies } from "@/components/library/side-by-side";
import { words } from "@/lib/format/interface-text";
import { shortName } from "@/lib/study/citation";
import { loadLibrary } from "@/lib/study/load";

export const metadata: Metadata = {
  title: words.sideBySide,
  description: "Up to six pinned studies side by side: design, patients, features, regimen and every outcome.",
};

export default function Page() {
  const named = loadLibrary()
    .studies.map(({ id, citation }) => ({ id, citation: { ...citation, authors: citation.authors.slice(0, 1) } }))
    .sort((one, other) => shortName(one).localeCompare(shortName(other), "en"));
  return <CompareStudies studies={named} />;
}
