import { getQuestion } from "@/lib/case/questions";
import { interfaceText } from "@/lib/format/interface-text";
import { getShare } from "@/lib/match/share";
import { formatComparator, formatFollowUp } from "@/lib/study/format";
import { formatCourses } from "@/lib/study/regimen-text";
import type { Outcome, Study } from "@/lib/study/schema";
import { features } from "@/lib/vocabulary/feature";
import {
  designNames,
  domainNames,
  type OutcomeDomain,
  outcomeDomains,
  sourceReadNames,
} from "@/lib/vocabulary/outcomes";
import { formatAge, formatDiagnoses, formatSex } from "@/lib/wording/fact-sheet";
import { formatShare } from "@/lib/wording/match-reasons";

/** One line of the comparison: what it is about, and what each study says of it; null where a study does not say. */
export type ComparedFact = { name: string; values: (string | null)[] };

/** The outcomes of one domain, those of each study in a cell of its own. */
export type ComparedDomain = { domain: OutcomeDomain; name: string; outcomes: Outcome[][] };

/** Studies side by side, line by line; every list holds as many entries as there are studies, in their order. */
export type SideBySide = {
  design: ComparedFact[];
  patients: ComparedFact[];
  features: ComparedFact[];
  treatment: ComparedFact[];
  outcomes: ComparedDomain[];
};

/** Sets studies side by side: design, patients, every feature that any of them reports, regimen, and every outcome. */
export function compareStudies(studies: readonly Study[]): SideBySide {
  const createFact = (name: string, say: (study: Study) => string | number | null | undefined): ComparedFact => ({
    name,
    values: studies.map((study) => {
      const value = say(study) ?? null;
      return value === null || value === "" ? null : `${value}`;
    }),
  });
  return {
    design: [
      createFact("Design", ({ design }) => designNames[design.type]),
      createFact("Comparison group", ({ design }) => (design.controlled ? "yes" : "none")),
      createFact("Where", ({ design }) => design.countries.join(", ")),
      createFact("Period", ({ design }) => design.period),
      createFact("Follow-up", ({ design }) => formatFollowUp(design.followUp)),
      createFact(interfaceText.sourceRead, ({ reads }) => sourceReadNames[reads]),
    ],
    patients: [
      createFact("Enrolled", ({ participants }) => participants.enrolled),
      createFact(interfaceText.treated, ({ participants }) => participants.treated),
      createFact("Age", ({ participants }) => formatAge(participants.age)),
      createFact(interfaceText.femaleMale, ({ participants }) => formatSex(participants)),
      createFact("Diagnoses", ({ participants }) => formatDiagnoses(participants.diagnoses)),
    ],
    features: features
      .filter((feature) => studies.some((study) => getShare(study, feature).share !== "unclear"))
      .map((feature) =>
        createFact(getQuestion(feature).label, (study) => {
          const { share, count } = getShare(study, feature);
          return share === "unclear" ? null : formatShare(share, count?.n ?? null, count?.of ?? null);
        }),
      ),
    treatment: [
      createFact("Immunoglobulin", ({ treatment }) => treatment.agent),
      createFact("Role", ({ treatment }) => treatment.role),
      createFact("Regimen", ({ treatment }) => treatment.regimen?.text),
      createFact("Courses", ({ treatment }) => formatCourses(treatment.courses)),
      createFact(interfaceText.concomitant, ({ treatment }) => treatment.concomitant),
      createFact(interfaceText.comparator, formatComparator),
    ],
    outcomes: outcomeDomains.flatMap((domain) => {
      const outcomes = studies.map((study) => study.outcomes.filter((found) => found.domain === domain));
      return outcomes.some((found) => found.length > 0) ? [{ domain, name: domainNames[domain], outcomes }] : [];
    }),
  };
}
