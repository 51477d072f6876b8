/** The values of a field in the order of its names: a value without a name, or a name without a value, cannot be. */
function listValues<Value extends string>(names: Record<Value, string>): [Value, ...Value[]] {
  return Object.keys(names) as [Value, ...Value[]];
}

/** Outcome domains, in the order a sheet shows them. */
export const domainNames = {
  response: "Response",
  relapse: "Relapse",
  retreatment: "Retreatment",
  survival: "Survival",
  "steroid-sparing": "Steroid sparing",
  biochemical: "Laboratory",
  "quality-of-life": "Quality of life",
  progression: "Progression",
  "adverse-event": "Adverse events",
  "pregnancy-outcome": "Pregnancy outcome",
  other: "Other",
} as const;

export type OutcomeDomain = keyof typeof domainNames;

export const outcomeDomains = listValues(domainNames);

/**
 * The domains that answer "what happened to patients like this", in the order they are shown. Each study has one
 * leading figure in each. Tables, paper, exports, verdict and reply follow this list.
 */
export const figureDomains = ["response", "relapse", "survival"] as const satisfies readonly OutcomeDomain[];
export type FigureDomain = (typeof figureDomains)[number];

/** The figure domains whose counts are set side by side and pooled; survival and deaths are only listed. */
export const comparedDomains = ["response", "relapse"] as const satisfies readonly FigureDomain[];
export type ComparedDomain = (typeof comparedDomains)[number];

/** What an answer leads with: the figure domains, harm, and in a pregnancy what became of the child. */
export const cellDomains = [...figureDomains, "harm", "pregnancy"] as const;
export type CellDomain = (typeof cellDomains)[number];

/** One value for each figure domain, made by `make` in the order of the list. */
export function mapFigureDomains<Value>(make: (domain: FigureDomain) => Value): Record<FigureDomain, Value> {
  return Object.fromEntries(figureDomains.map((domain) => [domain, make(domain)])) as Record<FigureDomain, Value>;
}

/** That a study reports in no figure domain: "neither response nor relapse nor survival". */
export const noFigureDomain = `neither ${figureDomains.map((domain) => domainNames[domain].toLowerCase()).join(" nor ")}`;

/** Whether an outcome domain has a leading figure. */
export function isFigureDomain(domain: OutcomeDomain): domain is FigureDomain {
  return (figureDomains as readonly OutcomeDomain[]).includes(domain);
}

/** What a count is called before its label. A survival figure may count deaths, and must never pass for survivors. */
export function getCountName(domain: OutcomeDomain, direction: "benefit" | "harm" | "neutral"): string {
  return domain === "survival" && direction === "harm" ? "Deaths" : domainNames[domain];
}

/** When relapses were counted; relapses of different timing never share a row, plot or pool. */
export const timingNames = {
  "after-stopping": "after stopping",
  "on-treatment": "under continuing treatment",
  "before-immunoglobulin": "before immunoglobulin",
  unclear: "on or off treatment not told",
} as const;
export const timings = listValues(timingNames);

/** How much improvement a response counts. */
export const degreeNames = {
  complete: "complete",
  major: "major",
  moderate: "moderate",
  any: "any improvement",
  other: "other definition",
} as const;
export const degrees = listValues(degreeNames);

/** Where an outcome was measured. */
export const organNames = {
  global: "overall",
  muscle: "muscle",
  skin: "skin",
  lung: "lung",
  oesophagus: "swallowing",
  heart: "heart",
  joints: "joints",
  vascular: "vessels",
  fetus: "fetus",
} as const;
export const organs = listValues(organNames);

/** Designs as a table shows them. */
export const designNames = {
  "randomised-controlled-trial": "Randomised trial",
  "non-randomised-controlled": "Controlled, not randomised",
  "prospective-single-arm": "Prospective, one arm",
  "retrospective-cohort": "Retrospective cohort",
  "case-series": "Case series",
  "case-report": "Case report",
  "systematic-review": "Systematic review",
  guideline: "Guideline",
} as const;
export const designTypes = listValues(designNames);

/** What the figures of a sheet, or of one of its sources, were read in. */
export const sourceReadNames = {
  abstract: "Abstract only",
  "full-text": "Full text",
  secondary: "Secondary source only",
} as const;
export const sourceReads = listValues(sourceReadNames);
export type SourceRead = keyof typeof sourceReadNames;

/** What an adverse event is, in the order in which harm is shown. */
export const harmNames = {
  thrombosis: "Thrombosis",
  serious: "Serious",
  stopped: "Treatment stopped",
  haemolysis: "Haemolysis",
  kidney: "Kidney injury",
  meningitis: "Aseptic meningitis",
  headache: "Headache",
  infusion: "Infusion reaction",
  any: "Any adverse event",
  other: "Other",
} as const;
export const harms = listValues(harmNames);

/** What tells a relapse: the disease itself, or the value of an enzyme or antibody only. */
export const criterionNames = { clinical: "clinical", enzyme: "an enzyme or antibody value only" } as const;
export const criteria = listValues(criterionNames);

/** From when a time is counted. */
export const timeOrigins = ["last course", "first course", "onset"] as const;
