import type { Metadata } from "next";
import { Certainty, Figures, Together } from "@/components/about/figures";
import { Matching } from "@/components/about/matching";
import { SecondReading } from "@/components/about/second-reading";
import { TheAnswer } from "@/components/about/the-answer";
import { Limits, TheLibrary } from "@/components/about/the-library";
import { LicenceAndErrors, Privacy, Purpose, SourceAttributes } from "@/components/about/this-project";
import { prepareLibrary } from "@/lib/evidence/library";
import { loadLibrary } from "@/lib/study/load";

export const metadata: Metadata = {
  title: "Methods and limits",
  description:
    "How Myomatch matches studies to a patient, what its figures and intervals mean, what it cannot tell, and where the case stays.",
};

export default function Page() {
  const held = loadLibrary();
  const library = prepareLibrary(held);
  // No links within the page: they would replace the case, which lives in the fragment.
  return (
    <div className="space-y-4">
      <h1 className="text-xl font-bold">Methods and limits</h1>
      <Purpose />
      <TheLibrary library={library} />
      <Matching />
      <Figures />
      <Together />
      <Certainty />
      <TheAnswer safety={library.safety} />
      <Limits studies={held.studies} />
      <SecondReading studies={held.studies} />
      <Privacy />
      <SourceAttributes library={library} />
      <LicenceAndErrors library={library} />
    </div>
  );
}
