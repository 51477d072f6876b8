import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FactSheet } from "@/components/library/fact-sheet";
import { getShortName } from "@/lib/study/citation";
import { loadLibrary } from "@/lib/study/load";

// Rendered on demand, every made-up id would be kept in memory and on disk.
export const dynamicParams = false;

export function generateStaticParams() {
  return loadLibrary().studies.map(({ id }) => ({ id }));
}

async function findStudy({ params }: PageProps<"/studies/[id]">) {
  const { id } = await params;
  return loadLibrary().studies.find((study) => study.id === id);
}

export async function generateMetadata(props: PageProps<"/studies/[id]">): Promise<Metadata> {
  const study = await findStudy(props);
  return study ? { title: `${getShortName(study)}: ${study.citation.title}`, description: study.bottomLine } : {};
}

export default async function Page(props: PageProps<"/studies/[id]">) {
  const study = await findStudy(props);
  if (!study) notFound();
  const { studies, version, searched } = loadLibrary();
  const related = studies.filter(({ id, cohort }) => cohort !== null && cohort === study.cohort && id !== study.id);
  return <FactSheet study={study} related={related} library={{ version, searched }} />;
}
