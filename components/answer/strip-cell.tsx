import { PatientDots } from "@/components/figure/patient-dots";
import { StudyLink } from "@/components/library/study-link";
import type { AnswerCell, Lead } from "@/lib/answer/cells";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { type CellText, describeCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { allowsPercent } from "@/lib/format/numbers";
import { degreeNames, designNames, sourceReadNames } from "@/lib/vocabulary/outcomes";

type Props = { cell: AnswerCell; describing: readonly StudyAnswer[] };

/** What leads in one domain: the count as large as its patients are many, one mark a patient, and all that belongs to it. */
export function StripCell({ cell, describing }: Props) {
  const text = describeCell(cell, describing);
  const { lead } = cell;
  return (
    <article
      className={`min-w-0 grow bg-surface p-2 sm:p-3 ${lead && lead.degrees.length > 0 ? "basis-80" : "basis-36 sm:basis-44"}`}
    >
      <h2 className="text-xs font-bold text-quiet uppercase">{text.name}</h2>
      {lead ? <CountedCell text={text} lead={lead} /> : <p className="mt-1">{text.what}</p>}
      {text.beside.map((sentence) => (
        <p key={sentence} className="mt-1 text-xs">
          {sentence}
        </p>
      ))}
      {lead && lead.degrees.length > 0 && <DegreeTable degrees={lead.degrees} />}
      {text.others.length > 0 && <p className="mt-1 text-xs text-quiet">{text.others.join(" ")}</p>}
    </article>
  );
}

function CountedCell({ text, lead }: { text: CellText; lead: Lead }) {
  const { events, total, figure, cases } = lead;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2 leading-tight">
        <strong className={`whitespace-nowrap ${allowsPercent(total) ? "text-figure" : "text-xl"}`}>
          {text.count}
        </strong>
        {text.percent && <span className="text-lg text-quiet">{text.percent}</span>}
      </p>
      <PatientDots {...figure} label={text.what} events={events} total={total} isExplained />
      <p className="text-sm leading-snug">{text.what}</p>
      {text.whom && <p className="text-xs">of: {text.whom}</p>}
      {text.times.map((time) => (
        <p key={time} className="text-xs">
          {time}
        </p>
      ))}
      {text.interval && <p className="text-xs text-quiet">{text.interval}</p>}
      <ul className="text-xs text-quiet">
        {cases.map(({ found }) => (
          <li key={found.study.id}>
            <StudyLink study={found.study} /> {designNames[found.study.design.type].toLowerCase()};{" "}
            {sourceReadNames[found.study.reads].toLowerCase()}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The further degrees of a trial's response, each against its comparison group. */
function DegreeTable({ degrees }: Pick<Lead, "degrees">) {
  return (
    <table className="mt-1 w-full text-xs">
      <caption className="text-left text-quiet">Further degrees of the same trial</caption>
      <tbody>
        {degrees.map((figure) => {
          const { countWithPercent, comparison } = getFigureParts(figure);
          return (
            <tr key={figure.id}>
              <th scope="row" className="pr-2 text-left font-normal">
                {degreeNames[figure.degree ?? "other"]}
              </th>
              <td className="pr-2">{countWithPercent}</td>
              <td className="text-quiet">
                {comparison?.countWithPercent} {comparison?.label.toLowerCase()}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
