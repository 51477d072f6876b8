import { mapFigureDomains } from "@/lib/vocabulary/outcomes";
import { type Outcome, type Study, study } from "./schema";

type Partly<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { [Key in keyof Value]?: Partly<Value[Key]> | undefined }
    : Value;

/** A sheet as far as an example has to say something; the rest is completed. */
export type SheetPart = Omit<Partly<Study>, "outcomes" | "citation" | "participants"> & {
  outcomes?: readonly Outcome[];
  citation?: Partial<Study["citation"]>;
  participants?: Partial<Omit<Study["participants"], "age">> & { age?: Partial<Study["participants"]["age"]> };
};

const notReported = { share: "unclear", n: null, note: null } as const;

const plain: Study = {
  id: "example-2020",
  citation: {
    authors: ["Example A"],
    title: "An example of a study",
    journal: "J Examples",
    year: 2020,
    volume: null,
    issue: null,
    pages: null,
    pmid: null,
    doi: null,
    pmcid: null,
  },
  sources: [{ url: "https://journal.example/paper", kind: "abstract", official: true }],
  design: {
    type: "case-series",
    controlled: false,
    blinding: null,
    centres: null,
    countries: [],
    period: null,
    followUp: null,
  },
  cohort: null,
  participants: {
    enrolled: 10,
    treated: 10,
    female: null,
    male: null,
    age: { group: "unclear", mean: null, median: null, sd: null, min: null, max: null },
    diagnoses: {},
  },
  features: {
    pregnancy: notReported,
    juvenile: notReported,
    skinOnly: notReported,
    ild: notReported,
    refractory: notReported,
  },
  treatment: { agent: "IVIG", role: null, regimen: null, courses: null, concomitant: null, comparator: null },
  outcomes: [],
  headline: mapFigureDomains(() => null),
  bottomLine: "An example.",
  limitations: [],
  reads: "abstract",
  extraction: { readers: 1, figuresCompared: 0, figuresAgreed: 0, adjudicated: false },
  unclear: [],
};

/**
 * A whole fact sheet from the parts an example is about, checked by the schema. Its enrolled patients are those treated
 * and its headlines the first response, relapse and survival, unless given otherwise.
 * @throws ZodError where the parts do not make a sheet
 */
export function createStudy(part: SheetPart = {}): Study {
  return study.parse(completeStudy(part));
}

/**
 * The same, not checked, for generators: they make thousands of sheets, and to check each takes as long as what is
 * tested on it. lib/match/patients.arbitrary.test.ts checks some of what they make.
 */
export function completeStudy(part: SheetPart): Study {
  const outcomes = part.outcomes ?? [createOutcome()];
  const first = (domain: Outcome["domain"]) => outcomes.find((outcome) => outcome.domain === domain)?.id ?? null;
  const treated = part.participants?.treated;
  return {
    ...plain,
    ...part,
    outcomes,
    citation: { ...plain.citation, ...part.citation },
    design: { ...plain.design, ...part.design },
    participants: {
      ...plain.participants,
      ...(treated !== undefined && { enrolled: treated }),
      ...part.participants,
      age: { ...plain.participants.age, ...part.participants?.age },
    },
    features: { ...plain.features, ...listShares(part.features) },
    treatment: { ...plain.treatment, ...part.treatment },
    headline: { ...mapFigureDomains(first), ...part.headline },
  } as Study;
}

function listShares(features: SheetPart["features"]) {
  return Object.fromEntries(
    Object.entries(features ?? {}).map(([feature, reported]) => [feature, { ...notReported, ...reported }]),
  );
}

type CountPart = Partial<Omit<Outcome, "result">> & {
  events?: number;
  total?: number;
  reportedPercent?: number;
  result?: Outcome["result"];
};

/** A counted outcome: any response overall, 6 of 10, unless given otherwise. */
export function createOutcome({ events = 6, total = 10, reportedPercent, result, ...part }: CountPart = {}): Outcome {
  const domain = part.domain ?? "response";
  const counted: Outcome["result"] = {
    kind: "proportion",
    events,
    total,
    reportedPercent: reportedPercent ?? null,
    derived: false,
  };
  return {
    id: domain,
    domain,
    ...(domain === "response" && !result && { degree: "any" as const }),
    ...(domain === "relapse" && { timing: "after-stopping" as const }),
    organ: "global",
    label: `Example of ${domain}`,
    definition: null,
    direction: domain === "relapse" || domain === "adverse-event" ? "harm" : "benefit",
    population: "all treated",
    result: result ?? counted,
    comparator: null,
    p: null,
    locator: "abstract, results",
    ...part,
  };
}
