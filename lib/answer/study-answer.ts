import type { CaseFacts } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { RankedStudy } from "@/lib/match/rank";
import type { Reason } from "@/lib/match/reason";
import type { IntervalMethod } from "@/lib/stats/interval";
import { getShortName } from "@/lib/study/citation";
import type { StudySummary } from "@/lib/study/summary";
import type { Trait } from "@/lib/vocabulary/concepts";
import { mapFigureDomains } from "@/lib/vocabulary/outcomes";
import { formatHad } from "@/lib/vocabulary/phrases";
import { calculateDose } from "./dose";
import { describeMissingIn } from "./missing";
import type { Dose, Figure, NestedCounts, OtherResult } from "./reply";
import {
  getFigure,
  getResult,
  isOfTreated,
  listCounts,
  listNestedCounts,
  listOtherFigures,
  listOtherResults,
  type Results,
} from "./result";

/** One study of an answer: where it stands and why, and what happened to its patients. It keeps its study. */
export type StudyAnswer = RankedStudy & {
  /** as tables and sentences name it: "Bounfour 2014" */
  name: string;
  /** what it lacks, in words, in the order of `missing` */
  missingText: string[];
  /** of the treated, how many had the diagnosis of this patient, where not all had; null where all had, none is stated, or others are counted too */
  diagnosisShare: { count: Reason["count"]; had: string } | null;
  results: Results;
  /** the other counts of the same domains */
  otherFigures: Figure[];
  /** every count of relapses, the leading one first */
  relapses: Figure[];
  /** adverse events, in the order in which harm is shown */
  harms: OtherResult[];
  /** counts of harm among patients who were given immunoglobulin, in that order */
  harmCounts: Figure[];
  /** what became of a pregnancy and the child */
  pregnancy: OtherResult[];
  nested: NestedCounts[];
  dose: Dose | null;
};

/** What one ranked study says for a case. */
export function createStudyAnswer(facts: CaseFacts, ranked: RankedStudy, method: IntervalMethod): StudyAnswer {
  const { group, reasons, missing, study, level, traits } = ranked;
  const { weightKg } = facts.profile;
  const report = getReport(study, method);
  const { name, harms, harmCounts, pregnancy, nested } = report;
  const { results, otherFigures, relapses } = getResults(report, facts.traits, study, method);
  // Each part by its name: spread, they make an object of a form that is slow to build, and there is one for each study.
  return {
    group,
    reasons,
    missing,
    study,
    level,
    traits,
    name,
    missingText: missing.map((aspect) => describeMissingIn(facts.profile, aspect, ranked)),
    diagnosisShare: findDiagnosisShare(facts.profile, ranked),
    results,
    otherFigures,
    relapses,
    harms,
    harmCounts,
    pregnancy,
    nested,
    dose: weightKg === null ? report.dose : calculateDose(study, weightKg),
  };
}

function findDiagnosisShare({ diagnosis }: Profile, { reasons, study }: RankedStudy): StudyAnswer["diagnosisShare"] {
  const most = reasons.find(({ feature, relation }) => feature === "diagnosis" && relation === "mostly");
  if (!diagnosis || !most) return null;
  const { count } = most;
  if (count && count.of !== study.participants.treated) return null;
  return { count, had: formatHad([{ diagnosis }], false) };
}

/**
 * The results of a study for a patient of these traits. They depend on nothing but which of the groups that the study
 * counts apart the patient belongs to, and are worked out once for each such answer.
 */
function getResults(
  { subgroups, bySubgroups }: Report,
  traits: CaseFacts["traits"],
  study: StudySummary,
  method: IntervalMethod,
): ResultsOfStudy {
  const shared = subgroups.filter((subgroup) => traits.has(subgroup));
  const key = shared.join();
  const results = bySubgroups.get(key) ?? readResults(new Set(shared), study, method);
  bySubgroups.set(key, results);
  return results;
}

type ResultsOfStudy = Pick<StudyAnswer, "results" | "otherFigures" | "relapses">;

function readResults(traits: CaseFacts["traits"], study: StudySummary, method: IntervalMethod): ResultsOfStudy {
  const results = mapFigureDomains((domain) => getResult(traits, study, domain, method));
  const otherFigures = listOtherFigures(study, results, method);
  const ofRelapse = otherFigures.filter(({ domain }) => domain === "relapse");
  return { results, otherFigures, relapses: [getFigure(results.relapse) ?? [], ofRelapse].flat() };
}

/** What a study says whoever the patient is. */
type Report = Pick<StudyAnswer, "name" | "harms" | "harmCounts" | "pregnancy" | "nested" | "dose"> & {
  /** the features of patients whom it counts apart */
  subgroups: readonly Trait[];
  bySubgroups: Map<string, ResultsOfStudy>;
};

const reports: Record<IntervalMethod, WeakMap<StudySummary, Report>> = { wilson: new WeakMap(), exact: new WeakMap() };

/** What a study says whoever the patient is, worked out once for a study and a method. */
function getReport(study: StudySummary, method: IntervalMethod): Report {
  const known = reports[method].get(study);
  if (known) return known;
  const harms = listOtherResults(study, "adverse-event", method);
  const report: Report = {
    name: getShortName(study),
    harms,
    // That an adverse event passed is no harm.
    harmCounts: listCounts(harms).filter((figure) => isOfTreated(study, figure) && figure.direction !== "benefit"),
    pregnancy: listOtherResults(study, "pregnancy-outcome", method),
    nested: listNestedCounts(study),
    dose: calculateDose(study, null),
    subgroups: [...new Set(study.outcomes.flatMap(({ subgroup }) => subgroup ?? []))],
    bySubgroups: new Map(),
  };
  reports[method].set(study, report);
  return report;
}
