import type { ContentsEntry } from "@/components/ui/contents";
import type { Answer } from "@/lib/answer/answer";
import { type AnswerSection, answerSections } from "./answer-nav";

/** An entry of the contents, with how many studies, guidelines or checks the part holds, where it holds any. */
export function createEntry(id: AnswerSection, count = 0): ContentsEntry {
  return { id, name: answerSections[id].name, ...(count > 0 && { count }) };
}

/** The parts that stand below every answer, and after the head are all that an empty case has. */
export function listGeneralSections({ guidelines, safety, scope, library }: Answer): ContentsEntry[] {
  return [
    ...(guidelines.length > 0 ? [createEntry("guidelines", guidelines.length)] : []),
    createEntry("safety", safety.length),
    ...(scope.covered ? [createEntry("studies", library.studies)] : []),
  ];
}
