import { type Answer, answerCase } from "@/lib/answer/answer";
import { groupSafetyChecks } from "@/lib/answer/safety";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describeSpecialTraits } from "@/lib/answer/trait-sentences";
import { writeReply } from "@/lib/answer/write-reply";
import { toProfile } from "@/lib/api/request";
import { readCase } from "@/lib/case/facts";
import { type Group, groups } from "@/lib/match/match";
import { describeSafety } from "@/lib/paper/paper-blocks";
import { describeAnswer, describeCase, describeLibrary } from "@/lib/paper/paper-text";
import { formatReference } from "@/lib/paper/references";
import { listResultLines } from "@/lib/paper/result-line";
import { groupNames } from "@/lib/wording/group-names";
import { formatOtherResult } from "@/lib/wording/result-text";
import { type AssistantLibrary, nameSheet, notice } from "./assistant-library";
import type { MatchInput, MatchOutput } from "./schemas";
import type { Told } from "./told";

/** The evidence for a patient: the reply of the endpoint without what an assistant has no use for, and the same in words. */
export function matchPatient(
  { limit, ...request }: MatchInput,
  { prepared, sheets }: AssistantLibrary,
): Told<MatchOutput> {
  const answer = answerCase(readCase(toProfile(request)), prepared);
  const reply = writeReply(answer);
  // Other patients are counted and not listed: they are the ones that this patient is not like.
  const listed = answer.studies.filter(({ group }) => group !== "other").slice(0, limit);
  const listedIds = new Set(listed.map(({ study }) => study.id));
  const groupCounts = countGroups(answer);
  const { relevant, warnings } = groupSafetyChecks(answer.safety);
  return {
    data: {
      notice,
      library: reply.library,
      profile: reply.profile,
      scope: reply.scope,
      verdict: reply.verdict,
      certainty: reply.certainty,
      sure: reply.sure,
      cells: reply.cells,
      gap: reply.gap,
      groups: groupCounts,
      studies: reply.studies.flatMap((study) => {
        const sheet = listedIds.has(study.id) ? sheets.get(study.id) : undefined;
        if (!sheet) return [];
        const { group, lacks, lacking, traits, level, design, treated } = study;
        const { response, relapse, survival, inWords, harms, pregnancy } = study;
        return [
          {
            ...nameSheet(sheet),
            ...{ group, lacks, lacking, traits, level, design, treated },
            ...{ response, relapse, survival, inWords, harms, pregnancy },
          },
        ];
      }),
      include: reply.include,
      leaveOut: reply.leaveOut,
      guidelines: reply.guidelines.slice(0, limit).flatMap(({ id }) => {
        const sheet = sheets.get(id);
        return sheet ? [{ ...nameSheet(sheet), bottomLine: sheet.bottomLine }] : [];
      }),
      // Those for this patient and the boxed warnings, as on paper: the others are in the reply of the endpoint.
      safety: [...relevant, ...warnings],
      wanted: reply.wanted,
      ask: reply.ask,
    },
    text: composeText(answer, listed, groupCounts),
  };
}

function countGroups({ studies }: Answer): Record<Group, number> {
  const count = (name: Group) => studies.filter(({ group }) => group === name).length;
  return Object.fromEntries(groups.map((name) => [name, count(name)])) as Record<Group, number>;
}

function composeText(answer: Answer, listed: readonly StudyAnswer[], counts: Record<Group, number>): string {
  const { lead, findings, rest } = describeAnswer(answer);
  const { facts, scope, certainty } = answer;
  const { relevant, warnings } = describeSafety(answer);
  const totals = groups.map((name) => `${groupNames[name].title}: ${counts[name]}`).join("; ");
  return [
    `Case: ${describeCase(facts.profile, null)}.`,
    ...facts.contradictions.map(({ text }) => `Contradiction: ${text} Both were matched as stated.`),
    [lead, ...rest].join(" "),
    ...findings.map((line) => `- ${line}`),
    ...(scope.covered ? [certainty, `Studies in each group: ${totals}. Listed: ${listed.length}.`] : []),
    ...listed.map(describeListed),
    ...[...relevant, ...warnings].map(({ text, provenance }) => `Safety: ${text} ${provenance}`.trimEnd()),
    describeLibrary(answer),
  ].join("\n");
}

/** One study: what it lacks, what makes its patients unlike others, what it counted, its harms, and where it is found. */
function describeListed(found: StudyAnswer): string {
  const { study, name, group, missingText, results, harms, pregnancy } = found;
  const lines = listResultLines(results).map(
    ({ name: domain, count, rest, provenance }) => `${domain}: ${[count, rest, provenance].filter(Boolean).join(" ")}`,
  );
  const others = [...harms, ...pregnancy].map((result) => `Also: ${formatOtherResult(result)}.`);
  return [
    `* ${name} (${groupNames[group].title})${missingText.length > 0 ? `, lacks: ${missingText.join("; ")}` : ""}`,
    ...[...describeSpecialTraits(found), ...lines, ...others].map((line) => `  ${line}`),
    `  ${formatReference(study)}`,
  ].join("\n");
}
