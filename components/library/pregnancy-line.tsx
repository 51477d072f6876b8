import { formatOtherResult } from "@/lib/wording/result-text";
import { NamedLine } from "./named-line";
import type { StudyRow } from "./study-row";

/** For a patient who is or was pregnant, what became of the study's pregnancies; nothing for others. */
export function PregnancyLine({ reasons, pregnancy }: Pick<StudyRow, "reasons" | "pregnancy">) {
  const isAsked = reasons.some(
    ({ feature, patient }) => patient === "yes" && (feature === "pregnancy" || feature === "postpartum"),
  );
  if (!isAsked || pregnancy.length === 0) return null;
  return <NamedLine name="Pregnancy">{pregnancy.map(formatOtherResult).join("; ")}</NamedLine>;
}
