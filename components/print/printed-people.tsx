import type { StudyAnswer } from "@/lib/answer/study-answer";
import type { Profile } from "@/lib/case/schema";
import { interfaceText } from "@/lib/format/interface-text";
import { silenceOfSource } from "@/lib/match/silence";
import { formatRegimenGiven } from "@/lib/wording/given-text";
import { formatOtherResult, formatResult } from "@/lib/wording/result-text";
import { describeShortfall } from "@/lib/wording/shortfall";
import { Cited } from "./reference-numbers";

const columns: { name: string; width: string; list: (found: StudyAnswer) => string[] }[] = [
  {
    name: "Given",
    width: "sheet:w-[20%]",
    list: ({ dose, study: { treatment, reads } }) => [
      formatRegimenGiven(dose) ?? `${treatment.agent ?? "immunoglobulin"}, dose ${silenceOfSource[reads]}`,
      // named as such, or a corticosteroid would seem to be all that she was given
      ...(treatment.concomitant ? [`alongside: ${treatment.concomitant}`] : []),
    ],
  },
  {
    name: "Mother: response",
    width: "sheet:w-[17%]",
    list: ({ results, study }) => [formatResult(results.response, study.reads)],
  },
  {
    name: interfaceText.pregnancyAndChild,
    width: "sheet:w-[22%]",
    list: ({ pregnancy }) => pregnancy.map(formatOtherResult),
  },
  {
    name: "Later: relapse",
    width: "sheet:w-[13%]",
    list: ({ results, study }) => [formatResult(results.relapse, study.reads)],
  },
  { name: "Harm", width: "sheet:w-[14%]", list: ({ harms }) => harms.map(formatOtherResult) },
];

type Props = { studies: readonly StudyAnswer[]; profile: Pick<Profile, "diagnosis"> };

/** Reports of single pregnant patients, one row each: what she was given, what became of her, and of the child. */
export function PrintedPeople({ studies, profile }: Props) {
  return (
    <table className="block w-full border-collapse sheet:table sheet:table-fixed">
      <caption className="sr-only">Each report: the mother and the child</caption>
      <thead className="sr-only sheet:not-sr-only sheet:table-header-group">
        <tr>
          <th scope="col" className="pr-[0.6em] text-left text-[0.87em] sheet:w-[14%]">
            Report
          </th>
          {columns.map(({ name, width }) => (
            <th key={name} scope="col" className={`pr-[0.6em] text-left text-[0.87em] ${width}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block sheet:table-row-group">
        {studies.map((found) => (
          <tr
            key={found.study.id}
            data-study={found.study.id}
            className="block break-inside-avoid border-line border-t py-1 align-top sheet:table-row"
          >
            <th scope="row" className={`${cell} text-left`}>
              {found.name}
              <Cited study={found.study} />
              <span className="block text-[0.87em] leading-tight font-normal">{describeShortfall(found, profile)}</span>
            </th>
            {columns.map(({ name, list }) => (
              <td key={name} className={cell}>
                <span aria-hidden="true" className="font-semibold sheet:hidden">
                  {name}:{" "}
                </span>
                {list(found).join("; ") || <span className="text-quiet">{silenceOfSource[found.study.reads]}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cell = "block pr-[0.6em] sheet:table-cell sheet:py-[0.15em]";
