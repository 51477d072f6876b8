import type { Metadata } from "next";
import { StudyBrowser } from "@/components/study/study-browser";
import { loadLibrary } from "@/lib/study/load";
import { toRecord } from "@/lib/study/record";
import { words } from "@/lib/terms/words";

export const metadata: Metadata = {
  title: words.everyStudy,
  description:
    "The whole library of Myomatch: studies, reviews and guidelines on immunoglobulin in myositis, searchable.",
};

export default function Page() {
  return <StudyBrowser studies={loadLibrary().studies.map(toRecord)} />;
}
