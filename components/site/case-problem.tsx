"use client";

import { useCase } from "@/components/state/case-provider";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";

/** What is wrong with the case link that was opened, on every page that it opens. */
export function CaseProblem() {
  const { problem } = useCase();
  if (!problem) return null;
  return (
    <div className="mb-3 print:hidden">
      <Notice title={interfaceText.caseUnreadable}>{problem}</Notice>
    </div>
  );
}
