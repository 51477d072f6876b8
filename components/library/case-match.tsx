"use client";

import { useCase } from "@/components/state/case-provider";
import { Section } from "@/components/ui/section";
import { formatCase } from "@/lib/case/questions";
import { match } from "@/lib/match/match";
import { getKind } from "@/lib/study/kind";
import type { Study } from "@/lib/study/schema";
import { groupNames } from "@/lib/wording/group-names";
import { describeReason, isLeadingReason } from "@/lib/wording/match-reasons";

type Props = { study: Study };

/** How the study meets the case a reader came from, answer by answer; nothing where no case was entered. */
export function CaseMatch({ study }: Props) {
  const { profile, facts } = useCase();
  const { group, reasons } = match(facts, study);
  const stated = reasons.filter(isLeadingReason);
  if (stated.length === 0) return null;
  return (
    <Section title="How it fits this patient">
      <p>
        {formatCase(profile).join("; ")}. <strong>{groupNames[group].title}.</strong> {groupNames[group].meaning}
      </p>
      {getKind(study) !== "treatment" && <p>It adds no patient given immunoglobulin.</p>}
      <ul className="mt-2">
        {stated.map((reason) => {
          const { sign, text, meaning } = describeReason(reason, profile, study);
          return (
            <li key={reason.feature}>
              <span aria-hidden="true" className="inline-block w-5 font-bold">
                {sign}
              </span>
              {text} – {meaning}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
