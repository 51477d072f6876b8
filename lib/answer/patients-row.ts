import { capitalise } from "@/lib/format/text";
import type { StudySummary } from "@/lib/study/summary";
import { timingNames } from "@/lib/vocabulary/outcomes";
import type { AnswerCell } from "./cells";
import { type CountedOutcome, formatTextResult, getPlainWords, isCounted } from "./figure";
import { listTimes } from "./result";
import type { StudyAnswer } from "./study-answer";

/** What became of a patient: of each one thing only. */
export type Course = "kept" | "relapsed" | "partly" | "none";

/** The patients of a study sorted by what became of them; the rows add up to all treated. */
export type PatientsRow = { treated: number; rows: { course: Course; patients: number; words: string }[] };

/** Patients from which a row tells more than the counts beside each other. */
const MIN_PATIENTS = 5;

/**
 * What happened to each patient of a study: response kept, response lost, partly better, no response. Rows of nobody are
 * left out.
 * @returns null where responders are not counted of all treated and relapses of exactly those responders, where another
 * count contradicts that, or of fewer than 5 patients
 */
export function createPatientsRow(study: StudySummary): PatientsRow | null {
  const { treated } = study.participants;
  if (treated === null || treated < MIN_PATIENTS) return null;
  const counted = study.outcomes.filter(isCounted);
  const isOfAll = ({ domain, result, subgroup }: CountedOutcome) =>
    domain === "response" && !subgroup && result.total === treated;
  for (const relapse of counted) {
    if (relapse.domain !== "relapse" || relapse.direction !== "harm" || relapse.criterion === "enzyme") continue;
    const responders = counted.find(({ id }) => id === relapse.of);
    if (!responders || !isOfAll(responders) || responders.direction !== "benefit") continue;
    if (relapse.result.total !== responders.result.events) continue;
    const sameOrgan = counted.filter((outcome) => isOfAll(outcome) && outcome.organ === responders.organ);
    const rows = listRows(study, treated, relapse, responders, sameOrgan);
    if (rows) return { treated, rows: rows.filter(({ patients }) => patients > 0) };
  }
  return null;
}

function listRows(
  study: StudySummary,
  treated: number,
  relapse: CountedOutcome,
  responders: CountedOutcome,
  sameOrgan: readonly CountedOutcome[],
): PatientsRow["rows"] | null {
  const isAny = responders.degree === "any";
  const any = isAny
    ? responders
    : sameOrgan.find(({ degree, direction }) => degree === "any" && direction === "benefit");
  const [relapsed, responded, better] = [relapse, responders, any ?? responders].map(({ result }) => result.events);
  if (relapsed === undefined || responded === undefined || better === undefined) return null;
  if (relapsed > responded || responded > better || better > treated) return null;
  const none = treated - better;
  // Who did not respond may be counted too, and then it must be the same number.
  const failures = sameOrgan.filter(({ direction }) => direction === "harm");
  if (any && failures.length > 0 && !failures.some(({ result }) => result.events === none)) return null;
  const response = getPlainWords(responders);
  const timing = relapse.timing === "after-stopping" || relapse.timing === "on-treatment" ? relapse.timing : null;
  const when = timing ? ` ${timingNames[timing]}` : "";
  return [
    { course: "kept", patients: responded - relapsed, words: `${response}, and no relapse counted${when}` },
    {
      course: "relapsed",
      patients: relapsed,
      words: [
        `${response}, then relapsed${when}`,
        ...describeTimes(study, relapse),
        ...listRetreated(study, relapse),
      ].join(". "),
    },
    { course: "partly", patients: better - responded, words: "partly better" },
    { course: "none", patients: none, words: any ? "no response" : "less than that, or no response" },
  ];
}

/** "Half by 6.2 months from last IVIG course" */
function describeTimes(study: StudySummary, { domain, timing }: CountedOutcome): string[] {
  return listTimes(study, { domain, timing: timing ?? null }).map((text) =>
    capitalise(text.replace(/^median/, "Half by")),
  );
}

/** "6 of 10: relapse controlled by immunoglobulin again" */
function listRetreated({ outcomes }: StudySummary, relapse: CountedOutcome): string[] {
  return outcomes.flatMap((outcome) =>
    outcome.domain === "retreatment" && outcome.of === relapse.id
      ? [`${formatTextResult(outcome)}: ${getPlainWords(outcome)}`]
      : [],
  );
}

/** The row of the study that leads the response, else of that which leads a relapse; null where neither has one. */
export function findPatientsRow(cells: readonly AnswerCell[]): (PatientsRow & { found: StudyAnswer }) | null {
  for (const domain of ["response", "relapse"] as const)
    for (const { domain: counted, lead } of cells) {
      const row = counted === domain && lead ? createPatientsRow(lead.found.study) : null;
      if (row && lead) return { ...row, found: lead.found };
    }
  return null;
}
