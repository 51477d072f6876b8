import type { CaseFacts } from "@/lib/case/facts";
import type { EvidenceReply } from "./reply";

/** Whether the library is about patients like this one; the sentence says so where it is not. */
export function describeScope({ profile }: Pick<CaseFacts, "profile">): EvidenceReply["scope"] {
  if (profile.diagnosis !== "IBM") return { covered: true, text: null };
  return {
    covered: false,
    text: "Myomatch does not cover inclusion body myositis: it is another disease, and no figure here speaks of it.",
  };
}
