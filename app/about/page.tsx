import type { Metadata } from "next";
import { aboutParts } from "@/components/methods/about-parts";
import { Accessibility } from "@/components/methods/accessibility";
import { DoubleExtraction } from "@/components/methods/double-extraction";
import { Certainty, Figures, Together } from "@/components/methods/figures";
import { LiteratureSearch } from "@/components/methods/literature-search";
import { LongPage } from "@/components/methods/long-page";
import { Matching } from "@/components/methods/matching";
import { TheAnswer } from "@/components/methods/the-answer";
import { Limits, TheLibrary } from "@/components/methods/the-library";
import { LicenceAndErrors, Privacy, Purpose, SourceAttributes } from "@/components/methods/this-project";
import { prepareLibrary } from "@/lib/answer/library";
import { loadLibrary } from "@/lib/study/load";

const title = "Methods and limits";

export const metadata: Metadata = {
  title,
  description:
    "How Myomatch matches studies to a patient, what its figures and intervals mean, what it cannot tell, and where the case stays.",
};

export default function Page() {
  const sources = loadLibrary();
  const library = prepareLibrary(sources);
  return (
    <LongPage title={title} places={Object.entries(aboutParts).map(([id, name]) => ({ id, name }))}>
      <Purpose />
      <TheLibrary library={library} />
      <LiteratureSearch library={sources} />
      <Matching />
      <Figures />
      <Together />
      <Certainty />
      <TheAnswer safety={library.safety} />
      <Limits studies={sources.studies} />
      <DoubleExtraction studies={sources.studies} />
      <Privacy />
      <Accessibility />
      <SourceAttributes library={library} />
      <LicenceAndErrors library={library} />
    </LongPage>
  );
}
