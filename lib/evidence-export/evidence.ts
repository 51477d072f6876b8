import { createFigure, formatTextResult, getPlainWords, isCounted } from "@/lib/answer/figure";
import { formatDenominator, getFigureParts } from "@/lib/answer/figure-parts";
import type { Figure } from "@/lib/answer/reply";
import { listsEvidenceOnly } from "@/lib/format/evidence-only";
import { formatCitation, getShortName, getSourceLink } from "@/lib/study/citation";
import type { Outcome, Study } from "@/lib/study/schema";
import { designNames, sourceReadNames } from "@/lib/vocabulary/outcomes";
import { copyright } from "./citation";
import type { Evidence, Statistic, VariableDefinition } from "./schema";
import { createComparedCount, createCount, createDifference } from "./statistics";

/** What an Evidence needs of the publication that it is from. */
type Source = { version: string; citationUrl: string };

/** One Evidence of a sheet, with the name that is its own in the sheet. */
type NamedEvidence = { name: string; resource: Evidence };

/**
 * One outcome of a sheet as FHIR Evidence, in the way of the guide EBMonFHIR: the count of the patients given
 * immunoglobulin, and, where the source compares, the count of the other arm and the difference, each on its own, since
 * every statistic of one Evidence is about the same variables. A result that is no count is told in words.
 */
export function createEvidence(study: Study, outcome: Outcome, source: Source): NamedEvidence[] {
  if (!isCounted(outcome)) {
    return [{ name: outcome.id, resource: createWords(study, outcome, source) }];
  }
  const figure = createFigure(study, outcome, "wilson");
  const own = listExposures(study);
  const single = (statistic: Statistic, population: string, exposures: VariableDefinition[], title: string): Evidence =>
    createResource({
      study,
      outcome,
      source,
      title,
      description: `${statistic.description}. ${formatDenominator(population)}.`,
      population,
      statistic,
      exposures,
      figure,
    });
  const { comparison } = figure;
  const words = getFigureParts(figure).comparison;
  const counted = {
    name: outcome.id,
    resource: single(createCount(study, figure), outcome.population, own, outcome.label),
  };
  if (!comparison || !words) return [counted];
  const { label } = comparison;
  const other = describeVariable("exposure", label);
  // the sheet's population is that of the arm given immunoglobulin
  const arm = single(
    createComparedCount(study, figure, comparison, words),
    label,
    [other],
    `${outcome.label}, ${label}`,
  );
  const difference = createDifference(study, figure, comparison, words);
  const reference = describeVariable("referenceExposure", label);
  const both = `${outcome.population}; ${label}`;
  return [
    counted,
    { name: `${outcome.id}/comparator`, resource: arm },
    ...(difference
      ? [
          {
            name: `${outcome.id}/difference`,
            resource: single(difference, both, [...own, reference], `${outcome.label}, difference from ${label}`),
          },
        ]
      : []),
  ];
}

function createWords(study: Study, outcome: Outcome, source: Source): Evidence {
  return createResource({
    study,
    outcome,
    source,
    title: outcome.label,
    description: formatTextResult(outcome),
    population: outcome.population,
    exposures: listExposures(study),
  });
}

type Parts = {
  study: Study;
  outcome: Outcome;
  source: Source;
  title: string;
  description: string;
  population: string;
  exposures: VariableDefinition[];
  statistic?: Statistic;
  figure?: Figure;
};

function createResource(parts: Parts): Evidence {
  const { study, outcome, source, title, description, population, exposures, statistic, figure } = parts;
  const { url } = getSourceLink(study);
  const cited = formatCitation(study);
  return {
    resourceType: "Evidence",
    identifier: [{ value: `${study.id}/${outcome.id}` }],
    version: source.version,
    title: `${getShortName(study)}: ${title}`,
    citeAsReference: { reference: source.citationUrl, display: cited },
    status: "active",
    copyright,
    relatedArtifact: [
      { type: "derived-from", label: outcome.locator, citation: cited, ...(url && { document: { url } }) },
    ],
    description,
    note: [{ text: listsEvidenceOnly }, { text: `Read in: ${sourceReadNames[study.reads]}` }],
    variableDefinition: [
      describeVariable("population", population),
      ...exposures,
      describeVariable("measuredVariable", getPlainWords(outcome), outcome.definition),
    ],
    synthesisType: {
      coding: [
        {
          system: "http://terminology.hl7.org/CodeSystem/synthesis-type",
          code: "NotApplicable",
          display: "Not Applicable",
        },
      ],
    },
    studyDesign: [{ text: designNames[study.design.type] }],
    ...(statistic && { statistic: [statistic] }),
    ...(figure && {
      certainty: [
        { description: figure.certainty, type: { text: "How sure, from the design and the patients counted" } },
      ],
    }),
  };
}

const roleNames = {
  population: "Population",
  exposure: "Exposure",
  referenceExposure: "Reference exposure",
  measuredVariable: "Measured variable",
} as const;

function describeVariable(
  role: keyof typeof roleNames,
  description: string,
  note: string | null = null,
): VariableDefinition {
  return {
    description,
    ...(note !== null && { note: [{ text: note }] }),
    variableRole: {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/variable-role", code: role, display: roleNames[role] }],
    },
  };
}

const agentNames = { IVIG: "intravenous immunoglobulin", SCIG: "subcutaneous immunoglobulin" } as const;

/** What was given, in the sheet's words; nothing where the sheet names no immunoglobulin. */
function listExposures({ treatment: { agent, regimen } }: Study): VariableDefinition[] {
  if (agent === null) return [];
  return [describeVariable("exposure", [agentNames[agent], regimen?.text].filter(Boolean).join(": "))];
}
