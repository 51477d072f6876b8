import { formatDate } from "@/lib/format/numbers";

/** One attribute that a decision support intervention states about itself. */
type SourceAttribute = { id: string; name: string; value: string };

const unused = "Not used.";

/**
 * The 13 attributes that rules in the United States (ONC HTI-1) ask of a decision support intervention based on
 * evidence, as the page "About" shows them and as other programs read them.
 */
export function getSourceAttributes({ version, searched }: { version: string; searched: string }): SourceAttribute[] {
  return [
    {
      id: "bibliographic-citation",
      name: "Bibliographic citation",
      value: "With every figure, and on every fact sheet.",
    },
    { id: "developer", name: "Developer", value: "The Myomatch project: those who contribute to its source code." },
    { id: "funding", name: "Funding of the technical implementation", value: "None is on record." },
    {
      id: "release-and-revision-dates",
      name: "Release and revision dates",
      value: `Literature searched ${formatDate(searched)}; library ${version}.`,
    },
    { id: "race", name: "Race", value: unused },
    { id: "ethnicity", name: "Ethnicity", value: unused },
    { id: "language", name: "Language", value: unused },
    { id: "sexual-orientation", name: "Sexual orientation", value: unused },
    { id: "gender-identity", name: "Gender identity", value: unused },
    { id: "sex", name: "Sex", value: "Not used. Pregnancy is a question of its own." },
    {
      id: "date-of-birth",
      name: "Date of birth",
      value:
        "Used where a record gives it (opened from a record system, or asked by CDS Hooks): the age in years is worked out from it, and the date is not kept. Otherwise an age in years may be entered. It answers the two questions about age.",
    },
    { id: "social-determinants-of-health", name: "Social determinants of health", value: unused },
    {
      id: "health-status",
      name: "Health status",
      value: "Used: the answers about disease, antibodies and treatment so far. Weight, for doses only.",
    },
  ];
}
