import { CasePage } from "@/components/case/case-page";
import { loadLibrary } from "@/lib/study/load";
import { toStudySummary } from "@/lib/study/summary";

export default function Page() {
  const { version, searched, studies, safety, wanted } = loadLibrary();
  return <CasePage data={{ version, searched, studies: studies.map(toStudySummary), safety, wanted }} />;
}
