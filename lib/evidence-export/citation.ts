import { formatCitation, getShortName, listIdentifiers } from "@/lib/study/citation";
import type { Study } from "@/lib/study/schema";
import type { Citation } from "./schema";

/** Under which terms a fact sheet may be used again. */
export const copyright = "Fact sheet of Myomatch, CC BY 4.0";

/** The publication of a sheet as a FHIR Citation. What the sheet does not say is left out. */
export function createCitation(study: Study, version: string): Citation {
  const { authors, title, journal, year, volume, issue, pages } = study.citation;
  const identifier = listNumbers(study);
  const webLocation = listIdentifiers(study).flatMap(({ url }) => (url ? [{ url }] : []));
  const form = {
    ...(journal !== null && { publishedIn: { title: journal } }),
    ...(volume !== null && { volume }),
    ...(issue !== null && { issue }),
    ...(year !== null && { publicationDateText: `${year}` }),
    ...(pages !== null && { pageString: pages }),
  };
  return {
    resourceType: "Citation",
    identifier: [{ value: study.id }],
    version,
    title: getShortName(study),
    status: "active",
    copyright,
    summary: [{ text: formatCitation(study) }],
    citedArtifact: {
      ...(identifier.length > 0 && { identifier }),
      title: [{ text: title }],
      ...(Object.keys(form).length > 0 && { publicationForm: [form] }),
      ...(webLocation.length > 0 && { webLocation }),
      ...(authors.length > 0 && { contributorship: { summary: [{ value: authors.join(", ") }] } }),
    },
  };
}

/** The numbers by which others know a publication, under the systems that EBMonFHIR names. */
function listNumbers({ citation: { pmid, doi, pmcid } }: Study) {
  return [
    ...(pmid ? [{ system: "https://pubmed.ncbi.nlm.nih.gov", value: pmid }] : []),
    ...(doi ? [{ system: "https://doi.org", value: doi }] : []),
    ...(pmcid ? [{ system: "https://www.ncbi.nlm.nih.gov/pmc/", value: pmcid }] : []),
  ];
}
