import { PatientDots } from "@/components/figure/patient-dots";
import { describeUncountedInShort } from "@/lib/answer/cell-text";
import type { CountingStudy } from "@/lib/answer/cells";
import { getFigureParts } from "@/lib/answer/figure-parts";
import { nameCell } from "@/lib/answer/result-sentences";
import type { StudyAnswer } from "@/lib/answer/study-answer";
import { describePatientsOfLead, describeSpecialTraits } from "@/lib/answer/trait-sentences";
import { formatCountWithPercent } from "@/lib/format/numbers";
import { pluralise } from "@/lib/format/text";
import type { StudiedPart } from "@/lib/paper/studied-parts";
import { formatPatientsTreated } from "@/lib/vocabulary/phrases";
import { Cited } from "./reference-numbers";

/** Where nobody studied the combination: each part that somebody did, with its figures, around a zero for all of them together. */
export function PrintedParts({ parts }: { parts: readonly StudiedPart[] }) {
  const [first, ...others] = parts;
  if (!first) return null;
  return (
    <ul data-part="parts" className="flex flex-col border border-edge sheet:flex-row [&>li]:border-edge">
      <PartCell part={first} />
      <li className="border-y px-3 py-1 text-center sheet:border-x sheet:border-y-0">
        <span className="block text-[2em] leading-[1.1] font-bold">0</span>
        all together
      </li>
      {others.map((part) => (
        <PartCell key={part.name} part={part} />
      ))}
    </ul>
  );
}

function PartCell({ part: { name, studies, patients, uncounted, cells } }: { part: StudiedPart }) {
  const told = new Set<StudyAnswer>();
  const describeOnce = (one: CountingStudy) => {
    if (told.has(one.found)) return "";
    told.add(one.found);
    // of a response alone: how far treatment had come decides whose it is, and there is little room
    const patients = one.figure.domain === "response" ? describePatientsOfLead(one) : [];
    return [...describeSpecialTraits(one.found), ...patients].join(" ");
  };
  return (
    <li className="min-w-0 grow basis-0 px-2 py-1">
      <p className="font-bold">{name}</p>
      <p>
        {pluralise(studies.length, "study", "studies")}, {formatPatientsTreated(patients, uncounted)}
      </p>
      <ul className="text-[0.93em] leading-tight">
        {cells.map((cell) => {
          const { lead, domain, timing } = cell;
          if (!lead)
            return (
              <li key={`${domain} ${timing}`}>
                {nameCell(cell)}: {describeUncountedInShort(cell)}
              </li>
            );
          const { figure, found, rule, events, total } = lead;
          const isSingle = rule === "single-cases";
          return (
            <li key={`${domain} ${timing}`}>
              <p>
                {nameCell(cell)}:{" "}
                <strong>{isSingle ? `${events} of ${total}` : formatCountWithPercent({ events, total })}</strong>{" "}
                {isSingle
                  ? `single ${total === 1 ? "case" : "cases"}`
                  : `(${getFigureParts(figure).range}), ${figure.plain}, ${found.name}`}
                {!isSingle && <Cited study={found.study} />}
              </p>
              {domain === "response" && total > 1 && total <= MAX_DRAWN && (
                <div className="[&>div]:my-0 [&_svg]:h-[0.8em] [&_svg]:w-auto">
                  <PatientDots {...figure} label={figure.plain} events={events} total={total} isExplained />
                </div>
              )}
              {!isSingle && describeOnce(lead)}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** Patients that stand in one line of marks. */
const MAX_DRAWN = 20;
