import type { ReactNode } from "react";
import { PinButton } from "@/components/library/pin-button";
import { StudyLink } from "@/components/library/study-link";
import { usePins } from "@/components/state/use-pins";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { pluralise } from "@/lib/format/text";
import { designNames } from "@/lib/vocabulary/outcomes";

/** What a table says of each report in one column. */
export type ReportColumn = { name: string; draw: (found: StudyAnswer) => ReactNode };

type Props = {
  caption: string;
  columns: readonly ReportColumn[];
  /** the rows, in parts that each have a heading; a part without one stands first */
  parts: readonly { title: string | null; studies: readonly StudyAnswer[] }[];
  hasPins?: boolean;
};

/**
 * Reports, one row each, with what is said of all of them. Where there is no space for columns, each row is a short list that
 * names them.
 */
export function ReportTable({ caption, columns, parts, hasPins = false }: Props) {
  const headCell = "border-b-2 border-edge py-1 pr-2 text-left align-bottom";
  // The roles are written out: without the layout of a table, some browsers take its roles away.
  return (
    <div className="@container">
      <table
        role="table"
        lang="en"
        className={`w-full break-words hyphens-auto @max-2xl:block ${columns.length > MAX_LARGE ? "text-xs" : "text-sm"}`}
      >
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="@max-2xl:sr-only">
          <tr role="row">
            {["Report", ...columns.map(({ name }) => name)].map((name) => (
              <th key={name} role="columnheader" scope="col" className={headCell}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {parts.map(({ title, studies }) => (
          <tbody key={title} role="rowgroup" className="@max-2xl:block">
            {title && (
              <tr role="row" className="@max-2xl:block">
                <th
                  role="rowheader"
                  scope="rowgroup"
                  colSpan={columns.length + 1}
                  className="border-b border-edge pt-3 pb-1 text-left @max-2xl:block"
                >
                  {title}
                </th>
              </tr>
            )}
            {studies.map((found) => (
              <tr
                key={found.study.id}
                role="row"
                className="border-b border-line align-top @max-2xl:block @max-2xl:py-1.5"
              >
                <th role="rowheader" scope="row" className="py-1 pr-2 text-left font-normal @max-2xl:block">
                  <ReportName found={found} hasPin={hasPins} />
                </th>
                {columns.map(({ name, draw }) => (
                  <td key={name} role="cell" className="py-1 pr-2 @max-2xl:flow-root @max-2xl:py-0.5">
                    <span aria-hidden="true" className="float-left mr-2 text-xs font-semibold text-quiet @2xl:hidden">
                      {name}
                    </span>
                    {draw(found)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Columns beside the name from which the letters are smaller. */
const MAX_LARGE = 4;

function ReportName({ found, hasPin }: { found: StudyAnswer; hasPin: boolean }) {
  const { study } = found;
  const { treated } = study.participants;
  return (
    <div className={`flex flex-wrap items-start justify-between gap-1 ${hasPin ? "@2xl:min-w-40" : "@2xl:min-w-28"}`}>
      <div>
        <StudyLink study={study} />
        <span className="block text-xs text-quiet">
          {designNames[study.design.type]}
          {treated !== null && treated > 1 && `, ${pluralise(treated, "patient", "patients")}`}
        </span>
      </div>
      {hasPin && <Pin found={found} />}
    </div>
  );
}

function Pin({ found }: { found: StudyAnswer }) {
  const { pins, toggle } = usePins();
  const { id } = found.study;
  return (
    <div className="-my-1 text-right">
      <PinButton id={id} name={found.name} isPinned={pins.includes(id)} onToggle={toggle} />
    </div>
  );
}
