import { StudyLink } from "@/components/library/study-link";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { interfaceText } from "@/lib/format/interface-text";
import { silenceOfSource } from "@/lib/match/silence";
import { formatOtherResult, formatResult } from "@/lib/wording/result-text";

/** What the table says of each study: the mother first, then the child. */
const columns: { name: string; list: (found: StudyAnswer) => string[] }[] = [
  { name: "Mother: response", list: ({ results, study }) => [formatResult(results.response, study.reads)] },
  { name: "Mother: relapse", list: ({ results, study }) => [formatResult(results.relapse, study.reads)] },
  { name: interfaceText.pregnancyAndChild, list: ({ pregnancy }) => pregnancy.map(formatOtherResult) },
  { name: "Harm", list: ({ harms }) => harms.map(formatOtherResult) },
];

/**
 * Reports of pregnant women and of women after a pregnancy, one row each: what became of the mother, and of the child.
 * On a narrow screen each row is a short list, whose lines name their column.
 */
export function PeopleTable({ studies }: { studies: readonly StudyAnswer[] }) {
  return (
    <table className="w-full text-sm wrap-anywhere max-sm:block sm:table-fixed">
      <caption className="sr-only">Each report: the mother and the child</caption>
      <thead className="max-sm:sr-only">
        <tr>
          {["Report", ...columns.map(({ name }) => name)].map((name) => (
            <th key={name} scope="col" className="border-b-2 border-edge py-1 pr-2 text-left align-bottom">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {studies.map((found) => (
          <tr key={found.study.id} className="border-b border-line align-top max-sm:block max-sm:py-2">
            <th scope="row" className="py-1 pr-2 text-left max-sm:block">
              <StudyLink study={found.study} isAlone />
            </th>
            {columns.map(({ name, list }) => (
              <td key={name} className="py-1 pr-2 max-sm:block">
                <span aria-hidden="true" className="block text-xs font-semibold text-quiet sm:hidden">
                  {name}
                </span>
                <Phrases phrases={list(found)} silence={silenceOfSource[found.study.reads]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Phrases({ phrases, silence }: { phrases: string[]; silence: string }) {
  if (phrases.length === 0) return <span className="text-quiet">{silence}</span>;
  return phrases.map((phrase) => (
    <span key={phrase} className="block">
      {phrase}
    </span>
  ));
}
