import { describeAllMissing } from "@/lib/answer/missing";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { getSubject } from "@/lib/case/facts";
import type { Profile } from "@/lib/case/schema";
import type { Relation } from "@/lib/match/reason";
import { isDifferent } from "@/lib/match/relation";
import { formatNoPatients } from "@/lib/vocabulary/phrases";
import { describeReason } from "./match-reasons";
import { describeToldAges } from "./told-ages";

/**
 * What keeps a study from describing this patient, in words: what it lacks, and what only some of its patients share or
 * an answer of no rules out. Nothing for a study that describes the patient.
 */
export function describeShortfall({ group, reasons, study }: StudyAnswer, profile: Pick<Profile, "diagnosis">): string {
  if (group === "this-patient") return "";
  const yesReasons = reasons.filter(({ patient, role }) => patient === "yes" && role !== "follows");
  const listSubjects = (chosen: Relation) =>
    yesReasons.flatMap(({ feature, relation }) => (relation === chosen ? [getSubject(profile, feature)] : []));
  const unsaid = yesReasons.filter(
    ({ role, relation, silence }) => role === "decides" && relation === "not-reported" && silence,
  );
  const ages = unsaid.flatMap((reason) => describeToldAges(reason, study)?.text ?? []);
  const silent = unsaid.flatMap((reason) => (describeToldAges(reason, study) ? [] : [reason.feature]));
  const partlyOrRuledOut = reasons
    .filter(({ patient, relation }) => relation === "partly" || (patient === "no" && isDifferent(relation)))
    .map((reason) => describeReason(reason, profile, study).text);
  const shortfalls = [
    ...describeAllMissing(profile, silent, [{ reasons }]),
    ...ages,
    ...listSubjects("differs").map(formatNoPatients),
    ...partlyOrRuledOut,
  ];
  return `${group === "other" ? "other patients: " : ""}${shortfalls.join("; ")}`;
}
